import type { Day, LocalTime } from '../../model/day.js'
import type { Fact } from '../../model/fact.js'
import type { LetterFacts } from '../../model/letter.js'
import type { ContactId } from '../../model/opportunity.js'
import type { CaseFile } from '../../model/store.js'
import { speaksOfIt } from '../../rules/fold.js'
import { offerIn } from '../../rules/offers.js'
import { spokenDay } from '../../rules/spoken-day.js'
import { timeline } from '../../rules/timeline.js'
import type { Event } from '../../rules/timeline.js'
import type { Writing } from './writing.js'

/** What a letter of its kind has to speak of, or must not say, because of what happened last. */
export type Occasion = Pick<LetterFacts, 'noPhone' | 'missed' | 'calledOff' | 'internal' | 'told' | 'agreed'>

/** The occasion of a letter, from recorded facts. */
export function occasionOf(writing: Writing, met: string | null): Occasion {
  const { row, file, letter, to, at } = writing
  const today = at.slice(0, 10) as Day
  const events = timeline(file.facts, row.outlook.zone)
  const missed = lastMissed(events, today)
  const asked = wishIn(letter === 'close-the-loop' ? timeline(withElsewhere(file, to), row.outlook.zone) : events, to)
  return {
    noPhone: asked && spokenDay(asked.day, today),
    missed: missed !== null && (letter === 'check-in' ? isForAnotherTime(writing) : met === null) ? spokenDay(missed.day, today) : null,
    calledOff: isCalledOff(file.facts),
    internal: isInHouse(file.facts),
    told: isTold(file.facts),
    agreed: isAgreed(file.facts),
  }
}

/** Whether it is the line that asks for another time, since they did not come: it waits for no day. */
export function isForAnotherTime({ row, file, letter, to, at }: Writing): boolean {
  const missed = letter === 'check-in' ? lastMissed(timeline(file.facts, row.outlook.zone), at.slice(0, 10) as Day) : null
  return missed !== null && !file.facts.some((fact) => fact.id > missed.fact.id && isCheckIn(fact, to))
}

/** Whether it is about a job in my own house. */
export function isInHouse(facts: readonly Fact[]): boolean {
  return facts.findLast((fact) => fact.kind === 'interviewed')?.data.stage === 'internal'
}

function isCalledOff(facts: readonly Fact[]): boolean {
  const last = facts.findLast((fact) => fact.kind === 'interviewed')
  const moved = facts.findLast((fact) => fact.kind === 'rescheduled' && fact.data.interview === last?.id)
  return moved?.kind === 'rescheduled' && moved.data.to === null
}

/** The talks that have begun by a moment of their clock: not those to which they did not come. */
export function talksIn(events: readonly Event[], at: LocalTime): readonly Event[] {
  return events.filter((event) => event.fact.kind === 'interviewed' && !isToCome(event, at) && !isMissed(event, events))
}

function isToCome({ day, time }: Event, at: LocalTime): boolean {
  return time === null ? day > at.slice(0, 10) : `${day}T${time}` > at
}

/** They did not come that day, or the first that was told after a booked interview is that they did not. */
function isMissed(event: Event, events: readonly Event[]): boolean {
  const { fact, day } = event
  if (events.some((one) => isNoShow(one.fact) && one.day === day)) return true
  if (fact.kind !== 'interviewed' || !fact.data.booked) return false
  const later = events.slice(events.indexOf(event) + 1)
  const first = later.find((one) => one.fact.command !== fact.command && speaksOfIt(one.fact))
  return first !== undefined && isNoShow(first.fact)
}

function isNoShow(fact: Fact): boolean {
  return fact.kind === 'heard' && fact.data.kind === 'no-show'
}

/** The last interview, where they did not come to it. */
function lastMissed(events: readonly Event[], today: Day): Event | null {
  const last = events.findLast(({ fact, day }) => fact.kind === 'interviewed' && day <= today)
  return last !== undefined && isMissed(last, events) ? last : null
}

function isCheckIn(fact: Fact, to: ContactId | null): boolean {
  return fact.kind === 'sent' && fact.data.letter === 'check-in' && fact.data.contact === to
}

/** With what the reader wrote or said about other roles: a wish not to be called is for all of them. */
function withElsewhere({ facts, elsewhere }: CaseFile, to: ContactId | null): readonly Fact[] {
  return [...facts, ...elsewhere.filter(({ kind, data }) => (kind === 'called' || kind === 'heard') && data.contact === to)]
}

/** Their wish not to be called, while nothing came of it but letters of mine. */
function wishIn(events: readonly Event[], to: ContactId | null): Event | null {
  const last = events.findLast(({ fact }) => fact.kind === 'called' || fact.kind === 'heard' || fact.kind === 'interviewed')
  return last?.fact.kind === 'called' && last.fact.data.outcome === 'asked-not-to-call' && last.fact.data.contact === to ? last : null
}

/** Whether a person told the no, as far as anybody recorded. */
function isTold(facts: readonly Fact[]): boolean {
  const no = facts.findLast((fact) => fact.kind === 'heard' && fact.data.kind === 'rejection')
  return no?.kind !== 'heard' || no.data.automated !== true
}

/** Whether the terms were talked about: a letter opened it, or they changed. */
function isAgreed(facts: readonly Fact[]): boolean {
  const [first] = facts.flatMap((fact) => (fact.kind === 'offered' ? (fact.data.base ?? []) : []))
  return (
    (first !== undefined && first !== offerIn(facts)?.base) ||
    facts.some((fact) => fact.kind === 'sent' && fact.data.letter === 'negotiation-opener')
  )
}
