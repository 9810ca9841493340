import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../model/day.js'
import type { StoreRules } from '../model/store.js'
import { isProblem, Problem } from '../problem.js'
import { backupFolder, countFacts, requireSound, stampOf } from './backup.js'
import { connect, type Connection } from './connect.js'
import { checksumOf, factColumns, factOf, type FactRow } from './facts.js'
import { rebuildCaches } from './judging.js'
import { codeOf, createFile, exists, inspect, syncPath, type Found, type Place } from './place.js'
import { migrate, requireKnown, requireStructure, structureOf, schemaVersion } from './schema.js'
import { COPIED, DURABLE, memoryStore, WARY } from './session.js'
import { immediately } from './transaction.js'

/** What a restore needs to know. */
export interface Restoring extends Place {
  readonly rules: StoreRules
  readonly version: string
  readonly at: Instant
  readonly patience: number
}

/**
 * Puts the facts of a backup in the place of the store, in a fresh file; what was there is kept beside the backups. The backup is trusted in nothing.
 * Throws Problem('store'), with the store as it was, when the backup is not whole, or when the store is in use or not ours to replace.
 */
export function restoreFrom(from: string, restoring: Restoring): { readonly facts: number; readonly kept: string | null } {
  const { path } = restoring
  const source = requireBackup(from)
  requireKnown(source.schema, from, restoring.version)
  requireReplaceable(restoring)
  if (restoring.makeFolder) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  mkdirSync(backupFolder(path), { recursive: true, mode: 0o700 })
  const draft = join(backupFolder(path), `.tmp-${process.pid}-restore`)
  const copy = `${draft}-copy`
  try {
    copyFileSync(from, emptied(copy))
    const facts = pour(copy, emptied(draft), { ...restoring, schema: source.schema, from })
    syncPath(draft)
    return { facts, kept: replace(draft, restoring) }
  } finally {
    for (const left of [draft, copy, `${draft}-journal`, `${copy}-journal`]) rmSync(left, { force: true })
  }
}

/** What lies at the path of a backup; throws Problem('store') when that is no store. */
export function requireBackup(from: string): Extract<Found, { readonly kind: 'store' }> {
  const source = inspect({ path: from, makeFolder: false })
  if (source.kind !== 'store') throw unfit(from, source.kind === 'empty' ? 'is empty' : 'does not exist')
  return source
}

function emptied(path: string): string {
  rmSync(path, { force: true })
  createFile({ path, makeFolder: false })
  return path
}

// Facts alone are taken over, row by row, each with its checksum; tables, triggers and caches are our own.
function pour(copy: string, draft: string, restoring: Restoring & { readonly schema: number; readonly from: string }): number {
  requireFit(copy, restoring)
  const target = connect(draft, { patience: restoring.patience })
  try {
    target.db.exec(`${WARY} ${DURABLE}`)
    target.run('ATTACH ? AS backup', copy)
    immediately(target, 0, () => {
      migrate(target, 0)
      target.db.exec(`INSERT INTO main.fact (${COPIED}) SELECT ${COPIED} FROM backup.fact ORDER BY seq`)
      rebuildCaches({ connection: target, rules: restoring.rules })
    })
    target.db.exec('DETACH backup')
    requireSound(target, restoring.from)
    return countFacts(target)
  } finally {
    target.db.close()
  }
}

function requireFit(copy: string, { from, schema }: { readonly from: string; readonly schema: number }): void {
  const backup = connect(copy, { patience: 0 })
  try {
    backup.db.exec(`${WARY} PRAGMA query_only = ON`)
    requireStructure(backup, schema, from)
    if (schema === schemaVersion && structureOf(backup) !== ownStructure())
      throw unfit(from, 'does not have the structure of a followup store')
    requireSound(backup, from)
    requireFacts(backup, from)
  } catch (error) {
    throw isProblem(error) ? error : unfit(from, 'is damaged', error)
  } finally {
    backup.db.close()
  }
}

function ownStructure(): string {
  const own = memoryStore()
  const text = structureOf(own)
  own.db.close()
  return text
}

function requireFacts(backup: Connection, from: string): void {
  const rows = backup.db.prepare(`SELECT ${factColumns}, f.checksum FROM fact f ORDER BY f.seq`).iterate() as IterableIterator<
    FactRow & { checksum: string }
  >
  for (const row of rows) {
    if (checksumOf(row) !== row.checksum) throw unfit(from, `is damaged: fact ${row.seq} is not what was recorded`)
    factOf(row)
  }
}

// A file that is not SQLite's at all is only replaced where backups show that a store was there.
function requireReplaceable(place: Place): void {
  try {
    const found = inspect(place)
    if (found.kind === 'store' && found.schema > schemaVersion) requireKnown(found.schema, place.path, '')
  } catch (error) {
    const isRuin = isProblem(error) && error.message.endsWith('is not a followup store') && existsSync(backupFolder(place.path))
    if (!isRuin) throw error
  }
}

function replace(draft: string, { path, at, patience }: Restoring): string | null {
  const lock = exists(path) ? lockOf(path, patience) : null
  try {
    const kept = exists(path) ? keep(path, at) : null
    for (const stale of ['-journal', '-wal', '-shm']) rmSync(`${path}${stale}`, { force: true })
    renameSync(draft, path)
    syncPath(dirname(path))
    return kept
  } finally {
    lock?.db.close()
  }
}

// Null for a file so damaged that nobody can lock it.
function lockOf(path: string, patience: number): Connection | null {
  const lock = connect(path, { patience })
  try {
    lock.db.exec(`${WARY} BEGIN EXCLUSIVE`)
    return lock
  } catch (error) {
    lock.db.close()
    if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(codeOf(error))) return null
    throw error
  }
}

function keep(path: string, at: Instant): string {
  const base = join(backupFolder(path), `${stampOf(at)}-replaced`)
  let kept = `${base}.db`
  for (let number = 2; existsSync(kept); number++) kept = `${base}-${number}.db`
  linkSync(path, kept)
  if (existsSync(`${path}-journal`)) linkSync(`${path}-journal`, `${kept}-journal`)
  syncPath(backupFolder(path))
  return kept
}

function unfit(from: string, what: string, cause?: unknown): Problem {
  const hint = 'Nothing was changed; "followup backup --list" shows the backups there are.'
  return new Problem('store', `${from} ${what}`, { hint, code: 'backup-unfit', cause })
}
