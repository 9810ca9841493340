import { encode } from './bind.js'
import type { Connection } from './connect.js'

/**
 * The data of every fact outside `doomed` that speaks of these people, without them: by seq, as JSON. A name of one word may be a word like any other
 * ("Will", "May"), or somebody else's: in sentences it stays. So does, where they are not themselves, what somebody else on record has too, and a number too short to be only theirs.
 */
export function withoutPeople(connection: Connection, ids: readonly string[], doomed: ReadonlySet<number>): ReadonlyMap<number, string> {
  const changed = new Map<number, string>()
  const { here, elsewhere } = soughtOf(connection, ids)
  const around = new Set(
    connection.all<{ opportunity: string }>(AROUND, JSON.stringify(ids), JSON.stringify(ids)).map((row) => row.opportunity),
  )
  for (const { seq, opportunity, data } of everyFact(connection)) {
    if (doomed.has(seq)) continue
    const sought = opportunity !== null && around.has(opportunity) ? here : elsewhere
    const now = encode(cleaned(JSON.parse(data) as Record<string, unknown>, sought) as object)
    if (now !== data) changed.set(seq, now)
  }
  return changed
}

// The opportunities they are in: by a fact of their own, or among the people of an interview.
const AROUND = `SELECT g.opportunity FROM fact g WHERE g.contact IN (SELECT value FROM json_each(?)) AND g.opportunity IS NOT NULL
    UNION SELECT h.opportunity FROM fact h, json_each(h.data, '$.contacts') c
    WHERE h.kind = 'interviewed' AND c.value IN (SELECT value FROM json_each(?))`

interface Row {
  readonly seq: number
  readonly opportunity: string | null
  readonly data: string
}

function* everyFact(connection: Connection): Generator<Row> {
  let after = 0
  for (;;) {
    const rows = connection.all<Row>('SELECT seq, opportunity, data FROM fact WHERE seq > ? ORDER BY seq LIMIT 1000', after)
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

/** What is looked for of people. */
interface Sought {
  readonly ids: ReadonlySet<unknown>
  /** Names of one word. */
  readonly single: ReadonlySet<string>
  /** Their other names, addresses and numbers, as whole words; null when there are none. */
  readonly mentions: RegExp | null
}

// All that they ever had.
function soughtOf(connection: Connection, ids: readonly string[]): { readonly here: Sought; readonly elsewhere: Sought } {
  const known = new Set<unknown>(ids)
  const mine: Texts = { names: [], marks: [] }
  const others: Texts = { names: [], marks: [] }
  for (const { contact, data } of connection.all<{ contact: string; data: string }>("SELECT contact, data FROM fact WHERE kind = 'met'")) {
    const one = JSON.parse(data) as Readonly<Record<string, unknown>>
    const { names, marks } = known.has(contact) ? mine : others
    names.push(...textsOf(one, ['name']))
    marks.push(...textsOf(one, ['email', 'phone']))
  }
  const words = [...mine.names.filter((name) => /\s/.test(name)), ...mine.marks]
  const shared = [...others.names, ...others.marks].join('\0')
  const isTheirsAlone = (word: string): boolean => /\p{L}|(?:\d\D*){7}/u.test(word) && anyOf([word])?.test(shared) === false
  const single = new Set(mine.names.filter((name) => !/\s/.test(name)))
  return {
    here: { ids: known, single, mentions: anyOf(words) },
    elsewhere: { ids: known, single: new Set(), mentions: anyOf(words.filter(isTheirsAlone)) },
  }
}

interface Texts {
  readonly names: string[]
  readonly marks: string[]
}

function textsOf(one: Readonly<Record<string, unknown>>, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => (typeof one[key] === 'string' && one[key].trim() !== '' ? [one[key].trim()] : []))
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

function cleaned(value: unknown, sought: Sought, key = ''): unknown {
  if (sought.ids.has(value)) return null
  if (typeof value === 'string') {
    if (NAMED.has(key) && sought.single.has(value)) return 'someone'
    return sought.mentions === null ? value : value.replace(sought.mentions, 'someone')
  }
  if (Array.isArray(value)) return value.map((one) => cleaned(one, sought)).filter((one) => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, KEPT.has(name) ? one : cleaned(one, sought, name)]))
}
