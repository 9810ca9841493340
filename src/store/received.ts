import type { Incoming } from '../model/exchange.js'
import { isProblem, Problem } from '../problem.js'
import type { Connection } from './connect.js'
import { connect } from './connect.js'
import { checksumOf, rowOfFact, type NewRow } from './facts.js'
import { codeOf } from './place.js'

/** A fact from elsewhere as the row that it is to be, and the line of its file. */
export interface ReceivedRow extends NewRow {
  readonly line: number
}

/** Rows that lie in a file which has no name, is nobody else's to read, and goes with the process. */
export interface Aside {
  readonly rows: () => Iterable<ReceivedRow>
  readonly drop: () => void
}

/** Lays facts from elsewhere aside, of which a few are in memory at a time. Throws Problem('failed') for the first that is not what was recorded, or where there is no room. */
export function laidAside(incoming: Iterable<Incoming>): Aside {
  const connection = connect('', { patience: 0 })
  try {
    connection.db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE fact (line INTEGER, ${COLUMNS}); BEGIN`)
    for (const one of incoming) put(connection, receivedRow(one))
    connection.db.exec('COMMIT')
  } catch (error) {
    connection.db.close()
    if (isProblem(error) || !/^SQLITE_/.test(codeOf(error))) throw error
    throw new Problem('failed', 'The facts of this file cannot be laid aside.', {
      hint: 'Nothing was merged; free some room where temporary files are, and merge again.',
      code: 'no-room',
      cause: error,
    })
  }
  return { rows: () => rowsIn(connection), drop: () => void connection.db.close() }
}

/** The row that a fact is to be. Throws Problem('failed') where it is not what was recorded. */
export function receivedRow({ fact, checksum, line }: Incoming): ReceivedRow {
  const row = rowOfFact(fact)
  if (checksumOf(row) === checksum) return { ...row, checksum, line }
  throw new Problem('failed', `Line ${String(line)} is not what was recorded.`, {
    hint: 'Nothing was merged; export the facts once more, and copy the file as it is.',
    code: 'fact-altered',
  })
}

const COLUMNS = 'id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum'
const PUT = `INSERT INTO fact (line, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function put(connection: Connection, row: ReceivedRow): void {
  const { line, id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum } = row
  connection.run(PUT, line, id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum)
}

function* rowsIn(connection: Connection): Generator<ReceivedRow> {
  for (let after = 0; ;) {
    const rows = connection.all<ReceivedRow & { readonly place: number }>(NEXT, after)
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.place
  }
}

const NEXT = `SELECT rowid AS place, line, ${COLUMNS} FROM fact WHERE rowid > ? ORDER BY rowid LIMIT 1000`
