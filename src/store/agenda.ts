import type { AgendaAnswer, AgendaItem, AgendaQuery, AgendaRow } from '../model/store.js'
import type { Connection } from './connect.js'
import { listedColumns, rowOf, type ListedOpportunity } from './rows.js'
import { forever, listShelves, ranks, restShelf } from './shelves.js'

/** The agenda at one local time per zone; work grows with the rows asked for, not with the store. */
export function agendaAt(connection: Connection, query: AgendaQuery): AgendaAnswer {
  const { limit = ALL } = query
  const most = query.most ?? (limit === ALL || typeof limit !== 'number' ? ALL : limit + 1)
  const at = clocksOf(connection, query.at)
  const clocks = JSON.stringify(Object.fromEntries(at))
  const entries: Listed[] = []
  const counts = { due: 0, upcoming: 0, waiting: 0, resting: 0 }
  for (const list of LISTS) {
    if (!query.lists.includes(list)) continue
    const rows = typeof limit === 'number' ? limit : limit(list, counts.due)
    const found = sorted(list, entriesOf(connection, list, { at, most: Math.min(ALL, rows + 1) }))
    counts[list] = Math.min(most, found.length <= rows ? found.length : countOf(connection, list, { clocks, most }))
    entries.push(...found.slice(0, rows).map(({ opportunity, rank }) => ({ opportunity, rank, list })))
  }
  const { silent = 0, open = 0 } = query.totals ? (connection.get<Totals>(TOTALS, clocks, most, most) ?? {}) : {}
  return { items: itemsOf(connection, entries), counts: { ...counts, silent, open } }
}

/** How many opportunities are open, up to `most`. */
export function countOpen(connection: Connection, most: number): number {
  return connection.get<{ count: number }>(`SELECT count(*) AS count FROM (${OPEN} LIMIT ?)`, most)?.count ?? 0
}

const LISTS = ['due', 'upcoming', 'waiting', 'resting'] as const
const ALL = 0x7fffffff

interface Totals {
  readonly silent: number
  readonly open: number
}
interface Entry {
  readonly opportunity: number
  readonly rank: number
  readonly key: string
  readonly handle: string
}
type Listed = Pick<Entry, 'opportunity' | 'rank'> & Pick<AgendaRow, 'list'>

/** The local time of each zone in which any opportunity has an agenda. */
function clocksOf(connection: Connection, at: AgendaQuery['at']): ReadonlyMap<string, string> {
  return new Map(connection.all<{ zone: string }>(ZONES).map(({ zone }) => [zone, at(zone)]))
}

/** The first entries of each zone. */
function entriesOf(
  connection: Connection,
  list: AgendaRow['list'],
  { at, most }: { readonly at: ReadonlyMap<string, string>; readonly most: number },
): Entry[] {
  return [...at].flatMap(([zone, now]) => {
    const rest = [zone, list, now, now, most]
    if (list === 'due') return connection.all<Entry>(DUE, zone, now, now, most, ...rest)
    return connection.all<Entry>(OTHERS, zone, listShelves[list], now.slice(0, 10), now, now, most, ...rest)
  })
}

/** How many entries there are in all zones; `clocks` is a JSON object of local times by zone. */
function countOf(
  connection: Connection,
  list: AgendaRow['list'],
  { clocks, most }: { readonly clocks: string; readonly most: number },
): number {
  if (most === 0) return 0
  const found =
    list === 'due'
      ? connection.get<{ count: number }>(DUE_COUNT, clocks, list, most)
      : connection.get<{ count: number }>(OTHERS_COUNT, clocks, listShelves[list], list, most)
  return found?.count ?? 0
}

function sorted(list: AgendaRow['list'], entries: Entry[]): Entry[] {
  const rank = (entry: Entry): number => (list === 'due' ? entry.rank : 0)
  return entries.sort((a, b) => rank(a) - rank(b) || compare(a.key, b.key) || compare(a.handle, b.handle))
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

const RANKS = Array.from({ length: ranks }, (_, rank) => rank).join(', ')

// What is due for good; of a list as long as a day lasts; all others. A shelf is asked for by its number, and so nothing of other days is walked over.
const lasting = (zone: string, now: string): string =>
  `agenda INDEXED BY agenda_shelf WHERE zone = ${zone} AND shelf IN (${RANKS}) AND key <= ${now} AND from_at <= ${now}`
const dayed = (zone: string, day: string, now: string): string =>
  `agenda INDEXED BY agenda_shelf WHERE zone = ${zone} AND shelf = ? AND key > ${day} AND from_at <= ${now} AND until_at > ${now}`
const rest = (zone: string, now: string): string =>
  `agenda INDEXED BY agenda_rest WHERE shelf = ${restShelf} AND zone = ${zone} AND list = ? AND until_at > ${now} AND from_at <= ${now}`

const REST = `SELECT opportunity, rank, key, handle FROM ${rest('?', '?')} ORDER BY CASE list WHEN 'due' THEN rank ELSE 0 END, key, handle LIMIT ?`
const DUE = `SELECT * FROM (SELECT opportunity, shelf AS rank, key, handle FROM ${lasting('?', '?')} ORDER BY shelf, key, handle LIMIT ?) UNION ALL SELECT * FROM (${REST})`
const OTHERS = `SELECT * FROM (SELECT opportunity, 0 AS rank, key, handle FROM ${dayed('?', '?', '?')} ORDER BY key, handle LIMIT ?) UNION ALL SELECT * FROM (${REST})`

const CLOCK = 'clock (here, now, today) AS (SELECT key, value, substr(value, 1, 10) FROM json_each(?))'
const counted = (first: string): string => `WITH ${CLOCK} SELECT count(*) AS count FROM (
  SELECT 1 FROM clock CROSS JOIN ${first} UNION ALL SELECT 1 FROM clock CROSS JOIN ${rest('here', 'now')} LIMIT ?)`
const DUE_COUNT = counted(lasting('here', 'now'))
const OTHERS_COUNT = counted(dayed('here', 'today', 'now'))

// What lasts and what passes are looked for apart, for the index finds the first at once.
const silent = (until: string): string =>
  `SELECT 1 FROM clock CROSS JOIN agenda INDEXED BY agenda_silent WHERE state = 'silent' AND zone = here AND ${until} AND from_at <= now`
const OPEN = 'SELECT 1 FROM opportunity WHERE closed = 0'
const TOTALS = `WITH ${CLOCK} SELECT
  (SELECT count(*) FROM (${silent(`until_at = '${forever}'`)} UNION ALL ${silent(`until_at > now AND until_at <> '${forever}'`)} LIMIT ?)) AS silent,
  (SELECT count(*) FROM (${OPEN} LIMIT ?)) AS open`

const BY_SEQ = `SELECT ${listedColumns} FROM opportunity o WHERE o.seq IN (SELECT value FROM json_each(?))`

// Hops from one zone to the next in the index instead of reading it all.
const ZONES = `WITH RECURSIVE hop (zone) AS (
    SELECT min(zone) FROM agenda INDEXED BY agenda_shelf
    UNION ALL SELECT (SELECT min(a.zone) FROM agenda a INDEXED BY agenda_shelf WHERE a.zone > hop.zone) FROM hop WHERE hop.zone IS NOT NULL)
  SELECT zone FROM hop WHERE zone IS NOT NULL`
