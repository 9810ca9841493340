import { join } from 'node:path'
import { loadReplies } from '../catalog/replies.js'
import { mailBounds } from '../formats/mail-in.js'
import { beginningOf, mailsAt } from '../outside/mail-files.js'
import type { MailIn } from '../world.js'
import { imapBox } from './imap-box.js'
import { caught, reading } from './mail-reading.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** Mail in files, on standard input, and in the person's mailbox. */
export async function mailInPort(machine: Pick<Machine, 'settings'>, here: Surroundings): Promise<MailIn> {
  const rules = await loadReplies(join(import.meta.dirname, '..', '..', 'data'))
  const input = async (): Promise<Uint8Array> => here.readBytes?.(mailBounds.bytes) ?? Buffer.from(await here.readInput())
  return {
    rules,
    read: (path) =>
      reading(here.mailReader, async (reader) =>
        reader.read(path === '-' ? (await input()).subarray(0, mailBounds.bytes) : beginningOf(path)),
      ),
    readAll: (source, each) =>
      reading(here.mailReader, async (reader) => {
        for (const { place, bytes } of mailsAt(source)) each(await caught(reader, place, bytes))
      }),
    mailbox: () => imapBox(machine, here),
  }
}
