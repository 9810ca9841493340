import type { ContactId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import type { Lookout } from '../standing/lookout.js'
import { nearestTo } from '../standing/one-message.js'

/** An opportunity, and whom its next act is for. */
export interface Reached {
  readonly reader: ContactId | null
  readonly row: OpportunityRow
}

/** By handle, those of some rows whose next letter, or call, to the same person is one message with it; empty for those that have none. */
export function togetherIn(
  filed: readonly Reached[],
  view: { readonly world: Needs<'catalog'>; readonly from: Lookout },
): ReadonlyMap<string, readonly string[]> {
  const byReader = new Map<string, OpportunityRow[]>()
  for (const { row, reader } of filed) {
    const known = reader === null ? undefined : byReader.get(reader)
    if (known) known.push(row)
    else if (reader !== null) byReader.set(reader, [row])
  }
  const found = new Map<string, readonly string[]>()
  for (const group of byReader.values()) {
    // Each is compared with each, so of somebody with more roles than that the first are looked at.
    const others = group.slice(0, most)
    if (group.length > 1) for (const row of group) found.set(row.handle, handlesOf(nearestTo(row, others, view)))
  }
  return found
}
const most = 100

function handlesOf(rows: readonly OpportunityRow[]): readonly string[] {
  return rows.map(({ handle }) => handle)
}
