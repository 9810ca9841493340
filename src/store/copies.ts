import { existsSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../model/day.js'
import type { CopyKept } from '../model/store.js'
import { connect, WARY } from './connect.js'
import { syncPath } from './place.js'

/** Why a backup was made; part of its name, unless it is not whole. */
export type Occasion = 'daily' | 'asked' | 'migration'

/** The file of a store, and the path by which it was named, where that is a link: earlier versions left backups beside it. */
export interface Home {
  readonly path: string
  readonly named: string
}

/** The folder in which a store's backups are made. */
export function backupFolder(path: string): string {
  return `${path}.backups`
}

/** The backups beside a store, newest first; what a restore replaced is not among them. */
export function listBackups(home: Home): readonly CopyKept[] {
  return listCopies(home).filter((one) => !one.replaced)
}

/** All copies beside a store, newest first. */
export function listCopies(home: Home): readonly CopyKept[] {
  return filesIn(home)
    .flatMap(({ path, name }) => {
      const [found, altered, replaced] = NAME.exec(name) ?? []
      if (found === undefined) return []
      return { path, name, bytes: statSync(path).size, at: instantOf(name), whole: altered === undefined, replaced: replaced !== undefined }
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .map(({ name: _, ...copy }) => copy)
}

/** The backup to put back when nobody names one: the newest that is whole, else the newest. */
export function bestBackup(home: Home): CopyKept | undefined {
  const backups = listBackups(home)
  return backups.find((one) => one.whole) ?? backups[0]
}

/** A name that no backup has yet. */
export function freeName(path: string, kind: { readonly at: Instant; readonly occasion: Occasion; readonly whole: boolean }): string {
  const stem = `${stampOf(kind.at)}-${kind.whole ? kind.occasion : 'altered'}`
  const name = (number: number): string => join(backupFolder(path), `${stem}${number > 1 ? `-${number}` : ''}.db`)
  let number = 1
  while (existsSync(name(number))) number++
  return name(number)
}

/** Removes every copy of a store but the one just made, what restores replaced too; returns how many there were. */
export function dropBackups(home: Home, fresh: { readonly path: string }): number {
  const others = copiesOf(home).filter((one) => one !== fresh.path)
  for (const one of others) rmSync(one, { force: true })
  for (const folder of foldersOf(home)) syncPath(folder)
  return others.filter((one) => one.endsWith('.db')).length
}

/** How many copies of a store hold any of these facts, what restores replaced among them, and how many cannot be read. */
export function backupsHolding(home: Home, ids: readonly string[]): { readonly backups: number; readonly backupsUnread: number } {
  const held = copiesOf(home)
    .filter((one) => one.endsWith('.db'))
    .map((one) => holds(one, ids))
  return { backups: held.filter((one) => one === true).length, backupsUnread: held.filter((one) => one === null).length }
}

/** Whether the first write of this day asks for a backup: one a day, from 64 MB one a week. */
export function isBackupDue(home: Home, at: Instant): boolean {
  const newest = listBackups(home)[0]
  if (!newest) return true
  const days = (Date.parse(at.slice(0, 10)) - Date.parse(newest.at.slice(0, 10))) / 86_400_000
  return Math.abs(days) >= (statSync(home.path).size >= LARGE ? 7 : 1)
}

/** The stamp that starts the name of what is put aside at an instant: '20260312T090000000Z'. */
export function stampOf(at: Instant): string {
  const digits = at.replace(/[-:.Z]/g, '')
  return `${digits.length === 15 ? `${digits}000` : digits}Z`
}

const LARGE = 64 * 1024 * 1024

const NAME = /^\d{8}T\d{9}Z-(?:daily|asked|migration|(altered)|(replaced))(?:-\d+)?\.db$/

// Copies of every kind, with what belongs to them.
const COPY = /^\d{8}T\d{9}Z-.*\.db(?:-journal)?$/

function copiesOf(home: Home): readonly string[] {
  return filesIn(home)
    .filter(({ name }) => COPY.test(name))
    .map(({ path }) => path)
}

function filesIn(home: Home): readonly { readonly path: string; readonly name: string }[] {
  return foldersOf(home).flatMap((folder) => readdirSync(folder).map((name) => ({ path: join(folder, name), name })))
}

/** The folders in which copies of a store lie, each once. */
export function foldersOf({ path, named }: Home): readonly string[] {
  const folders = [backupFolder(path), backupFolder(named)].filter((folder) => existsSync(folder))
  return folders.filter((folder, index) => index === 0 || realpathSync(folder) !== realpathSync(folders[0] ?? ''))
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

function instantOf(name: string): Instant {
  const part = (from: number, to: number): string => name.slice(from, to)
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}T${part(9, 11)}:${part(11, 13)}:${part(13, 15)}.${part(15, 18)}Z` as Instant
}
