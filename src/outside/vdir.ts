import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kept, Shelf } from '../model/entry.js'
import { entryPrefix } from '../model/entry.js'
import { Problem } from '../problem.js'

/** A folder with a file for each entry, as vdirsyncer, khal and todoman keep it; files of others are not opened. Throws Problem('failed') when it cannot be used. */
export function folderShelf(folder: string): Shelf {
  return {
    read: () => Promise.resolve(tried(folder, () => readAll(folder))),
    put: (uid, text, over) =>
      Promise.resolve(
        tried(folder, () => {
          const place = over?.place ?? join(folder, `${uid}.ics`)
          if (over !== null && readFileSync(place, 'utf8') !== over.text) return false
          writeWhole(place, text)
          return true
        }),
      ),
    remove: ({ place, text }) =>
      Promise.resolve(
        tried(folder, () => {
          if (readFileSync(place, 'utf8') !== text) return false
          rmSync(place)
          return true
        }),
      ),
  }
}

const mostBytes = 200_000

function readAll(folder: string): readonly Kept[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const names = readdirSync(folder).filter((name) => name.startsWith(entryPrefix) && name.endsWith('.ics'))
  return names.flatMap((name) => {
    const place = join(folder, name)
    const found = statSync(place)
    return found.isFile() && found.size <= mostBytes ? [{ place, etag: null, text: readFileSync(place, 'utf8') }] : []
  })
}

// Whole or not at all: a name with a point first is looked at by none of those programs.
function writeWhole(place: string, text: string): void {
  const draft = join(place, '..', `.${String(process.pid)}.tmp`)
  try {
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, place)
  } finally {
    rmSync(draft, { force: true })
  }
}

function tried<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Problem('failed', `The folder ${folder} cannot be used (${code}).`, {
      hint: 'Look at its permissions, or name another one.',
      code: 'vdir',
      cause: error,
    })
  }
}
