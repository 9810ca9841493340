import { readSync, writeSync } from 'node:fs'
import { Problem } from '../problem.js'

/**
 * Writes all of the text to a file descriptor, waiting where a pipe is full; a reader that went away is no failure.
 * Throws Problem('failed') where the disk behind standard output takes no more; behind standard error there is nobody left to tell.
 */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      const trouble = diskTroubles.get(code ?? '')
      if (trouble !== undefined && descriptor === 2) return
      if (trouble !== undefined) throw unwritten(trouble, error)
      if (code !== 'EAGAIN') throw error
      rest()
    }
  }
}

const diskTroubles: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk it goes to is full'],
  ['EDQUOT', 'your share of the disk it goes to is used up'],
  ['EFBIG', 'the file it goes to may grow no further'],
  ['EIO', 'the disk it goes to reports an error'],
])

function unwritten(trouble: string, cause: unknown): Problem {
  return new Problem('failed', `The answer cannot be written: ${trouble}.`, {
    hint: 'What is on record is kept, and what was recorded just now too; send the answer elsewhere.',
    code: 'output',
    cause,
  })
}

// More than any letter; a pipe that never ends is left.
const mostText = 4 * 1024 * 1024

/** All of standard input as text. Throws Problem('usage') when it is a terminal, Problem('failed') when it is over 4 MB or not UTF-8. */
export function readAllInput(isTerminal: boolean): string {
  const bytes = readAllBytes(isTerminal, mostText)
  if (bytes.length > mostText)
    throw new Problem('failed', 'The text on standard input is over 4 MB.', { hint: 'Give the letter or the note alone.', code: 'size' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Problem('failed', 'The text on standard input is not UTF-8.', {
      hint: 'Convert it first, for example with iconv.',
      code: 'encoding',
      cause: error,
    })
  }
}

/** Standard input as it comes, one byte more than `most` at most. Throws Problem('usage') when it is a terminal. */
export function readAllBytes(isTerminal: boolean, most = Infinity): Buffer {
  if (isTerminal)
    throw new Problem('usage', 'There is no text on standard input.', {
      hint: 'Pipe it in: echo "a note" | followup ... --note -',
      code: 'no-input',
    })
  const chunks: Buffer[] = []
  let length = 0
  while (length <= most) {
    const chunk = readChunk()
    if (chunk?.length === 0) break
    if (chunk === null) rest()
    else chunks.push(chunk)
    length += chunk?.length ?? 0
  }
  return Buffer.concat(chunks).subarray(0, most + 1)
}

// Null: nothing there yet.
function readChunk(): Buffer | null {
  const buffer = Buffer.alloc(64 * 1024)
  try {
    return buffer.subarray(0, readSync(0, buffer))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') return null
    if (code === 'EOF') return buffer.subarray(0, 0)
    throw error
  }
}

function rest(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}
