import type { RefusedRow } from '../../model/sheet.js'
import { meetingsOf } from './drafts.js'
import type { Table } from './drafts.js'
import type { Entry } from './entry.js'
import { standingOf } from './sorting.js'
import type { Shelf } from './sorting.js'

/** How what is added stands, and how many of all these are over. */
export interface Added {
  readonly interviewed: number
  readonly booked: number
  readonly applied: number
  readonly closed: number
}

/** What a table comes to, before anything of it is recorded. */
export interface Survey {
  /** The handle that each new opportunity gets, by its key, in their order; empty where nothing is to be recorded. */
  readonly handles: ReadonlyMap<string, string>
  readonly added: Added
  readonly again: number
  readonly changed: number
  /** Rows beyond the first of what is added. */
  readonly joined: number
  readonly known: readonly { readonly line: number; readonly handle: string }[]
  readonly undated: readonly RefusedRow[]
}

/** What a table is held against; without `handle` it is only told. */
export interface Held {
  readonly desk: Shelf
  readonly table: Table
  readonly handle: ((entry: Entry) => string) | null
}

/** Goes through a table once, and looks up all that recording it needs. */
export function surveyed(entries: Iterable<Entry>, { desk, table, handle }: Held): Survey {
  const handles = new Map<string, string>()
  const counts = { interviewed: 0, booked: 0, applied: 0, closed: 0, again: 0, changed: 0, joined: 0 }
  const known: { line: number; handle: string }[] = []
  const undated: RefusedRow[] = []
  for (const entry of entries) {
    const standing = standingOf(entry, desk)
    if (typeof standing === 'object') known.push({ line: entry.lines[0] ?? 0, handle: standing.known })
    else if (standing !== 'fresh') counts[standing] += 1
    else {
      counts[kindOf(entry, table)] += 1
      if (entry.ending !== null) counts.closed += 1
      counts.joined += entry.lines.length - 1
      undated.push(...entry.undated)
      for (const { email } of entry.people) if (email !== null) desk.byMail(email)
      if (handle) handles.set(entry.key, handle(entry))
    }
  }
  const { again, changed, joined, ...added } = counts
  return { handles, added, again, changed, joined, known, undated }
}

function kindOf(entry: Entry, table: Table): 'interviewed' | 'booked' | 'applied' {
  const { past, ahead } = meetingsOf(entry, table)
  if (ahead.length > 0) return 'booked'
  return past.length > 0 ? 'interviewed' : 'applied'
}
