import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Problem } from '../problem.js'
import type { Line } from '../model/lines.js'
import { unreadable } from './unreadable.js'

/** More than any line that is meant to be read: a letter has a few thousand bytes. */
const MOST_BYTES = 1024 * 1024

/** The lines of a file, read as they are asked for. Throws Problem('failed') for what is no file; what is asked for throws it for a line that is too long, or not UTF-8. */
export function linesOf(path: string): () => Iterable<Line> {
  for (const piece of piecesOf(path, 16)) {
    if (Buffer.from(piece).toString('latin1').startsWith('SQLite format 3'))
      throw new Problem('failed', `${path} is a store, or another database.`, {
        hint: 'Its facts are written by: followup --db FILE export --facts --out facts.jsonl',
        code: 'no-text',
      })
    break
  }
  return () => linesFrom(piecesOf(path, 64 * 1024))
}

/** The lines in bytes. Throws as `linesOf` does. */
export function linesIn(bytes: Uint8Array): () => Iterable<Line> {
  if (bytes.length > 64 * MOST_BYTES)
    throw new Problem('failed', 'There is more than 64 MB on standard input.', { hint: 'Write it to a file, and name that.', code: 'size' })
  return () => linesFrom([bytes])
}

function* piecesOf(path: string, size: number): Generator<Uint8Array> {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, 'r')
    const status = fstatSync(descriptor)
    if (!status.isFile())
      throw new Problem('failed', `${path} is ${status.isDirectory() ? 'a folder' : 'not a file'}.`, {
        hint: 'Name a file, or - to read it from a pipe.',
        code: 'file',
      })
    for (;;) {
      const bytes = Buffer.allocUnsafe(size)
      const length = readSync(descriptor, bytes)
      if (length === 0) return
      yield bytes.subarray(0, length)
    }
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

const LINE_FEED = 10

function* linesFrom(pieces: Iterable<Uint8Array>): Generator<Line> {
  let begun: Uint8Array[] = []
  let length = 0
  let number = 1
  for (const piece of pieces) {
    let at = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, at)) {
      yield lineOf([...begun, piece.subarray(at, end)], number)
      ;[begun, length, at] = [[], 0, end + 1]
      number += 1
    }
    begun.push(piece.subarray(at))
    length += piece.length - at
    if (length > MOST_BYTES) throw tooLong(number)
  }
  if (length > 0) yield lineOf(begun, number)
}

function lineOf(parts: readonly Uint8Array[], number: number): Line {
  const bytes = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
  if (bytes.length > MOST_BYTES) throw tooLong(number)
  try {
    const text = utf8.decode(bytes)
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text, number }
  } catch {
    throw new Problem('failed', `Line ${String(number)} is not UTF-8.`, {
      hint: 'Copy the file as it is, byte for byte.',
      code: 'encoding',
    })
  }
}

// A mark of the byte order at the beginning is left out.
const utf8 = new TextDecoder('utf-8', { fatal: true })

function tooLong(number: number): Problem {
  return new Problem('failed', `Line ${String(number)} is over 1 MB.`, { hint: 'Look at the file: each fact has a line.', code: 'size' })
}
