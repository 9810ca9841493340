import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mailsInMbox } from '../formats/mbox.js'
import { mailBounds } from '../formats/mail-in.js'
import { Problem } from '../problem.js'

/** A mail as it lies somewhere; of a long one its beginning. */
export interface LyingMail {
  readonly place: string
  readonly bytes: Uint8Array
}

/** The mails at a path, one after the other: a Maildir, a folder of .eml files, an mbox, or one mail; or those in these bytes. */
export function* mailsAt(source: string | Uint8Array): Generator<LyingMail> {
  if (typeof source === 'string' && isFolder(source)) {
    for (const file of filesIn(source)) yield { place: file, bytes: beginningOf(file) }
    return
  }
  const name = typeof source === 'string' ? source : 'standard input'
  const beginning = typeof source === 'string' ? beginningOf(source) : source.subarray(0, mailBounds.bytes)
  if (!looksLikeMbox(beginning)) {
    yield { place: name, bytes: beginning }
    return
  }
  let number = 0
  for (const bytes of mailsInMbox(typeof source === 'string' ? piecesOf(source) : [source], mailBounds)) {
    number += 1
    yield { place: `${name}, mail ${String(number)}`, bytes }
  }
}

/** The beginning of a file: of a mail with a film attached no more is read than is looked at. Throws Problem('failed') for what cannot be read. */
export function beginningOf(path: string): Uint8Array {
  for (const piece of piecesOf(path, mailBounds.bytes)) return piece
  return new Uint8Array(0)
}

// False for what is not there.
function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function looksLikeMbox(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === 'From '
}

// RFC-less, but everybody's: https://cr.yp.to/proto/maildir.html. "tmp" holds what is not whole yet.
function filesIn(folder: string): readonly string[] {
  const boxes = ['cur', 'new'].map((name) => join(folder, name)).filter(isFolder)
  const isMail = (name: string): boolean => !name.startsWith('.') && (boxes.length > 0 || /\.(?:eml|mbs)$/i.test(name))
  const found = (boxes.length > 0 ? boxes : [folder]).flatMap((box) =>
    readdirSync(box, { withFileTypes: true })
      .filter((one) => one.isFile() && isMail(one.name))
      .map(({ name }) => join(box, name)),
  )
  if (found.length > 0) return found.sort()
  throw new Problem('failed', `There is no mail in the folder ${folder}.`, {
    hint: 'Give a Maildir (it has folders cur and new), or a folder of .eml files.',
    code: 'no-mail',
  })
}

function* piecesOf(path: string, size = 1_000_000): Generator<Uint8Array> {
  let descriptor: number | null = null
  try {
    descriptor = openSync(path, 'r')
    for (;;) {
      const bytes = new Uint8Array(size)
      let length = 0
      for (let got = -1; got !== 0 && length < size; length += got) got = readSync(descriptor, bytes, length, size - length, null)
      if (length === 0) return
      yield bytes.subarray(0, length)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Problem('failed', code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).`, {
      hint: 'Give the path of a mail saved as a file, or - to pipe one in.',
      code: 'no-file',
      cause: error,
    })
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}
