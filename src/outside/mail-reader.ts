import type { Mail } from '../model/mail.js'
import { cage } from './cage.js'
import type { ReadingBounds } from './cage.js'

/** Reads mails one after the other, each within bounds of time and memory. */
export interface MailReader {
  /** Throws Problem('failed') for what is no mail, or cannot be read within the bounds; the next one is read all the same. */
  read(bytes: Uint8Array): Promise<Mail>
  close(): void
}

const usual: ReadingBounds = { ms: 5000, megabytes: 128 }

/** A reader in a thread of its own, which is started when the first mail comes. */
export function mailReader(bounds: ReadingBounds = usual): MailReader {
  const { ask, close } = cage<Uint8Array, Mail>({
    ...bounds,
    file: 'mail-worker.cjs',
    subject: 'This mail',
    largest: 'letter',
    hint: 'Record what it says with "followup heard".',
    code: 'mail',
  })
  return { read: ask, close }
}
