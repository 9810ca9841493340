import type { Fact } from '../model/fact.js'
import { dropOpportunity, putOpportunity } from './caches.js'
import { gather, type Tools } from './cases.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, isLive, type FactRow } from './facts.js'
import { assignHandles, stemOf, type Named } from './handles.js'
import { livingOpening } from './judging.js'
import { refreshContacts } from './people.js'
import { forgetFact, indexFact } from './search.js'

/** A fact that was added, taken back or brought back. */
export interface Change {
  readonly seq: number
  readonly fact: Fact
}

/**
 * Brings the caches of everything the changes concern up to date: their opportunities, and all others that such facts speak of through a person or
 * a company. Returns the ids of those that the changes are about (not those that merely share a person).
 */
export function refreshAfter(tools: Tools, changes: readonly Change[]): readonly string[] {
  const { connection } = tools
  const own = new Set<string>(changes.flatMap(({ fact }) => fact.opportunity ?? []))
  const people = new Set(peopleOf(connection, own))
  const renamed = renamings(connection, changes)
  for (const id of renamed.keys()) drop(connection, id)
  for (const [id, handle] of renamed) if (handle !== null) revive(tools, id, handle)
  for (const id of own) if (!renamed.has(id)) refreshOne(tools, id)
  const about = concerned(
    connection,
    changes.filter(({ fact }) => fact.opportunity === null),
  )
  const around = new Set([
    ...about,
    ...concerned(
      connection,
      changes.filter(({ fact }) => touches.has(fact.kind)),
    ),
  ])
  for (const id of around) if (!own.has(id) && !renamed.has(id)) refreshOne(tools, id)
  // Those that were revived have just been put into the index with all their facts.
  const revived = new Set([...renamed].flatMap(([id, handle]) => (handle === null ? [] : [id])))
  for (const change of changes) if (!revived.has(change.fact.opportunity ?? '')) refreshSearch(connection, change)
  for (const id of peopleOf(connection, new Set([...own, ...renamed.keys(), ...around]))) people.add(id)
  refreshContacts(tools, people)
  return [...new Set([...own, ...about])]
}

const touches: ReadonlySet<string> = new Set(['met', 'sent', 'called', 'heard', 'interviewed', 'rescheduled'])

// Of what is about an interview each person of the opportunity is to hear.
const meetings: ReadonlySet<string> = new Set(['interviewed', 'rescheduled'])

function refreshOne(tools: Tools, id: string): void {
  const row = tools.connection.get<{ handle: string }>('SELECT handle FROM opportunity WHERE id = ?', id)
  if (row) put(tools, id, row.handle)
}

function put(tools: Tools, id: string, handle: string): void {
  const opening = livingOpening(tools.connection, id)
  const file = opening && gather(tools, id, { handle })
  if (file) putOpportunity(tools, { ...opening, handle }, file)
}

// Which opportunities are new, gone (null) or called differently now.
function renamings(connection: Connection, changes: readonly Change[]): ReadonlyMap<string, string | null> {
  const renamed = new Map<string, string | null>()
  const openings = changes.filter(({ fact }) => fact.kind === 'opened')
  const stems = new Set(openings.map(({ fact }) => stemOf(fact.kind === 'opened' ? fact.data.handle : '')))
  const ids = new Set<string>(openings.map(({ fact }) => fact.opportunity ?? ''))
  for (const id of ids) renamed.set(id, null)
  const living = new Map<string, Named[]>()
  let isGone = false
  for (const id of ids) {
    const one = livingOpening(connection, id)
    isGone ||= !one
    if (!one) continue
    const family = living.get(stemOf(one.given))
    if (family) family.push(one)
    else living.set(stemOf(one.given), [one])
  }
  for (const stem of stems) {
    const fresh = living.get(stem) ?? []
    for (const { id, given } of fresh) renamed.set(id, given)
    if (!isGone && areFree(connection, fresh)) continue
    const rows = familyOf(connection, stem)
    const named: Named[] = [...rows.filter((row) => !ids.has(row.id)), ...fresh]
    const handles = assignHandles(named)
    const before = new Map(rows.map((row) => [row.id, row.handle]))
    for (const [id, handle] of handles) if (ids.has(id) || before.get(id) !== handle) renamed.set(id, handle)
  }
  return renamed
}

// A handle that nobody has is nobody's by right, either: those who come with such handles take none away.
function areFree(connection: Connection, fresh: readonly Named[]): boolean {
  const handles = new Set(fresh.map(({ given }) => given))
  if (handles.size < fresh.length) return false
  return [...handles].every((handle) => connection.get('SELECT 1 AS one FROM opportunity WHERE handle = ?', handle) === undefined)
}

function familyOf(connection: Connection, stem: string): readonly (Named & { readonly handle: string })[] {
  const rows = connection.all<Named & { readonly handle: string }>(
    `SELECT id, given, handle FROM opportunity WHERE handle = ? OR (handle > ? AND handle < ?)`,
    stem,
    `${stem}-`,
    `${stem}.`,
  )
  return rows.filter((row) => stemOf(row.handle) === stem)
}

function drop(connection: Connection, id: string): void {
  const row = connection.get<{ seq: number; id: string }>('SELECT seq, id FROM opportunity WHERE id = ?', id)
  if (row) dropOpportunity(connection, row)
}

function revive(tools: Tools, id: string, handle: string): void {
  put(tools, id, handle)
  const { connection } = tools
  const opening = livingOpening(connection, id)
  if (!opening) return
  const rows = connection.all<FactRow>(`SELECT ${factColumns} FROM fact f WHERE f.opportunity = ? AND ${isLive}`, id)
  for (const row of rows) indexFact(connection, { seq: row.seq, opportunity: opening.seq, fact: factOf(row) })
}

function refreshSearch(connection: Connection, { seq, fact }: Change): void {
  forgetFact(connection, seq)
  if (connection.get('SELECT 1 AS one FROM retracted WHERE fact = ?', seq)) return
  const row = connection.get<{ seq: number }>('SELECT seq FROM opportunity WHERE id = ?', fact.opportunity)
  if (row) indexFact(connection, { seq, opportunity: row.seq, fact })
}

// The opportunities of the people, and of the companies, that the facts speak of.
function concerned(connection: Connection, changes: readonly Change[]): readonly string[] {
  const people = new Set<string>()
  const companies = new Set<string>()
  const met = new Set<string>()
  for (const { fact } of changes) {
    const data = fact.data as { readonly contact?: string | null; readonly company?: string }
    // As facts tell it: what opened the opportunity may be taken back, and what was told of its people is not.
    if (meetings.has(fact.kind) && fact.opportunity !== null) met.add(fact.opportunity)
    if (data.contact) people.add(data.contact)
    if (fact.opportunity === null && data.company) companies.add(data.company)
  }
  for (const id of met) for (const { contact } of connection.all<{ contact: string }>(MET_IN, id)) people.add(contact)
  const ids = [
    ...[...people].flatMap((id) => connection.all<{ id: string }>(BY_CONTACT, id)),
    ...[...companies].flatMap((company) => connection.all<{ id: string }>(BY_COMPANY, company)),
  ]
  return ids.map((row) => row.id)
}

function peopleOf(connection: Connection, opportunities: ReadonlySet<string>): readonly string[] {
  return [...opportunities].flatMap((id) => connection.all<{ contact: string }>(PEOPLE_OF, id).map((row) => row.contact))
}

const MET_IN = `SELECT DISTINCT f.contact FROM fact f WHERE f.opportunity = ? AND f.kind = 'met' AND ${isLive}`
const BY_CONTACT = 'SELECT o.id FROM contact_opportunity c JOIN opportunity o ON o.seq = c.opportunity WHERE c.contact = ?'
const BY_COMPANY = 'SELECT id FROM opportunity WHERE company_folded = ?'
const PEOPLE_OF = 'SELECT c.contact FROM opportunity o JOIN contact_opportunity c ON c.opportunity = o.seq WHERE o.id = ?'
