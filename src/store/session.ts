import type { StoreRules } from '../model/store.js'
import { connect, WARY, type Connection } from './connect.js'
import type { Home } from './copies.js'
import { codeOf, createFile, inspect, requireWritable, type Place } from './place.js'
import { migrate, requireKnown, requireText, schemaOf, schemaVersion, structureOf } from './schema.js'
import { immediately, together } from './transaction.js'
import type { judgeChanged, rebuildCaches } from './judging.js'

/** What a session needs to open a store. */
export interface Access extends Place, Home {
  readonly rules: StoreRules
  readonly writing: () => { readonly judgeChanged: typeof judgeChanged; readonly rebuildCaches: typeof rebuildCaches }
  readonly version: string
  /** 'write' refuses at the first touch what could not be written later. */
  readonly mode: 'read' | 'write'
  /** Milliseconds to wait for locks. */
  readonly patience: number
  /** Called before a migration, with the store as it is. */
  readonly beforeMigration: (connection: Connection) => void
}

/** The one connection of a store, opened when first needed. Between two pieces of work it holds no lock. */
export interface Session {
  /** A consistent look at the store, never at one judged by other rules; a missing store looks empty. */
  read<T>(work: (connection: Connection) => T): T
  /** One write transaction; creates the store when it is missing. */
  write<T>(work: (connection: Connection) => T): T
  /** Outside any transaction, on the file itself; null when there is none. */
  bare<T>(work: (connection: Connection) => T): T | null
  close(): void
}

/** A session on the store at a place; nothing is touched yet. */
export function openSession(access: Access): Session {
  let current: Opened | null = null
  const opened = (): Opened => (current ??= open(access))
  const close = (): void => {
    current?.connection.db.close()
    current = null
  }
  const written = <T>(work: (connection: Connection) => T): T => {
    if (opened().kind === 'memory') close()
    const isNew = current === null
    current ??= create(access)
    try {
      return writeTo(current.connection, access, work)
    } catch (error) {
      // What was to be the first write has left no tables behind.
      if (isNew) close()
      throw error
    }
  }
  return {
    read: (work) => together(opened().connection, () => work(opened().connection)),
    write: (work) => {
      try {
        return written(work)
      } catch (error) {
        if (codeOf(error) !== 'SQLITE_READONLY_DBMOVED') throw error
        close()
        return written(work)
      }
    },
    bare: (work) => {
      if (opened().kind === 'file') return work(opened().connection)
      return inspect(access).kind === 'store' ? aside(access, work) : null
    },
    close,
  }
}

/** An empty store in memory. */
export function memoryStore(): Connection {
  const connection = connect(':memory:', { patience: 0 })
  migrate(connection, 0)
  return connection
}

/** A store in memory with the facts of the file at `path`, and no caches yet. */
export function memoryCopy(path: string): Connection {
  const connection = memoryStore()
  connection.run('ATTACH ? AS disk', path)
  connection.db.exec(`INSERT INTO main.fact (${COPIED}) SELECT ${COPIED} FROM disk.fact ORDER BY seq; DETACH disk`)
  return connection
}

/** The columns of `fact` that are stored, not derived. */
export const COPIED = 'seq, id, command, opportunity, day, time, zone, east, recorded, kind, data, checksum'

/** Settings under which a commit survives a power cut, and under which deleted text does not linger. */
export const DURABLE =
  'PRAGMA query_only = OFF; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE;'

interface Opened {
  readonly kind: 'file' | 'memory'
  readonly connection: Connection
}

// The file itself, where the session works on a copy because the file can only be read.
function aside<T>(access: Access, work: (connection: Connection) => T): T {
  const connection = connect(access.path, { patience: access.patience, readonly: true })
  try {
    connection.db.exec(WARY)
    return work(connection)
  } finally {
    connection.db.close()
  }
}

function open(access: Access): Opened {
  const found = inspect(access)
  if (access.mode === 'write') requireWritable(access, found)
  if (found.kind !== 'store') return { kind: 'memory', connection: memoryStore() }
  requireKnown(found.schema, access.path, access.version)
  const connection = connect(access.path, { patience: access.patience })
  try {
    return settled(connection, access)
  } catch (error) {
    connection.db.close()
    throw error
  }
}

function settled(connection: Connection, access: Access): Opened {
  connection.db.exec(`${WARY} PRAGMA query_only = ON`)
  const { structure, schema, hash } = together(connection, () => {
    const text = structureOf(connection)
    // Its number once more: since the file was looked at, another process may have brought it up.
    const own = schemaOf(connection)
    requireKnown(own, access.path, access.version)
    if (text !== '') requireText(text, own, access.path)
    return { structure: text, schema: own, hash: text === '' ? '' : hashOf(connection) }
  })
  // A first write that crashed has just been rolled back to nothing.
  if (structure === '') {
    connection.db.close()
    return { kind: 'memory', connection: memoryStore() }
  }
  const isFresh = schema === schemaVersion && hash === access.rules.hash
  return isFresh ? { kind: 'file', connection } : freshened(connection, access)
}

function freshened(connection: Connection, access: Access): Opened {
  try {
    writeTo(connection, access, () => undefined)
    connection.db.exec('PRAGMA query_only = ON')
    return { kind: 'file', connection }
  } catch (error) {
    if (!/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(codeOf(error))) throw error
    connection.db.close()
    const copy = memoryCopy(access.path)
    immediately(copy, 0, () => access.writing().rebuildCaches({ connection: copy, rules: access.rules }))
    return { kind: 'memory', connection: copy }
  }
}

function create(access: Access): Opened {
  requireWritable(access, inspect(access))
  createFile(access)
  const connection = connect(access.path, { patience: access.patience })
  connection.db.exec(WARY)
  return { kind: 'file', connection }
}

function writeTo<T>(connection: Connection, access: Access, work: (connection: Connection) => T): T {
  connection.db.exec(DURABLE)
  if (isOlder(connection)) access.beforeMigration(connection)
  return immediately(connection, access.patience, () => {
    bringUp(connection, access)
    return work(connection)
  })
}

// Its number again after its tables were seen: between the two looks another process may have made the store, which is no older schema then.
function isOlder(connection: Connection): boolean {
  return schemaOf(connection) < schemaVersion && structureOf(connection) !== '' && schemaOf(connection) < schemaVersion
}

// Another process may have created, migrated or judged the store since we looked: all that counts is what is true under the lock.
function bringUp(connection: Connection, { rules, writing, path, version }: Access): void {
  const schema = schemaOf(connection)
  requireKnown(schema, path, version)
  if (schema < schemaVersion) {
    if (structureOf(connection) !== '') requireText(structureOf(connection), schema, path)
    migrate(connection, schema)
    writing().rebuildCaches({ connection, rules })
    return
  }
  const hash = hashOf(connection)
  if (hash !== rules.hash) writing().judgeChanged({ connection, rules }, hash)
}

function hashOf(connection: Connection): string {
  return connection.get<{ value: string }>("SELECT value FROM meta WHERE key = 'rules_hash'")?.value ?? ''
}
