import { mailBounds, partsIn } from './mail-in.js'
import { postalMime } from './postal-mime.js'

/** The calendar object (text/calendar, RFC 6047) that came with a mail; null when none did, or the mail cannot be followed. */
export async function calendarInMail(bytes: Uint8Array): Promise<Uint8Array | null> {
  const head = bytes.subarray(0, mailBounds.bytes)
  if (partsIn(head) > mailBounds.parts) return null
  try {
    const { attachments } = await postalMime.parse(head, { maxNestingDepth: 20, maxHeadersSize: 300_000 })
    const part =
      attachments.find(({ mimeType }) => mimeType === 'text/calendar') ??
      attachments.find(({ mimeType, filename }) => mimeType === 'application/ics' || /\.ics$/i.test(filename ?? ''))
    if (!part) return null
    return typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content as ArrayBuffer)
  } catch {
    return null
  }
}
