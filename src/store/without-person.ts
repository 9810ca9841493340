import { encode } from './bind.js'
import type { Connection } from './connect.js'

/**
 * The data of every fact outside `doomed` that speaks of a person, without them: by seq, as JSON. A name of one word may be a word like any other
 * ("Will", "May"), or somebody else's: in sentences it stays.
 */
export function withoutPerson(connection: Connection, id: string, doomed: ReadonlySet<number>): ReadonlyMap<number, string> {
  const changed = new Map<number, string>()
  const person = personOf(connection, id)
  for (const { seq, data } of connection.all<{ seq: number; data: string }>(AROUND, id, id)) {
    if (doomed.has(seq)) continue
    const now = encode(cleaned(JSON.parse(data) as Record<string, unknown>, person) as object)
    if (now !== data) changed.set(seq, now)
  }
  return changed
}

// All facts of the opportunities they are in: by a fact of their own, or among the people of an interview.
const AROUND = `SELECT f.seq, f.data FROM fact f WHERE f.opportunity IN (
    SELECT g.opportunity FROM fact g WHERE g.contact = ? AND g.opportunity IS NOT NULL
    UNION SELECT h.opportunity FROM fact h, json_each(h.data, '$.contacts') c WHERE h.kind = 'interviewed' AND c.value = ?)
  ORDER BY f.seq`

/** What is looked for of a person. */
interface Person {
  readonly id: string
  /** Names of one word. */
  readonly single: ReadonlySet<string>
  /** Their other names, addresses and numbers, as whole words; null when there are none. */
  readonly mentions: RegExp | null
}

// All that they ever had.
function personOf(connection: Connection, id: string): Person {
  const met = connection.all<{ data: string }>("SELECT data FROM fact WHERE contact = ? AND kind = 'met'", id)
  const known = met.map(({ data }) => JSON.parse(data) as Readonly<Record<string, unknown>>)
  const texts = (key: string): readonly string[] =>
    known.flatMap((one) => (typeof one[key] === 'string' && one[key].trim() !== '' ? [one[key].trim()] : []))
  const names = texts('name')
  const words = [...names.filter((name) => /\s/.test(name)), ...texts('email'), ...texts('phone')]
  return { id, single: new Set(names.filter((name) => !/\s/.test(name))), mentions: anyOf(words) }
}

function anyOf(words: readonly string[]): RegExp | null {
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length)
  if (longest.length === 0) return null
  const patterns = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

// Names of the opportunity itself, and words that are no text.
const KEPT: ReadonlySet<string> = new Set(['company', 'handle', 'zone', 'day', 'kind'])
// Where a name stands, and no sentence.
const NAMED: ReadonlySet<string> = new Set(['assistant', 'gatekeeper', 'madeBy', 'via'])

function cleaned(value: unknown, person: Person, key = ''): unknown {
  if (value === person.id) return null
  if (typeof value === 'string') {
    if (NAMED.has(key) && person.single.has(value)) return 'someone'
    return person.mentions === null ? value : value.replace(person.mentions, 'someone')
  }
  if (Array.isArray(value)) return value.map((one) => cleaned(one, person)).filter((one) => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, KEPT.has(name) ? one : cleaned(one, person, name)]))
}
