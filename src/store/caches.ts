import type { Contact } from '../model/opportunity.js'
import type { Outlook } from '../model/standing.js'
import type { AgendaRow, CaseFile, StoreRules } from '../model/store.js'
import type { Tools } from './cases.js'
import type { Connection } from './connect.js'
import { digest } from './digest.js'
import { opportunityColumns, type StoredOpportunity } from './rows.js'
import { forgetName, forgetSearch, indexName } from './search.js'
import { shelfOf } from './shelves.js'

/** The fact that opened an opportunity, and the handle it has now. */
export interface Opening {
  readonly seq: number
  readonly given: string
  readonly handle: string
  /** When it was recorded. */
  readonly opened: string
  /** Its cached row, when that is at hand. */
  readonly before?: StoredOpportunity | undefined
}

/** Judges the case and writes what changed of its caches; people's own rows are `refreshContacts`' part. */
export function putOpportunity(tools: Tools, opening: Opening, file: CaseFile): void {
  const { connection, rules } = tools
  const before = opening.before ?? storedAt(connection, opening.seq)
  const { outlook, agenda } = rules.judge(file)
  const now = storedOf(rules, { opening, file, outlook, agenda })
  if (!before || DESCRIBED.some((column) => before[column] !== now[column])) connection.run(PUT, ...COLUMNS.map((column) => now[column]))
  else if (before.outlook !== now.outlook || before.agenda !== now.agenda) connection.run(JUDGED, now.outlook, now.agenda, now.seq)
  if (before && before.agenda !== now.agenda)
    connection.run('DELETE FROM agenda WHERE opportunity = ? AND place >= ?', now.seq, agenda.length)
  if (before?.agenda !== now.agenda) putAgenda(connection, now, { agenda, zone: outlook.zone })
  if (before?.people === now.people && before.company === now.company && before.role === now.role) return
  if (before) dropNames(connection, now.seq)
  putPeople(connection, now.seq, file.opportunity.contacts)
  putWords(connection, now.seq, wordsOf(rules, file))
  indexName(connection, now, file.opportunity.contacts)
}

function dropNames(connection: Connection, seq: number): void {
  connection.run('DELETE FROM contact_opportunity WHERE opportunity = ?', seq)
  connection.run('DELETE FROM word WHERE opportunity = ?', seq)
  forgetName(connection, seq)
}

/** Removes all caches of one opportunity but its people's own rows. */
export function dropOpportunity(connection: Connection, stored: { readonly seq: number; readonly id: string }): void {
  for (const table of ['agenda', 'contact_opportunity', 'word']) connection.run(`DELETE FROM ${table} WHERE opportunity = ?`, stored.seq)
  connection.run('DELETE FROM opportunity WHERE seq = ?', stored.seq)
  forgetSearch(connection, stored)
}

/** Empties every cache but `meta`; the facts stay. */
export function dropCaches(connection: Connection): void {
  for (const table of cacheTables) connection.run(`DELETE FROM ${table}`)
}

// The tables that `dropCaches` empties.
const cacheTables = ['retracted', 'opportunity', 'contact', 'contact_opportunity', 'word', 'agenda', 'search'] as const

/** Everything in the caches, a line a row, in an order that does not depend on how they came about. */
export function* cacheLines(connection: Connection): Generator<string> {
  for (const table of cacheTables) {
    const columns = table === 'search' ? 'rowid, text, kind, opportunity' : '*'
    const key = table === 'search' ? 'rowid' : table === 'retracted' ? '1' : '1, 2'
    const rows = connection.db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${key}`).raw().iterate()
    for (const row of rows) yield `${table} ${JSON.stringify(row)}`
  }
}

function storedAt(connection: Connection, seq: number): StoredOpportunity | undefined {
  return connection.get<StoredOpportunity>(`SELECT ${opportunityColumns} FROM opportunity o WHERE o.seq = ?`, seq)
}

const COLUMNS = [
  'seq',
  'id',
  'handle',
  'given',
  'company',
  'company_folded',
  'role',
  'closed',
  'tags',
  'priority',
  'opened',
  'people',
  'outlook',
  'agenda',
] as const

const DESCRIBED = COLUMNS.filter((column) => column !== 'outlook' && column !== 'agenda')
const JUDGED = 'UPDATE opportunity SET outlook = ?, agenda = ? WHERE seq = ?'
const PUT = `INSERT INTO opportunity (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (seq) DO UPDATE SET ${COLUMNS.slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

interface Judged {
  readonly opening: Opening
  readonly file: CaseFile
  readonly outlook: Outlook
  readonly agenda: readonly AgendaRow[]
}

function storedOf(rules: StoreRules, { opening, file, outlook, agenda }: Judged): StoredOpportunity {
  const { id, company, role, tags, priority, contacts } = file.opportunity
  const { seq, given, handle, opened } = opening
  return {
    seq,
    id,
    handle,
    given,
    company,
    company_folded: rules.fold(company),
    role,
    opened,
    priority,
    closed: outlook.phases.at(-1)?.state === 'closed' ? 1 : 0,
    tags: JSON.stringify(tags),
    people: JSON.stringify(contacts),
    outlook: JSON.stringify(outlook),
    agenda: digest(JSON.stringify([handle, outlook.zone, agenda])),
  }
}

function putAgenda(
  connection: Connection,
  stored: StoredOpportunity,
  rows: { readonly agenda: readonly AgendaRow[]; readonly zone: string },
): void {
  for (const [place, row] of rows.agenda.entries()) {
    const { list, rank, key, from, until, state } = row
    connection.run(PUT_ENTRY, stored.seq, place, rows.zone, shelfOf(row), list, rank, key, stored.handle, from, until, state)
  }
}

// What stays as it is is not written: each row lies in two or three indexes.
const ENTRY = ['zone', 'shelf', 'list', 'rank', 'key', 'handle', 'from_at', 'until_at', 'state']
const PUT_ENTRY = `INSERT INTO agenda (opportunity, place, ${ENTRY.join(', ')}) VALUES (?, ?${', ?'.repeat(ENTRY.length)})
  ON CONFLICT (opportunity, place) DO UPDATE SET ${ENTRY.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE ${ENTRY.map((column) => `${column} <> excluded.${column}`).join(' OR ')}`

function putPeople(connection: Connection, seq: number, contacts: readonly Contact[]): void {
  for (const { id } of contacts) connection.run('INSERT INTO contact_opportunity (contact, opportunity) VALUES (?, ?)', id, seq)
}

function putWords(connection: Connection, seq: number, words: ReadonlySet<string>): void {
  for (const word of words) connection.run('INSERT INTO word (word, opportunity) VALUES (?, ?)', word, seq)
}

function wordsOf(rules: StoreRules, file: CaseFile): ReadonlySet<string> {
  const names = [file.opportunity.company, ...file.opportunity.contacts.map((one) => one.name)]
  return new Set(names.flatMap((name) => rules.fold(name).split(' ')).filter((word) => word !== ''))
}
