import type { FactData, FactKind } from './fact.js'
import type { FactId, OpportunityId } from './opportunity.js'
import type { Standing } from './standing.js'

/** What every recording verb returns; `--json` prints it as it is. */
export interface Written {
  /** What was understood of words a person typed ("Fri 26 Mar"), a line each. */
  readonly understood: readonly string[]
  /** One sentence on what is now on record, without a full stop ("call to Dana Reyes, no answer, Fri 12 Mar 9:41, try 1 of 6"). */
  readonly recorded: string
  readonly facts: readonly ToldFact[]
  /** The opportunity's standing after it; null when the write concerns none or several. */
  readonly standing: Standing | null
  /** Further lines, each a whole sentence. */
  readonly notes: readonly string[]
}

/** A fact as it is told: `at` is ISO 8601 in `zone`, `people` are the names of those it concerns, what is private about an offer is left out. */
export type ToldFact = {
  readonly [K in FactKind]: {
    readonly id: FactId
    readonly command: FactId
    readonly opportunity: OpportunityId | null
    readonly at: string
    readonly zone: string
    readonly recorded: string
    readonly kind: K
    readonly data: FactData[K]
    readonly people: readonly string[]
    /** True while it is taken back. */
    readonly retracted: boolean
  }
}[FactKind]
