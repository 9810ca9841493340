/** How a file of rows is written. */
export type SheetForm = 'csv' | 'jsonl' | 'vcard'

/** A row as it was read: the line on which it begins, and its cells by the places of the header. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What of a file is no row, and why, in words that end a sentence. */
export interface RefusedRow {
  readonly line: number
  readonly reason: string
}

/** A row as one text, which takes a quarter of the memory: a table may have a hundred thousand. */
export function packed({ line, cells }: SheetRow): string {
  return JSON.stringify([line, ...cells])
}

/** The row in a text that `packed` made. */
export function unpacked(text: string): SheetRow {
  const [line, ...cells] = JSON.parse(text) as [number, ...string[]]
  return { line, cells }
}

/** A file of rows, read; nothing in it is understood yet. */
export interface Sheet {
  readonly header: readonly string[]
  /** As `packed` makes them. */
  readonly rows: readonly string[]
  readonly refused: readonly RefusedRow[]
}

/** What a column of a table may hold, and how that is called on a screen; `--map COLUMN=FIELD` takes these names. */
export const fields = {
  company: 'company',
  role: 'role',
  status: 'how it stands',
  interview: 'interview day',
  applied: 'the day it began',
  'closed-as': 'how it ended',
  'closed-on': 'the day of that',
  contact: 'contact',
  'contact-role': "contact's role",
  'contact-title': "contact's title",
  'contact-email': "contact's mail",
  'contact-phone': "contact's phone",
  recruiter: 'recruiter',
  'recruiter-email': "recruiter's mail",
  'recruiter-phone': "recruiter's phone",
  manager: 'who decides',
  location: 'location',
  source: 'source',
  salary: 'salary',
  priority: 'priority',
  tags: 'tags',
  handle: 'handle',
  link: 'link',
  note: 'note',
  skip: 'left out',
} as const
export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as readonly Field[]
