import type { Fact, FactOf } from '../model/fact.js'
import { dropCaches, putOpportunity, type Opening } from './caches.js'
import { findLonely, gather, type Lonely, type Tools } from './cases.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, isLive, type FactRow } from './facts.js'
import { assignHandles, stemOf, type Named } from './handles.js'
import { refreshContacts } from './people.js'
import { refreshRetracted } from './retractions.js'
import { indexFact } from './search.js'

/** Judges every opportunity anew and writes what changed, inside the caller's transaction; facts are read in one pass, a bounded number at a time. */
export function judgeAll(tools: Tools): void {
  const { connection, rules } = tools
  const lonely = findLonely(connection)
  for (const batch of batches(connection, 'SELECT o.seq, o.id, o.given, o.handle, o.opened FROM opportunity o WHERE o.seq > ? ORDER BY o.seq LIMIT ?')) {
    const facts = factsOf(connection, batch)
    for (const opening of batch) judgeOne(tools, opening, { own: facts.get(opening.id) ?? [], lonely })
  }
  connection.run("INSERT INTO meta (key, value) VALUES ('rules_hash', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", rules.hash)
}

/** Throws all caches away and makes them again from the facts, inside the caller's transaction; returns how many opportunities there are. */
export function rebuildCaches(tools: Tools): number {
  const { connection } = tools
  dropCaches(connection)
  refreshRetracted(connection)
  const handles = handlesOfAll(connection)
  // Who shares a person with whom is only known when all are in; so all are put once alone, and judged again in their circle.
  for (const batch of batches(connection, OPENED)) {
    const facts = factsOf(connection, batch)
    for (const opening of batch) {
      const own = facts.get(opening.id) ?? []
      judgeOne(tools, { ...opening, handle: handles.get(opening.id) ?? opening.given }, { own, lonely: everyone })
    }
  }
  judgeAll(tools)
  refreshContacts(tools, connection.all<{ contact: string }>('SELECT DISTINCT contact FROM contact_opportunity').map((row) => row.contact))
  indexFacts(connection)
  return connection.get<{ count: number }>('SELECT count(*) AS count FROM opportunity')?.count ?? 0
}

/** The living openings, of a `seq` on or of one id. */
export interface LivingOpening extends Opening {
  readonly id: string
}

/** The fact that opened an opportunity, when it is not taken back. */
export function livingOpening(connection: Connection, id: string): Omit<LivingOpening, 'handle'> | undefined {
  return connection.get<Omit<LivingOpening, 'handle'>>(
    `SELECT f.seq, f.opportunity AS id, f.data ->> '$.handle' AS given, f.recorded AS opened FROM fact f
     WHERE f.opportunity = ? AND f.kind = 'opened' AND ${isLive} ORDER BY f.seq LIMIT 1`,
    id,
  )
}

const everyone: Lonely = { contact: () => true, company: () => true }

const batchSize = 500

const OPENED = `SELECT f.seq, f.opportunity AS id, f.data ->> '$.handle' AS given, '' AS handle, f.recorded AS opened FROM fact f
  WHERE f.seq > ? AND f.kind = 'opened' AND ${isLive}
    AND f.seq = (SELECT min(g.seq) FROM fact g WHERE g.opportunity = f.opportunity AND g.kind = 'opened'
      AND NOT EXISTS (SELECT 1 FROM retracted r WHERE r.fact = g.seq))
  ORDER BY f.seq LIMIT ?`

function judgeOne(tools: Tools, opening: LivingOpening, known: { readonly own: readonly Fact[]; readonly lonely: Lonely }): void {
  const file = gather(tools, opening.id, { handle: opening.handle, ...known })
  if (file) putOpportunity(tools, opening, file)
}

function* batches(connection: Connection, sql: string): Generator<readonly LivingOpening[]> {
  let after = 0
  for (;;) {
    const batch = connection.all<LivingOpening>(sql, after, batchSize)
    const last = batch.at(-1)
    if (!last) return
    yield batch
    after = last.seq
  }
}

function factsOf(connection: Connection, batch: readonly LivingOpening[]): ReadonlyMap<string, readonly Fact[]> {
  const rows = connection.all<FactRow>(BATCH, JSON.stringify(batch.map((one) => one.id)))
  const facts = new Map<string, Fact[]>()
  for (const row of rows) {
    const list = facts.get(row.opportunity ?? '')
    if (list) list.push(factOf(row))
    else facts.set(row.opportunity ?? '', [factOf(row)])
  }
  return facts
}

const BATCH = `SELECT ${factColumns} FROM json_each(?) o CROSS JOIN fact f ON f.opportunity = o.value WHERE ${isLive} ORDER BY o.key, f.seq`

function handlesOfAll(connection: Connection): ReadonlyMap<string, string> {
  const stems = new Map<string, Named[]>()
  for (const batch of batches(connection, OPENED)) {
    for (const { id, given } of batch) stems.set(stemOf(given), [...(stems.get(stemOf(given)) ?? []), { id, given }])
  }
  return new Map([...stems.values()].flatMap((named) => [...assignHandles(named)]))
}

function indexFacts(connection: Connection): void {
  let after = 0
  for (;;) {
    const rows = connection.all<FactRow & { readonly at: number }>(SPOKEN, after)
    for (const row of rows) indexFact(connection, { seq: row.seq, opportunity: row.at, fact: factOf(row) as FactOf<'noted'> })
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

const SPOKEN = `SELECT ${factColumns}, o.seq AS at FROM fact f JOIN opportunity o ON o.id = f.opportunity
  WHERE f.seq > ? AND ${isLive} ORDER BY f.seq LIMIT 1000`
