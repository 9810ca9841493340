import { realpathSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { isProblem, Problem } from '../problem.js'
import { draftFor } from './draft.js'
import { makeFolder } from './make-folder.js'

/** Puts a text or bytes in the place of a file, whole or not at all; the file is the person's alone (0600), and so is its folder where it has to be made. A link stays a link. Throws Problem('failed'). */
export function saveFile(path: string, text: string | Uint8Array): void {
  try {
    makeFolder(dirname(path))
    const target = realPath(path)
    const draft = draftFor(target, path)
    try {
      draft.write(text)
      draft.finish((from) => renameSync(from, target))
    } finally {
      draft.drop()
    }
  } catch (error) {
    if (isProblem(error)) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Problem('failed', `${path} cannot be written (${code}).`, {
      hint: 'Nothing was changed; look at its permissions and those of its folder.',
      code: 'not-written',
      cause: error,
    })
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
