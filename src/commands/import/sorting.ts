import type { OpportunityRow, Store } from '../../model/store.js'
import { foldName } from '../../rules/names.js'
import type { Entry } from './entry.js'

/** What is on record, each company looked up once. */
export interface Shelf {
  readonly empty: boolean
  readonly taken: ReadonlyMap<string, string>
  readonly at: (company: string) => readonly OpportunityRow[]
}

/** Looks into the store. */
export function shelf(store: Pick<Store, 'newest' | 'rowsTaken' | 'atCompany'>): Shelf {
  const empty = store.newest() === null
  const found = new Map<string, readonly OpportunityRow[]>()
  const at = (company: string): readonly OpportunityRow[] => {
    if (empty) return []
    const rows = found.get(company) ?? store.atCompany(company)
    found.set(company, rows)
    return rows
  }
  return { empty, taken: empty ? new Map() : store.rowsTaken(), at }
}

/** What of a table is new, and what is on record. */
export interface Sorted {
  readonly fresh: readonly Entry[]
  readonly again: number
  readonly changed: number
  readonly known: readonly { readonly line: number; readonly handle: string }[]
}

/** Tells what is new; what is on record stays as it is, whatever the table says of it now. */
export function sorted(entries: readonly Entry[], { taken, at }: Shelf): Sorted {
  const fresh: Entry[] = []
  const known: { line: number; handle: string }[] = []
  let [again, changed] = [0, 0]
  for (const entry of entries) {
    const print = taken.get(entry.key)
    if (print === entry.print) again += 1
    else if (print !== undefined) changed += 1
    else {
      const row = at(entry.company).find((one) => isSame(one, entry))
      if (row) known.push({ line: entry.lines[0] ?? 0, handle: row.handle })
      else fresh.push(entry)
    }
  }
  return { fresh, again, changed, known }
}

/** The same company; and the same role, where both name one. */
function isSame(row: OpportunityRow, { company, role }: Entry): boolean {
  if (foldName(row.company) !== foldName(company)) return false
  return row.role === null || role === null || foldName(row.role) === foldName(role)
}
