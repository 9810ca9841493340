import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isProblem, Problem } from '../problem.js'
import { codeOf, readOnly } from './place.js'

/** What the sentences need to know; `newestBackup` is asked only when it helps. */
export interface Scene {
  readonly path: string
  /** The line that does this on this store. */
  readonly line: (words: readonly string[]) => string
  readonly newestBackup: () => string | null
}

/** Does the work; SQLite's and the system's errors come out as Problem('store'), each with its own sentence. */
export function guarded<T>(scene: Scene, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw isProblem(error) ? error : (troubleOf(error, scene) ?? error)
  }
}

/** Does work that writes a copy to a path: what is in the way there is said of that path; all else passes, for it is the store's. */
export function copying<T>(to: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const words = isProblem(error) ? undefined : COPY_TROUBLES.find(([codes]) => codes.test(codeOf(error)))?.[1]
    throw words ? problem({ path: to }, error, words) : error
  }
}

/** Whether another process holds the lock we need. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(codeOf(error))
}

function damaged(scene: Scene, cause?: unknown): Problem {
  const newest = scene.newestBackup()
  const hint = newest
    ? `Nothing was changed; "${scene.line(['restore', newest])}" brings back the newest backup, and "${scene.line(['doctor'])}" says more.`
    : 'Nothing was changed; keep a copy of the file, and "followup doctor" says more.'
  return new Problem('store', `${scene.path} is damaged`, { hint, code: 'store-damaged', cause })
}

function troubleOf(error: unknown, scene: Scene): Problem | null {
  const code = codeOf(error)
  if (isBusy(error)) return busy(scene, error)
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code) || error instanceof SyntaxError || isMalformed(error)) return damaged(scene, error)
  if (/^SQLITE_FULL$|^ENOSPC$|^EDQUOT$/.test(code)) return problem(scene, error, FULL)
  if (/^SQLITE_READONLY|^EROFS$/.test(code)) return readOnly(scene.path, error)
  if (/^E[MN]FILE$/.test(code)) return problem(scene, error, TOO_MANY)
  if (/^SQLITE_CANTOPEN/.test(code) && mayUse(scene.path)) return problem(scene, error, NO_JOURNAL)
  if (/^SQLITE_(CANTOPEN|PERM|AUTH)|^EACCES$|^EPERM$/.test(code)) return unreadable(scene, error)
  if (/^SQLITE_IOERR_(DIR_)?FSYNC/.test(code)) return problem(scene, error, UNSURE)
  if (/^E(NOENT|NOTDIR|ISDIR|LOOP|NAMETOOLONG|INVAL|NOTSUP|OPNOTSUPP)$/.test(code) && concerns(error, scene.path))
    return problem(scene, error, NO_PLACE)
  if (/^SQLITE_(IOERR|NOLFS)|^EIO$|^ENOLCK$|^EFBIG$/.test(code)) return problem(scene, error, FAILING)
  return null
}

interface Words {
  readonly says: string
  readonly hint: string
  readonly code: string
}

const FULL: Words = {
  says: 'There is no room left on the disk of PATH',
  hint: 'Nothing was recorded; free some space and try again.',
  code: 'disk-full',
}
const NO_PLACE: Words = {
  says: 'No store can be kept at PATH',
  hint: 'Nothing was recorded; give another path with --db.',
  code: 'store-place',
}
const UNSURE: Words = {
  says: 'The disk of PATH reported an error at the very end of the write',
  hint: 'It may or may not be stored; look with "followup history" before you try again.',
  code: 'store-unsure',
}
const FAILING: Words = {
  says: 'PATH cannot be read or written: the disk reports an error',
  hint: 'Nothing was recorded; check the disk, and make a copy of the file.',
  code: 'store-io',
}
const TOO_MANY: Words = {
  says: 'PATH cannot be opened: too many files are open on this machine',
  hint: 'Nothing was recorded; close some programs and try again.',
  code: 'store-io',
}
const NO_JOURNAL: Words = {
  says: 'Nothing can be written to PATH: no journal can be made beside it',
  hint: 'Nothing was recorded; see whether its folder takes new files, and whether the disk has room.',
  code: 'store-io',
}

const COPY = {
  hint: 'No copy was made, and the store is as it was; name another place with "followup backup --to FILE".',
  code: 'backup-place',
}
const COPY_TROUBLES: readonly (readonly [RegExp, Words])[] = [
  [/^SQLITE_FULL$|^ENOSPC$|^EDQUOT$|^EFBIG$/, { ...COPY, says: FULL.says, code: FULL.code }],
  [/^SQLITE_READONLY|^EROFS$/, { ...COPY, says: 'No copy can be written to PATH: the disk is read-only' }],
  [/^SQLITE_(CANTOPEN|PERM|AUTH)|^EACCES$|^EPERM$/, { ...COPY, says: 'No copy can be written to PATH: permission is missing' }],
  [/^ENOENT$|^ENOTDIR$/, { ...COPY, says: 'No copy can be written to PATH: its folder does not exist' }],
  [/^ENAMETOOLONG$/, { ...COPY, says: 'No copy can be written to PATH: the name is too long' }],
  [/^E(ISDIR|LOOP|INVAL|NOTSUP|OPNOTSUPP)$/, { ...COPY, says: 'No copy can be written to PATH' }],
  [/^SQLITE_IOERR_(WRITE|(DIR_)?FSYNC|TRUNCATE|CLOSE)|^EIO$/, { ...COPY, says: 'PATH cannot be written: the disk reports an error' }],
]

function problem(scene: Pick<Scene, 'path'>, cause: unknown, words: Words): Problem {
  return new Problem(
    'store',
    words.says.replace('PATH', () => scene.path),
    { hint: words.hint, code: words.code, cause },
  )
}

function busy(scene: Scene, cause: unknown): Problem {
  const hint = 'Nothing was changed; wait until the other followup has finished, and try again.'
  return new Problem('store', `${scene.path} is in use by another program and did not become free`, { hint, code: 'store-busy', cause })
}

function unreadable(scene: Scene, cause: unknown): Problem {
  const hint = accessHint(scene.path, process.getuid?.() ?? -1)
  return new Problem('store', `${scene.path} cannot be opened: permission is missing`, { hint, code: 'store-unreadable', cause })
}

/** What gives a user, by number, the use of a file: of their own they changed the mode, of another's they are not the owner. */
export function accessHint(path: string, user: number): string {
  const owner = ownerOf(path)
  if (owner === null) return 'Nothing was changed; the folder must be yours to read and write, or give another path with --db.'
  if (owner === user)
    return `Nothing was changed; open it to yourself with "chmod u+rw ${path}", and its folder with "chmod u+rwx ${dirname(path)}".`
  const { username } = process.getBuiltinModule('node:os').userInfo()
  return `Nothing was changed; make it yours with "sudo chown ${username} ${path}", and its folder too.`
}

/** Whether the modes of the file and its folder give us their use. */
function mayUse(path: string): boolean {
  try {
    for (const one of [path, dirname(path)]) accessSync(one, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a system's error is about the path or a folder above it. */
function concerns(error: unknown, path: string): boolean {
  const about = (error as { readonly path?: unknown }).path
  return typeof about === 'string' && `${path}/`.startsWith(`${about}/`)
}

/** Null for what is not there, or cannot be looked at. */
function ownerOf(path: string): number | null {
  try {
    return statSync(path).uid
  } catch {
    return null
  }
}

function isMalformed(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_ERROR' && error instanceof Error && error.message.startsWith('malformed JSON')
}
