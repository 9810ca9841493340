import type { Fact } from '../model/fact.js'
import type { Contact } from '../model/opportunity.js'
import type { CaseFile, StoreRules } from '../model/store.js'
import type { Connection } from './connect.js'
import { factColumns, factOf, isLive, ownFacts, type FactRow } from './facts.js'

/** Tells which people and companies need no look-up, because no fact outside the opportunity speaks of them. */
export interface Lonely {
  contact(id: string): boolean
  company(folded: string): boolean
}

/** The case file of one opportunity under a handle, or null when nothing opened it. */
export function gather(tools: Tools, id: string, known: { readonly handle: string; readonly lonely?: Lonely }): CaseFile | null {
  const { connection, rules } = tools
  const own = rules.order(ownFacts(connection, id))
  const opportunity = rules.describe(own, known.handle)
  if (!opportunity) return null
  const around = aroundOf(connection, {
    id,
    contacts: opportunity.contacts,
    company: rules.fold(opportunity.company),
    lonely: known.lonely ?? nobody,
  })
  if (around.length === 0) return { opportunity, facts: own, elsewhere: none }
  const about = around.filter((fact) => fact.opportunity === null)
  const elsewhere = around.filter((fact) => fact.opportunity !== null)
  if (about.length === 0) return { opportunity, facts: own, elsewhere: rules.order(elsewhere) }
  const facts = rules.order([...own, ...about])
  return { opportunity: rules.describe(facts, known.handle) ?? opportunity, facts, elsewhere: rules.order(elsewhere) }
}

const none: readonly Fact[] = []

/** What the parts of the store that judge have in hand. */
export interface Tools {
  readonly connection: Connection
  readonly rules: StoreRules
}

/** People and companies of whom facts outside their opportunity may speak, found once for many case files. */
export function findLonely(connection: Connection): Lonely {
  const spoken = connection.all<{ contact: string }>(SPOKEN_OF)
  const companies = connection.all<{ company: string }>('SELECT DISTINCT at_company AS company FROM fact WHERE at_company IS NOT NULL')
  const contacts = new Set(spoken.map((row) => row.contact))
  const stopped = new Set(companies.map((row) => row.company))
  return { contact: (id) => !contacts.has(id), company: (folded) => !stopped.has(folded) }
}

// All facts of a person in one opportunity, and none outside: then the circle around it is that opportunity alone.
const SPOKEN_OF = `SELECT contact FROM fact INDEXED BY fact_contact WHERE contact IS NOT NULL
  GROUP BY contact HAVING count(*) <> count(opportunity) OR min(opportunity) <> max(opportunity)`

const nobody: Lonely = { contact: () => false, company: () => false }

interface Circle {
  readonly id: string
  readonly contacts: readonly Contact[]
  readonly company: string
  readonly lonely: Lonely
}

function aroundOf(connection: Connection, circle: Circle): readonly Fact[] {
  const found = new Map<number, FactRow>()
  for (const { id } of circle.contacts) {
    if (circle.lonely.contact(id)) continue
    for (const row of connection.all<FactRow>(OF_CONTACT, id, circle.id)) found.set(row.seq, row)
    for (const row of connection.all<FactRow>(MEETINGS, id, circle.id)) found.set(row.seq, row)
  }
  if (!circle.lonely.company(circle.company)) {
    for (const row of connection.all<FactRow>(OF_COMPANY, circle.company)) found.set(row.seq, row)
  }
  return [...found.values()].sort((a, b) => a.seq - b.seq).map(factOf)
}

const OF_CONTACT = `SELECT ${factColumns} FROM fact f WHERE f.contact = ? AND ${isLive}
  AND (f.opportunity IS NULL OR (f.kind IN ('sent', 'called', 'heard') AND f.opportunity <> ?))`
// An interview names several people, so it has none in its column: those of the opportunities in which they were met.
const MEETINGS = `SELECT ${factColumns} FROM fact f WHERE f.opportunity IN (SELECT g.opportunity FROM fact g
    WHERE g.contact = ? AND g.kind = 'met' AND NOT EXISTS (SELECT 1 FROM retracted r WHERE r.fact = g.seq))
  AND f.opportunity <> ? AND f.kind IN ('interviewed', 'rescheduled') AND ${isLive}`
const OF_COMPANY = `SELECT ${factColumns} FROM fact f WHERE f.at_company = ? AND ${isLive}`
