import type { AgendaAnswer, AgendaItem, AgendaQuery, AgendaRow } from '../model/store.js'
import type { Connection } from './connect.js'
import { listedColumns, rowOf, type ListedOpportunity } from './rows.js'
import { forever, listShelves, ranks, restShelf } from './shelves.js'

/** The agenda at one local time per zone; work grows with the rows asked for and with the zones, not with the store. */
export function agendaAt(connection: Connection, query: AgendaQuery): AgendaAnswer {
  const { limit = ALL } = query
  const most = query.most ?? (limit === ALL || typeof limit !== 'number' ? ALL : limit + 1)
  const shelves = shelvesOf(connection, query.at)
  const entries: Listed[] = []
  const counts = { due: 0, upcoming: 0, waiting: 0, resting: 0 }
  for (const list of LISTS) {
    if (!query.lists.includes(list)) continue
    const rows = typeof limit === 'number' ? limit : limit(list, counts.due)
    const searches = shelves.flatMap((shelf) => searchOn(shelf, list) ?? [])
    const found = firstOf(connection, searches, Math.min(ALL, rows + 1))
    const isAll = found.length <= rows || most <= found.length
    counts[list] = isAll ? Math.min(most, found.length) : countUpTo(connection, searches, most)
    for (const { opportunity, rank } of found.slice(0, rows)) entries.push({ opportunity, rank, list })
  }
  return { items: itemsOf(connection, entries), counts: { ...counts, ...totalsOf(connection, shelves, query.totals ? most : 0) } }
}

/** How many opportunities are open, up to `most`. */
export function countOpen(connection: Connection, most: number): number {
  return connection.get<{ count: number }>(OPEN_COUNT, most)?.count ?? 0
}

const LISTS = ['due', 'upcoming', 'waiting', 'resting'] as const
const ALL = 0x7fffffff

type List = AgendaRow['list']

/** A shelf of a zone that holds anything, and the local time there. */
interface Shelf {
  readonly zone: string
  readonly shelf: number
  readonly now: string
}

/** Where rows of a list are looked for: the end of a statement, what is bound in it, and by what its rows are ranked. */
interface Search {
  readonly from: string
  readonly values: readonly (string | number)[]
  readonly rank: 'shelf' | 'rank' | '0'
  /** No row there has a lower one. */
  readonly lowest: number
}

interface Entry {
  readonly opportunity: number
  readonly rank: number
  readonly key: string
  readonly handle: string
}
type Listed = Pick<Entry, 'opportunity' | 'rank'> & { readonly list: List }

/** By shelf, then zone. Hops from one to the next in the index instead of reading it all; a table that SQLite makes itself, as for IN (...), costs more. */
function shelvesOf(connection: Connection, at: AgendaQuery['at']): readonly Shelf[] {
  const found: Shelf[] = []
  for (let last: Shelf = { zone: '', shelf: 0, now: '' }; ; found.push(last)) {
    const next = connection.get<Omit<Shelf, 'now'>>(NEXT_SHELF, last.zone, last.shelf, last.zone)
    if (!next) return found.sort((a, b) => a.shelf - b.shelf)
    last = { zone: next.zone, shelf: next.shelf, now: next.zone === last.zone ? last.now : at(next.zone) }
  }
}

/** Where on a shelf the rows of a list are; null where it holds none of them. What is due for good has a shelf for each rank. */
function searchOn({ zone, shelf, now }: Shelf, list: List): Search | null {
  if (shelf === restShelf) return { from: REST, values: [zone, list, now, now], rank: list === 'due' ? 'rank' : '0', lowest: 0 }
  if (shelf < ranks) return list === 'due' ? { from: LASTING, values: [zone, shelf, now, now], rank: 'shelf', lowest: shelf } : null
  if (list === 'due' || shelf !== listShelves[list]) return null
  return { from: DAYED, values: [zone, shelf, now.slice(0, 10), now, now], rank: '0', lowest: 0 }
}

/** The first entries in order, `most` of them and perhaps a few more; fewer when there are no more. */
function firstOf(connection: Connection, searches: readonly Search[], most: number): readonly Entry[] {
  const found: Entry[] = []
  for (const { from, values, rank, lowest } of searches) {
    const before = found.filter((entry) => entry.rank < lowest).length
    const sql = `SELECT opportunity, ${rank} AS rank, key, handle FROM ${from} ORDER BY ${rank === 'rank' ? 'rank, ' : ''}key, handle LIMIT ?`
    if (before < most) found.push(...connection.all<Entry>(sql, ...values, most - before))
  }
  return found.sort(inOrder)
}

function countUpTo(connection: Connection, searches: readonly Search[], most: number): number {
  return searches.reduce((sum, { from, values }) => {
    if (sum === most) return sum
    const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} LIMIT ?)`
    return sum + (connection.get<{ count: number }>(sql, ...values, most - sum)?.count ?? 0)
  }, 0)
}

function totalsOf(connection: Connection, shelves: readonly Shelf[], most: number): { readonly silent: number; readonly open: number } {
  if (most === 0) return { silent: 0, open: 0 }
  const clocks = JSON.stringify(Object.fromEntries(shelves.map(({ zone, now }) => [zone, now])))
  return connection.get<{ silent: number; open: number }>(TOTALS, clocks, most, most) ?? { silent: 0, open: 0 }
}

function inOrder(a: Entry, b: Entry): number {
  return a.rank - b.rank || compare(a.key, b.key) || compare(a.handle, b.handle)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function itemsOf(connection: Connection, entries: readonly Listed[]): readonly AgendaItem[] {
  const stored = connection.all<ListedOpportunity>(BY_SEQ, JSON.stringify(entries.map((entry) => entry.opportunity)))
  const rows = new Map(stored.map((row) => [row.seq, row]))
  return entries.map(({ opportunity, list, rank }) => {
    const row = rows.get(opportunity)
    if (!row) throw Object.assign(new Error('an agenda row without its opportunity'), { code: 'SQLITE_CORRUPT' })
    return { list, rank, row: rowOf(row) }
  })
}

// Of this zone, else the first of the next one; asked as (zone, shelf) > (?, ?), SQLite would walk over all that this zone has.
const ONE_SHELF = 'SELECT zone, shelf FROM agenda INDEXED BY agenda_shelf WHERE'
const NEXT_SHELF = `SELECT * FROM (${ONE_SHELF} zone = ? AND shelf > ? ORDER BY shelf LIMIT 1)
  UNION ALL SELECT * FROM (${ONE_SHELF} zone > ? ORDER BY zone, shelf LIMIT 1) LIMIT 1`

// What is due for good; of a list as long as a day lasts; all others. Nothing of other days is walked over.
const LASTING = 'agenda INDEXED BY agenda_shelf WHERE zone = ? AND shelf = ? AND key <= ? AND from_at <= ?'
const DAYED = 'agenda INDEXED BY agenda_shelf WHERE zone = ? AND shelf = ? AND key > ? AND from_at <= ? AND until_at > ?'
const REST = `agenda INDEXED BY agenda_rest WHERE shelf = ${String(restShelf)} AND zone = ? AND list = ? AND until_at > ? AND from_at <= ?`

const OPEN = 'SELECT 1 FROM opportunity WHERE closed = 0'
const OPEN_COUNT = `SELECT count(*) AS count FROM (${OPEN} LIMIT ?)`

// What lasts and what passes are looked for apart, for the index finds the first at once.
const silent = (until: string): string =>
  `SELECT 1 FROM clock CROSS JOIN agenda INDEXED BY agenda_silent WHERE state = 'silent' AND zone = here AND ${until} AND from_at <= now`
const TOTALS = `WITH clock (here, now) AS (SELECT key, value FROM json_each(?)) SELECT
  (SELECT count(*) FROM (${silent(`until_at = '${forever}'`)} UNION ALL ${silent(`until_at > now AND until_at <> '${forever}'`)} LIMIT ?)) AS silent,
  (SELECT count(*) FROM (${OPEN} LIMIT ?)) AS open`

const BY_SEQ = `SELECT ${listedColumns} FROM json_each(?) wanted CROSS JOIN opportunity o ON o.seq = wanted.value`
