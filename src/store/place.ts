import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import type { Stats } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../disk/make-folder.js'
import { Problem } from '../problem.js'

/** What lies at the store's path, found out without SQLite and without changing anything. */
export type Found = { readonly kind: 'missing' } | { readonly kind: 'empty' } | { readonly kind: 'store'; readonly schema: number }

/** Where the store is, and whether its folder may be created (never for a path that the person gave). */
export interface Place {
  readonly path: string
  readonly makeFolder: boolean
}

/** 'fup1': marks a SQLite file as ours. */
export const applicationId = 0x66757031

/** The file that a path leads to: of a link its end, when it has one, and of anything else the path itself. */
export function endOf(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path
  } catch {
    return path
  }
}

/** Looks at the path; throws Problem('store') for anything that is not a store of ours, an empty file or nothing. */
export function inspect(place: Place): Found {
  requireName(place.path)
  const status = statusOf(place)
  if (!status) return { kind: 'missing' }
  if (!status.isFile()) throw notOurs(place.path, `is ${nameOf(status)}, not a store`)
  if (status.size === 0) return { kind: 'empty' }
  return headerOf(place.path)
}

/** Whether a file of 0 bytes lies at the path, untouched since before an instant (milliseconds since 1970): one made in advance, or all that is left of a store. */
export function isLeftEmpty(path: string, before: number): boolean {
  const status = statSync(path, { throwIfNoEntry: false })
  return status?.isFile() === true && status.size === 0 && status.mtimeMs < before
}

/** Throws Problem('store') for a path that ends in a blank: the library takes the blank away, and another file would be used. */
export function requireName(path: string): void {
  if (path === path.trimEnd()) return
  const hint = 'Nothing was touched; give a path whose name ends in something that can be seen.'
  throw new Problem('store', `${JSON.stringify(path)} ends in a blank, and cannot be the name of a store`, { hint, code: 'store-place' })
}

/** Throws Problem('store') when the file or its folder cannot be written, before anything is asked or done. */
export function requireWritable(place: Place, found: Found): void {
  const targets = found.kind === 'missing' ? [dirname(place.path)] : [place.path, dirname(place.path)]
  // First whether it is there: another process may be making it right now.
  for (const target of targets) if (exists(target) && !isWritable(target)) throw readOnly(place.path)
}

/** Creates the folder (0700, where that is allowed) and an empty file (0600) that only the owner can read; of an existing file, only an empty one is closed to others. */
export function createFile(place: Place): void {
  const folder = dirname(place.path)
  if (place.makeFolder) makeFolder(folder)
  try {
    closeSync(openSync(place.path, 'wx', 0o600))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    closeEmpty(place.path)
    return
  }
  syncPath(folder)
}

// One that somebody made in advance becomes a store. Where its mode is not ours to change, doctor says so.
function closeEmpty(path: string): void {
  if (statSync(path).size > 0) return
  try {
    chmodSync(path, 0o600)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error
  }
}

/** Gives a file a second name, over nothing that is there; a synced copy where the file system has no second names, or the name is on another one. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!NO_LINKS.test(codeOf(error))) throw error
    copyAnew(from, to)
  }
}

/** Puts a file in the place of another, whole or not at all, from another file system too. */
export function moveOver(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    const near = `${to}.tmp-${process.pid}`
    rmSync(near, { force: true })
    try {
      copyAnew(from, near)
      renameSync(near, to)
    } finally {
      rmSync(near, { force: true })
    }
  }
}

const NO_LINKS = /^(EPERM|EXDEV|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/

function copyAnew(from: string, to: string): void {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
    syncPath(to)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') rmSync(to, { force: true })
    throw error
  }
}

/** Makes a file or the entries of a folder durable. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The `code` of a system or SQLite error, or ''. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** The Problem of a store that can be read but not written. */
export function readOnly(path: string, cause?: unknown): Problem {
  const hint = 'Nothing was changed; make the file and its folder writable, or name another store with --db.'
  return new Problem('store', `${path} is read-only`, { hint, code: 'store-read-only', cause })
}

/** Whether there is something at the path that we may see. */
export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function statusOf(place: Place): Stats | undefined {
  const { path } = place
  const status = statSync(path, { throwIfNoEntry: false })
  if (status) return status
  const entry = lstatSync(path, { throwIfNoEntry: false })
  if (entry?.isSymbolicLink()) throw notOurs(path, 'is a link to nothing')
  // Another process has made it since the first look.
  if (entry) return entry
  const folder = statSync(dirname(path), { throwIfNoEntry: false })
  if (folder ? !folder.isDirectory() : !place.makeFolder) {
    const hint = `Create it ("mkdir -p ${dirname(path)}"), or give another path with --db.`
    throw new Problem('store', `The folder ${dirname(path)} does not exist`, { hint, code: 'store-folder' })
  }
  return undefined
}

// "SQLite format 3" and a NUL, as every SQLite file begins; its numbers are big-endian (sqlite.org/fileformat2, 1.3).
const SIGNATURE = [83, 81, 76, 105, 116, 101, 32, 102, 111, 114, 109, 97, 116, 32, 51, 0]

function headerOf(path: string): Found {
  const header = new DataView(new ArrayBuffer(100))
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    readSync(handle, header, 0, 100, 0)
  } finally {
    closeSync(handle)
  }
  if (SIGNATURE.some((byte, place) => header.getUint8(place) !== byte)) throw notOurs(path, 'is not a followup store')
  if (header.getUint32(68) !== applicationId) {
    // A crash of the very first write leaves a header without our mark; its journal takes it back.
    if (exists(`${path}-journal`) && header.getUint32(68) === 0 && header.getUint32(60) === 0) return { kind: 'empty' }
    throw notOurs(path, 'belongs to another program')
  }
  return { kind: 'store', schema: header.getUint32(60) }
}

function notOurs(path: string, what: string): Problem {
  const hint = 'It was not touched; give the path of your store with --db, or bring a backup back with "followup restore".'
  return new Problem('store', `${path} ${what}`, { hint, code: 'not-a-store' })
}

function nameOf(status: Stats): string {
  if (status.isDirectory()) return 'a folder'
  if (status.isFIFO()) return 'a pipe'
  if (status.isSocket()) return 'a socket'
  return 'a device'
}
