import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../problem.js'

/** A folder of this run alone. */
export interface ScratchFolder {
  readonly path: string
  readonly remove: () => void
}

/** A new folder for temporary files, which is gone after `remove` and when the process is stopped before. Throws Problem('failed') where none can be made. */
export function scratchFolder(): ScratchFolder {
  let path = ''
  const clear = (): void => rmSync(path, { recursive: true, force: true })
  const stop = (signal: NodeJS.Signals): void => {
    remove()
    process.kill(process.pid, signal)
  }
  const ignore = (): void => {
    for (const signal of stops) process.off(signal, stop)
    process.off('exit', clear)
  }
  const remove = (): void => {
    ignore()
    clear()
  }
  // Before there is a folder: a signal is heard once this turn of the loop is over.
  for (const signal of stops) process.on(signal, stop)
  try {
    path = madeIn(tmpdir())
  } catch (error) {
    ignore()
    throw error
  }
  process.on('exit', clear)
  return { path, remove }
}

const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function madeIn(folder: string): string {
  try {
    return mkdtempSync(join(folder, 'followup-'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Problem('failed', `No temporary folder can be made in ${folder} (${code ?? 'unknown reason'}).`, {
      hint: 'Name one that can be written to with TMPDIR: TMPDIR=~ followup demo',
      code: 'scratch',
      cause: error,
    })
  }
}
