import type { Fact } from '../model/fact.js'
import type { OpportunityId } from '../model/opportunity.js'
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
  return [...groups.values()].flatMap((rows) => {
    const facts = rows.map(factOf)
    const first = facts[0]
    return first ? [{ command: first.command, recorded: first.recorded, facts, retracted: rows.every((row) => taken.has(row.seq)) }] : []
  })
}

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
