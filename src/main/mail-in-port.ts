import { join } from 'node:path'
import { loadReplies } from '../catalog/replies.js'
import { mailBounds } from '../formats/mail-in.js'
import type { Caught } from '../model/mail.js'
import { beginningOf, mailsAt } from '../outside/mail-files.js'
import { mailReader } from '../outside/mail-reader.js'
import type { MailReader } from '../outside/mail-reader.js'
import { isProblem } from '../problem.js'
import type { MailIn } from '../world.js'
import { imapBox } from './imap-box.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** Mail in files, on standard input, and in the person's mailbox. */
export async function mailInPort(machine: Pick<Machine, 'settings'>, here: Surroundings): Promise<MailIn> {
  const rules = await loadReplies(join(import.meta.dirname, '..', '..', 'data'))
  const input = async (): Promise<Uint8Array> => here.readBytes?.(mailBounds.bytes) ?? Buffer.from(await here.readInput())
  return {
    rules,
    read: (path) =>
      reading(async (reader) => reader.read(path === '-' ? (await input()).subarray(0, mailBounds.bytes) : beginningOf(path))),
    readAll: (source, each) =>
      reading(async (reader) => {
        for (const { place, bytes } of mailsAt(source)) each(await caught(reader, place, bytes))
      }),
    mailbox: () => imapBox(machine, here, { reading, caught }),
  }
}

/** Reads mails with a reader that is gone afterwards. */
export type Reading = <T>(act: (reader: MailReader) => Promise<T>) => Promise<T>

async function reading<T>(act: (reader: MailReader) => Promise<T>): Promise<T> {
  const reader = mailReader()
  try {
    return await act(reader)
  } finally {
    reader.close()
  }
}

/** One bad mail stops nothing: what is wrong with it takes its place. */
export async function caught(reader: MailReader, place: string, bytes: Uint8Array): Promise<Caught> {
  try {
    return { place, mail: await reader.read(bytes) }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { place, fault: error.message }
  }
}
