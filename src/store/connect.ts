import type { Database as Handle, Statement } from 'better-sqlite3'
import { bind, type Value } from './bind.js'
import { openDatabase } from './driver.js'

/** Settings that keep a hostile or half-damaged file from doing more than being read. */
export const WARY = 'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;'

/** One open database. Statements are prepared once; every bound value passes `bind`. */
export interface Connection {
  readonly db: Handle
  all<Row>(sql: string, ...values: readonly Value[]): Row[]
  get<Row>(sql: string, ...values: readonly Value[]): Row | undefined
  run(sql: string, ...values: readonly Value[]): void
  /** As `run`; returns the rowid of the row that it added. */
  add(sql: string, ...values: readonly Value[]): number
}

/** Opens an existing database file, or an empty one in memory (':memory:') or in a file without a name (''); waits `patience` ms for locks. */
export function connect(file: string, options: { readonly patience: number; readonly readonly?: boolean }): Connection {
  const { patience: timeout, readonly = false } = options
  return connectionOf(openDatabase(file, { timeout, readonly, fileMustExist: file !== ':memory:' && file !== '' }))
}

function connectionOf(db: Handle): Connection {
  const statements = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare(sql)
    statements.set(sql, made)
    return made
  }
  return {
    db,
    all: <Row>(sql: string, ...values: readonly Value[]) => statement(sql).all(...bind(values)) as Row[],
    get: <Row>(sql: string, ...values: readonly Value[]) => statement(sql).get(...bind(values)) as Row | undefined,
    run: (sql, ...values) => {
      statement(sql).run(...bind(values))
    },
    add: (sql, ...values) => Number(statement(sql).run(...bind(values)).lastInsertRowid),
  }
}
