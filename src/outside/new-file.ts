import { linkSync, lstatSync, renameSync } from 'node:fs'
import { resolve } from 'node:path'
import { draftFor } from '../disk/draft.js'
import { isProblem, Problem } from '../problem.js'
import type { Outlet } from '../model/lines.js'

/**
 * A file that only this person can read, whole or not there: it is written under another name beside it, and never through a link. With `over` it takes
 * the place of the file or link that has the name. Throws Problem('failed') where the name is taken, or nothing can be written.
 */
export function newFile(name: string, over: boolean): Outlet {
  const path = resolve(name)
  const draft = telling(name, () => {
    requireFree(path, name, over)
    return draftFor(path)
  })
  return {
    write: (text) => telling(name, () => draft.write(text)),
    done: () =>
      telling(name, () =>
        draft.finish((from) => {
          requireFree(path, name, over)
          if (over || !linked(from, path, name)) renameSync(from, path)
        }),
      ),
    drop: draft.drop,
  }
}

function requireFree(path: string, name: string, over: boolean): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!over && found && !found.isDirectory()) throw nameTaken(name)
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
  const hint = 'It was not touched; name another file, or write over it with --yes.'
  return new Problem('failed', `${name} is there already.`, { hint, code: 'file-exists' })
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
