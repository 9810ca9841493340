import { closeSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../problem.js'

/** Puts a text or bytes in the place of a file, whole or not at all; the file is the person's alone (0600), and so is its folder where it has to be made. A link stays a link, unless told. */
export function saveFile(path: string, text: string | Uint8Array, how: 'follows a link' | 'replaces a link' = 'follows a link'): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const target = how === 'follows a link' ? realPath(path) : path
    const draft = `${target}.${String(process.pid)}.tmp`
    try {
      write(draft, text)
      renameSync(draft, target)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Problem('failed', `${path} cannot be written (${code}).`, {
      hint: 'Nothing was changed; look at its permissions and those of its folder.',
      code: 'not-written',
      cause: error,
    })
  }
}

function write(draft: string, text: string | Uint8Array): void {
  rmSync(draft, { force: true })
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
