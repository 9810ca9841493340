import type { AlteredFact } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Connection } from './connect.js'
import { checksumOf, factColumns, factOf, type FactRow } from './facts.js'

/** What an open store holds: how many facts, and which of them are not what was recorded. */
export interface Held {
  readonly facts: number
  readonly altered: readonly (AlteredFact & { readonly seq: number })[]
}

/** Reads every fact of an open store and holds it against its checksum; SQLite's errors pass. */
export function readFacts(connection: Connection): Held {
  const altered: Held['altered'][number][] = []
  let facts = 0
  const rows = connection.db.prepare(`SELECT ${factColumns}, f.checksum FROM fact f ORDER BY f.seq`).iterate()
  for (const row of rows as IterableIterator<SummedRow>) {
    facts++
    if (!isAsRecorded(row)) altered.push({ seq: row.seq, id: row.id, kind: row.kind, day: row.day })
  }
  return { facts, altered }
}

/** Which of these facts an open store has as they were recorded. */
export function heldWhole(connection: Connection, ids: readonly string[]): readonly string[] {
  const rows = ids.flatMap((id) => connection.get<SummedRow>(`SELECT ${factColumns}, f.checksum FROM fact f WHERE f.id = ?`, id) ?? [])
  return rows.filter(isAsRecorded).map((row) => row.id)
}

/** The number of facts in an open store. */
export function countFacts(connection: Connection): number {
  return connection.get<{ count: number }>('SELECT count(*) AS count FROM fact')?.count ?? 0
}

/** Throws Problem('store') unless SQLite finds the open file whole. */
export function requireSound(connection: Connection, path: string): void {
  const found = connection.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check ?? 'nothing'
  if (found === 'ok') return
  throw new Problem('store', `${path} is damaged: ${found}`, {
    hint: 'It was not used; take another backup ("followup backup --list").',
    code: 'backup-damaged',
  })
}

interface SummedRow extends FactRow {
  readonly checksum: string
}

function isAsRecorded(row: SummedRow): boolean {
  if (checksumOf(row) !== row.checksum) return false
  try {
    factOf(row)
    return true
  } catch {
    return false
  }
}
