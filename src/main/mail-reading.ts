import type { Caught } from '../model/mail.js'
import { mailReader } from '../outside/mail-reader.js'
import type { MailReader } from '../outside/mail-reader.js'
import { isProblem } from '../problem.js'

/** Reads mails with a reader that is gone afterwards, or with the one that is kept. */
export async function reading<T>(kept: MailReader | undefined, act: (reader: MailReader) => Promise<T>): Promise<T> {
  if (kept) return act(kept)
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
