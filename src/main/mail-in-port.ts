import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { loadReplies } from '../catalog/replies.js'
import { mailBounds, readMail } from '../formats/mail-in.js'
import { Problem } from '../problem.js'
import type { MailIn } from '../world.js'
import type { Surroundings } from './surroundings.js'

/** Mail in files and on standard input. */
export async function mailInPort({ readBytes, readInput }: Pick<Surroundings, 'readBytes' | 'readInput'>): Promise<MailIn> {
  const rules = await loadReplies(join(import.meta.dirname, '..', '..', 'data'))
  const input = async (): Promise<Uint8Array> => readBytes?.() ?? Buffer.from(await readInput())
  return { rules, read: async (path) => readMail(path === '-' ? await input() : beginningOf(path)) }
}

// Of a mail with a film attached no more is read than is looked at.
function beginningOf(path: string): Uint8Array {
  try {
    const descriptor = openSync(path, 'r')
    try {
      const bytes = new Uint8Array(mailBounds.bytes)
      let length = 0
      for (let got = -1; got !== 0 && length < bytes.length; length += got)
        got = readSync(descriptor, bytes, length, bytes.length - length, null)
      return bytes.subarray(0, length)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new Problem('failed', `${path} cannot be read (${code}).`, {
      hint: 'Give the path of a mail saved as a file, or - to pipe one in.',
      code: 'no-file',
      cause: error,
    })
  }
}
