import type { Contact } from '../../model/opportunity.js'
import type { OpportunityRow, Store } from '../../model/store.js'
import { foldName } from '../../rules/names.js'
import type { Entry } from './entry.js'

/** What is on record, each thing looked up once: what was asked before is answered without the store. */
export interface Shelf {
  /** Nothing is on record. */
  readonly empty: boolean
  /** The rows that are on record from tables: the print of each by its key. */
  readonly taken: ReadonlyMap<string, string>
  readonly at: (company: string) => readonly OpportunityRow[]
  readonly byMail: (address: string) => Contact | null
}

/** Looks into the store. */
export function shelf(store: Pick<Store, 'newest' | 'rowsTaken' | 'atCompany' | 'contactsByEmail'>): Shelf {
  const empty = store.newest() === null
  return {
    empty,
    taken: empty ? new Map() : store.rowsTaken(),
    at: empty ? () => [] : once((company) => store.atCompany(company)),
    byMail: empty ? () => null : once((address) => store.contactsByEmail(address)),
  }
}

function once<T>(look: (name: string) => T): (name: string) => T {
  const found = new Map<string, T>()
  return (name) => {
    const known = found.get(name)
    if (known !== undefined) return known
    const fresh = look(name)
    found.set(name, fresh)
    return fresh
  }
}

/** What an entry is to the store: new, on record from a table as it is or as it was, or on record by another way. */
export type Standing = 'fresh' | 'again' | 'changed' | { readonly known: string }

/** Tells what an entry is; what is on record stays as it is, whatever the table says of it now. */
export function standingOf(entry: Entry, { taken, at }: Shelf): Standing {
  const print = taken.get(entry.key)
  if (print !== undefined) return print === entry.print ? 'again' : 'changed'
  const row = at(entry.company).find((one) => isSame(one, entry))
  return row ? { known: row.handle } : 'fresh'
}

/** The same company; and the same role, where both name one. */
function isSame(row: OpportunityRow, { company, role }: Entry): boolean {
  if (foldName(row.company) !== foldName(company)) return false
  return row.role === null || role === null || foldName(row.role) === foldName(role)
}
