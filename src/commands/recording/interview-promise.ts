import type { FactDraft } from '../../model/fact.js'
import type { OpportunityId } from '../../model/opportunity.js'
import { namedDay } from '../typed/moments.js'
import type { Almanac, Said } from '../typed/moments.js'

/** The day they named in an interview as a fact, none where the words name none, and how the words were understood. */
export interface InterviewPromise {
  readonly drafts: readonly FactDraft[]
  readonly lines: readonly string[]
}

/** What they promised in an interview at `said.at`, counted from it. Throws Problem('usage') for a day before it. */
export function interviewPromise(world: Almanac, text: string, { id, ...said }: Said & { readonly id: OpportunityId }): InterviewPromise {
  const { value, lines } = namedDay(world, text, said)
  const { day, words } = value
  return { drafts: day === null ? [] : [{ opportunity: id, at: said.at, kind: 'promised', data: { day, words, via: 'interview' } }], lines }
}
