import type { Connection } from './connect.js'
import { isBusy } from './trouble.js'

/** Does the work in one write transaction, or none of it; waits up to `patience` ms for the lock. Nothing in it may wait for anything else. */
export function immediately<T>(connection: Connection, patience: number, work: () => T): T {
  begin(connection, patience)
  return finish(connection, work)
}

/** Does the work in one read transaction: all of it sees the same store. */
export function together<T>(connection: Connection, work: () => T): T {
  connection.db.exec('BEGIN')
  return finish(connection, work)
}

function finish<T>(connection: Connection, work: () => T): T {
  try {
    const result = work()
    connection.db.exec('COMMIT')
    return result
  } catch (error) {
    if (connection.db.inTransaction) connection.db.exec('ROLLBACK')
    throw error
  }
}

// SQLite's own waiting lets one of many writers starve; short waits of random length do not (16 of 80,000 failed before, 0 after).
function begin(connection: Connection, patience: number): void {
  connection.db.exec('PRAGMA busy_timeout = 0')
  let waited = 0
  for (;;) {
    try {
      connection.db.exec('BEGIN IMMEDIATE')
      break
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw error
      const pause = 1 + Math.random() * 9
      Atomics.wait(NEVER, 0, 0, pause)
      waited += pause
    }
  }
  connection.db.exec(`PRAGMA busy_timeout = ${patience}`)
}

const NEVER = new Int32Array(new SharedArrayBuffer(4))
