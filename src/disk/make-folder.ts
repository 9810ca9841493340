import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Creates a folder (0700) and those above it, also where others do so at the same time: then it tries again. Node's own recursive way never ends where a
 * folder exists but lets nothing be made in it, as under /proc. Throws the system's error.
 */
export function makeFolder(folder: string, tries = 5): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // EISDIR is macOS's word for the root.
    if (code === 'EEXIST' || code === 'EISDIR') return
    if (code !== 'ENOENT' || tries === 0) throw error
    if (!existsSync(dirname(folder))) makeFolder(dirname(folder))
    makeFolder(folder, tries - 1)
  }
}
