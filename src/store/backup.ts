import { closeSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../model/day.js'
import { Problem } from '../problem.js'
import { connect, type Connection } from './connect.js'
import { syncPath } from './place.js'
import { expired } from './rotation.js'
import { WARY } from './session.js'

/** Why a backup was made; part of its name. */
export type Occasion = 'daily' | 'asked' | 'migration'

/** A backup as `backups()` lists it, newest first. */
export interface Backup {
  readonly path: string
  readonly bytes: number
  readonly at: Instant
}

/** The folder in which a store's backups lie. */
export function backupFolder(path: string): string {
  return `${path}.backups`
}

/** The backups beside a store, newest first; what a restore replaced is not among them. */
export function listBackups(path: string): readonly Backup[] {
  const folder = backupFolder(path)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => NAME.test(name))
  return names
    .sort()
    .reverse()
    .map((name) => ({ path: join(folder, name), bytes: statSync(join(folder, name)).size, at: instantOf(name) }))
}

/** A copy of the open store that was opened, checked, counted and synced before it got its name. Throws Problem('store') when it is not whole. */
export function takeBackup(
  connection: Connection,
  order: { readonly path: string; readonly at: Instant; readonly occasion: Occasion; readonly to?: string | undefined },
): { readonly path: string; readonly facts: number } {
  const folder = backupFolder(order.path)
  if (order.to === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const free = (): string => order.to ?? freeName(folder, stampOf(order.at), order.occasion)
  if (order.to !== undefined && existsSync(order.to)) throw taken(order.to)
  const draft = join(dirname(free()), `.tmp-${process.pid}-${basename(free())}`)
  try {
    const facts = copyInto(connection, draft)
    syncPath(draft)
    const target = named(draft, free)
    syncPath(dirname(target))
    if (order.to === undefined) rotate(order.path, order.at)
    return { path: target, facts }
  } finally {
    rmSync(draft, { force: true })
    rmSync(`${draft}-journal`, { force: true })
  }
}

/** Gives the draft its name, over nothing that is there; of names that are free another process may take one first. */
function named(draft: string, free: () => string): string {
  for (;;) {
    const target = free()
    try {
      linkSync(draft, target)
      return target
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
      if (free() === target) throw taken(target)
    }
  }
}

/** Removes every copy of a store but the one just made, what restores replaced too; returns how many there were. */
export function dropBackups(path: string, fresh: { readonly path: string }): number {
  const others = copiesOf(path).filter((one) => one !== fresh.path)
  for (const one of others) rmSync(one, { force: true })
  syncPath(backupFolder(path))
  return others.filter((one) => one.endsWith('.db')).length
}

/** How many copies of a store hold any of these facts, what restores replaced among them, and how many cannot be read. */
export function backupsHolding(path: string, ids: readonly string[]): { readonly backups: number; readonly backupsUnread: number } {
  const held = copiesOf(path)
    .filter((one) => one.endsWith('.db'))
    .map((one) => holds(one, ids))
  return { backups: held.filter((one) => one === true).length, backupsUnread: held.filter((one) => one === null).length }
}

/** Null when nobody can tell. */
function holds(copy: string, ids: readonly string[]): boolean | null {
  try {
    const connection = connect(copy, { patience: 0, readonly: true })
    try {
      connection.db.exec(`${WARY} PRAGMA query_only = ON`)
      return connection.get('SELECT 1 FROM fact WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)) !== undefined
    } finally {
      connection.db.close()
    }
  } catch {
    return null
  }
}

function copiesOf(path: string): readonly string[] {
  const folder = backupFolder(path)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => COPY.test(name)) : []
  return names.map((name) => join(folder, name))
}

/** Whether the first write of this day asks for a backup: one a day, from 64 MB one a week. */
export function isBackupDue(path: string, at: Instant): boolean {
  const newest = listBackups(path)[0]
  if (!newest) return true
  const days = (Date.parse(at.slice(0, 10)) - Date.parse(newest.at.slice(0, 10))) / 86_400_000
  return Math.abs(days) >= (statSync(path).size >= LARGE ? 7 : 1)
}

/** The stamp that starts the name of what is put aside at an instant: '20260312T090000000Z'. */
export function stampOf(at: Instant): string {
  const digits = at.replace(/[-:.Z]/g, '')
  return `${digits.length === 15 ? `${digits}000` : digits}Z`
}

/** The number of facts in an open store. */
export function countFacts(connection: Connection): number {
  return connection.get<{ count: number }>('SELECT count(*) AS count FROM fact')?.count ?? 0
}

/** Throws Problem('store') unless SQLite finds the open file whole. */
export function requireSound(connection: Connection, path: string): void {
  const found = connection.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check ?? 'nothing'
  if (found === 'ok') return
  throw new Problem('store', `${path} is damaged: ${found}`, {
    hint: 'It was not used; take another backup ("followup backup --list").',
    code: 'backup-damaged',
  })
}

const LARGE = 64 * 1024 * 1024

// Copies of every kind, with what belongs to them.
const COPY = /^\d{8}T\d{9}Z-.*\.db(?:-journal)?$/

const NAME = /^\d{8}T\d{9}Z-(?:daily|asked|migration)(?:-\d+)?\.db$/

function instantOf(name: string): Instant {
  const part = (from: number, to: number): string => name.slice(from, to)
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}T${part(9, 11)}:${part(11, 13)}:${part(13, 15)}.${part(15, 18)}Z` as Instant
}

function freeName(folder: string, stamp: string, occasion: Occasion): string {
  const name = (number: number): string => join(folder, `${stamp}-${occasion}${number > 1 ? `-${number}` : ''}.db`)
  let number = 1
  while (existsSync(name(number))) number++
  return name(number)
}

// VACUUM INTO follows links and makes files others can read: so the file is made first, by us, and is new.
function copyInto(connection: Connection, draft: string): number {
  rmSync(draft, { force: true })
  closeSync(openSync(draft, 'wx', 0o600))
  const before = countFacts(connection)
  connection.db.exec('PRAGMA query_only = OFF')
  connection.run('VACUUM INTO ?', draft)
  const copy = connect(draft, { patience: 0, readonly: true })
  try {
    copy.db.exec(WARY)
    requireSound(copy, draft)
    const facts = countFacts(copy)
    if (facts < before || facts > countFacts(connection)) throw new Error(`the backup has ${facts} facts, the store ${before}`)
    return facts
  } finally {
    copy.db.close()
  }
}

function rotate(path: string, at: Instant): void {
  for (const old of expired(listBackups(path), at)) rmSync(old.path, { force: true })
  for (const name of readdirSync(backupFolder(path))) {
    const pid = Number(/^\.tmp-(\d+)-/.exec(name)?.[1] ?? process.pid)
    if (pid !== process.pid && !isRunning(pid)) rmSync(join(backupFolder(path), name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

function taken(target: string): Problem {
  return new Problem('store', `${target} exists already`, {
    hint: 'Nothing was written; give a name that is not taken.',
    code: 'backup-exists',
  })
}
