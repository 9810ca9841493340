import type { Outcome } from '../model/act.js'
import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { callIs } from '../model/kinds.js'
import { actDay, addBusinessDays, rollForward } from './days.js'
import { clockFrom, humanWord, isToldHere, offered, owe, oweYes, postpone, runClock, withoutFarewell } from './effects.js'
import type { Fold } from './effects.js'
import { callBackUntil, gaps, waits } from './limits.js'
import { momentOf, onClockOf } from './timeline.js'

type CallFold = Fold<'called'>

/** A call: each outcome has its own consequence. */
export function foldCalled(call: CallFold): void {
  const { outcome } = call.fact.data
  if (!isToldHere(call.fact, call.set)) return calledElsewhere(call)
  if (outcome !== 'missed-callback') call.now.lastTouch = call.event.day
  call.now.noShow = null
  for (const consequence of consequences[outcome]) consequence(call)
}

const consequences: Readonly<Record<Outcome, readonly ((call: CallFold) => void)[]>> = {
  spoke: [talked],
  'asks-something': [talked, (call) => owe(call, { kind: 'question', step: 'answer' })],
  booked: [talked, oweYes],
  offer: [talked, ({ now, event }) => offered(now, event.day, {})],
  no: [talked, ({ now, event }) => void (now.closed = { on: event.day, by: 'person' })],
  'asked-not-to-call': [talked, refused],
  'bad-time': [dial, calledBack],
  'assistant-time': [assistantTime],
  'assistant-message': [dial],
  'assistant-will-call': [dial, softPromise],
  'voicemail-left': [dial],
  'no-answer': [dial],
  busy: [dial],
  'mailbox-full': [dial, (call) => void (call.now.forced = { step: 'check-in', on: nextDay(call), at: null })],
  'wrong-number': [rememberHour, wrongNumber],
  'missed-callback': [missed],
  dropped: [dropped],
}

/** A call about another role: a number is the person's, and who has talked with me, or was rung, is not rung back any more, nor at a time that was named for it. */
function calledElsewhere(call: CallFold): void {
  const { now, event, fact, set } = call
  const { outcome, contact } = fact.data
  if (outcome === 'wrong-number') return wrongNumber(call)
  const rest = now.obligations.filter((one) => one.kind !== 'call-back' || one.contact !== contact)
  const rangFirst = rest.length < now.obligations.length
  now.obligations = rest
  if (contact !== set.lead?.id) return
  if (now.forced?.step === 'call' && isPast(now.forced, event)) now.forced = null
  if (callIs(outcome, 'returns')) return void (now.forced = rangFirst ? rungAgain(call) : now.forced)
  now.obligations = withoutFarewell(now)
  if (outcome === 'asked-not-to-call' && isNextMine(call)) owe(call, { kind: 'no-calls', step: 'close-the-loop' })
}

/** Whether the next word would be mine on the day of the closing letter that a wish for no calls asks for: then it is about this role too. Elsewhere their time runs on. */
function isNextMine({ now, event, set }: CallFold): boolean {
  const on = addBusinessDays(event.day, 1, set.calendar)
  const isSilent = now.clock !== null && now.clock.due <= on && !(now.snooze && now.snooze.until > on)
  const isOver = now.closed ?? now.offer ?? now.retired ?? now.closing ?? now.paused
  return isSilent && !isOver && now.bookings.length === 0 && now.obligations.length === 0
}

/** Whether a time for a call was over, or had come, when we talked. */
function isPast({ on, at }: NonNullable<CallFold['now']['forced']>, { day, time }: CallFold['event']): boolean {
  return on < day || (on === day && (at === null || time === null || at <= time))
}

/** A conversation settles what they asked and starts their clock afresh; a day they named that is still to come stays theirs, and a new one comes as a promise after it. */
function talked({ now, event, set }: CallFold): void {
  humanWord(now, event.day)
  now.leave = true
  if (!isPromised(now, set)) now.clock = null
  now.obligations = now.obligations.filter(
    (one) => one.kind === 'invite' || one.kind === 'left' || one.kind === 'hired' || one.kind === 'unwanted',
  )
  runClock(now, event.day, clockFrom('talk', { start: event.day, plus: waits.talk }, set.calendar))
  rememberHour({ now, event })
}

/** Whether a day they named is in force; the hour of a call is none. */
function isPromised({ promise, clock }: CallFold['now'], { calendar }: CallFold['set']): boolean {
  return promise !== null && clock?.anchor === 'promise' && clock.start === rollForward(promise, calendar)
}

function dial(call: CallFold): void {
  const { now, event, fact, set } = call
  const rangFirst = now.obligations.some((one) => one.kind === 'call-back')
  now.obligations = now.obligations.filter((one) => one.kind !== 'call-back')
  now.forced = rangFirst ? rungAgain(call) : null
  rememberHour(call)
  const touch = { act: 'dial', letter: null, outcome: fact.data.outcome, day: event.day, time: event.time } as const
  if (now.clock && event.day < now.clock.due) postpone(now, { start: event.day, plus: restAfter(touch.outcome) }, set.calendar)
  now.touches = [...now.touches, touch]
}

/** When they are rung again whose call was returned without a talk: at once, at the time they named, or the next day, but not where they had named one for their word. */
function rungAgain(call: CallFold): CallFold['now']['forced'] {
  const { now, event, fact, set } = call
  const { outcome } = fact.data
  if (outcome === 'dropped') return { step: 'call', on: event.day, at: null }
  const named = outcome === 'bad-time' ? namedTime(call) : null
  if (named) return { step: 'call', on: rollForward(named.day, set.calendar), at: named.time }
  const isVain = outcome === 'no-answer' || outcome === 'busy'
  return isVain && !isPromised(now, set) ? { step: 'call', on: nextDay(call), at: null } : null
}

/** Business days of rest after a dial, by what came of it. */
export function restAfter(outcome: Outcome): number {
  if (outcome === 'voicemail-left') return gaps.voicemail
  return callIs(outcome, 'message') ? gaps.message : gaps.dial
}

/** Whose number it was, another one is looked for only where they are the one that is chased, and still there. */
function wrongNumber(call: CallFold): void {
  const { contact } = call.fact.data
  if (contact !== null && call.now.gone.includes(contact)) return
  if (contact === null || call.set.meant.includes(contact)) owe(call, { kind: 'wrong-number', step: 'find-number' })
}

function refused(call: CallFold): void {
  const { now, fact, set } = call
  now.stops = [...now.stops, { contact: fact.data.contact ?? set.lead?.id ?? null, calls: true, letters: false }]
  owe(call, { kind: 'no-calls', step: 'close-the-loop' })
}

/** "Bad time, call me Thursday at ten": a small promise, kept to the minute and without grace. */
function calledBack(call: CallFold): void {
  call.now.leave = true
  const named = namedTime(call)
  if (!named) return
  const { now, set } = call
  const day = agreedDay(named, set.calendar)
  const isEarlier = isPromised(now, set) && day < (now.clock?.promisedUntil ?? '')
  if (!isEarlier) now.clock = { anchor: 'promise', start: day, plus: 0, due: day, promisedUntil: day }
  now.lastInbound = call.event.day
  now.forced = { step: 'call', on: day, at: named.time }
}

function assistantTime(call: CallFold): void {
  call.now.leave = true
  const named = namedTime(call)
  rememberHour(call)
  const day = named ? agreedDay(named, call.set.calendar) : nextDay(call)
  call.now.forced = { step: 'call', on: day, at: named?.time ?? null }
}

function softPromise({ now, event, set }: CallFold): void {
  const due = actDay(addBusinessDays(event.day, waits.assistant, set.calendar), set.calendar)
  if (!isPromised(now, set)) now.clock = null
  runClock(now, event.day, { anchor: 'talk', start: event.day, plus: waits.assistant, due, promisedUntil: due })
  now.lastInbound = event.day
}

/** They rang and I missed it: back within two business hours, at the latest the next morning. */
function missed(call: CallFold): void {
  const { now, event, set } = call
  humanWord(now, event.day)
  if (now.clock && event.day >= now.clock.due) now.clock = clockFrom('courtesy', { start: event.day, plus: 0 }, set.calendar)
  const inHours = event.time === null || event.time <= callBackUntil
  const on = addBusinessDays(event.day, 0, set.calendar) === event.day && inHours ? event.day : addBusinessDays(event.day, 1, set.calendar)
  owe(call, { kind: 'call-back', step: 'call' })
  now.obligations = now.obligations.map((one) => (one.fact === call.fact.id ? { ...one, on } : one))
}

/** Once more at once; dropped a second time, a short mail does it. */
function dropped(call: CallFold): void {
  const again = call.now.touches.at(-1)
  dial(call)
  if (again?.outcome === 'dropped') call.now.forced = { step: 'check-in', on: nextDay(call), at: null }
  else call.now.forced = { step: 'call', on: call.event.day, at: null }
}

function nextDay({ event, set }: CallFold): Day {
  return actDay(addBusinessDays(event.day, 1, set.calendar), set.calendar)
}

/** Their own day for a call: with an hour whatever day it is, else a business day, the first one back too, on which nobody else is to be rung. */
function agreedDay({ day, time }: { readonly day: Day; readonly time: string | null }, calendar: Calendar): Day {
  return time === null ? rollForward(day, calendar) : day
}

function namedTime({ fact, set }: CallFold): { readonly day: Day; readonly time: string | null } | null {
  const stored = fact.data.callback
  return stored ? onClockOf(set.zone, momentOf(stored)) : null
}

function rememberHour({ now, event }: Pick<CallFold, 'now' | 'event'>): void {
  if (event.time) now.dialTimes = [...now.dialTimes, event.time]
}
