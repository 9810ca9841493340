import type { Instant } from '../model/day.js'
import type { Fact, FactDraft } from '../model/fact.js'
import type { FactId, OpportunityId } from '../model/opportunity.js'
import type { Recorded } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, insertFact, type FactRow } from './facts.js'
import { freeHandle } from './handles.js'
import { refreshAfter } from './refresh.js'
import { refreshRetracted } from './retractions.js'
import type { Tools } from './cases.js'
import { opportunityColumns, rowOf, type StoredOpportunity } from './rows.js'

/** Who and when of a write. */
export interface Pen {
  readonly newId: () => string
  readonly recorded: Instant
}

/** Adds the drafts as facts of one command and brings every cache up to date, inside the caller's transaction. */
export function recordFacts(tools: Tools, drafts: readonly FactDraft[], pen: Pen): Recorded {
  const { connection } = tools
  const facts: Fact[] = []
  const given = new Set<string>()
  const changed: { readonly seq: number; readonly fact: Fact }[] = []
  for (const draft of drafts) {
    const fact = factFrom(connection, draft, { pen, given, command: facts[0]?.id ?? null })
    changed.push({ seq: insertFact(connection, fact), fact })
    facts.push(fact)
  }
  if (facts.some((fact) => fact.kind === 'retracted')) {
    for (const seq of refreshRetracted(connection)) changed.push(...factAt(connection, seq))
  }
  const touched = refreshAfter(tools, changed)
  return { facts, touched: touched.flatMap((id) => rowsOf(connection, id)) }
}

function factFrom(
  connection: Connection,
  draft: FactDraft,
  writing: { readonly pen: Pen; readonly given: Set<string>; readonly command: FactId | null },
): Fact {
  const opening = draft.kind === 'opened' ? draft.opportunity : null
  const id = draft.id ?? ((opening ?? writing.pen.newId()) as FactId)
  const base = { id, command: writing.command ?? id, at: draft.at, recorded: writing.pen.recorded }
  if (draft.kind === 'opened') {
    const handle = freeHandle(draft.data.handle, (one) => writing.given.has(one) || isTaken(connection, one))
    writing.given.add(handle)
    const opportunity = (draft.opportunity ?? id) as string as OpportunityId
    return { ...base, opportunity, kind: 'opened', data: { ...draft.data, handle } }
  }
  if (draft.kind === 'retracted') requireFacts(connection, draft.data.facts)
  return { ...base, opportunity: draft.opportunity, kind: draft.kind, data: draft.data } as Fact
}

function isTaken(connection: Connection, handle: string): boolean {
  return connection.get('SELECT 1 AS one FROM opportunity WHERE handle = ?', handle) !== undefined
}

function requireFacts(connection: Connection, ids: readonly FactId[]): void {
  for (const id of ids) {
    if (connection.get('SELECT 1 AS one FROM fact WHERE id = ?', id)) continue
    throw new Problem('reference', `there is no fact ${id} to take back`, { hint: '"followup undo --list" shows what can be undone.' })
  }
}

function factAt(connection: Connection, seq: number): readonly { readonly seq: number; readonly fact: Fact }[] {
  const row = connection.get<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.seq = ?`, seq)
  return row ? [{ seq, fact: factOf(row) }] : []
}

function rowsOf(connection: Connection, id: string): readonly ReturnType<typeof rowOf>[] {
  const stored = connection.get<StoredOpportunity>(`SELECT ${opportunityColumns} FROM opportunity o WHERE o.id = ?`, id)
  return stored ? [rowOf(stored)] : []
}
