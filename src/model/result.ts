import type { Fact } from './fact.js'
import type { Standing } from './standing.js'

/** What every recording verb returns; `--json` prints it as it is. */
export interface Written {
  /** What was understood of words a person typed ("Fri 26 Mar"), a line each. */
  readonly understood: readonly string[]
  /** One sentence on what is now on record, without a full stop ("call to Dana Reyes, no answer, Fri 12 Mar 9:41, try 1 of 6"). */
  readonly recorded: string
  readonly facts: readonly Fact[]
  /** The opportunity's standing after it; null when the write concerns none or several. */
  readonly standing: Standing | null
  /** Further lines, each a whole sentence. */
  readonly notes: readonly string[]
}
