import type { LetterKind } from '../../model/act.js'
import type { Moment } from '../../model/day.js'
import type { FactDraft, FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { endingWords } from '../telling/sentences.js'

/** How a letter ends an opportunity: a yes or a no to an offer; null for every other letter, and where it has ended already. */
function endingOf(letter: LetterKind, { closed }: Pick<OpportunityRow, 'closed'>): 'hired' | 'declined' | null {
  if (closed) return null
  return letter === 'accept' ? 'hired' : letter === 'decline' ? 'declined' : null
}

/** The fact that a letter of this kind brings with it: put into the same command as the letter, so that one undo takes both back. */
export function endingDrafts(letter: LetterKind, row: OpportunityRow, at: Moment): readonly FactDraft[] {
  const as = endingOf(letter, row)
  return as === null ? [] : [{ opportunity: row.id, at, kind: 'closed', data: { as } }]
}

/** Takes back what was recorded together with a yes or a no that came back: the end of this one, and the rest or withdrawal of others. */
export function neverEndedDrafts({ store }: Needs<'store'>, letter: FactOf<'sent'> | null): readonly FactDraft[] {
  if (!letter) return []
  const together = store.commandsEnding(letter.command).flatMap((one) => one.facts)
  const facts = together.filter((fact) => fact.kind === 'closed' || fact.kind === 'retired').map((fact) => fact.id)
  return facts.length === 0 ? [] : [{ opportunity: null, at: letter.at, kind: 'retracted', data: { facts } }]
}

/** What is asked before a letter that ends it. */
export function endingQuestion(letter: LetterKind, row: OpportunityRow): string | null {
  const as = endingOf(letter, row)
  return as === null ? null : `It closes ${row.company}: ${endingWords[as]}. Is the letter out?`
}
