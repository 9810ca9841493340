import type { LetterKind } from '../../model/act.js'
import { callIs, letterIs, newsIs } from '../../model/kinds.js'
import type { Day, Moment } from '../../model/day.js'
import type { Fact, FactOf } from '../../model/fact.js'
import type { ContactId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { businessDaysBetween, daysBetween } from '../../rules/days.js'
import { gaps } from '../../rules/limits.js'
import type { Needs } from '../../world.js'
import { dayWords } from '../typed/moments.js'
import { calendarOf } from './seen.js'

/** A letter or a call that is about to be recorded; `letter` null is a call. */
export interface Touching {
  readonly letter: LetterKind | null
  readonly contact: ContactId | null
  readonly at: Moment
}

/** What to say when the same letter, or any call, to the same person is on record for that day already: it may be one thing told twice. A call about another role of theirs is one too. */
export function againNotes({ store }: Needs<'store'>, row: OpportunityRow, touching: Touching): readonly string[] {
  const { lastTouch } = row.outlook
  // Zones may set the same touch a day apart.
  const isNear = lastTouch !== null && Math.abs(daysBetween(lastTouch, touching.at.day)) <= 1
  if (!isNear && touching.letter !== null) return []
  const file = store.caseFile(row.id)
  const again = (isNear && file?.facts.find((fact) => isSame(fact, touching))) || null
  const there = again || touching.letter !== null ? null : file?.elsewhere.find((fact) => isSame(fact, touching))
  if (!again && !there) return []
  const about = there?.opportunity ? ` about ${store.row(there.opportunity)?.handle ?? 'another role'}` : ''
  return touching.letter === null
    ? [`A call to them${about} was on record for that day already, and one a day is enough. If it was the same one: followup undo`]
    : ['The same letter to them was on record for that day already. If only one went out: followup undo']
}

/** What to say of a letter beside those on record: one told twice, or one that chases while somebody else there is chased. */
export function lettersNear(world: Needs<'store' | 'catalog'>, row: OpportunityRow, touching: Touching): readonly string[] {
  return [...againNotes(world, row, touching), ...bothNotes(world, row, touching)]
}

/** One person is chased at a time, with three business days between two of them. */
function bothNotes(world: Needs<'store' | 'catalog'>, row: OpportunityRow, { letter, contact, at }: Touching): readonly string[] {
  if (letter === null || !letterIs(letter, 'chases') || row.outlook.lastTouch === null || row.contacts.length < 2) return []
  const calendar = calendarOf(row, world)
  const near = (day: Day): boolean => day <= at.day && businessDaysBetween(day, at.day, calendar) <= gaps.messages
  const other = world.store
    .caseFile(row.id)
    ?.facts.findLast(
      (fact): fact is FactOf<'sent'> =>
        fact.kind === 'sent' && letterIs(fact.data.letter, 'chases') && fact.data.contact !== contact && near(fact.at.day),
    )
  const name = row.contacts.find(({ id }) => id === other?.data.contact)?.name
  return name === undefined ? [] : [`${name} had such a letter within three business days; one person at a time is easier on all of them.`]
}

/** The same of an interview that is over. */
export function twiceNotes(facts: readonly Fact[], at: Moment): readonly string[] {
  const isSameDay = facts.some((fact) => fact.kind === 'interviewed' && !fact.data.booked && fact.at.day === at.day)
  return isSameDay ? ['An interview with them was on record for that day already. If it was the same one: followup undo'] : []
}

/** The same of their no, a person's or a machine's; null where there was none yet since they last spoke or it was opened again. */
export function noAgain(facts: readonly Fact[], { kind, automated }: FactOf<'heard'>['data'], today: Day): readonly string[] | null {
  if (kind !== 'rejection') return null
  const since = facts.slice(facts.findLastIndex((fact) => isAnother(fact, automated ?? false)) + 1)
  const first = since.find(
    (fact) => fact.kind === 'heard' && fact.data.kind === kind && (fact.data.automated ?? false) === (automated ?? false),
  )
  if (!first) return null
  return [`Their no was on record already, of ${dayWords(first.at.day, today)}. If it was the same one: followup undo`]
}

/** Whether a no after it is another one than those before: they spoke, or it was opened again. What a person says overtakes a machine's no, be it a no too. */
function isAnother({ kind, data }: Fact, automated: boolean): boolean {
  if (kind === 'heard') return newsIs(data.kind, 'person') && !data.automated && (automated || data.kind !== 'rejection')
  if (kind === 'called') return callIs(data.outcome, 'word') && (automated || data.outcome !== 'no')
  return kind === 'reopened' || kind === 'interviewed'
}

function isSame(fact: Fact, { letter, contact, at }: Touching): boolean {
  if (fact.at.day !== at.day) return false
  if (letter === null) return fact.kind === 'called' && fact.data.contact === contact && !mayCallAgain(fact)
  return fact.kind === 'sent' && fact.data.letter === letter && fact.data.contact === contact
}

/** Whether that call left room for another on its day: they named a time of it, they rang, or the line dropped. */
function mayCallAgain({ data, at }: FactOf<'called'>): boolean {
  return callable.has(data.outcome) || (data.callback !== undefined && data.callback.text.slice(0, 10) <= at.day)
}

/** Outcomes after which one may call again the same day: they rang, or the line dropped. */
const callable: ReadonlySet<string> = new Set(['missed-callback', 'dropped'])
