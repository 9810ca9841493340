import type { Fact, FactKind } from '../model/fact.js'
import type { Contact } from '../model/opportunity.js'
import type { Connection } from './connect.js'

/**
 * Does what puts texts into the index; they wait until it is done, and go in by their places. FTS5 closes a piece of its index at each text that comes behind
 * one of a higher place, and merges such pieces again, which takes three times as long as the texts themselves.
 */
export function indexing<T>(connection: Connection, work: () => T): T {
  const entries = new Map<number, Entry>()
  waiting.set(connection, entries)
  try {
    const done = work()
    for (const rowid of [...entries.keys()].sort((a, b) => a - b)) write(connection, entries.get(rowid) as Entry)
    return done
  } finally {
    waiting.delete(connection)
  }
}

const waiting = new WeakMap<Connection, Map<number, Entry>>()

/** Puts the names of an opportunity into the index, where they are not yet. */
export function indexName(
  connection: Connection,
  stored: { readonly seq: number; readonly company: string; readonly role: string | null },
  contacts: readonly Contact[],
): void {
  const people = contacts.flatMap((one) => [one.name, one.title, one.email])
  const text = [stored.company, stored.role, ...people].filter((part) => part !== null && part !== '').join(' · ')
  put(connection, { rowid: -stored.seq, text, kind: 'name', opportunity: stored.seq })
}

/** Puts what a live fact says in words into the index, where it is not yet. */
export function indexFact(
  connection: Connection,
  entry: { readonly seq: number; readonly opportunity: number; readonly fact: Fact },
): void {
  const text = wordsOf(entry.fact)
  if (text !== '') put(connection, { rowid: entry.seq, text, kind: entry.fact.kind, opportunity: entry.opportunity })
}

/** Takes a fact out of the index. */
export function forgetFact(connection: Connection, seq: number): void {
  waiting.get(connection)?.delete(seq)
  connection.run('DELETE FROM search WHERE rowid = ?', seq)
}

/** Takes the names of an opportunity out of the index. */
export function forgetName(connection: Connection, seq: number): void {
  forgetFact(connection, -seq)
}

/** Takes an opportunity and all its facts out of the index. */
export function forgetSearch(connection: Connection, stored: { readonly seq: number; readonly id: string }): void {
  forgetName(connection, stored.seq)
  const entries = waiting.get(connection)
  for (const { rowid, opportunity } of entries?.values() ?? []) if (opportunity === stored.seq) entries?.delete(rowid)
  connection.run('DELETE FROM search WHERE rowid IN (SELECT seq FROM fact WHERE opportunity = ?)', stored.id)
}

/** A person's words as a query that finds texts with all of them, the last one perhaps only begun; null when there are none. */
export function matchOf(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return null
  return words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ') + '*'
}

// What of each kind's data is worth finding; hoped-for money and walk-away figures stay out.
const spoken: Partial<Record<FactKind, readonly string[]>> = {
  noted: ['text'],
  drafted: ['subject', 'text'],
  debriefed: ['landings', 'hooks', 'cares', 'pay', 'assistant'],
  promised: ['words'],
  arrived: ['sentence'],
  sent: ['subject', 'hook', 'anyway'],
  called: ['gatekeeper', 'anyway'],
  snoozed: ['reason'],
  held: ['reason'],
  retired: ['reason'],
  resumed: ['reason'],
  closed: ['reason'],
  reopened: ['reason'],
  stopped: ['reason'],
  offered: ['base', 'bonus', 'equity', 'signOn', 'leave', 'hours', 'location', 'conditions', 'questions'],
  prepared: ['figures', 'reasons', 'wishes'],
}

function wordsOf(fact: Fact): string {
  const data = fact.data as Readonly<Record<string, unknown>>
  const parts = (spoken[fact.kind] ?? []).flatMap((key) => data[key])
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ')
}

interface Entry {
  readonly rowid: number
  readonly text: string
  readonly kind: string
  readonly opportunity: number
}

function put(connection: Connection, entry: Entry): void {
  const entries = waiting.get(connection)
  if (entries) entries.set(entry.rowid, entry)
  else write(connection, entry)
}

function write(connection: Connection, entry: Entry): void {
  connection.run(
    'INSERT INTO search (rowid, text, kind, opportunity) VALUES (?, ?, ?, ?)',
    entry.rowid,
    entry.text,
    entry.kind,
    entry.opportunity,
  )
}
