import type { FactOf } from '../model/fact.js'
import type { ForgetTarget } from '../model/store.js'
import { encode } from './bind.js'
import type { Tools } from './cases.js'
import type { Connection } from './connect.js'
import { checksumOf, factColumns, type FactRow } from './facts.js'
import { rememberForgotten } from './forgotten.js'
import { rebuildCaches } from './judging.js'
import { codeOf } from './place.js'
import { retractions } from './retractions.js'
import { withoutPeople } from './without-people.js'

/** How many facts were removed, how many stayed without what they said of it, and the ids of all that had said something of it. */
export interface Removal {
  readonly removed: number
  readonly rewritten: number
  readonly ids: readonly string[]
}

/**
 * Removes the facts of opportunities, with those of people and stops that belong to nothing else, or all that is known of people, inside the
 * caller's transaction; facts that stay lose every mention of them, and all caches are made anew. Free pages are the caller's part.
 */
export function forgetFacts(tools: Tools, target: ForgetTarget): Removal {
  const { connection } = tools
  connection.db.exec('INSERT INTO door (open) VALUES (1)')
  const changed = new Map<number, string>()
  const doomed = target.kind === 'opportunity' ? aboutOpportunities(tools, target.ids) : aboutPeople(connection, target.ids)
  if (target.kind === 'contact') for (const [seq, data] of withoutPeople(connection, target.ids, doomed)) changed.set(seq, data)
  else for (const [seq, data] of alsoWithout(connection, target.ids, doomed)) changed.set(seq, data)
  const told = idsOf(connection, [...doomed, ...changed.keys()])
  for (const [seq, data] of retractionsWithout(connection, doomed)) changed.set(seq, data)
  const moved = commandsWithout(connection, doomed)
  const touched = new Set([...changed.keys(), ...moved.keys()])
  rememberForgotten(connection, idsOf(connection, [...doomed, ...touched]))
  for (const seq of touched) rewrite(connection, seq, { data: changed.get(seq), command: moved.get(seq) })
  for (const seq of doomed) connection.run('DELETE FROM fact WHERE seq = ?', seq)
  if (target.kind === 'opportunity') for (const id of target.ids) connection.run('DELETE FROM reminded WHERE opportunity = ?', id)
  connection.db.exec('DELETE FROM door')
  rebuildCaches(tools)
  // The index keeps the words of removed rows in its older parts until they are merged.
  connection.db.exec("INSERT INTO search (search) VALUES ('optimize')")
  return { removed: doomed.size, rewritten: touched.size, ids: told }
}

/** Writes the file anew, without free pages; false when there is no room for that, or somebody reads. */
export function packFile(connection: Connection): boolean {
  try {
    connection.db.exec('VACUUM')
    return true
  } catch (error) {
    if (/^SQLITE_(FULL|BUSY|LOCKED|IOERR)/.test(codeOf(error))) return false
    throw error
  }
}

function aboutOpportunities({ connection, rules }: Tools, ids: readonly string[]): Set<number> {
  const listed = JSON.stringify(ids)
  const doomed = seqsOf(connection, 'SELECT seq FROM fact WHERE opportunity IN (SELECT value FROM json_each(?))', listed)
  for (const seq of seqsOf(connection, ALONE_HERE, listed, listed)) doomed.add(seq)
  const openings = connection.all<{ opportunity: string; company: string }>(COMPANIES)
  const of = (mine: boolean): readonly string[] =>
    openings.filter((one) => ids.includes(one.opportunity) === mine).map((one) => rules.fold(one.company))
  const elsewhere = new Set(of(false))
  for (const company of of(true)) {
    if (elsewhere.has(company)) continue
    for (const seq of seqsOf(connection, 'SELECT seq FROM fact WHERE at_company = ?', company)) doomed.add(seq)
  }
  return doomed
}

const COMPANIES =
  "SELECT opportunity, data ->> '$.company' AS company FROM fact WHERE kind IN ('opened', 'described') AND data ->> '$.company' IS NOT NULL"
// What is known about people as such, who are in these opportunities and no other.
const ALONE_HERE = `SELECT p.seq FROM fact p WHERE p.opportunity IS NULL
  AND p.contact IN (SELECT contact FROM fact WHERE opportunity IN (SELECT value FROM json_each(?)) AND contact IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM fact e WHERE e.contact = p.contact AND e.opportunity IS NOT NULL
    AND e.opportunity NOT IN (SELECT value FROM json_each(?)))`

function aboutPeople(connection: Connection, ids: readonly string[]): Set<number> {
  return seqsOf(connection, ABOUT_PEOPLE, JSON.stringify(ids))
}

const ABOUT_PEOPLE = `SELECT seq FROM fact
  WHERE contact IN (SELECT value FROM json_each(?)) AND kind IN ('met', 'held', 'stopped', 'lifted')`

function seqsOf(connection: Connection, sql: string, ...values: readonly string[]): Set<number> {
  return new Set(connection.all<{ seq: number }>(sql, ...values).map((row) => row.seq))
}

function idsOf(connection: Connection, seqs: readonly number[]): readonly string[] {
  return seqs.flatMap((seq) => connection.get<{ id: string }>('SELECT id FROM fact WHERE seq = ?', seq)?.id ?? [])
}

// Letters and calls that were about them as well.
function alsoWithout(connection: Connection, ids: readonly string[], doomed: ReadonlySet<number>): ReadonlyMap<number, string> {
  const changed = new Map<number, string>()
  for (const { seq, data } of connection.all<{ seq: number; data: string }>(ALSO, JSON.stringify(ids))) {
    if (doomed.has(seq)) continue
    const { also = [], ...rest } = JSON.parse(data) as { readonly also?: readonly string[] }
    const left = also.filter((one) => !ids.includes(one))
    changed.set(seq, encode(left.length === 0 ? rest : { ...rest, also: left }))
  }
  return changed
}

const ALSO = `SELECT DISTINCT f.seq, f.data FROM fact f, json_each(f.data, '$.also') a
  WHERE f.kind IN ('sending', 'sent', 'drafted', 'called') AND a.value IN (SELECT value FROM json_each(?))`

// A retraction of nothing goes too, and then those that took it back; `doomed` grows by them.
function retractionsWithout(connection: Connection, doomed: Set<number>): ReadonlyMap<number, string> {
  const gone = new Set(idsOf(connection, [...doomed]))
  const changed = new Map<number, string>()
  for (const { seq, fact } of retractions(connection)) {
    const left: FactOf<'retracted'>['data'] = { facts: fact.data.facts.filter((id) => !gone.has(id)) }
    if (left.facts.length === fact.data.facts.length) continue
    if (left.facts.length > 0) changed.set(seq, encode(left))
    else {
      doomed.add(seq)
      gone.add(fact.id)
    }
  }
  return changed
}

// A command is named after its first fact; when that goes, after the first that stays.
function commandsWithout(connection: Connection, doomed: ReadonlySet<number>): ReadonlyMap<number, string> {
  const moved = new Map<number, string>()
  for (const seq of doomed) {
    const rows = connection.all<{ seq: number; id: string }>(OF_COMMAND, seq)
    const first = rows.find((row) => !doomed.has(row.seq))
    if (first) for (const row of rows) if (!doomed.has(row.seq)) moved.set(row.seq, first.id)
  }
  return moved
}

const OF_COMMAND = 'SELECT f.seq, f.id FROM fact f WHERE f.command = (SELECT id FROM fact WHERE seq = ?) ORDER BY f.seq'

function rewrite(
  connection: Connection,
  seq: number,
  news: { readonly data: string | undefined; readonly command: string | undefined },
): void {
  const row = connection.get<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.seq = ?`, seq)
  if (!row) return
  const now = { ...row, data: news.data ?? row.data, command: news.command ?? row.command }
  connection.run('UPDATE fact SET data = ?, command = ?, checksum = ? WHERE seq = ?', now.data, now.command, checksumOf(now), seq)
}
