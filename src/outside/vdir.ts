import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../disk/make-folder.js'
import { saveFile } from '../disk/save-file.js'
import type { Kept, Shelf } from '../model/entry.js'
import { entryPrefix } from '../model/entry.js'
import { isProblem, Problem } from '../problem.js'

/** A folder with a file for each entry, as vdirsyncer, khal and todoman keep it; files of others are not opened. Throws Problem('failed') when it cannot be used. */
export function folderShelf(folder: string): Shelf {
  return {
    read: () => Promise.resolve(tried(folder, () => readAll(folder))),
    put: (uid, text, over) =>
      Promise.resolve(
        tried(folder, () => {
          const place = over?.place ?? join(folder, `${uid}.ics`)
          if (over !== null && readFileSync(place, 'utf8') !== over.text) return false
          saveFile(place, text)
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
  makeFolder(folder)
  const names = readdirSync(folder).filter((name) => name.startsWith(entryPrefix) && name.endsWith('.ics'))
  return names.flatMap((name) => {
    const place = join(folder, name)
    const found = statSync(place)
    return found.isFile() && found.size <= mostBytes ? [{ place, etag: null, text: readFileSync(place, 'utf8') }] : []
  })
}

function tried<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (isProblem(error)) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Problem('failed', `The folder ${folder} cannot be used (${code}).`, {
      hint: 'Look at its permissions, or name another one.',
      code: 'vdir',
      cause: error,
    })
  }
}
