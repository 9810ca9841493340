import { Problem } from '../../problem.js'

/** What a file may be (`--as`). */
const fileKinds = ['ics', 'eml', 'mbox', 'maildir', 'csv', 'jsonl', 'vcard'] as const
export type FileKind = (typeof fileKinds)[number]

/** What a file is by its name and its beginning; null where neither tells. */
export function kindOf(file: string, bytes: Uint8Array): FileKind | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)).replaceAll('\0', '')
  if (isPacked(text)) return null
  if (text.startsWith('From ')) return 'mbox'
  const begins = text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').trimStart()
  if (/\.(?:csv|tsv|tab)$/i.test(file)) return 'csv'
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return 'jsonl'
  if (/\.(?:vcf|vcard)$/i.test(file) || /^BEGIN:VCARD/i.test(begins)) return 'vcard'
  const head = text.split(/\r?\n\r?\n/)[0] ?? ''
  if (/^(?:from|received|return-path|message-id|delivered-to):/im.test(head) && !/^BEGIN:VCALENDAR/im.test(head)) return 'eml'
  if (/\.(?:ics|ical|ifb|icalendar|vcs)$/i.test(file) || /^(?:BEGIN:VCALENDAR|QkVHSU46VkNBTEVOREFS)/im.test(text)) return 'ics'
  if (/^\{[^\n]*\}\s*(?:\n|$)/.test(begins)) return 'jsonl'
  return /^-$|\.txt$/i.test(file) && /^[^\n]*[,;\t|][^\n]*\n/.test(begins) ? 'csv' : null
}

/** Zip, and so what spreadsheets keep by themselves. */
function isPacked(text: string): boolean {
  return text.startsWith('PK\u0003\u0004')
}

/** A file that is of no kind that is read here. */
export function unknownFile(file: string, bytes: Uint8Array): Problem {
  const name = file === '-' ? 'this' : file
  if (!isPacked(new TextDecoder('latin1').decode(bytes.subarray(0, 4))))
    return new Problem('usage', `What ${name} is cannot be told from its beginning.`, {
      hint: `Say it: --as ${fileKinds.slice(0, -1).join(', ')} or ${fileKinds.at(-1) ?? ''}`,
      code: 'unknown-file',
    })
  return /\.(?:xlsx|ods|numbers)$/i.test(file)
    ? new Problem('usage', `${name} is a spreadsheet of its program's own.`, {
        hint: 'Save it as CSV there, and import that.',
        code: 'unknown-file',
      })
    : new Problem('usage', `${name} is packed.`, {
        hint: 'Unzip it first, then import the folder or a file in it.',
        code: 'unknown-file',
      })
}
