import type { FactDraft } from '../../model/fact.js'
import { unpacked } from '../../model/sheet.js'
import type { RefusedRow, Sheet, SheetForm } from '../../model/sheet.js'
import type { OpportunityRow } from '../../model/store.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'
import { newestOf } from '../recording/record.js'
import { readPerson } from '../recording/people.js'
import { tried } from '../typed/moments.js'
import { inOneForm } from '../typed/phone.js'
import { phoneNumber } from '../typed/phone-number.js'
import { oneLine } from './cells.js'
import type { PersonTold } from './entry.js'
import { foldHeading } from './fields.js'
import { rolodex } from './known-people.js'
import { shelf } from './sorting.js'

export interface PeopleArgs {
  /** The opportunity that all of them belong to. */
  readonly for?: string
  readonly dryRun?: true
}

/** What came of a file of people, or would. */
export interface PeopleImported {
  readonly sheet: SheetForm
  readonly file: string
  readonly dryRun: boolean
  readonly rows: number
  readonly met: readonly { readonly name: string; readonly handle: string }[]
  /** Who is known there already. */
  readonly again: number
  /** Whose company is not on record, or nobody is known there yet. */
  readonly elsewhere: number
  readonly refused: readonly RefusedRow[]
}

type PeopleWorld = Needs<'store' | 'newId' | 'catalog' | 'clock' | 'settings'>

interface Card {
  readonly company: string
  readonly person: PersonTold
}

/** Puts people beside the open opportunity at their company, or all beside one that is named. A list of acquaintances adds nobody where nobody is known, for the first who is known is who is written to. */
export async function importPeople(
  world: PeopleWorld,
  { file, form, sheet }: { readonly file: string; readonly form: SheetForm; readonly sheet: Sheet },
  args: PeopleArgs,
): Promise<PeopleImported> {
  const { store, clock, newId } = world
  const meant = args.for === undefined ? null : chooseOpportunity(store, args.for)
  const { cards, refused } = cardsIn(sheet)
  const desk = shelf(store)
  const number = await inOneForm(world, { zone: clock.zone, country: world.settings.country })
  const find = rolodex({ newId, number, ...desk })
  const places = cards.map((card) => ({ card, row: meant ?? placeOf(desk.at(card.company), form) }))
  const put = places.flatMap(({ card: { company, person }, row }) =>
    row && !isKnown(row, person) ? [{ row, person, company: company || row.company }] : [],
  )
  const drafts = put.flatMap(({ row, person, company }) =>
    find({ company, people: [person] }).map(({ data }): FactDraft => ({ opportunity: row.id, at: clock.moment, kind: 'met', data })),
  )
  if (!args.dryRun && drafts.length > 0) store.record(drafts, newestOf(store))
  return {
    sheet: form,
    file,
    dryRun: args.dryRun === true,
    rows: sheet.rows.length + sheet.refused.length,
    met: put.map(({ row, person }) => ({ name: person.name, handle: row.handle })),
    again: places.filter(({ card, row }) => row && isKnown(row, card.person)).length,
    elsewhere: places.filter(({ row }) => row === null).length,
    refused,
  }
}

function placeOf(rows: readonly OpportunityRow[], form: SheetForm): OpportunityRow | null {
  const open = rows.filter((row) => !row.closed)
  const [only, another] = open
  if (!only || another) return null
  return form === 'vcard' || only.contacts.length > 0 ? only : null
}

function isKnown({ contacts }: OpportunityRow, { name, email }: PersonTold): boolean {
  return contacts.some((one) =>
    one.email !== null && email !== null ? one.email.toLowerCase() === email.toLowerCase() : foldName(one.name) === foldName(name),
  )
}

function cardsIn({ header, rows, refused }: Sheet): { readonly cards: readonly Card[]; readonly refused: readonly RefusedRow[] } {
  const places = new Map(header.map((name, at) => [foldHeading(name), at] as const))
  const cards: Card[] = []
  const nobody: RefusedRow[] = []
  for (const row of rows) {
    const { line, cells } = unpacked(row)
    const text = (...names: readonly string[]): string =>
      names.map((name) => oneLine(cells[places.get(name) ?? -1] ?? '')).find((one) => one !== '') ?? ''
    const said = text('name') || `${text('first name')} ${text('last name')}`.trim()
    const person = tried(() => readPerson(said))
    if (!person || person.name === '') nobody.push({ line, reason: 'no name' })
    else cards.push({ company: text('company'), person: { ...reached(text), name: person.name, role: person.role } })
  }
  return { cards, refused: [...refused, ...nobody].sort((a, b) => a.line - b.line) }
}

function reached(text: (...names: readonly string[]) => string): Omit<PersonTold, 'name' | 'role'> {
  const title = text('title', 'position')
  return {
    email: tried(() => readPerson(text('email', 'email address')))?.email ?? null,
    phone: tried(() => phoneNumber(text('phone'))),
    title: title === '' ? null : title.slice(0, 200),
  }
}
