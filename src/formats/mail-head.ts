import { decodeWords } from 'postal-mime'

/** The fields of a mail's head as one text in lower case: folded lines joined (RFC 5322 2.2.3), encoded words read (RFC 2047). */
export function headText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replace(/\r?\n[ \t]+/g, ' ')
  return (text.includes('=?') ? decodeWords(text) : text).toLowerCase()
}
