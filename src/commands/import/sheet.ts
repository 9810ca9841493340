import { shellWord } from '../../formats/shell-words.js'
import { stages } from '../../model/opportunity.js'
import { fields } from '../../model/sheet.js'
import type { RefusedRow, Sheet, SheetForm } from '../../model/sheet.js'
import type { FactDraft } from '../../model/fact.js'
import type { Newest } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { dateOrders } from '../../reading/sheet-date.js'
import type { DateOrder } from '../../reading/sheet-date.js'
import type { Needs } from '../../world.js'
import { newestOf } from '../recording/record.js'
import { oneOf, refuseFlag } from '../typed/given.js'
import { inOneForm } from '../typed/phone.js'
import { countryMeant, zoneMeant } from '../typed/zone.js'
import { columnsOf, headingList } from './columns.js'
import type { Column } from './columns.js'
import { draftsOf } from './drafts.js'
import type { Table } from './drafts.js'
import { entriesOf } from './entries.js'
import type { Entries, Entry } from './entry.js'
import { rolodex } from './known-people.js'
import { importPeople } from './people.js'
import type { PeopleImported } from './people.js'
import { handles } from './handles.js'
import { shelf } from './sorting.js'
import type { Shelf } from './sorting.js'
import { surveyed } from './survey.js'
import type { Added, Survey } from './survey.js'

export interface SheetArgs {
  /** The opportunity that people belong to. */
  readonly for?: string
  readonly dryRun?: true
  readonly zone?: string
  readonly kind?: string
  /** What columns are, 'COLUMN=FIELD' each. */
  readonly map?: readonly string[]
  readonly dateOrder?: string
}

/** What came of a table of applications, or would. */
export interface SheetImported {
  readonly sheet: SheetForm
  readonly file: string
  readonly dryRun: boolean
  /** All of them, those that were not understood too. */
  readonly rows: number
  readonly columns: readonly { readonly column: string; readonly as: string }[]
  /** Columns that go into notes as they stand, and those that are left out. */
  readonly kept: readonly string[]
  readonly leftOut: readonly string[]
  readonly added: Added
  /** What was added, by its handles. */
  readonly handles: readonly string[]
  /** Opportunities that came from this table before: as it is now, and with rows that have changed since. */
  readonly again: number
  readonly changed: number
  /** Rows that say once more what another says. */
  readonly twice: number
  /** Rows that say more of the opportunity of another. */
  readonly joined: number
  /** Opportunities that are on record by other ways. */
  readonly known: readonly { readonly line: number; readonly handle: string }[]
  /** Interviews whose day was not understood: those stand in the notes, and the opportunity has none. */
  readonly undated: readonly RefusedRow[]
  readonly refused: readonly RefusedRow[]
  /** The line that would record it; null once it is. */
  readonly next: string | null
}

/** What reading a table can reach. */
export type SheetWorld = Needs<'store' | 'newId' | 'catalog' | 'settings' | 'clock' | 'readSheet'>

/** Records the applications, or the people, in a file of rows; nothing that is recorded so is chased by itself (decision 21). Throws Problem('failed') where nothing in it is understood. */
export async function importSheet(
  world: SheetWorld,
  { file, form, bytes }: { readonly file: string; readonly form: SheetForm; readonly bytes: Uint8Array },
  args: SheetArgs,
): Promise<SheetImported | PeopleImported> {
  const sheet = await world.readSheet(bytes, form)
  const name = file === '-' ? 'standard input' : file
  if (sheet.rows.length + sheet.refused.length === 0)
    throw new Problem('failed', `There are no rows in ${name}.`, { hint: 'Look into it, or say what it is with --as.', code: 'no-rows' })
  const { columns, people, order: usual } = columnsOf(sheet.header, args.map ?? [])
  if (form === 'vcard' || people) return importPeople(world, { file: name, form, sheet }, args)
  refuseFlag(args.for, '--for goes with invites, mails and people.', 'Leave it out: the rows name their companies.')
  const said = args.dateOrder === undefined ? null : oneOf(args.dateOrder, dateOrders, '--date-order')
  if (!columns.some(({ field }) => field === 'company')) throw noCompany(name, sheet)
  const entries = entriesOf(sheet, columns, said ?? usual)
  const seen = newestOf(world.store)
  const desk = shelf(world.store)
  const table = await tableOf(world, args, desk)
  const found = surveyed(entries.entries, { desk, table, handle: args.dryRun ? null : handles(world.store, desk) })
  const drafts = draftsIn(entries.entries, found.handles, table)
  if (found.handles.size > 0) write(world, drafts, seen)
  return told({ name, file, form }, { sheet, columns, entries, found }, args)
}

function noCompany(name: string, { header }: Sheet): Problem {
  const [first = 'COLUMN'] = header.map((one) => one.trim()).filter((one) => one !== '')
  const example = /^[\w .-]{1,30}$/.test(first) ? first : 'COLUMN'
  return new Problem('failed', `Which column of ${name} is the company cannot be told: ${headingList(header)}.`, {
    hint: `Say it: --map "${example}=company"`,
    code: 'no-company',
  })
}

/** One transaction, so that one undo takes all of it back; a backup goes before it. */
function write({ store, settings }: SheetWorld, drafts: Iterable<readonly FactDraft[]>, seen: Newest): void {
  if (settings.backup !== 'off' && seen.last !== null) store.backup()
  store.recordMany(drafts, seen)
}

/** What a table has in common, and who knows the people of it as it goes through them. */
interface Known extends Table {
  readonly people: () => ReturnType<typeof rolodex>
}

/** The facts of all that got a handle, each time they are asked for; all that is to be looked up for them was looked up. */
function draftsIn(entries: Iterable<Entry>, handles: ReadonlyMap<string, string>, table: Known): Iterable<readonly FactDraft[]> {
  return {
    *[Symbol.iterator]() {
      const people = table.people()
      for (const entry of entries) {
        const handle = handles.get(entry.key)
        if (handle !== undefined) yield draftsOf(entry, table, { handle, people: people(entry) })
      }
    },
  }
}

async function tableOf(world: SheetWorld, args: SheetArgs, desk: Shelf): Promise<Known> {
  const { clock, newId } = world
  const zone = args.zone === undefined ? clock.zone : zoneMeant(world, args.zone)
  const country = countryMeant(world, undefined, zone)
  const number = await inOneForm(world, { zone, country })
  return {
    clock,
    zone,
    country,
    newId,
    stage: args.kind === undefined ? null : oneOf(args.kind, stages, '--kind'),
    people: () => rolodex({ newId, number, ...desk }),
  }
}

interface Read {
  readonly sheet: Sheet
  readonly columns: readonly Column[]
  readonly entries: Entries
  readonly found: Survey
}

function told(
  { name, file, form }: { readonly name: string; readonly file: string; readonly form: SheetForm },
  { sheet, columns, entries, found }: Read,
  args: SheetArgs,
): SheetImported {
  const { added, again, changed, joined, known, undated } = found
  return {
    sheet: form,
    file: name,
    dryRun: args.dryRun === true,
    rows: sheet.rows.length + sheet.refused.length,
    columns: columns.flatMap(({ name: column, field, kept }) => (kept || field === 'skip' ? [] : [{ column, as: fields[field] }])),
    kept: columns.filter(({ kept }) => kept).map((one) => one.name),
    leftOut: columns.filter(({ field }) => field === 'skip').map((one) => one.name),
    ...{ added, again, changed, twice: entries.twice, joined, known, undated },
    refused: entries.refused,
    next: args.dryRun ? nextLine(file, entries, args) : null,
    handles: [...found.handles.values()],
  }
}

/** The line that records it: with the order of its dates where rows wait for it, that of the table's own clear dates where they agree. */
function nextLine(file: string, { refused, orders }: Entries, args: SheetArgs): string | null {
  if (file === '-') return null
  const waits = refused.some(({ reason }) => reason.endsWith('say --date-order'))
  const [order = 'dmy', another]: readonly DateOrder[] = [...orders]
  const said = args.dateOrder ?? (waits && another === undefined ? order : null)
  const maps = (args.map ?? []).flatMap((map) => ['--map', shellWord(map)])
  return ['followup', 'import', shellWord(file), ...maps, ...(said === null ? [] : ['--date-order', said])].join(' ')
}
