import { encode } from './bind.js'
import type { Connection } from './connect.js'

/** The data of every fact outside `doomed` that speaks of a person, without them: by seq, as JSON. First names alone are not theirs alone, and stay. */
export function withoutPerson(connection: Connection, id: string, doomed: ReadonlySet<number>): ReadonlyMap<number, string> {
  const changed = new Map<number, string>()
  const mentions = mentionsOf(connection, id)
  for (const { seq, data } of connection.all<{ seq: number; data: string }>(AROUND, id, id)) {
    if (doomed.has(seq)) continue
    const now = encode(cleaned(JSON.parse(data) as Record<string, unknown>, id, mentions) as object)
    if (now !== data) changed.set(seq, now)
  }
  return changed
}

// All facts of the opportunities they are in: by a fact of their own, or among the people of an interview.
const AROUND = `SELECT f.seq, f.data FROM fact f WHERE f.opportunity IN (
    SELECT g.opportunity FROM fact g WHERE g.contact = ? AND g.opportunity IS NOT NULL
    UNION SELECT h.opportunity FROM fact h, json_each(h.data, '$.contacts') c WHERE h.kind = 'interviewed' AND c.value = ?)
  ORDER BY f.seq`

// The names, addresses and numbers they ever had, as whole words; null when there are none.
function mentionsOf(connection: Connection, id: string): RegExp | null {
  const met = connection.all<{ data: string }>("SELECT data FROM fact WHERE contact = ? AND kind = 'met'", id)
  const words = met.flatMap(({ data }) => {
    const { name, email, phone } = JSON.parse(data) as Readonly<Record<string, unknown>>
    return [name, email, phone].filter((one): one is string => typeof one === 'string' && one.trim() !== '')
  })
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length)
  if (longest.length === 0) return null
  const patterns = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

// Names of the opportunity itself, and words that are no text.
const KEPT: ReadonlySet<string> = new Set(['company', 'handle', 'zone', 'day', 'kind'])

function cleaned(value: unknown, id: string, mentions: RegExp | null): unknown {
  if (value === id) return null
  if (typeof value === 'string') return mentions === null ? value : value.replace(mentions, 'someone')
  if (Array.isArray(value)) return value.map((one) => cleaned(one, id, mentions)).filter((one) => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, KEPT.has(key) ? one : cleaned(one, id, mentions)]))
}
