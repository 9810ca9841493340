import { epochMinutes, parseMoment } from '../model/day.js'
import type { Day, Moment } from '../model/day.js'
import type { Fact, FactOf, StoredMoment } from '../model/fact.js'
import type { FactId } from '../model/opportunity.js'
import { inOrder } from './order.js'
import { localIn } from './zones.js'

/** A fact on the contact's clock: their day, and 'HH:MM' when the time is known. */
export interface Event {
  readonly fact: Fact
  readonly day: Day
  readonly time: string | null
}

/** A moment on another zone's clock; a whole day keeps its date, for the person meant that day. */
export function onClockOf(zone: string, moment: Moment): { readonly day: Day; readonly time: string | null } {
  if (moment.time === null || moment.zone === zone) return { day: moment.day, time: moment.time }
  return localIn(zone, epochMinutes(moment) * 60_000)
}

/** A moment as it lies in a fact's data. */
export function momentOf(stored: StoredMoment): Moment {
  return parseMoment(stored.text, stored.zone)
}

/** What happened, in order, on the contact's clock: moved interviews at their new time, cancelled ones and bounced letters left out. */
export function timeline(facts: readonly Fact[], zone: string): readonly Event[] {
  return withoutReturned(inOrder(asMoved(facts))).map((fact) => eventOf(fact, zone))
}

function asMoved(facts: readonly Fact[]): readonly Fact[] {
  const moved = new Map<FactId, StoredMoment | null>()
  for (const fact of facts) if (fact.kind === 'rescheduled') moved.set(fact.data.interview, fact.data.to)
  if (moved.size === 0) return facts
  const real: Fact[] = []
  for (const fact of facts) {
    if (fact.kind === 'rescheduled' && givesWay(fact, facts)) continue
    const to = moved.get(fact.id)
    if (to === undefined) real.push(fact)
    else if (to !== null) real.push({ ...(fact as FactOf<'interviewed'>), at: momentOf(to) })
  }
  return real
}

/** Facts in order without the letters that came back, which count as never sent; whether they left is no question any more. */
export function withoutReturned(ordered: readonly Fact[]): readonly Fact[] {
  if (!ordered.some(isBounce)) return ordered
  const returned = [...cameBack(ordered).values()]
  const places = new Map(returned.map((letter) => [letter.id, ordered.indexOf(letter)] as const))
  const left = (one: FactOf<'sending'>, index: number): boolean =>
    returned.some(({ id, data }) => data.sending === one.id || (isOneLetter(data, one.data) && index < (places.get(id) ?? 0)))
  return ordered.filter((one, index) => !places.has(one.id) && !(one.kind === 'sending' && left(one, index)))
}

/** Whether two are of one kind to one reader. */
export function isOneLetter(a: FactOf<'sending' | 'sent'>['data'], b: FactOf<'sending' | 'sent'>['data']): boolean {
  return a.letter === b.letter && a.contact === b.contact
}

/** Whether a booking is taken off because what came of it is told in the same breath. */
export function givesWay({ command }: Fact, facts: readonly Fact[]): boolean {
  return facts.some((one) => one.kind === 'interviewed' && one.command === command)
}

/** Of facts in order, the letter that each bounce brought back: the one it names, else the latest before it of the kind and to the reader it names. */
export function cameBack(ordered: readonly Fact[]): ReadonlyMap<FactId, FactOf<'sent'>> {
  const back = new Map<FactId, FactOf<'sent'>>()
  const gone = new Set<FactId>()
  ordered.forEach((fact, index) => {
    if (!isBounce(fact)) return
    const { of, contact, letter: named } = fact.data
    const letter = ordered.slice(0, index).findLast((one): one is FactOf<'sent'> => {
      if (one.kind !== 'sent' || one.opportunity !== fact.opportunity || gone.has(one.id)) return false
      if (named !== undefined) return one.id === named
      return (of === undefined || one.data.letter === of) && (contact === null || one.data.contact === contact)
    })
    if (!letter) return
    gone.add(letter.id)
    back.set(fact.id, letter)
  })
  return back
}

function isBounce(fact: Fact): fact is FactOf<'heard'> {
  return fact.kind === 'heard' && fact.data.kind === 'bounce'
}

/** A whole day that was mine when it was recorded and had not begun there yet, is the day that they had. */
function eventOf(fact: Fact, zone: string): Event {
  const { day, time } = onClockOf(zone, fact.at)
  if (time !== null || fact.at.zone === zone) return { fact, day, time }
  const recorded = Date.parse(fact.recorded)
  const theirs = localIn(zone, recorded).day
  const wasToday = day === localIn(fact.at.zone, recorded).day
  return { fact, day: wasToday && theirs < day ? theirs : day, time: null }
}
