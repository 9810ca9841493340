import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { Problem } from '../problem.js'
import { readBytesOf } from './bytes-file.js'
import { newFile } from './new-file.js'
import { unreadable } from './unreadable.js'

const MOST_BYTES = 1024 * 1024

/** The text of a file that the person names, at most 1 MB. Throws Problem('failed') where it is missing, no file, unreadable, too large or no text. */
export function readTextFile(path: string): string {
  const bytes = bytesOf(path)
  if (bytes.includes(0)) throw noText(path, 'not a text', 'Save the letter as plain text, and check that.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw noText(path, 'not in UTF-8', 'Save it as UTF-8, or convert it with iconv.')
  }
}

/**
 * Writes a text into a new file that only this person can read, whole or not at all; where the same text is already, nothing is done, and a pipe or a
 * device takes it as it is. Throws Problem('failed') where it cannot be written, or where another text or a link is.
 */
export function writeTextFile(path: string, text: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found && isWay(path)) return writeFileSync(path, text)
  if (found?.isFile() && holds(path, text)) return
  if (found?.isSymbolicLink()) throw isLink(path)
  if (found && !found.isDirectory()) throw holdsSomethingElse(path)
  const file = newFile(path, false)
  try {
    file.write(text)
    file.done()
  } finally {
    file.drop()
  }
}

/** Throws Problem('failed') where a file is that is not a draft of ours: their answer, saved, is not written over. */
export function requireNoOtherMail(path: string): void {
  requireOurs(path, /^X-Unsent: 1\r?$/im)
}

/** Throws Problem('failed') where a file is that is no calendar of ours. */
export function requireNoOtherCalendar(path: string): void {
  requireOurs(path, /^PRODID:-\/\/followup\/\//m)
}

/** Throws Problem('failed') where a file is that is no page of ours, or a link. */
export function requireNoOtherPage(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) throw isLink(path)
  requireOurs(path, /<meta name="generator" content="followup report">/)
}

// Its mark stands at the head.
function requireOurs(path: string, mark: RegExp): void {
  if (!existsSync(path)) return
  if (!mark.test(Buffer.from(readBytesOf(path, 64 * 1024)).toString('latin1'))) throw holdsSomethingElse(path)
}

function holdsSomethingElse(path: string): Problem {
  return new Problem('failed', `${path} is there already, and holds something else.`, {
    hint: 'It was not touched; name another file, or move it away.',
    code: 'file-exists',
  })
}

function isLink(path: string): Problem {
  return new Problem('failed', `${path} is a link.`, {
    hint: 'Neither it nor what it leads to was touched; name another file.',
    code: 'file-exists',
  })
}

function holds(path: string, text: string): boolean {
  return statSync(path).size === Buffer.byteLength(text) && readFileSync(path, 'utf8') === text
}

function isWay(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

function noText(path: string, is: string, hint: string): Problem {
  return new Problem('failed', `${path} is ${is}.`, { hint, code: 'encoding' })
}

// What it is and how large is asked before it is opened, so that a pipe or a disk image is never read.
function bytesOf(path: string): Buffer {
  try {
    const found = statSync(path)
    if (!found.isFile())
      throw new Problem('failed', `${path} is not a file.`, {
        hint: 'Name the file that holds the letter, or - to read it from a pipe.',
        code: 'file',
      })
    if (found.size > MOST_BYTES)
      throw new Problem('failed', `${path} is too large for a letter.`, { hint: 'Check a file of at most 1 MB.', code: 'file-size' })
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}
