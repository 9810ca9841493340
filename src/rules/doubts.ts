import type { LetterKind } from '../model/act.js'
import type { Fact } from '../model/fact.js'
import { callIs } from '../model/kinds.js'

/** The doubts to mend on the phone: of two the first was left to the letter; none once it was talked over. */
export function doubtsToTalkOver(facts: readonly Fact[]): readonly string[] {
  const { doubts, since } = lastDoubts(facts)
  if (since.some((fact) => fact.kind === 'called' && callIs(fact.data.outcome, 'talk'))) return []
  const [first, second, ...rest] = doubts
  if (first === undefined || second === undefined) return doubts
  const written = since.some((fact) => fact.kind === 'sent' && mending.has(fact.data.letter))
  return written ? [second, first, ...rest] : doubts
}

/** The first doubt, for a letter to mend; null once a letter mended one. */
export function doubtToWriteOf(facts: readonly Fact[]): string | null {
  const mended = facts.some((fact) => fact.kind === 'sent' && (fact.data.letter === 'love-letter' || fact.data.repair !== undefined))
  return mended ? null : (lastDoubts(facts).doubts[0] ?? null)
}

/** The doubts of the last look back that named any, and what happened since. */
function lastDoubts(facts: readonly Fact[]): { readonly doubts: readonly string[]; readonly since: readonly Fact[] } {
  const at = facts.findLastIndex((fact) => fact.kind === 'debriefed' && fact.data.landings !== undefined)
  const look = facts[at]
  return { doubts: look?.kind === 'debriefed' ? (look.data.landings ?? []) : [], since: facts.slice(at + 1) }
}

const mending: ReadonlySet<LetterKind> = new Set<LetterKind>(['thank-you', 'love-letter', 'check-in'])
