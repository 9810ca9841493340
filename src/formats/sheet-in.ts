import type { Sheet, SheetForm } from '../model/sheet.js'
import { decodedText } from './ics-lines.js'

/** The rows in the bytes of a file: UTF-8 or UTF-16 with a mark of it, else UTF-8, else Windows-1252. Throws Problem('failed') for a quote that is never closed. */
export async function readSheet({ bytes, form }: { readonly bytes: Uint8Array; readonly form: SheetForm }): Promise<Sheet> {
  const text = textOf(bytes)
  switch (form) {
    case 'csv':
      return (await import('./csv-in.js')).rowsOfCsv(text)
    case 'jsonl':
      return (await import('./jsonl-in.js')).rowsOfJsonLines(text)
    case 'vcard':
      return (await import('./vcard-in.js')).rowsOfCards(text)
  }
}

/** Bytes as text, without the mark of their order. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  return (wide === null ? decodedText(bytes) : new TextDecoder(wide).decode(bytes)).replace(/^\uFEFF/, '')
}
