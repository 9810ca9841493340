import type { AgendaAnswer, AgendaItem, AgendaQuery, AgendaRow } from '../model/store.js'
import type { Connection } from './connect.js'
import { opportunityColumns, rowOf, type StoredOpportunity } from './rows.js'
import { forever, listShelves, ranks, restShelf } from './shelves.js'

/** The agenda at one local time per zone; work grows with the rows asked for, not with the store. */
export function agendaAt(connection: Connection, query: AgendaQuery): AgendaAnswer {
  const limit = query.limit ?? ALL
  const most = query.most ?? (query.limit === undefined ? ALL : query.limit + 1)
  const entries: Entry[] = []
  const counts = { due: 0, upcoming: 0, waiting: 0, resting: 0, silent: 0, open: 0 }
  for (const list of LISTS) {
    const wanted = query.lists.includes(list)
    const found = wanted ? sorted(list, entriesOf(connection, list, { at: query.at, most: Math.min(ALL, limit + 1) })) : []
    const isAll = wanted && found.length <= limit
    counts[list] = Math.min(most, isAll ? found.length : countOf(connection, list, { at: query.at, most }))
    entries.push(...found.slice(0, limit))
  }
  counts.silent = Math.min(most, silentCount(connection, { at: query.at, most }))
  counts.open = connection.get<Count>(OPEN, most)?.count ?? 0
  return { items: itemsOf(connection, entries), counts }
}

/** The zones in which any opportunity has an agenda. */
export function zonesOf(connection: Connection): readonly string[] {
  return connection.all<{ zone: string }>(ZONES).map((row) => row.zone)
}

const LISTS = ['due', 'upcoming', 'waiting', 'resting'] as const
const ALL = 0x7fffffff

interface Count {
  readonly count: number
}
interface Entry {
  readonly opportunity: number
  readonly list: AgendaRow['list']
  readonly rank: number
  readonly key: string
  readonly handle: string
  readonly from_at: string
  readonly until_at: string
  readonly state: AgendaRow['state']
}
interface When {
  readonly at: ReadonlyMap<string, string>
  readonly most: number
}

function entriesOf(connection: Connection, list: AgendaRow['list'], { at, most }: When): Entry[] {
  return [...at].flatMap(([zone, now]) => {
    const found = connection.all<Entry>(REST, zone, list, now, now, most)
    if (list !== 'due') return [...found, ...connection.all<Entry>(DAYED, zone, listShelves[list], now.slice(0, 10), now, now, most)]
    for (let shelf = 0, lasting = 0; shelf < ranks && lasting < most; shelf++) {
      const due = connection.all<Entry>(LASTING, zone, shelf, now, now, most - lasting)
      lasting += due.length
      found.push(...due)
    }
    return found
  })
}

function countOf(connection: Connection, list: AgendaRow['list'], { at, most }: When): number {
  let sum = 0
  const add = (sql: string, ...values: (string | number)[]): void => {
    if (sum < most) sum += connection.get<Count>(`SELECT count(*) AS count FROM (${sql})`, ...values, most - sum)?.count ?? 0
  }
  for (const [zone, now] of at) {
    add(REST_ANY, zone, list, now, now)
    if (list === 'due') for (let shelf = 0; shelf < ranks; shelf++) add(LASTING_ANY, zone, shelf, now, now)
    else add(DAYED_ANY, zone, listShelves[list], now.slice(0, 10), now, now)
  }
  return sum
}

function silentCount(connection: Connection, { at, most }: When): number {
  let sum = 0
  for (const [zone, now] of at) {
    if (sum < most) sum += connection.get<Count>(SILENT_LASTING, zone, now, most - sum)?.count ?? 0
    if (sum < most) sum += connection.get<Count>(SILENT_PASSING, zone, now, now, most - sum)?.count ?? 0
  }
  return sum
}

function sorted(list: AgendaRow['list'], entries: Entry[]): Entry[] {
  const rank = (entry: Entry): number => (list === 'due' ? entry.rank : 0)
  return entries.sort((a, b) => rank(a) - rank(b) || compare(a.key, b.key) || compare(a.handle, b.handle))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function itemsOf(connection: Connection, entries: readonly Entry[]): readonly AgendaItem[] {
  const stored = connection.all<StoredOpportunity>(BY_SEQ, JSON.stringify(entries.map((entry) => entry.opportunity)))
  const rows = new Map(stored.map((row) => [row.seq, row]))
  return entries.map(({ opportunity, list, rank, key, from_at: from, until_at: until, state }) => {
    const row = rows.get(opportunity)
    if (!row) throw Object.assign(new Error('an agenda row without its opportunity'), { code: 'SQLITE_CORRUPT' })
    return { list, rank, key, from, until, state, row: rowOf(row) }
  })
}

const COLUMNS = 'opportunity, list, rank, key, handle, from_at, until_at, state'
const lasting = (columns: string): string =>
  `SELECT ${columns} FROM agenda INDEXED BY agenda_shelf WHERE zone = ? AND shelf = ? AND key <= ? AND from_at <= ?`
const dayed = (columns: string): string =>
  `SELECT ${columns} FROM agenda INDEXED BY agenda_shelf WHERE zone = ? AND shelf = ? AND key > ? AND from_at <= ? AND until_at > ?`
const rest = (columns: string): string =>
  `SELECT ${columns} FROM agenda INDEXED BY agenda_rest WHERE shelf = ${restShelf} AND zone = ? AND list = ? AND until_at > ? AND from_at <= ?`

const LASTING = `${lasting(COLUMNS)} ORDER BY key, handle LIMIT ?`
const LASTING_ANY = `${lasting('1')} LIMIT ?`
const DAYED = `${dayed(COLUMNS)} ORDER BY key, handle LIMIT ?`
const DAYED_ANY = `${dayed('1')} LIMIT ?`
const REST = `${rest(COLUMNS)} ORDER BY CASE list WHEN 'due' THEN rank ELSE 0 END, key, handle LIMIT ?`
const REST_ANY = `${rest('1')} LIMIT ?`

const SILENT = `SELECT 1 FROM agenda INDEXED BY agenda_silent WHERE state = 'silent' AND zone = ?`
const SILENT_LASTING = `SELECT count(*) AS count FROM (${SILENT} AND until_at = '${forever}' AND from_at <= ? LIMIT ?)`
const SILENT_PASSING = `SELECT count(*) AS count FROM (${SILENT} AND until_at > ? AND until_at <> '${forever}' AND from_at <= ? LIMIT ?)`

const OPEN = 'SELECT count(*) AS count FROM (SELECT 1 FROM opportunity WHERE closed = 0 LIMIT ?)'
const BY_SEQ = `SELECT ${opportunityColumns} FROM opportunity o WHERE o.seq IN (SELECT value FROM json_each(?))`

// Hops from one zone to the next in the index instead of reading it all.
const ZONES = `WITH RECURSIVE hop (zone) AS (
    SELECT min(zone) FROM agenda INDEXED BY agenda_shelf
    UNION ALL SELECT (SELECT min(a.zone) FROM agenda a INDEXED BY agenda_shelf WHERE a.zone > hop.zone) FROM hop WHERE hop.zone IS NOT NULL)
  SELECT zone FROM hop WHERE zone IS NOT NULL`
