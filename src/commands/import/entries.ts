import { contactRoles, roleWords } from '../../model/opportunity.js'
import type { ContactRole } from '../../model/opportunity.js'
import { unpacked } from '../../model/sheet.js'
import type { Field, Sheet, SheetRow } from '../../model/sheet.js'
import type { DateOrder, SheetDay } from '../../reading/sheet-date.js'
import { foldName } from '../../rules/names.js'
import { readPerson } from '../recording/people.js'
import { given } from '../typed/given.js'
import { tried } from '../typed/moments.js'
import { phoneNumber } from '../typed/phone-number.js'
import { cellsOf, daysIn, oneLine } from './cells.js'
import type { Cells } from './cells.js'
import type { Column } from './columns.js'
import type { Entries, Entry, PersonTold } from './entry.js'
import { joined } from './joined.js'
import { placeOfLink, printOf } from './marks.js'
import { endingOf, statusOf } from './statuses.js'

/** Understands the rows of a table as opportunities; a row that cannot be is named with why, and nothing in it is guessed. */
export function entriesOf(sheet: Sheet, columns: readonly Column[], order: DateOrder | null): Entries {
  const groups = new Map<string, number | Rows>()
  const prints: string[] = []
  const refused = [...sheet.refused]
  const orders = new Set<DateOrder>()
  let twice = 0
  for (const [at, text] of sheet.rows.entries()) {
    const row = unpacked(text)
    const entry = entryOf(row, columns, order)
    if (typeof entry === 'string') {
      refused.push({ line: row.line, reason: entry })
      continue
    }
    for (const one of [entry.began, ...entry.interviews]) if (one?.order) orders.add(one.order)
    prints[at] = entry.print
    const first = groups.get(entry.key)
    if (first === undefined) groups.set(entry.key, at)
    else {
      const rows: Rows = typeof first === 'number' ? new Map([[prints[first] ?? '', first]]) : first
      if (rows.has(entry.print)) twice += 1
      groups.set(entry.key, rows.set(entry.print, at))
    }
  }
  const read = (at: number): Entry => entryOf(unpacked(sheet.rows[at] ?? ''), columns, order) as Entry
  return {
    entries: { [Symbol.iterator]: () => entriesIn(groups, read) },
    refused: refused.sort((a, b) => a.line - b.line),
    twice,
    orders,
  }
}

/** Several rows of one opportunity, by what stands in them: of those that say the same, the last. */
type Rows = Map<string, number>

function* entriesIn(groups: ReadonlyMap<string, number | Rows>, read: (at: number) => Entry): Generator<Entry> {
  for (const rows of groups.values())
    yield typeof rows === 'number' ? read(rows) : joined([...rows.values()].map(read) as [Entry, ...Entry[]])
}

const mostLetters = 200

/** The opportunity in one row, or why there is none. */
function entryOf(row: SheetRow, columns: readonly Column[], order: DateOrder | null): Entry | string {
  const cells = cellsOf(row, columns)
  const company = cells.text('company')
  const role = cells.text('role')
  if (!/[\p{L}\p{N}]/u.test(company)) return 'no company'
  if (company.length > mostLetters || role.length > mostLetters) return `a name with more than ${String(mostLetters)} letters`
  const days = new Map<Field, readonly SheetDay[]>()
  for (const field of ['applied', 'interview', 'closed-on'] as const) {
    const found = daysOf(cells, field, order)
    if (typeof found === 'string') return found
    days.set(field, found)
  }
  const began = days.get('applied')?.[0] ?? null
  const people = peopleOf(cells)
  const described = describedIn(cells)
  const handle = cells.text('handle')
  const place = handle || (placeOfLink(cells.text('link')) ?? began?.day ?? '')
  return {
    lines: [row.line],
    key: [foldName(company), foldName(role), place].join('|'),
    print: printOf(row.cells.filter((_, at) => columns[at]?.field !== 'skip')),
    company,
    role: role === '' ? null : role,
    began,
    interviews: days.get('interview') ?? [],
    undated: days.get('interview')?.length === 0 ? undatedIn(cells, row.line) : [],
    ...standsIn(cells),
    endedOn: days.get('closed-on')?.[0] ?? null,
    people,
    described,
    handle: handle || null,
    notes: [cells.note()].filter((note) => note !== null),
  }
}

function standsIn(cells: Cells): Pick<Entry, 'stage' | 'ending'> {
  const status = cells.all('status').map(({ text }) => statusOf(text))
  const ended = cells.all('closed-as')[0]
  const ending = ended ? endingOf(ended.text) : null
  if (ended && ending === null) cells.keep(ended)
  return { stage: status[0]?.stage ?? null, ending: ending ?? status.find((one) => one.ending !== null)?.ending ?? null }
}

/** The days in all columns of a field; words in their place are kept. A reason, where a date is none or could be two. */
function daysOf(cells: Cells, field: Field, order: DateOrder | null): readonly SheetDay[] | string {
  const days: SheetDay[] = []
  for (const cell of cells.all(field)) {
    const found = daysIn(cell, order)
    if (typeof found === 'string') return found
    if (found === null) cells.keep(cell)
    else days.push(...found)
  }
  return days
}

// "no" and "tbd" name no day; "Feb 3" does, and whoever wrote it was there.
function undatedIn(cells: Cells, line: number): Entry['undated'] {
  const meant = cells.all('interview').filter(({ text }) => /\d/.test(text))
  return meant.map(({ text }) => ({ line, reason: `"${oneLine(text).slice(0, 60)}" is no day with its year` }))
}

function describedIn(cells: Cells): Entry['described'] {
  const short = (field: Field): string | undefined => {
    const [cell] = cells.all(field)
    if (!cell) return undefined
    if (cell.text.length <= mostLetters) return oneLine(cell.text)
    cells.keep(cell)
    return undefined
  }
  const [ranked] = cells.all('priority')
  const priority = ranked && /^[1-5]$/.test(ranked.text) ? Number(ranked.text) : undefined
  if (ranked && priority === undefined) cells.keep(ranked)
  const tags = cells.all('tags').flatMap(({ text }) => text.split(/[;,\n]/).map(oneLine))
  const words = [...new Set(tags.filter((tag) => tag !== '' && tag.length <= 40))]
  return given({
    location: short('location'),
    source: short('source'),
    salary: short('salary'),
    priority,
    tags: words.length > 0 ? words : undefined,
  })
}

const persons: readonly (readonly [name: Field, email: Field | null, phone: Field | null, role: ContactRole | null])[] = [
  ['contact', 'contact-email', 'contact-phone', null],
  ['manager', null, null, 'boss'],
  ['recruiter', 'recruiter-email', 'recruiter-phone', 'recruiter'],
]

/** Whom the row names; an address or a number without a name stays in the note, for nobody is called by an address. */
function peopleOf(cells: Cells): readonly PersonTold[] {
  const people = persons.flatMap(([field, ...rest]) => personIn(cells, field, rest) ?? [])
  return people.filter((one, at) => people.findIndex((other) => foldName(other.name) === foldName(one.name)) === at)
}

function personIn(
  cells: Cells,
  field: Field,
  [mail, number, role]: readonly [Field | null, Field | null, ContactRole | null],
): PersonTold | null {
  const [named] = cells.all(field)
  const [address] = mail === null ? [] : cells.all(mail)
  const [dialled] = number === null ? [] : cells.all(number)
  const person = named && named.text.length <= mostLetters ? tried(() => readPerson(oneLine(named.text))) : null
  const email = address ? (tried(() => readPerson(oneLine(address.text)))?.email ?? null) : null
  const phone = dialled ? tried(() => phoneNumber(dialled.text)) : null
  if (!person || person.name === '') {
    for (const cell of [named, address, dialled]) if (cell) cells.keep(cell)
    return null
  }
  if (address && email === null) cells.keep(address)
  if (dialled && phone === null) cells.keep(dialled)
  const told = field === 'contact' ? partIn(cells) : { role: null, title: null }
  return {
    name: person.name,
    email: email ?? person.email,
    phone: phone ?? person.phone,
    role: told.role ?? person.role ?? role ?? (person.decides ? 'boss' : null),
    title: told.title,
  }
}

/** Who the contact is, by a word of this program or as a title. */
function partIn(cells: Cells): Pick<PersonTold, 'role' | 'title'> {
  const said = cells
    .text('contact-role')
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  const role = contactRoles.find((one) => one === said) ?? Object.entries(roleWords).find(([word]) => word === said)?.[1] ?? null
  const title = cells.text('contact-title') || (role === null ? cells.text('contact-role') : '')
  return { role, title: title === '' ? null : title.slice(0, mostLetters) }
}
