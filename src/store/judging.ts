import { dropCaches, putOpportunity, type Opening } from './caches.js'
import { findLonely, gather, type Lonely, type Tools } from './cases.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, isLive, type FactRow } from './facts.js'
import { assignHandles, stemOf, type Named } from './handles.js'
import { refreshContacts } from './people.js'
import { refreshRetracted } from './retractions.js'
import { opportunityColumns, type StoredOpportunity } from './rows.js'
import { indexFact, indexing } from './search.js'

/** Judges anew all that other rules than those of `before`, their hash, may have judged otherwise, inside the caller's transaction. */
export function judgeChanged(tools: Tools, before: string): void {
  judgeEach(tools, before.startsWith(`${tools.rules.hashOfEnded} `) ? STORED_OPEN : STORED)
}

// Writes what changed; a bounded number is in memory at a time.
function judgeEach(tools: Tools, stored: string): void {
  const { connection, rules } = tools
  const lonely = findLonely(connection)
  for (const batch of batches<StoredOpportunity>(connection, stored)) {
    for (const before of batch) judgeOne(tools, before, { lonely, before })
  }
  connection.run(
    "INSERT INTO meta (key, value) VALUES ('rules_hash', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    rules.hash,
  )
}

/** Throws all caches away and makes them again from the facts, inside the caller's transaction; returns how many opportunities there are. */
export function rebuildCaches(tools: Tools): number {
  const { connection } = tools
  dropCaches(connection)
  refreshRetracted(connection)
  const handles = handlesOfAll(connection)
  // Who shares a person with whom is only known when all are in; so all are put once alone, and judged again in their circle.
  for (const batch of batches(connection, OPENED)) {
    indexing(connection, () => {
      for (const opening of batch) judgeOne(tools, { ...opening, handle: handles.get(opening.id) ?? opening.given }, { lonely: everyone })
    })
  }
  judgeEach(tools, STORED)
  refreshContacts(
    tools,
    connection.all<{ contact: string }>('SELECT DISTINCT contact FROM contact_opportunity').map((row) => row.contact),
  )
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

const STORED = `SELECT ${opportunityColumns} FROM opportunity o WHERE o.seq > ? ORDER BY o.seq LIMIT ?`
// The plus keeps SQLite from the index of what is closed, after which it would sort.
const STORED_OPEN = STORED.replace('WHERE', 'WHERE +o.closed = 0 AND')

const everyone: Lonely = { contact: () => true, company: () => true }

const batchSize = 50

const OPENED = `SELECT f.seq, f.opportunity AS id, f.data ->> '$.handle' AS given, '' AS handle, f.recorded AS opened FROM fact f
  WHERE f.seq > ? AND f.kind = 'opened' AND ${isLive}
    AND f.seq = (SELECT min(g.seq) FROM fact g WHERE g.opportunity = f.opportunity AND g.kind = 'opened'
      AND NOT EXISTS (SELECT 1 FROM retracted r WHERE r.fact = g.seq))
  ORDER BY f.seq LIMIT ?`

interface Known {
  readonly lonely: Lonely
  readonly before?: StoredOpportunity
}

function judgeOne(tools: Tools, opening: LivingOpening, { lonely, before }: Known): void {
  const file = gather(tools, opening.id, { handle: opening.handle, lonely })
  if (file) putOpportunity(tools, { ...opening, before }, file)
}

/** Rows in order of `seq`, a bounded number at a time; the statement takes the last `seq` seen and how many. */
export function* batches<Row extends LivingOpening = LivingOpening>(connection: Connection, sql: string): Generator<readonly Row[]> {
  let after = 0
  for (;;) {
    const batch = connection.all<Row>(sql, after, batchSize)
    const last = batch.at(-1)
    if (!last) return
    yield batch
    after = last.seq
  }
}

function handlesOfAll(connection: Connection): ReadonlyMap<string, string> {
  const stems = new Map<string, Named[]>()
  for (const batch of batches(connection, OPENED)) {
    for (const { id, given } of batch) {
      const stem = stemOf(given)
      const named = stems.get(stem)
      if (named) named.push({ id, given })
      else stems.set(stem, [{ id, given }])
    }
  }
  return new Map([...stems.values()].flatMap((named) => [...assignHandles(named)]))
}

function indexFacts(connection: Connection): void {
  let after = 0
  for (;;) {
    const rows = connection.all<FactRow & { readonly at: number }>(SPOKEN, after)
    for (const row of rows) indexFact(connection, { seq: row.seq, opportunity: row.at, fact: factOf(row) })
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

const SPOKEN = `SELECT ${factColumns}, o.seq AS at FROM fact f JOIN opportunity o ON o.id = f.opportunity
  WHERE f.seq > ? AND ${isLive} ORDER BY f.seq LIMIT 1000`
