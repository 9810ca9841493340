import type { Day, Instant } from '../model/day.js'
import type { Fact, FactKind } from '../model/fact.js'
import type { FactId, OpportunityId } from '../model/opportunity.js'
import { encode } from './bind.js'
import type { Connection } from './connect.js'
import { digest } from './digest.js'

/** A row of `fact`; `seq` is the order of recording. */
export interface FactRow {
  readonly seq: number
  readonly id: string
  readonly command: string
  readonly opportunity: string | null
  readonly day: string
  readonly time: string | null
  readonly zone: string
  readonly east: number
  readonly recorded: string
  readonly kind: string
  readonly data: string
}

/** The columns of a FactRow, of the table `fact` named `f`. */
export const factColumns = 'f.seq, f.id, f.command, f.opportunity, f.day, f.time, f.zone, f.east, f.recorded, f.kind, f.data'

/** Condition on a fact `f` that is not taken back. */
export const isLive = 'NOT EXISTS (SELECT 1 FROM retracted r WHERE r.fact = f.seq)'

/** The fact in a row. Throws SyntaxError when its data is damaged. */
export function factOf(row: FactRow): Fact {
  return {
    id: row.id as FactId,
    command: row.command as FactId,
    opportunity: row.opportunity as OpportunityId | null,
    at: { day: row.day as Day, time: row.time, zone: row.zone, offset: row.east },
    recorded: row.recorded as Instant,
    kind: row.kind as FactKind,
    data: JSON.parse(row.data) as never,
  }
}

/** A row of `fact` that has no place yet. */
export interface NewRow extends Omit<FactRow, 'seq'> {
  readonly checksum: string
}

/** Adds a fact at the end; returns its seq. */
export function insertFact(connection: Connection, fact: Fact): number {
  const row = rowOfFact(fact)
  return insertRow(connection, { ...row, checksum: checksumOf(row) })
}

/** Adds a row at the end; returns its seq. */
export function insertRow(connection: Connection, row: NewRow): number {
  const { id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum } = row
  return connection.add(INSERT, id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum)
}

/** The row of a fact that has no place yet. Throws Problem('usage') for what cannot be stored. */
export function rowOfFact(fact: Fact): Omit<FactRow, 'seq'> {
  return { ...fact, ...fact.at, east: fact.at.offset, data: encode(fact.data) }
}

/** What a fact's `checksum` must be: a digest of its whole content. */
export function checksumOf(row: Omit<FactRow, 'seq'>): string {
  const { id, command, opportunity, day, time, zone, east, recorded, kind, data } = row
  return digest(JSON.stringify([id, command, opportunity, day, time, zone, east, recorded, kind, data]))
}

/** Live facts of one opportunity, in whatever order. Throws SyntaxError when what is stored is damaged. */
export function ownFacts(connection: Connection, opportunity: string): readonly Fact[] {
  const packed = connection.get<{ readonly facts: string | null }>(PACKED, opportunity)?.facts ?? ''
  const parts = JSON.parse(`[${packed}]`) as readonly unknown[]
  const facts: Fact[] = []
  for (let at = 0; at < parts.length; at += PARTS.length) {
    facts.push({
      id: parts[at] as FactId,
      command: parts[at + 1] as FactId,
      opportunity: opportunity as OpportunityId,
      at: {
        day: parts[at + 2] as Day,
        time: parts[at + 3] as string | null,
        zone: parts[at + 4] as string,
        offset: parts[at + 5] as number,
      },
      recorded: parts[at + 6] as Instant,
      kind: parts[at + 7] as FactKind,
      data: parts[at + 8] as never,
    })
  }
  return facts
}

const INSERT = `INSERT INTO fact (id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// One JSON text for all facts of an opportunity, without keys: to read it takes half the time of a row for each fact.
const quoted = (column: string): string => `'"' || ${column} || '"'`
const PARTS = [
  ...['f.id', 'f.command', 'f.day'].map(quoted),
  `ifnull(${quoted('f.time')}, 'null')`,
  'json_quote(f.zone)',
  'f.east',
  ...['f.recorded', 'f.kind'].map(quoted),
  'f.data',
]
const PACKED = `SELECT group_concat(${PARTS.join(" || ',' || ")}) AS facts FROM fact f WHERE f.opportunity = ? AND ${isLive}`
