import type { Instant } from '../model/day.js'
import type { Fact, FactDraft } from '../model/fact.js'
import { freeHandle } from '../model/handle.js'
import type { FactId, OpportunityId } from '../model/opportunity.js'
import type { Newest, Recorded } from '../model/store.js'
import { Problem } from '../problem.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, insertFact, isLive, type FactRow } from './facts.js'
import { newestFact } from './history.js'
import { refreshAfter, type Change } from './refresh.js'
import { refreshRetracted } from './retractions.js'
import { indexing } from './search.js'
import type { Tools } from './cases.js'
import { opportunityColumns, rowOf, type StoredOpportunity } from './rows.js'

/** Who and when of a write. */
export interface Pen {
  readonly newId: () => string
  readonly recorded: Instant
}

/** Adds the drafts as facts of one command and brings every cache up to date, inside the caller's transaction. */
export function recordFacts(tools: Tools, drafts: readonly FactDraft[], pen: Pen): Recorded {
  const [done] = recordPieces(tools, [drafts], pen)
  return { facts: done?.facts ?? [], touched: (done?.touched ?? []).flatMap((id) => rowsOf(tools.connection, id)) }
}

/** As `recordFacts`, of drafts too many to be in memory at once; those of one opportunity come in one of the lists. */
export function recordMany(tools: Tools, drafts: Iterable<readonly FactDraft[]>, pen: Pen): void {
  for (const _ of recordPieces(tools, gathered(drafts), pen));
}

/** A part of a command as it was recorded, with the ids of the opportunities that it is about. */
export interface Piece {
  readonly facts: readonly Fact[]
  readonly touched: readonly string[]
}

/** Records one command piece by piece, as each is asked for; what is in one piece is judged together, and each opportunity in it once. */
export function* recordPieces(tools: Tools, pieces: Iterable<readonly FactDraft[]>, pen: Pen): Generator<Piece> {
  const command: Command = { pen: { ...pen, newId: idsAfter(tools.connection, pen.newId) }, given: new Set(), first: null }
  for (const drafts of pieces) yield recordPiece(tools, drafts, command)
}

// Enough for the index of words to be written in few goes, and little enough to be in memory.
const draftsAtOnce = 500

function* gathered(lists: Iterable<readonly FactDraft[]>): Generator<readonly FactDraft[]> {
  let some: FactDraft[] = []
  for (const drafts of lists) {
    for (const draft of drafts) some.push(draft)
    if (some.length < draftsAtOnce) continue
    yield some
    some = []
  }
  yield some
}

interface Command {
  readonly pen: Pen
  /** Handles that it gave. */
  readonly given: Set<string>
  /** The id of its first fact. */
  first: FactId | null
}

function recordPiece(tools: Tools, drafts: readonly FactDraft[], command: Command): Piece {
  const { connection } = tools
  const changed: Change[] = []
  for (const draft of drafts) {
    const fact = factFrom(connection, draft, command)
    command.first ??= fact.id
    changed.push({ seq: insertFact(connection, fact), fact })
  }
  const facts = changed.map(({ fact }) => fact)
  if (facts.some((fact) => fact.kind === 'retracted')) {
    for (const seq of refreshRetracted(connection)) changed.push(...factAt(connection, seq))
  }
  return { facts, touched: indexing(connection, () => refreshAfter(tools, changed)) }
}

/** Throws Problem('store') where there is a newer fact than its caller knows of: two who do the same act at the same time do it once. */
export function requireLast(connection: Connection, { opportunity, last }: Newest): void {
  const newest =
    opportunity === null
      ? newestFact(connection)
      : connection.get<{ id: string | null }>(`SELECT max(f.id) AS id FROM fact f WHERE f.opportunity = ? AND ${isLive}`, opportunity)
  if ((newest?.id ?? null) === last) return
  const [where, look] = opportunity === null ? ['', 'undo --list'] : [' for this opportunity', 'show']
  throw new Problem('store', `Something else was recorded${where} meanwhile, and nothing was done.`, {
    hint: `Look at it with "followup ${look}", and run this again if it is still right.`,
    code: 'changed',
  })
}

/** Ids above every id in the store, so that ids sort by recording even when the clock stands still or steps back between two runs. */
function idsAfter(connection: Connection, newId: () => string): () => string {
  let last = connection.get<{ id: string | null }>('SELECT max(id) AS id FROM fact')?.id ?? ''
  return () => {
    const id = newId()
    last = id > last ? id : successor(last, id)
    return last
  }
}

/** The next UUIDv7 after `last`: its stamp and counter (60 bits, without the version digit) plus one, with the chance of `id` (RFC 9562, 6.2). */
function successor(last: string, id: string): string {
  const counted = (BigInt(`0x${last.slice(0, 8)}${last.slice(9, 13)}${last.slice(15, 18)}`) + 1n).toString(16).padStart(15, '0')
  return `${counted.slice(0, 8)}-${counted.slice(8, 12)}-7${counted.slice(12)}${id.slice(18)}`
}

function factFrom(connection: Connection, draft: FactDraft, { pen, given, first }: Command): Fact {
  const opening = draft.kind === 'opened' ? draft.opportunity : null
  const id = draft.id ?? ((opening ?? pen.newId()) as FactId)
  const base = { id, command: first ?? id, at: draft.at, recorded: pen.recorded }
  if (draft.kind === 'opened') {
    const handle = freeHandle(draft.data.handle, (one) => given.has(one) || isTaken(connection, one))
    given.add(handle)
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

function factAt(connection: Connection, seq: number): readonly Change[] {
  const row = connection.get<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.seq = ?`, seq)
  return row ? [{ seq, fact: factOf(row) }] : []
}

function rowsOf(connection: Connection, id: string): readonly ReturnType<typeof rowOf>[] {
  const stored = connection.get<StoredOpportunity>(`SELECT ${opportunityColumns} FROM opportunity o WHERE o.id = ?`, id)
  return stored ? [rowOf(stored)] : []
}
