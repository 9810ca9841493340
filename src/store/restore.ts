import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../disk/make-folder.js'
import type { Instant } from '../model/day.js'
import type { PutBack, Salvage, StoreRules } from '../model/store.js'
import { isProblem, Problem } from '../problem.js'
import { connect, type Connection, WARY } from './connect.js'
import { backupFolder, foldersOf, stampOf, type Home } from './copies.js'
import { rebuildCaches } from './judging.js'
import { codeOf, createFile, exists, inspect, linkOrCopy, moveOver, syncPath, type Found, type Place } from './place.js'
import { migrate, requireKnown, requireStructure, structureOf, schemaVersion } from './schema.js'
import { COPIED, DURABLE, memoryStore } from './session.js'
import { countFacts, heldWhole, readFacts, requireSound, type Held } from './sound.js'
import { immediately } from './transaction.js'
import { isBusy } from './trouble.js'

/** What a restore needs to know. */
export interface Restoring extends Place, Home {
  readonly rules: StoreRules
  readonly version: string
  readonly at: Instant
  readonly patience: number
}

/**
 * Puts the facts of a backup in the place of the store, in a fresh file, but for those that are not what was recorded; what was there is kept beside
 * the backups. The backup is trusted in nothing. Throws Problem('store'), with the store as it was, when the file of the backup is not whole, when
 * the store has whole what would be left out, or when the store is in use or not ours to replace.
 */
export function restoreFrom(from: string, restoring: Restoring): PutBack {
  const { path } = restoring
  const source = requireBackup(from)
  requireKnown(source.schema, from, restoring.version)
  requireReplaceable(restoring)
  if (restoring.makeFolder) makeFolder(dirname(path))
  makeFolder(backupFolder(path))
  const draft = join(backupFolder(path), `.tmp-${process.pid}-restore`)
  const copy = `${draft}-copy`
  try {
    copyFileSync(from, emptied(copy))
    const held = requireFit(copy, { from, schema: source.schema })
    requireNothingLost(held, { from, path })
    const facts = pour(copy, emptied(draft), { ...restoring, from, left: held.altered.map((one) => one.seq) })
    syncPath(draft)
    return { facts, leftOut: named(held), kept: replace(draft, restoring) }
  } finally {
    for (const left of [draft, copy, `${draft}-journal`, `${copy}-journal`]) rmSync(left, { force: true })
  }
}

/** What putting a backup back would bring, with nothing changed. Throws Problem('store') when it could not be put back. */
export function lookInto(from: string, place: Place & Home & Pick<Restoring, 'version'>): Salvage {
  const { path, version } = place
  const { schema } = requireBackup(from)
  requireKnown(schema, from, version)
  requireReplaceable(place)
  const held = requireFit(from, { from, schema }, { readonly: true })
  requireNothingLost(held, { from, path })
  return { facts: held.facts - held.altered.length, leftOut: named(held) }
}

function named({ altered }: Held): Salvage['leftOut'] {
  return altered.map(({ id, kind, day }) => ({ id, kind, day }))
}

function requireBackup(from: string): Extract<Found, { readonly kind: 'store' }> {
  const source = seen(from)
  if (source.kind !== 'store') throw unfit(from, source.kind === 'empty' ? 'is empty' : 'does not exist')
  return source
}

// What is said of a store that cannot be used does not help with a file that was to be put back.
function seen(from: string): Found {
  try {
    return inspect({ path: from, makeFolder: false })
  } catch (error) {
    if (isProblem(error)) throw error.code === 'store-folder' ? unfit(from, 'does not exist') : hinted(error.message, error)
    if (/^(EACCES|EPERM)$/.test(codeOf(error))) throw unfit(from, 'cannot be read: permission is missing', error)
    throw unfit(from, 'cannot be read', error)
  }
}

function emptied(path: string): string {
  rmSync(path, { force: true })
  createFile({ path, makeFolder: false })
  return path
}

// Facts alone are taken over, row by row, each with its checksum; tables, triggers and caches are our own.
function pour(copy: string, draft: string, restoring: Restoring & { readonly from: string; readonly left: readonly number[] }): number {
  const target = connect(draft, { patience: restoring.patience })
  try {
    target.db.exec(`${WARY} ${DURABLE}`)
    target.run('ATTACH ? AS backup', copy)
    immediately(target, 0, () => {
      migrate(target, 0)
      target.run(TAKE, JSON.stringify(restoring.left))
      rebuildCaches({ connection: target, rules: restoring.rules })
    })
    target.db.exec('DETACH backup')
    requireSound(target, restoring.from)
    return countFacts(target)
  } finally {
    target.db.close()
  }
}

const TAKE = `INSERT INTO main.fact (${COPIED}) SELECT ${COPIED} FROM backup.fact
  WHERE seq NOT IN (SELECT value FROM json_each(?)) ORDER BY seq`

function requireFit(
  copy: string,
  { from, schema }: { readonly from: string; readonly schema: number },
  { readonly }: { readonly readonly: boolean } = { readonly: false },
): Held {
  const backup = connect(copy, { patience: 0, readonly })
  try {
    backup.db.exec(`${WARY} PRAGMA query_only = ON`)
    requireStructure(backup, schema, from)
    if (schema === schemaVersion && structureOf(backup) !== ownStructure())
      throw unfit(from, 'does not have the structure of a followup store')
    requireSound(backup, from)
    const held = readFacts(backup)
    if (held.facts > 0 && held.altered.length === held.facts) throw unfit(from, 'holds no fact that is what was recorded')
    return held
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

/** What a backup has lost is only left out when the store has lost it too: facts never change, so a whole one there is the very same. */
function requireNothingLost({ altered }: Held, { from, path }: { readonly from: string; readonly path: string }): void {
  if (altered.length === 0) return
  const whole = wholeIn(path, altered.map((one) => one.id)) // prettier-ignore
  if (whole.length === 0) return
  throw new Problem(
    'store',
    `${from} is damaged: ${altered.length} of its facts are not what was recorded, and the store has ${whole.length} of them whole`,
    {
      hint: 'Nothing was changed, so that they are not lost; "followup doctor" looks at the store, "followup backup --list" shows other backups.',
      code: 'backup-poorer',
    },
  )
}

// A store that cannot be read has nothing to lose; it is kept all the same.
function wholeIn(path: string, ids: readonly string[]): readonly string[] {
  try {
    if (inspect({ path, makeFolder: true }).kind !== 'store') return []
    const store = connect(path, { patience: 0 })
    try {
      store.db.exec(`${WARY} PRAGMA query_only = ON`)
      return heldWhole(store, ids)
    } finally {
      store.db.close()
    }
  } catch (error) {
    if (isBusy(error)) throw error
    return []
  }
}

// A file that is not SQLite's at all is only replaced where backups show that a store was there.
function requireReplaceable(place: Place & Home & Pick<Restoring, 'version'>): void {
  try {
    const found = inspect(place)
    if (found.kind === 'store' && found.schema > schemaVersion) requireKnown(found.schema, place.path, place.version)
  } catch (error) {
    const isRuin = isProblem(error) && error.message.endsWith('is not a followup store') && foldersOf(place).length > 0
    if (!isRuin) throw error
  }
}

function replace(draft: string, { path, at, patience }: Restoring): string | null {
  const lock = exists(path) ? lockOf(path, patience) : null
  try {
    const kept = exists(path) ? keep(path, at) : null
    for (const stale of ['-journal', '-wal', '-shm']) rmSync(`${path}${stale}`, { force: true })
    moveOver(draft, path)
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
  linkOrCopy(path, kept)
  if (existsSync(`${path}-journal`)) linkOrCopy(`${path}-journal`, `${kept}-journal`)
  syncPath(backupFolder(path))
  return kept
}

function unfit(from: string, what: string, cause?: unknown): Problem {
  return hinted(`${from} ${what}`, cause)
}

function hinted(message: string, cause: unknown): Problem {
  const hint = 'Nothing was changed; "followup backup --list" shows the backups there are.'
  return new Problem('store', message, { hint, code: 'backup-unfit', cause })
}
