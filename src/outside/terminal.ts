import { readSync, writeSync } from 'node:fs'
import { isProblem, Problem } from '../problem.js'

/** Writes all of the text to a file descriptor, waiting where a pipe is full; a reader that went away is no failure. */
export function writeAll(descriptor: number, text: string): void {
  let left = Buffer.from(text)
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(descriptor, left))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      rest()
    }
  }
}

/** All of standard input as text. Throws Problem('usage') when it is a terminal, Problem('failed') when it is not UTF-8. */
export function readAllInput(isTerminal: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readAllBytes(isTerminal))
  } catch (error) {
    if (isProblem(error)) throw error
    throw new Problem('failed', 'The text on standard input is not UTF-8.', {
      hint: 'Convert it first, for example with iconv.',
      code: 'encoding',
      cause: error,
    })
  }
}

/** All of standard input as it comes. Throws Problem('usage') when it is a terminal. */
export function readAllBytes(isTerminal: boolean): Buffer {
  if (isTerminal)
    throw new Problem('usage', 'There is no text on standard input.', {
      hint: 'Pipe it in: echo "a note" | followup ... --note -',
      code: 'no-input',
    })
  const chunks: Buffer[] = []
  for (let chunk = readChunk(); chunk === null || chunk.length > 0; chunk = readChunk()) {
    if (chunk === null) rest()
    else chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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
