import { callIs, letterIs, newsIs } from '../../model/kinds.js'
import type { FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseAt } from '../../rules/assess.js'
import { businessDaysBetween } from '../../rules/days.js'
import { gaps } from '../../rules/limits.js'
import { spokenDay } from '../../rules/spoken-day.js'
import type { Needs } from '../../world.js'
import { dayWords } from '../typed/moments.js'
import type { Touching } from './told-twice.js'
import { calendarOf } from './seen.js'

/** What to say of a letter that chases within three business days of another to the same person, unanswered, and is not what the plan has for that day; null for all others. `ahead`: it has not left, and so the plan is named. */
export function spacingNote(
  world: Needs<'store' | 'catalog' | 'clock'>,
  row: OpportunityRow,
  { letter, contact, at, ahead }: Touching & { readonly ahead: boolean },
): string | null {
  if (letter === null || !letterIs(letter, 'chases')) return null
  const { next } = phaseAt(row.outlook, world.clock.in(row.outlook.zone))
  if (next?.step === letter && next.since <= at.day) return null
  const facts = world.store.caseFile(row.id)?.facts ?? []
  const heard = facts.findLastIndex(
    (fact) =>
      (fact.kind === 'heard' && newsIs(fact.data.kind, 'person')) ||
      fact.kind === 'interviewed' ||
      (fact.kind === 'called' && callIs(fact.data.outcome, 'talk')),
  )
  const last = facts
    .slice(heard + 1)
    .findLast(
      (fact): fact is FactOf<'sent'> =>
        fact.kind === 'sent' && letterIs(fact.data.letter, 'chases') && fact.data.contact === contact && fact.at.day <= at.day,
    )
  if (!last || businessDaysBetween(last.at.day, at.day, calendarOf(row, world)) >= gaps.messages) return null
  const name = row.contacts.find(({ id }) => id === contact)?.name ?? row.company
  const plan = ahead && next && next.since > at.day ? ` The plan waits until ${dayWords(next.since, world.clock.today)}.` : ''
  return `The last letter to ${name} went ${spokenDay(last.at.day, world.clock.today)}; three business days between two are easier to answer.${plan}`
}
