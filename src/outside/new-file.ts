import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isProblem, Problem } from '../problem.js'
import type { Outlet } from '../model/lines.js'

/**
 * A file that only this person can read, whole or not there: it is written under another name beside it, and never through a link. With `over` it takes
 * the place of what has the name, but of no folder. Throws Problem('failed') where the name is taken, or nothing can be written.
 */
export function newFile(name: string, over: boolean): Outlet {
  const path = resolve(name)
  const draft = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`)
  telling(name, () => requireFree(path, name, over))
  rmSync(draft, { force: true })
  let descriptor: number | null = telling(name, () => openSync(draft, 'wx', 0o600))
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor)
    descriptor = null
  }
  return {
    write: (text) =>
      telling(name, () => {
        const bytes = Buffer.from(text)
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor ?? -1, bytes, at)
      }),
    done: () =>
      telling(name, () => {
        fsyncSync(descriptor ?? -1)
        close()
        requireFree(path, name, over)
        if (over || !linked(draft, path, name)) renameSync(draft, path)
      }),
    drop: () => {
      close()
      rmSync(draft, { force: true })
    },
  }
}

function requireFree(path: string, name: string, over: boolean): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw taken(`${name} is a folder.`, 'Name a file in it.')
  if (found && !over) throw nameTaken(name)
}

/** Gives it its name where nobody took that meanwhile; false where the disk knows no links. */
function linked(draft: string, path: string, name: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') throw nameTaken(name)
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) return false
    throw error
  }
}

function nameTaken(name: string): Problem {
  return taken(`${name} is there already.`, 'It was not touched; name another file, or write over it with --yes.')
}

function taken(message: string, hint: string): Problem {
  return new Problem('failed', message, { hint, code: 'file-exists' })
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
}

function telling<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isProblem(error)) throw error
    const code = codeOf(error)
    throw new Problem('failed', `${name} cannot be written: ${reasons[code] ?? code}.`, {
      hint: 'Nothing was written; name another file.',
      code: 'not-written',
      cause: error,
    })
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown reason'
}
