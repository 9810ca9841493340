import type { StepName } from '../model/act.js'
import type { Calendar } from '../model/calendar.js'
import type { Day, LocalTime } from '../model/day.js'
import type { Contact } from '../model/opportunity.js'
import type { Hours } from '../model/playbook.js'
import type { Act, ActContact, NextAct, Outlook, Phase, Standing } from '../model/standing.js'
import type { OpportunityRow } from '../model/store.js'
import { actDay, addDays, businessDaysBetween, rollForward } from './days.js'
import { fairHours, fairHoursOn, isFair, within } from './windows.js'
import type { OpenDay } from './windows.js'

/** Where one stands to look: the wall clock of the outlook's zone, and its calendar. */
export interface Viewpoint {
  readonly at: LocalTime
  readonly calendar: Calendar
}

/** What an opportunity's standing is worked out from. */
export type Assessed = Pick<OpportunityRow, 'handle' | 'company' | 'role' | 'contacts' | 'outlook'>

/**
 * The standing of one opportunity at one moment: the outlook's stretch of that moment, with days that are never in the past, and the next act as `told`
 * has it. Lists ask this of every row, so objects are made once and not copied, which takes longer and leaves more behind.
 */
export function assess<Told extends NextAct>(
  row: Assessed,
  view: Viewpoint,
  told: (next: NextAct, act: Act) => Told,
): Omit<Standing, 'next'> & { readonly next: Told | null } {
  const { outlook } = row
  const phase = phaseAt(outlook, view.at)
  const today = view.at.slice(0, 10) as Day
  return {
    handle: row.handle,
    company: row.company,
    role: row.role,
    state: phase.state,
    silentSince: phase.silentSince,
    silentBusinessDays: phase.silentSince ? businessDaysBetween(phase.silentSince, today, view.calendar) : null,
    lastInbound: lastWord(outlook, view.at),
    lastTouch: outlook.lastTouch,
    promise: outlook.promise,
    answerBy: phase.state === 'offer' ? outlook.answerBy : null,
    court: phase.court,
    next:
      phase.next && told(nextAct(phase.next, { today, calendar: view.calendar, zone: outlook.zone, contacts: row.contacts }), phase.next),
    because: phase.because.map(({ code, text }) => ({ code, text })),
  }
}

/** The day of their last word: of an interview that was booked ahead as soon as it is over. */
function lastWord({ lastInbound, coming }: Outlook, at: LocalTime): Day | null {
  if (coming.length === 0) return lastInbound
  const over = coming.filter((one) => one.over <= at).map(({ day }) => day)
  return over.reduce((last, day) => (last === null || day > last ? day : last), lastInbound)
}

/** The stretch in which a moment lies. */
export function phaseAt(outlook: Outlook, at: LocalTime): Phase {
  return (outlook.phases.findLast((phase) => phase.from <= at) ?? outlook.phases[0]) as Phase
}

/** The stretch of this moment, on the clock of the outlook's zone. */
export function phaseNow(outlook: Outlook, clock: { in(zone: string): LocalTime }): Phase {
  return phaseAt(outlook, clock.in(outlook.zone))
}

/** The day to act: the day it fell due, or today when that is past, moved on to a day on which such an act is fair. */
export function dayToAct(act: Act, today: Day, calendar: Calendar): Day {
  if (act.since >= today) return act.since
  if (anyDay.has(act.step)) return today
  const { soonest, fair } = fairDays(today, calendar)
  return prompt.has(act.step) || act.rule === 'call-back' || (act.step === 'find-number' && act.rule === null) ? soonest : fair
}

/** From today on, the next day that is worked, and the next on which nobody is left alone; worked out once, for each row of a list asks. */
interface FairDays {
  readonly soonest: Day
  readonly fair: Day
}

function fairDays(today: Day, calendar: Calendar): FairDays {
  const known = fairDaysOf.get(calendar) ?? new Map<Day, FairDays>()
  const found = known.get(today) ?? { soonest: rollForward(today, calendar), fair: actDay(today, calendar) }
  fairDaysOf.set(calendar, known.set(today, found))
  return found
}
const fairDaysOf = new WeakMap<Calendar, Map<Day, FairDays>>()

/** What hours of a contact's day come down to when my own are looked at, too. */
export type Suited = (hours: Hours, on: Day) => Hours

/**
 * The hours to act in, on the contact's clock: those of the day to act. Once they are over, which is asked of what they come down to: of a call the next
 * fair ones of that day, but not those of last time; else those of the next such day. Null when any hour will do, as on an act's last evening.
 */
export function hoursToAct(act: Act, { at, calendar }: Viewpoint, suited: Suited = asTheyAre): (Hours & { readonly on: Day }) | null {
  const today = at.slice(0, 10) as Day
  const on = dayToAct(act, today, calendar)
  const theirs = hoursOn(act, { day: on, calendar })
  if (!theirs) return null
  const hours = suited(theirs, on)
  const now = at.slice(11)
  if (on > today || now < hours.to) return { from: hours.from, to: hours.to, on }
  const fair = act.step === 'call' ? fairHoursOn({ day: on, calendar }).map((one) => suited(one, on)) : []
  const next = fair.find((one) => now < one.to && !within(one, act.dialled))
  if (next) return { ...next, on }
  const later = dayToAct(act, addDays(today, 1), calendar)
  if (act.last !== undefined && later > act.last) return null
  return { ...suited(hoursOn(act, { day: later, calendar }) ?? theirs, later), on: later }
}

function asTheyAre(hours: Hours): Hours {
  return hours
}

/** Acts for oneself, done on any day; and acts they wait for, which leave no first day back alone. */
const anyDay: ReadonlySet<StepName> = new Set<StepName>(['debrief', 'interview', 'park', 'decide-offer'])
const prompt: ReadonlySet<StepName> = new Set<StepName>(['thank-you', 'answer', 'confirm', 'ask-in-writing', 'find-contact'])

interface Seen {
  readonly today: Day
  readonly calendar: Calendar
  readonly zone: string
  readonly contacts: readonly Contact[]
}

function nextAct(act: Act, { today, calendar, zone, contacts }: Seen): NextAct {
  const on = dayToAct(act, today, calendar)
  const { step, channel, since, attempt, of } = act
  const at = agreedOn(act, on)
  const hours = hoursOn(act, { day: on, calendar })
  const person = contacts.find((one) => one.id === act.contact)
  return {
    step,
    channel,
    on,
    since,
    at,
    attempt,
    of,
    contact: person ? actContact(person) : null,
    window: hours && { from: hours.from, to: hours.to, zone },
  }
}

/** The hour of an appointment on a day; null on any day but its own. */
function agreedOn({ at, since }: Act, on: Day): string | null {
  return on === since ? at : null
}

function hoursOn(act: Act, on: OpenDay): Hours | null {
  const { step, window } = act
  if (agreedOn(act, on.day) !== null) return null
  return window && step === 'call' && !isFair(window, on) ? fairHours([], on, []) : window
}

function actContact({ name, role, email, phone }: Contact): ActContact {
  return { name, role, email, phone }
}
