import type { StepName } from '../model/act.js'
import type { Day } from '../model/day.js'
import { isUnasked } from '../model/kinds.js'
import type { ContactId } from '../model/opportunity.js'
import type { Hours } from '../model/playbook.js'
import type { Act } from '../model/standing.js'
import { actDay, addBusinessDays, addDays, rollForward, subtractBusinessDays } from './days.js'
import { pauseOver } from './effects.js'
import { gapOf } from './fold-sent.js'
import { afterClosing, answerDays, budget, dayHours, gaps, letterHours, thanks, waits } from './limits.js'
import type { Chase, Means } from './pursuit.js'
import { isStopped } from './situation.js'
import type { Booking, Situation } from './situation.js'
import { fairHours } from './windows.js'

/** A situation with the acts that chasing would bring: all that phases are made of. */
export interface Prospect {
  readonly now: Situation
  readonly means: Means
  readonly chases: readonly Chase[]
  /** Business days after the closing letter: at rest, and the first few lines of news. */
  readonly rest: { readonly park: number; readonly reconnect: number }
}

/** When a booked interview is over, as far as anyone knows: at its hour, or when its day is. */
export function overAt(booking: Booking): string {
  return booking.time ? `${booking.day}T${booking.time}` : addDays(booking.day, 1)
}

/** With no interview on record, as after one that was called off: a question for a new date on the day it was put off to, until it is asked. */
export function newDateAct({ now, means }: Prospect): Act | null {
  const { snooze, touches } = now
  if (now.clock || !snooze || !means.letters || touches.some((one) => one.day >= snooze.until)) return null
  return { ...plainAct(means.lead ? 'check-in' : 'find-contact', actDay(snooze.until, means.calendar)), contact: means.lead?.id ?? null }
}

/** The act that a call's outcome orders before the plan goes on. */
export function forcedAct({ now, means }: Prospect, act: Act | null, day: Day): Act | null {
  const forced = now.forced
  if (!forced) return act
  const { talk } = means.elsewhere
  // After a talk about another role it rests like any other, but not at an hour that they named.
  const rested = talk && forced.at === null ? actDay(addBusinessDays(talk, gaps.messages, means.calendar), means.calendar) : forced.on
  const ready = laterDay(forced.on, rested)
  const since = now.clock && ready < now.clock.due && !now.clock.promisedUntil ? laterDay(ready, now.clock.due) : ready
  if (forced.step === 'check-in') return means.letters ? { ...plainAct('check-in', since), contact: means.lead?.id ?? null } : act
  if (!means.calls) return act
  if (!means.lead?.phone) return searchFor(act, { since, day, contact: means.lead?.id ?? null })
  const isTheirs = forced.at !== null && since === forced.on
  return {
    ...plainAct('call', since),
    at: isTheirs ? forced.at : null,
    window: forced.at === null ? null : fairHours([], { day: since, calendar: means.calendar }, now.dialTimes),
    attempt: means.used.dials + 1,
    of: Math.max(means.used.dials + 1, means.playbook.dials || budget.dials),
    contact: means.lead.id,
  }
}

/** The number is wanted for the day of the call; a letter that takes its place takes it still. */
function searchFor(
  act: Act | null,
  { since, day, contact }: { readonly since: Day; readonly day: Day; readonly contact: ContactId | null },
): Act {
  if (act?.step === 'find-number') return { ...act, since }
  return act && day >= act.since ? act : { ...plainAct('find-number', since), contact, rule: 'call-named' }
}

function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The act, not before a day; an hour that was agreed holds only on its own. */
export function later(act: Act, day: Day): Act {
  return act.since >= day ? act : { ...act, since: day, at: null }
}

/** Thanks for one meeting: from when to when, `over` being the first day without, and to whom. */
interface ThankWindow {
  readonly day: Day
  readonly due: Day
  readonly last: Day
  readonly over: Day
  readonly to: ContactId | null
}

/** Thanks are due the business day after a meeting and proposed until the third, each to whom letters may go and who is still there. */
export function thankWindows({ now, means }: Prospect): readonly ThankWindow[] {
  const isReachable = (person: ContactId | null): boolean => {
    const reader = person ?? means.lead?.id ?? null
    return !isStopped(now, reader, 'letters') && !(reader && now.gone.includes(reader))
  }
  return now.meetings.flatMap((meeting) => {
    const people: readonly (ContactId | null)[] = meeting.contacts.length > 0 ? meeting.contacts : [null]
    const thanked = now.thankedOn.filter((one) => one.day >= meeting.day)
    const unnamed = thanked.filter((one) => one.contact === null || !people.includes(one.contact)).length
    const to = people.filter((person) => !thanked.some((one) => one.contact === person) && isReachable(person))[unnamed]
    if (to === undefined) return []
    const due = addBusinessDays(meeting.day, thanks.due, means.calendar)
    const last = addBusinessDays(meeting.day, thanks.last, means.calendar)
    return [{ day: meeting.day, due, last, over: addDays(last, 1), to }]
  })
}

/** The thank-you proposed at a moment of the contact's clock; null when none is due or they are all sent. */
export function thankAct(prospect: Prospect, at: string): Act | null {
  const day = at.slice(0, 10)
  const open = thankWindows(prospect).find(
    (one) => day < one.over && !prospect.now.bookings.some((b) => b.day === one.day && overAt(b) > at),
  )
  return open ? { ...plainAct('thank-you', open.due), contact: open.to, window: dayHours, last: open.last, rule: 'thanks' } : null
}

/** After a meeting to which they did not come the first word is a line that asks for another time, the same day; null without one. */
export function noShowAct({ now, means }: Prospect): Act | null {
  if (!now.noShow || !means.letters || !means.lead) return null
  return { ...plainAct('check-in', rollForward(now.noShow, means.calendar)), contact: means.lead.id, window: dayHours, rule: 'no-show' }
}

/** What I owe them, the earliest first; who took a job elsewhere owes nothing but the line that says so, and nobody is rung in a role on hold. */
export function obligationAct({ now }: Prospect): Act | null {
  const hired = now.obligations.find((one) => one.kind === 'hired')
  const open = withoutWrongNumber(now.obligations).filter((one) => one.kind !== 'wrong-number' || !now.paused)
  const first = hired ?? open.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
  return first ? { ...plainAct(first.step, first.on), contact: first.contact, rule: first.kind === 'call-back' ? 'call-back' : null } : null
}

/** Who rang, and whose number on record is not theirs, is rung back once the right one is found: it is wanted for the day of that call. */
function withoutWrongNumber(all: Situation['obligations']): Situation['obligations'] {
  const back = all.find((one) => one.kind === 'call-back')
  const wrong = all.find((one) => one.kind === 'wrong-number' && one.contact === back?.contact)
  if (!back || !wrong) return all
  return all.filter((one) => one !== back).map((one) => (one === wrong && back.on < one.on ? { ...one, on: back.on } : one))
}

/** To see whether a letter left: before anything else, for all that follows hangs on it. */
export function unsettledAct({ now }: Prospect): Act | null {
  const [first] = now.unsettled
  return first ? { ...plainAct(first.letter, first.day), contact: first.contact, window: null, rule: 'unsettled' } : null
}

/** To say whether a mail that came is an answer: before anything is done that an answer would make foolish. */
export function unconfirmedAct({ now }: Prospect): Act | null {
  const [first] = now.unconfirmed
  return first ? { ...plainAct('read-mail', first.day), contact: first.contact, window: null, rule: 'unconfirmed' } : null
}

/** A booked interview as an act on its day. */
export function bookingAct(booking: Booking): Act {
  return { ...plainAct('interview', booking.day), at: booking.time, contact: booking.contacts[0] ?? null }
}

/**
 * The decision one business day before their deadline. What was only said is asked for on paper, and where no deadline is known the day, while there is
 * time before that; then five days are assumed. After a yes elsewhere it is answered that day.
 */
export function offerAct(prospect: Prospect, at: string): Act | null {
  const { now, means } = prospect
  const offer = now.offer
  if (!offer) return null
  const asked = addBusinessDays(offer.on, 1, means.calendar)
  const deadline = deadlineOf(prospect)
  const contact = means.lead?.id ?? null
  const elsewhere = now.obligations.find((one) => one.kind === 'hired')
  if (elsewhere) return { ...plainAct('decide-offer', elsewhere.on), contact }
  if (!deadline) return { ...plainAct('ask-in-writing', asked), contact }
  const decide = decisionDay(prospect, deadline)
  const isUnasked = !offer.asked && (offer.written === false || !offer.respondBy)
  if (isUnasked && asked < decide && at.slice(0, 10) < decide) return { ...plainAct('ask-in-writing', asked), contact }
  return { ...plainAct('decide-offer', decide), contact }
}

/** Until when they wait for an answer, as they said or as is assumed of an offer on paper or one that was asked about; else null. */
function deadlineOf({ now: { offer }, means }: Prospect): Day | null {
  if (!offer || offer.respondBy) return offer?.respondBy ?? null
  return offer.written || offer.asked ? addBusinessDays(offer.on, answerDays, means.calendar) : null
}

/** The day on which an offer asks for a decision instead of paper, or of its day; null when there is none. */
export function paperOver(prospect: Prospect): Day | null {
  const deadline = deadlineOf(prospect)
  return deadline && decisionDay(prospect, deadline)
}

function decisionDay({ now, means }: Prospect, deadline: Day): Day {
  const eve = subtractBusinessDays(deadline, 1, means.calendar)
  const from = now.offer?.on ?? eve
  return eve > from ? eve : rollForward(from, means.calendar)
}

/**
 * The closing letter, or the last touch where all that may be asked of them is used up, in other roles too: a call may cost a message, and there is none
 * left. Null while there is more to say.
 */
export function saidLast({ now, means }: Prospect): Day | null {
  if (now.closing) return now.closing.on
  if (means.used.units < budget.units || isCallOrdered({ now, means }) || !now.clock) return null
  const [here, there] = [now.touches.at(-1)?.day ?? null, means.elsewhere.unit]
  return here && there ? laterDay(here, there) : (here ?? there)
}

/** Whether a call's outcome orders another one that may be made. */
function isCallOrdered({ now, means }: Pick<Prospect, 'now' | 'means'>): boolean {
  return now.forced?.step === 'call' && means.calls
}

/** At rest some time after the last message, but not while a day they named is still to come, or time that is theirs. */
export function parkDay(prospect: Prospect): Day | null {
  const { now, rest, means } = prospect
  const last = saidLast(prospect)
  if (!last) return null
  const theirs = now.closing ? now.clock?.promisedUntil : now.clock?.due
  return laterDay(actDay(addBusinessDays(last, rest.park, means.calendar), means.calendar), theirs ?? last)
}

/** What is left while at rest: a check-in after a pause of theirs, else a few lines of news now and then. */
export function restAct(prospect: Prospect): Act | null {
  const { now, means } = prospect
  if (!means.letters || !means.lead) return null
  const notBefore = now.back && addBusinessDays(now.back, waits.backFromLeave, means.calendar)
  if (now.paused && (now.paused.until || now.paused.times === 1)) {
    const wrote = now.touches.findLast((one) => one.act === 'letter')
    const rested = wrote && addBusinessDays(wrote.day, gapOf(wrote.letter), means.calendar)
    const asked = pauseOver(now.paused, means.calendar)
    const since = laterDay(asked, rested ?? asked)
    return { ...plainAct('check-in', actDay(laterDay(since, notBefore ?? since), means.calendar)), contact: means.lead.id }
  }
  const from = now.paused?.on ?? saidLast(prospect)
  const since = from && newsDay(prospect, from)
  if (!since) return null
  return {
    ...plainAct('reconnect', actDay(laterDay(since, notBefore ?? since), means.calendar)),
    contact: means.lead.id,
    rule: now.paused ? null : 'reconnect',
  }
}

/** When the next few lines of news are fair at rest since a day; null when they were written often enough. */
function newsDay({ now, rest, means }: Prospect, from: Day): Day | null {
  const written = now.reconnects.filter((day) => day >= from)
  const last = written.at(-1)
  const most = now.humanEver ? afterClosing.most : afterClosing.mostUnheard
  if (rest.reconnect === 0 || written.length >= most) return null
  return last ? addBusinessDays(last, afterClosing.apart, means.calendar) : addBusinessDays(from, rest.reconnect, means.calendar)
}

/** An act that no playbook orders, at the hours of its kind. */
export function plainAct(step: StepName, since: Day): Act {
  const channel = step === 'call' ? 'phone' : silentSteps.has(step) ? null : 'email'
  return { step, channel, since, at: null, attempt: 1, of: 1, contact: null, window: hoursOf(step), voicemail: false, rule: null }
}

function hoursOf(step: StepName): Hours | null {
  if (step === 'call' || silentSteps.has(step)) return null
  return isUnasked(step) ? letterHours : dayHours
}
const silentSteps: ReadonlySet<StepName> = new Set<StepName>([
  'debrief',
  'interview',
  'find-number',
  'find-contact',
  'decide-offer',
  'park',
])
