import type { Fact, FactKind } from '../model/fact.js'
import type { Contact, ContactId, OpportunityId } from '../model/opportunity.js'
import type { ListFilter } from '../model/list-filter.js'
import type { CaseFile, OpportunityRow } from '../model/store.js'
import { gather, type Tools } from './cases.js'
import { factColumns, factOf, isLive, type FactRow } from './facts.js'
import { listedColumns, opportunityColumns, rowOf, type ListedOpportunity, type StoredOpportunity } from './rows.js'
import { matchOf } from './search.js'

/** Candidates for a reference: an exact handle alone, else handle prefix, begin of a word of the company or of a person; open ones first, at most 50. */
export function matchReference({ connection, rules }: Tools, reference: string): readonly OpportunityRow[] {
  const folded = rules.fold(reference)
  if (folded === '') return []
  const exact = connection.get<StoredOpportunity>(`${ROWS} WHERE o.handle = ?`, folded)
  if (exact) return [rowOf(exact)]
  const word = folded.split(' ')[0] ?? folded
  const ranges = [folded, `${folded}${LAST}`, word, `${word}${LAST}`]
  const found = connection.all<StoredOpportunity>(MATCH, ...ranges)
  const rows = found.filter(
    (one) => one.handle.startsWith(folded) || namesOf(one).some((name) => ` ${rules.fold(name)}`.includes(` ${folded}`)),
  )
  return (rows.length > 0 ? rows : fittingAsTyped({ connection, rules }, reference)).slice(0, 50).map(rowOf)
}

/** Those that fit once 'ı' and its like are read as people without them on their keys type them; only rows that hold such letters are looked at. */
function fittingAsTyped({ connection, rules }: Tools, reference: string): readonly StoredOpportunity[] {
  const typed = rules.typed(reference)
  return connection.all<StoredOpportunity>(ODD).filter((one) => namesOf(one).some((name) => ` ${rules.typed(name)}`.includes(` ${typed}`)))
}

/** Every opportunity at a company by its folded full name, or the one with exactly this handle; open ones first. */
export function rowsAtCompany({ connection, rules }: Tools, company: string): readonly OpportunityRow[] {
  const folded = rules.fold(company)
  return connection.all<StoredOpportunity>(`${ROWS} WHERE o.company_folded = ? OR o.handle = ? ${ORDER}`, folded, folded).map(rowOf)
}

/** The open ones whose folded name begins as this one does and is at most `longer` letters longer or shorter, of the first thousand such names. */
export function rowsSimilar({ connection, rules }: Tools, company: string, longer: number): readonly OpportunityRow[] {
  const folded = rules.fold(company)
  const first = Array.from(folded)[0] ?? ''
  return connection.all<StoredOpportunity>(SIMILAR, first, `${first}${LAST}`, folded.length, longer).map(rowOf)
}

/** The open ones in which somebody is known, by handle. */
export function rowsWith({ connection }: Tools, contact: ContactId): readonly OpportunityRow[] {
  return connection.all<ListedOpportunity>(WITH, contact).map(rowOf)
}

/** One opportunity's row. */
export function rowById({ connection }: Tools, id: OpportunityId): OpportunityRow | null {
  const stored = connection.get<StoredOpportunity>(`${ROWS} WHERE o.id = ?`, id)
  return stored ? rowOf(stored) : null
}

/** One opportunity's case file. */
export function caseById(tools: Tools, id: OpportunityId): CaseFile | null {
  const row = tools.connection.get<{ handle: string }>('SELECT handle FROM opportunity WHERE id = ?', id)
  return row ? gather(tools, id, { handle: row.handle }) : null
}

/** Opportunities, open ones first, then by handle; `closed` absent = both. */
export function listRows({ connection }: Tools, filter: ListFilter): readonly OpportunityRow[] {
  if (filter.after !== undefined) return connection.all<ListedOpportunity>(BEHIND, filter.after, filter.limit ?? 0x7fffffff).map(rowOf)
  const tagged = filter.tag === undefined ? '' : 'AND EXISTS (SELECT 1 FROM json_each(o.tags) t WHERE t.value = ?)'
  const values = filter.tag === undefined ? [] : [filter.tag]
  const rows: ListedOpportunity[] = []
  for (const closed of filter.closed === undefined ? [0, 1] : [filter.closed ? 1 : 0]) {
    const left = (filter.limit ?? 0x7fffffff) - rows.length
    rows.push(
      ...connection.all<ListedOpportunity>(`${LISTED} WHERE o.closed = ? ${tagged} ORDER BY o.handle LIMIT ?`, closed, ...values, left),
    )
  }
  return rows.map(rowOf)
}

/** Full text, best first. */
export function searchText(
  { connection, rules }: Tools,
  text: string,
  limit: number,
): readonly { readonly row: OpportunityRow; readonly kind: FactKind | 'name'; readonly excerpt: string }[] {
  const query = matchOf(text)
  if (query === null) return []
  const rows = connection.all<StoredOpportunity & { readonly kind: FactKind | 'name'; readonly excerpt: string }>(SEARCH, query, limit)
  if (rows.length > 0) return rows.map((row) => ({ row: rowOf(row), kind: row.kind, excerpt: row.excerpt }))
  const names = fittingAsTyped({ connection, rules }, text).slice(0, limit)
  return names.map((row) => ({ row: rowOf(row), kind: 'name', excerpt: namesOf(row).join(' · ') }))
}

/** People by name; `matching` is a folded part of the name, a whole mail address, or an id. */
export function listContacts(
  { connection, rules }: Tools,
  matching?: string,
): readonly { readonly contact: Contact; readonly opportunities: readonly string[] }[] {
  const found =
    matching === undefined
      ? connection.all<StoredContact>('SELECT id, data FROM contact ORDER BY folded, id')
      : connection.all<StoredContact>(CONTACTS, rules.fold(matching), matching.trim().toLowerCase(), matching)
  const typed = rules.typed(matching ?? '')
  const isTyped = ({ data }: StoredContact): boolean => rules.typed((JSON.parse(data) as Contact).name).includes(typed)
  const rows = found.length > 0 || typed === '' ? found : connection.all<StoredContact>(ODD_CONTACTS).filter(isTyped)
  return rows.map((row) => ({
    contact: JSON.parse(row.data) as Contact,
    opportunities: connection.all<{ handle: string }>(HANDLES, row.id).map((one) => one.handle),
  }))
}

/** What stands on the stop list about these people, or about any company, and what was taken off it; in order of happening. */
export function stopFacts({ connection, rules }: Tools, people: readonly ContactId[]): readonly Fact[] {
  const ofPeople = people.flatMap((id) => connection.all<FactRow>(PERSON_STOPS, id))
  return rules.order([...ofPeople, ...connection.all<FactRow>(COMPANY_STOPS)].sort((a, b) => a.seq - b.seq).map(factOf))
}

/** The person with this mail address, whatever its case. */
export function contactByEmail({ connection }: Tools, email: string): Contact | null {
  const row = connection.get<StoredContact>('SELECT id, data FROM contact WHERE email = ? ORDER BY id LIMIT 1', email.trim().toLowerCase())
  return row ? (JSON.parse(row.data) as Contact) : null
}

/** The name last given to someone, in a fact that stands or not. */
export function nameById({ connection }: Tools, id: string): string | null {
  return connection.get<{ name: string }>(NAME, id)?.name ?? null
}

/** The rows of tables that opportunities came from, but for those taken back: the print of each by its key. */
export function rowsTaken({ connection }: Tools): ReadonlyMap<string, string> {
  return new Map(connection.all<{ key: string; print: string }>(TAKEN).map(({ key, print }) => [key, print]))
}

interface StoredContact {
  readonly id: string
  readonly data: string
}

const LAST = '\u{10ffff}'
const ROWS = `SELECT ${opportunityColumns} FROM opportunity o`
const LISTED = `SELECT ${listedColumns} FROM opportunity o`
const BEHIND = `${LISTED} WHERE o.handle > ? ORDER BY o.handle LIMIT ?`
const ORDER = 'ORDER BY o.closed, o.handle'
// The letters that `typed` reads otherwise than `fold`.
const ODD_LETTERS = '*[ıđĐðÐæÆœŒþÞ]*'
const ODD = `${ROWS} WHERE o.company GLOB '${ODD_LETTERS}' OR o.people GLOB '${ODD_LETTERS}' ${ORDER}`
const ODD_CONTACTS = `SELECT id, data FROM contact WHERE name GLOB '${ODD_LETTERS}' ORDER BY folded, id`
const SIMILAR = `${ROWS} WHERE o.closed = 0 AND o.seq IN (SELECT seq FROM
    (SELECT seq, company_folded FROM opportunity WHERE company_folded >= ? AND company_folded < ? LIMIT 1000)
    WHERE abs(length(company_folded) - ?) <= ?) ORDER BY o.handle`
// By the person first: left to itself SQLite walks over all that is open.
const WITH = `SELECT ${listedColumns} FROM contact_opportunity c CROSS JOIN opportunity o ON o.seq = c.opportunity
  WHERE c.contact = ? AND o.closed = 0 ORDER BY o.handle`
const MATCH = `${ROWS} WHERE o.seq IN (SELECT seq FROM opportunity WHERE handle >= ? AND handle < ?
    UNION SELECT opportunity FROM word WHERE word >= ? AND word < ?) ${ORDER} LIMIT 500`
const SEARCH = `SELECT ${opportunityColumns}, s.kind, snippet(search, 0, '', '', '…', 12) AS excerpt
  FROM search s JOIN opportunity o ON o.seq = s.opportunity WHERE search MATCH ? ORDER BY rank, s.rowid LIMIT ?`
const CONTACTS = 'SELECT id, data FROM contact WHERE instr(folded, ?) > 0 OR email = ? OR id = ? ORDER BY folded, id'
const STOPS = `SELECT ${factColumns} FROM fact f WHERE f.kind IN ('stopped', 'lifted') AND ${isLive}`
const PERSON_STOPS = `${STOPS} AND f.contact = ?`
const COMPANY_STOPS = `${STOPS} AND f.at_company IS NOT NULL`
const NAME = `SELECT data ->> '$.name' AS name FROM fact WHERE contact = ? AND kind = 'met' AND data ->> '$.name' IS NOT NULL
  ORDER BY seq DESC LIMIT 1`
const TAKEN = `SELECT f.data ->> '$.row.key' AS key, f.data ->> '$.row.print' AS print FROM fact f
  WHERE f.kind = 'opened' AND f.data ->> '$.row.key' IS NOT NULL AND ${isLive}`
const HANDLES =
  'SELECT o.handle FROM contact_opportunity c JOIN opportunity o ON o.seq = c.opportunity WHERE c.contact = ? ORDER BY o.closed, o.handle'

function namesOf(stored: StoredOpportunity): readonly string[] {
  return [stored.company, ...(JSON.parse(stored.people) as Contact[]).map((one) => one.name)]
}
