import type { LetterKind } from '../model/act.js'
import type { Moment } from '../model/day.js'
import type { FactDraft } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { beforeYes } from './offer-paper.js'
import { endingWords } from './sentences.js'

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

/** What is asked before a letter that ends it. */
export function endingQuestion(letter: LetterKind, row: OpportunityRow): string | null {
  const as = endingOf(letter, row)
  return as === null ? null : `It closes ${row.company}: ${endingWords[as]}. Is the letter out?`
}

/** Throws Problem('usage') for a letter that ends it, where nobody has said yes to that. */
export function needYes(
  world: Needs<'store'>,
  { letter, row, yes }: { readonly letter: LetterKind; readonly row: OpportunityRow; readonly yes: boolean },
): void {
  const as = endingOf(letter, row)
  if (as === null || yes) return
  const first = beforeYes(world, row, letter)
  throw new Problem('usage', `This letter closes ${row.company}: ${endingWords[as]}.${first === null ? '' : ` ${first.says}`}`, {
    hint: `${first === null ? 'If' : `${first.hint}; if`} it is out: followup sent ${row.handle} ${letter} --yes`,
    code: 'needs-yes',
  })
}
