import type { Fact, FactOf } from '../model/fact.js'
import type { FactId, OpportunityId } from '../model/opportunity.js'
import type { CommandRow } from '../model/store.js'
import type { Tools } from './cases.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, isLive, type FactRow } from './facts.js'
import { retractions } from './retractions.js'

/** A fact, and whether it is taken back. */
export interface Remembered {
  readonly fact: Fact
  readonly retracted: boolean
}

/** Live facts in order of happening; with `retracted` all of them in order of recording, with the retractions that concern them. */
export function historyOf(
  tools: Tools,
  filter: { readonly opportunity?: OpportunityId; readonly retracted?: boolean },
): readonly Remembered[] {
  const { connection, rules } = tools
  const of = filter.opportunity === undefined ? '' : 'AND f.opportunity = ?'
  const values = filter.opportunity === undefined ? [] : [filter.opportunity]
  if (filter.retracted !== true) {
    const rows = connection.all<FactRow>(
      `SELECT ${factColumns} FROM fact f WHERE f.kind <> 'retracted' ${of} AND ${isLive} ORDER BY f.seq`,
      ...values,
    )
    return rules.order(rows.map(factOf)).map((fact) => ({ fact, retracted: false }))
  }
  const rows = connection.all<FactRow>(`SELECT ${factColumns} FROM fact f WHERE true ${of} ORDER BY f.seq`, ...values)
  const all = filter.opportunity === undefined ? rows : withRetractions(connection, rows)
  const taken = retractedSeqs(connection, 0)
  return all.map((row) => ({ fact: factOf(row), retracted: taken.has(row.seq) }))
}

/** The facts of these ids, taken back or not, in order of recording. */
export function factsOf({ connection }: Tools, ids: readonly FactId[]): readonly Fact[] {
  if (ids.length === 0) return []
  return connection.all<FactRow>(BY_ID, JSON.stringify(ids)).map(factOf)
}

/** All retractions in order of recording, and whether each is taken back itself. */
export function retractionsOf({ connection }: Tools): readonly { readonly fact: FactOf<'retracted'>; readonly retracted: boolean }[] {
  const taken = retractedSeqs(connection, 0)
  return retractions(connection).map(({ seq, fact }) => ({ fact, retracted: taken.has(seq) }))
}

const BY_ID = `SELECT ${factColumns} FROM fact f WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.seq`

/** The fact recorded last, taken back or not; null when there is none. */
export function newestFact(connection: Connection): Pick<Fact, 'id' | 'recorded'> | null {
  return connection.get<Pick<Fact, 'id' | 'recorded'>>('SELECT id, recorded FROM fact ORDER BY seq DESC LIMIT 1') ?? null
}

/** The newest commands with their facts, newest first. */
export function commandsOf({ connection }: Tools, limit: number): readonly CommandRow[] {
  const firsts = connection.all<{ seq: number; command: string }>(
    'SELECT seq, command FROM fact WHERE id = command ORDER BY seq DESC LIMIT ?',
    limit,
  )
  const since = firsts.at(-1)?.seq ?? 0
  const taken = retractedSeqs(connection, since)
  const groups = new Map(firsts.map((first) => [first.command, [] as FactRow[]]))
  for (const row of connection.all<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.seq >= ? ORDER BY f.seq`, since)) {
    groups.get(row.command)?.push(row)
  }
  return [...groups.values()].flatMap((rows) => commandOf(rows, taken))
}

/** The commands whose id ends so: two at most, which is enough to know that it is none, one or several. */
export function commandsEnding({ connection }: Tools, ending: string): readonly CommandRow[] {
  const taken = retractedSeqs(connection, 0)
  const firsts = connection.all<{ seq: number; id: string }>(ENDING, -ending.length, ending)
  return firsts.flatMap(({ seq, id }) => commandOf(connection.all<FactRow>(OF_COMMAND, id, seq, seq), taken))
}

function commandOf(rows: readonly FactRow[], taken: ReadonlySet<number>): readonly CommandRow[] {
  const facts = rows.map(factOf)
  const first = facts[0]
  return first ? [{ command: first.command, recorded: first.recorded, facts, retracted: rows.every((row) => taken.has(row.seq)) }] : []
}

// The facts of one command lie one behind the other.
const OF_COMMAND = `SELECT ${factColumns} FROM fact f WHERE f.command = ? AND f.seq >= ?
  AND f.seq < coalesce((SELECT n.seq FROM fact n WHERE n.seq > ? AND n.id = n.command ORDER BY n.seq LIMIT 1), 9223372036854775807) ORDER BY f.seq`
const ENDING = 'SELECT seq, id FROM fact WHERE substr(id, ?) = ? AND id = command ORDER BY seq DESC LIMIT 2'

function retractedSeqs(connection: Connection, since: number): ReadonlySet<number> {
  return new Set(connection.all<{ fact: number }>('SELECT fact FROM retracted WHERE fact >= ?', since).map((row) => row.fact))
}

// A retraction has no opportunity of its own: it belongs where the facts are that it takes back, or the retractions that it does.
function withRetractions(connection: Connection, rows: readonly FactRow[]): readonly FactRow[] {
  const ids = new Set(rows.map((row) => row.id))
  const seqs = new Set(rows.map((row) => row.seq))
  for (const { seq, fact } of retractions(connection)) {
    if (!fact.data.facts.some((id) => ids.has(id))) continue
    ids.add(fact.id)
    seqs.add(seq)
  }
  const seen = new Set(rows.map((row) => row.seq))
  const extra = [...seqs].filter((seq) => !seen.has(seq))
  const more = extra.flatMap((seq) => connection.get<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.seq = ?`, seq) ?? [])
  return [...rows, ...more].sort((a, b) => a.seq - b.seq)
}
