import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../problem.js'

/** A file on its way: it lies beside its place under a name that starts with a point, and only this person can read it (0600). */
export interface Draft {
  readonly write: (text: string | Uint8Array) => void
  /** Makes it durable, closes it, and has `place` give it its name. */
  readonly finish: (place: (draft: string) => void) => void
  /** Takes away what has no name yet. */
  readonly drop: () => void
}

/** Begins a file for a path, which the person called `said`. It and what it gives throw the system's errors; Problem('failed') where a folder, a pipe or a device has the name. */
export function draftFor(path: string, said = path): Draft {
  requireFile(path, said)
  const draft = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`)
  rmSync(draft, { force: true })
  let descriptor: number | null = openSync(draft, 'wx', 0o600)
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor)
    descriptor = null
  }
  return {
    write: (text) => {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor ?? -1, bytes, at)
    },
    finish: (place) => {
      fsyncSync(descriptor ?? -1)
      close()
      place(draft)
    },
    drop: () => {
      close()
      rmSync(draft, { force: true })
    },
  }
}

// A file in the place of /dev/null would break the machine.
function requireFile(path: string, said: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.isFile()) return
  const [is, hint] = found.isDirectory() ? ['a folder', 'Name a file in it.'] : ['not a file', 'It was not touched; name another file.']
  throw new Problem('failed', `${said} is ${is}.`, { hint, code: 'file-exists' })
}
