import type { Day } from '../model/day.js'
import { businessDaysBetween } from './days.js'
import { absent, clockFrom, humanWord, isToldHere, offered, owe, oweYes, postpone, runClock, withoutFarewell } from './effects.js'
import type { Fold } from './effects.js'
import { conflictDays, waits } from './limits.js'
import type { Situation } from './situation.js'
import { stillOpen } from './unconfirmed.js'

type HeardFold = Fold<'heard'>

/** Something came in, and what follows from it. Machines and signs move nothing but what they say themselves. */
export function foldHeard(heard: HeardFold): void {
  const { now, event, fact, set } = heard
  if (!isToldHere(fact, set) && fact.data.kind !== 'left') return void (now.obligations = withoutFarewell(now))
  now.unconfirmed = stillOpen(now.unconfirmed, fact)
  switch (fact.data.kind) {
    case 'question':
      word(heard)
      withoutConflict(heard)
      return owe(heard, { kind: 'question', step: 'answer' })
    case 'holding':
      return holding(heard)
    case 'courtesy':
      return courtesy(heard)
    case 'invite':
      word(heard)
      return invited(heard)
    case 'rejection':
      return rejected(heard)
    case 'offer':
      word(heard)
      return offered(now, event.day, {})
    case 'on-hold':
      return paused(heard)
    case 'left':
      return left(heard)
    case 'out-of-office':
      return away(heard)
    case 'bounce':
    case 'auto':
    case 'reposted':
    case 'viewed':
    case 'freeze':
      return
    case 'no-show':
      return unmet(now, event.day)
  }
}

/** What was booked for that day did not take place: there is nobody to thank, and another time to be asked for. */
export function unmet(now: Situation, day: Day): void {
  if (now.meetings.some((one) => one.day === day)) now.noShow = day
  now.meetings = now.meetings.filter((one) => one.day !== day)
}

/** A human word; after a machine's no it makes a conflict: someone is still there to be asked. */
function word(heard: HeardFold): void {
  const { now, event } = heard
  const wasClosed = now.closed?.by === 'machine'
  humanWord(now, event.day)
  if (wasClosed) owe(heard, { kind: 'conflict', step: 'check-in' })
}

function holding(heard: HeardFold): void {
  const { now, event, set } = heard
  word(heard)
  runClock(now, event.day, clockFrom('reply', { start: event.day, plus: waits.reply }, set.calendar))
}

/** Before silence a courtesy says nothing new; after it began it is a sign of life. */
function courtesy(heard: HeardFold): void {
  const { now, event, set } = heard
  const { paused: pause, back } = now
  const silent = now.clock !== null && event.day >= now.clock.due
  const farewell = now.obligations.filter((one) => one.kind === 'no-calls')
  word(heard)
  Object.assign(now, { paused: pause, back, obligations: [...farewell, ...now.obligations] })
  if (silent && !pause) now.clock = clockFrom('courtesy', { start: event.day, plus: waits.courtesy }, set.calendar)
}

function invited(heard: HeardFold): void {
  withoutConflict(heard)
  oweYes(heard)
}

/** Who is invited, or asked for something, need not ask any more whether the machine's no was meant. */
function withoutConflict({ now }: HeardFold): void {
  now.obligations = now.obligations.filter((one) => one.kind !== 'conflict')
}

function rejected(heard: HeardFold): void {
  const { now, event, fact, set } = heard
  now.lastInbound = event.day
  if (!fact.data.automated) {
    humanWord(now, event.day)
    now.closed = { on: event.day, by: 'person' }
    // Should it be opened again, their no was their last word: a day they named before it is none any more.
    now.promise = null
    now.clock = clockFrom('reply', { start: event.day, plus: waits.reply }, set.calendar)
    return
  }
  const isRecent = (day: Day): boolean => businessDaysBetween(day, event.day, set.calendar) <= conflictDays
  const engaged =
    (now.lastHuman !== null && isRecent(now.lastHuman)) || set.bookings.some(({ id, recorded }) => id < fact.id && isRecent(recorded))
  if (engaged) owe(heard, { kind: 'conflict', step: 'check-in' })
  else now.closed = { on: event.day, by: 'machine' }
}

function paused(heard: HeardFold): void {
  const { now, event, fact } = heard
  const times = now.pauses + 1
  const { back } = now
  word(heard)
  now.back = back
  now.promise = null
  now.pauses = times
  now.paused = { on: event.day, until: fact.data.until ?? null, times }
  if (now.clock?.promisedUntil) now.clock = { ...now.clock, promisedUntil: null }
}

function left(heard: HeardFold): void {
  const { now, fact, set } = heard
  const contact = fact.data.contact ?? set.lead?.id ?? null
  if (contact) now.gone = [...now.gone, contact]
  // Nobody looks for the number of somebody who is not there any more.
  now.obligations = now.obligations.filter((one) => one.kind !== 'wrong-number' || (one.contact ?? set.lead?.id) !== contact)
  if (contact === null || set.meant.includes(contact)) owe(heard, { kind: 'left', step: 'find-contact' })
}

function away({ now, event, fact, set }: HeardFold): void {
  if (fact.data.contact !== null && set.lead && fact.data.contact !== set.lead.id) return
  if (fact.data.until) absent(now, fact.data.until, set.calendar)
  else postpone(now, { start: event.day, plus: waits.leaveWithoutDate, away: 'no day' }, set.calendar)
}
