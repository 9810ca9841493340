import type { StepName } from '../model/act.js'
import type { Day } from '../model/day.js'
import type { ContactId } from '../model/opportunity.js'
import type { Act, Court, Phase, Reason, State } from '../model/standing.js'
import { actDay, addBusinessDays, addDays, rollForward, subtractBusinessDays } from './days.js'
import { budget, dayHours, letterHours, thanks, waits } from './limits.js'
import type { Chase, Means } from './pursuit.js'
import { because } from './reasons.js'
import type { Booking, Situation } from './situation.js'

/** A situation with the acts that chasing would bring: all that phases are made of. */
export interface Prospect {
  readonly now: Situation
  readonly means: Means
  readonly chases: readonly Chase[]
  /** Business days after the closing letter: at rest, and the first few lines of news; most reconnects in all. */
  readonly rest: { readonly park: number; readonly reconnect: number; readonly apart: number; readonly most: number }
}

/** What is so at one moment of the contact's clock ('YYYY-MM-DDTHH:MM'); the whole of coaching 2.3 and 2.4. */
export type View = Omit<Phase, 'from'>

/** The stretches of equal standing, the first from ''. */
export function phasesOf(prospect: Prospect): readonly Phase[] {
  const phases: Phase[] = [{ from: '', ...viewAt(prospect, '0000-01-01T00:00') }]
  for (const from of boundaries(prospect)) {
    const view = viewAt(prospect, from.length > 10 ? from : `${from}T00:00`)
    if (!same(view, phases.at(-1) as Phase)) phases.push({ from, ...view })
  }
  return phases
}

/** Every moment at which something may change. */
function boundaries(prospect: Prospect): readonly string[] {
  const { now, chases } = prospect
  const days: (string | null | undefined)[] = [now.clock?.due, now.clock?.promisedUntil, now.snooze?.until, parkDay(prospect)]
  for (const booking of now.bookings) days.push(overAt(booking))
  for (const meeting of thankWindows(prospect)) days.push(meeting.over)
  for (const chase of chases.slice(1)) days.push(chase.act.since)
  return [...new Set(days.filter((day): day is string => typeof day === 'string'))].sort()
}

/** When a booked interview is over, as far as anyone knows: at its hour, or when its day is. */
export function overAt(booking: Booking): string {
  return booking.time ? `${booking.day}T${booking.time}` : addDays(booking.day, 1)
}

function viewAt(prospect: Prospect, at: string): View {
  const { now } = prospect
  if (now.closed) return view(prospect, 'closed', null, null)
  if (now.offer) return view(prospect, 'offer', 'mine', offerAct(prospect))
  if (now.retired) return view(prospect, 'retired', null, null)
  const asked = obligationAct(prospect)
  const coming = now.bookings.find((one) => overAt(one) > at)
  const answered = earliest([asked, coming ? bookingAct(coming) : null])
  if (answered) return view(prospect, 'answered', 'mine', asked ? answered : earliest([thankAct(prospect, at), answered]))
  const passed = now.bookings.findLast((one) => overAt(one) <= at)
  if (passed) return view(prospect, 'waiting', 'mine', { ...bookingAct(passed), step: 'debrief', window: null, at: null })
  return theirClock(prospect, at)
}

/** The states below `answered`, in their order of precedence. */
function theirClock(prospect: Prospect, at: string): View {
  const { now } = prospect
  const day = at.slice(0, 10) as Day
  const chase = chaseAt(prospect, day)
  if (now.snooze && day < now.snooze.until) return view(prospect, 'snoozed', 'mine', chase && later(chase, rollForward(now.snooze.until, prospect.means.calendar)))
  const thank = thankAct(prospect, at)
  const court: Court = thank ? 'mine' : 'theirs'
  if (now.clock?.promisedUntil && day < now.clock.promisedUntil) return view(prospect, 'promised', court, thank ?? chase)
  const park = parkDay(prospect)
  if (now.paused || (park && day >= park)) return view(prospect, 'parked', 'mine', thank ?? restAct(prospect))
  if (!now.clock || day < now.clock.due) return view(prospect, 'waiting', court, thank ?? chase)
  return { ...view(prospect, 'silent', 'mine', thank ?? chase), silentSince: now.clock.due }
}

function view(prospect: Prospect, state: State, court: Court, next: Act | null): View {
  const reasons: readonly Reason[] = because(prospect, state, next)
  return { state, court: next ? court : null, silentSince: null, next, because: reasons }
}

function chaseAt(prospect: Prospect, day: Day): Act | null {
  const { now, chases } = prospect
  const park = parkDay(prospect)
  if (park) return { ...plainAct('park', park), contact: null }
  const reached = chases.findLast((chase) => chase.act.since <= day) ?? chases[0]
  const act = reached?.act ?? null
  return now.forced ? forcedAct(prospect, act) : act
}

/** The act that a call's outcome orders before the plan goes on. */
function forcedAct({ now, means }: Prospect, act: Act | null): Act | null {
  const forced = now.forced
  if (!forced) return act
  const since = now.clock && forced.on < now.clock.due && !now.clock.promisedUntil ? laterDay(forced.on, now.clock.due) : forced.on
  if (forced.step === 'check-in') return means.letters ? { ...plainAct('check-in', since), contact: means.lead?.id ?? null } : act
  if (!means.calls || !means.lead?.phone) return act
  return { ...plainAct('call', since), at: forced.at, attempt: means.used.dials + 1, of: Math.max(means.used.dials + 1, means.playbook.dials || budget.dials), contact: means.lead.id }
}

function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

function later(act: Act, day: Day): Act {
  return act.since >= day ? act : { ...act, since: day }
}

/** Thanks are due the business day after a meeting and proposed until the third; `over` is the first day without. */
function thankWindows({ now, means }: Prospect): readonly { readonly day: Day; readonly due: Day; readonly over: Day; readonly to: ContactId | null }[] {
  return now.meetings.flatMap((meeting) => {
    const people: readonly (ContactId | null)[] = meeting.contacts.length > 0 ? meeting.contacts : [null]
    const thanked = now.thankedOn.filter((one) => one.day >= meeting.day)
    const unnamed = thanked.filter((one) => one.contact === null || !people.includes(one.contact)).length
    const to = people.filter((person) => !thanked.some((one) => one.contact === person))[unnamed]
    if (to === undefined || !means.letters) return []
    const due = addBusinessDays(meeting.day, thanks.due, means.calendar)
    return [{ day: meeting.day, due, over: addBusinessDays(meeting.day, thanks.last + 1, means.calendar), to }]
  })
}

function thankAct(prospect: Prospect, at: string): Act | null {
  const day = at.slice(0, 10)
  const open = thankWindows(prospect).find((one) => day < one.over && !prospect.now.bookings.some((b) => b.day === one.day && overAt(b) > at))
  return open ? { ...plainAct('thank-you', open.due), contact: open.to, window: dayHours, rule: 'thanks' } : null
}

function obligationAct({ now }: Prospect): Act | null {
  const first = [...now.obligations].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
  return first ? { ...plainAct(first.step, first.on), contact: first.contact } : null
}

function bookingAct(booking: Booking): Act {
  return { ...plainAct('interview', booking.day), at: booking.time, contact: booking.contacts[0] ?? null }
}

/** The decision one business day before their deadline; without one, first ask for it in writing, then assume five days. */
function offerAct({ now, means }: Prospect): Act | null {
  const offer = now.offer
  if (!offer) return null
  const asked = addBusinessDays(offer.on, 1, means.calendar)
  const deadline = offer.respondBy ?? (offer.written || offer.asked ? addBusinessDays(offer.on, assumedDays, means.calendar) : null)
  if (!deadline) return { ...plainAct('ask-in-writing', asked), contact: means.lead?.id ?? null }
  const eve = subtractBusinessDays(deadline, 1, means.calendar)
  return { ...plainAct('decide-offer', eve > offer.on ? eve : rollForward(offer.on, means.calendar)), contact: means.lead?.id ?? null }
}
/** Business days to answer in when nobody said (coaching 7.6). */
const assumedDays = 5

/** At rest some time after the closing letter, but not while a day they named is still to come. */
function parkDay({ now, rest, means }: Prospect): Day | null {
  if (!now.closing) return null
  return laterDay(actDay(addBusinessDays(now.closing.on, rest.park, means.calendar), means.calendar), now.clock?.promisedUntil ?? now.closing.on)
}

/** What is left while at rest: a check-in after a pause of theirs, else a few lines of news now and then. */
function restAct(prospect: Prospect): Act | null {
  const { now, rest, means } = prospect
  if (!means.letters || !means.lead) return null
  const lead = { contact: means.lead.id }
  if (now.paused) {
    const [step, wait]: [StepName, number] = now.paused.times > 1 ? ['reconnect', rest.reconnect] : ['check-in', waits.pausedRole]
    return { ...plainAct(step, actDay(addBusinessDays(now.paused.on, wait, means.calendar), means.calendar)), ...lead }
  }
  const most = now.humanEver ? rest.most : 1
  const last = now.reconnects.at(-1)
  if (!now.closing || rest.reconnect === 0 || now.reconnects.length >= most) return null
  const since = last ? addBusinessDays(last, rest.apart, means.calendar) : addBusinessDays(now.closing.on, rest.reconnect, means.calendar)
  return { ...plainAct('reconnect', actDay(since, means.calendar)), ...lead, rule: 'reconnect' }
}

/** An act without playbook, hours by its kind. */
function plainAct(step: StepName, since: Day): Act {
  const channel = step === 'call' ? 'phone' : silentSteps.has(step) ? null : 'email'
  const window = channel === null ? null : step === 'call' ? null : step === 'check-in' || step === 'reconnect' || step === 'close-the-loop' ? letterHours : dayHours
  return { step, channel, since, at: null, attempt: 1, of: 1, contact: null, window, voicemail: false, rule: null }
}
const silentSteps: ReadonlySet<StepName> = new Set<StepName>(['debrief', 'interview', 'find-number', 'find-contact', 'decide-offer', 'park'])

function earliest(acts: readonly (Act | null)[]): Act | null {
  return acts.reduce((best, act) => (act && (!best || act.since < best.since) ? act : best), null)
}

function same(a: View, b: Phase): boolean {
  if (a.state !== b.state || a.court !== b.court || a.silentSince !== b.silentSince || a.because.length !== b.because.length) return false
  return alike(a.next, b.next) && a.because.every((reason, index) => alike(reason, b.because[index] ?? null))
}

/** Equal field by field; fields that are objects must be the same object. */
function alike(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return a === b
  return Object.entries(a).every(([key, value]) => value === (b as Record<string, unknown>)[key])
}
