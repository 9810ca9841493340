import { safe } from '../../model/safe.js'
import { fieldNames } from '../../model/sheet.js'
import type { Field } from '../../model/sheet.js'
import { Problem } from '../../problem.js'
import type { DateOrder } from '../../reading/sheet-date.js'
import { listed } from '../asking/choose.js'
import { fieldOf, foldHeading } from './fields.js'

/** A column of a table as it is read. */
export interface Column {
  /** Its heading, as it may be shown. */
  readonly name: string
  readonly field: Field
  /** What stands in it goes into a note as well, word for word. */
  readonly kept: boolean
  /** The person said what it is. */
  readonly said: boolean
}

/** What the columns of a table are; `people`: its rows are people, not applications. */
export interface Columns {
  readonly columns: readonly Column[]
  readonly people: boolean
  /** The order of the figures in its dates, where who wrote it is known to have only one. */
  readonly order: DateOrder | null
}

/** Reads the headings, and what `--map` says of them ('Firma=company'). Throws Problem('usage') for a column or a field that is none. */
export function columnsOf(header: readonly string[], maps: readonly string[]): Columns {
  const said = saidColumns(header, maps)
  const folded = header.map(foldHeading)
  const maker = makerOf(new Set(folded))
  const taken = new Set(said.values())
  const columns = header.map((name, at): Column => {
    const mapped = said.get(at)
    if (mapped !== undefined) return column(name, mapped, true)
    const meant = maker.others[folded[at] ?? ''] ?? fieldOf(name) ?? 'note'
    const isSecond = !several.has(meant) && taken.has(meant)
    taken.add(meant)
    return { ...column(name, isSecond ? 'note' : meant, false), ...(maker.own && meant !== 'note' ? { kept: false } : {}) }
  })
  return { columns: withOwners(columns), people: maker.people, order: maker.order }
}

const reaching: Readonly<Partial<Record<Field, Field>>> = { 'contact-email': 'recruiter-email', 'contact-phone': 'recruiter-phone' }

/** Whose "Email" and "Phone" are: the contact's, in a table without one the recruiter's where only they are named; else nobody's. */
function withOwners(columns: readonly Column[]): readonly Column[] {
  const has = (field: Field): boolean => columns.some((one) => one.field === field)
  if (has('contact')) return columns
  const isRecruiters = has('recruiter') && !has('manager')
  return columns.map((one) => {
    const theirs = one.said ? undefined : reaching[one.field]
    if (theirs === undefined) return one
    return isRecruiters && !has(theirs) ? { ...one, field: theirs } : { ...one, field: 'note', kept: true }
  })
}

function column(name: string, field: Field, said: boolean): Column {
  const shown = safe(name).replace(/\s+/g, ' ').trim().slice(0, 60)
  return { name: shown === '' ? 'without a heading' : shown, field, kept: keptFields.has(field), said }
}

/** What has no place of its own, and what is only read for its meaning. */
const keptFields: ReadonlySet<Field> = new Set<Field>(['note', 'status', 'link', 'applied'])
/** What may stand in more than one column. */
const several: ReadonlySet<Field> = new Set<Field>(['interview', 'note', 'skip', 'tags'])

interface Maker {
  /** What headings mean there and nowhere else. */
  readonly others: Readonly<Record<string, Field>>
  readonly order: DateOrder | null
  readonly people: boolean
  /** This program wrote it. */
  readonly own: boolean
}

/** Who wrote the table, told by headings that nobody else has. */
function makerOf(folded: ReadonlySet<string>): Maker {
  const has = (...names: readonly string[]): boolean => names.every((name) => folded.has(name))
  const plain: Maker = { others: {}, order: null, people: false, own: false }
  if (has('first name', 'last name', 'connected on')) return { ...plain, people: true }
  // The contact of LinkedIn's applications is the applicant.
  if (has('application date', 'company name', 'job url')) return { ...plain, order: 'mdy', others: applicant }
  if (has('saved date', 'job url', 'company name')) return { ...plain, order: 'mdy' }
  if (has('handle', 'closed as')) return { ...plain, own: true, others: workedOut }
  // A line of a diary, as of the Huntr command line: its date is of what was done.
  if (has('date') && (has('type') || has('action'))) return { ...plain, others: { date: 'note' } }
  return plain
}

const applicant: Maker['others'] = { 'contact email': 'note', 'contact phone number': 'note' }
/** The program works these out anew, and knows what is still to come by its day. */
const workedOut: Maker['others'] = { state: 'skip', next: 'skip', 'next on': 'skip', booked: 'interview' }

function saidColumns(header: readonly string[], maps: readonly string[]): ReadonlyMap<number, Field> {
  const said = new Map<number, Field>()
  for (const map of maps) {
    const [, name = '', word = ''] = /^(.*\S)\s*=\s*([\w-]+)\s*$/s.exec(map) ?? []
    const at = header.findIndex((one) => foldHeading(one) === foldHeading(name))
    const field = fieldNames.find((one) => one === foldHeading(word).replaceAll(' ', '-'))
    if (name === '' || field === undefined) throw unknownField(map)
    if (at < 0) throw unknownColumn(name, header)
    said.set(at, field)
  }
  return said
}

function unknownField(map: string): Problem {
  return new Problem('usage', `--map "${map}" does not say what a column is.`, {
    hint: `It is COLUMN=FIELD; fields: ${fieldNames.join(', ')}.`,
    code: 'bad-value',
  })
}

function unknownColumn(name: string, header: readonly string[]): Problem {
  return new Problem('usage', `There is no column "${name}".`, { hint: `There are: ${headingList(header)}.`, code: 'bad-value' })
}

/** The headings as a sentence names them. */
export function headingList(header: readonly string[]): string {
  const names = listed(header.map((one) => safe(one).trim().slice(0, 40)).filter((one) => one !== ''))
  return names === '' ? 'it has no headings' : names
}
