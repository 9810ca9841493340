import type { Fact } from './fact.js'
import type { FactId, OpportunityId } from './opportunity.js'

/** A fact on its way from one store to another; `checksum` is that of the store it comes from. */
export interface Carried {
  readonly fact: Fact
  readonly checksum: string
}

/** A fact as it stands in a file, by the number of its line. */
export interface Incoming extends Carried {
  readonly line: number
}

/** What facts from elsewhere are to this store: new, on record already, or of what was forgotten here. */
export interface Compared {
  readonly fresh: number
  readonly known: number
  readonly forgotten: number
  /** How many of the new ones open an opportunity. */
  readonly opening: number
}

/** What a merge did; ids are those of opportunities that stand. */
export interface Merged extends Compared {
  readonly opened: readonly { readonly id: OpportunityId; readonly handle: string }[]
  readonly renamed: readonly { readonly id: OpportunityId; readonly from: string; readonly to: string }[]
  /** The names of those who are two people now: each store had met them by itself. */
  readonly doubled: readonly string[]
}

/** Facts out of the store, and facts of other stores into it. */
export interface Exchange {
  /** Facts in order of id, those behind an id ('' = from the first), so many at most. Throws Problem('store') where one is not what was recorded. */
  after(id: FactId | '', limit: number): readonly Carried[]
  /**
   * Takes in what comes from elsewhere before the store is locked, into a file without a name, which goes with the process. Throws Problem('failed') with the
   * line of the first that is not what was recorded.
   */
  receive(incoming: Iterable<Incoming>): Received
}

/** Facts of another store, each sound by itself. */
export interface Received {
  /** What they would be, with nothing changed; one that comes twice counts twice. Throws Problem('failed') with the line of the first that cannot be merged. */
  compare(): Compared
  /**
   * Adds those that are not there, all or none of them. What follows depends on the union of the facts alone, not on which store was merged into which.
   * Throws as `compare`.
   */
  merge(): Merged
  drop(): void
}
