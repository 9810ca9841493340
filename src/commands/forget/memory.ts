import type { Fact, Introduction } from '../../model/fact.js'
import type { Contact, ContactId, OpportunityId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import type { KnownPerson } from '../asking/choose.js'

/** An opportunity as it is named. */
export type Opened = Pick<OpportunityRow, 'id' | 'handle' | 'company' | 'role'>

/** What the facts still hold of what no longer stands, because it was taken back. */
export interface Memory {
  readonly opened: readonly Opened[]
  readonly people: readonly KnownPerson[]
  /** The names of those who are in these opportunities and, standing or not, in no other. */
  readonly onlyIn: (ids: readonly OpportunityId[]) => readonly string[]
}

/** Reads all facts, those too that were taken back. */
export function memoryOf(store: Needs<'store'>['store']): Memory {
  const facts = store.history({ retracted: true }).map((one) => one.fact)
  const standing = new Map(store.contacts().map(({ contact }) => [contact.id, contact.name]))
  const opened = openedIn(facts)
  const met = metIn(facts)
  const places = placesIn(facts)
  const handles = (id: ContactId): readonly string[] => [...(places.get(id) ?? [])].flatMap((place) => opened.get(place)?.handle ?? [])
  return {
    opened: [...opened.values()].filter((one) => store.row(one.id) === null),
    people: [...met.values()].flatMap((contact) => (standing.has(contact.id) ? [] : { contact, opportunities: handles(contact.id) })),
    onlyIn: (ids) => {
      const among = new Set(ids)
      const alone = [...places].filter(([, all]) => [...all].every((place) => among.has(place)))
      return [...new Set(alone.flatMap(([id]) => standing.get(id) ?? met.get(id)?.name ?? []))]
    },
  }
}

function openedIn(facts: readonly Fact[]): ReadonlyMap<OpportunityId, Opened> {
  const rows = facts.flatMap((fact): readonly Opened[] => {
    if (fact.kind !== 'opened' || fact.opportunity === null) return []
    const { handle, company, role = null } = fact.data
    return [{ id: fact.opportunity, handle, company, role }]
  })
  return new Map(rows.map((row) => [row.id, row]))
}

function metIn(facts: readonly Fact[]): ReadonlyMap<ContactId, Contact> {
  const people = new Map<ContactId, Contact>()
  for (const fact of facts) {
    if (fact.kind !== 'met') continue
    const before = people.get(fact.data.contact) ?? stranger(fact.data.contact)
    people.set(before.id, { ...before, ...said(fact.data) })
  }
  return people
}

// What was said of them last; nothing takes away what was said before.
function said({ name, email, phone }: Introduction): Partial<Contact> {
  return { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
}

function stranger(id: ContactId): Contact {
  const unknown = { phoneKind: null, role: null, title: null, zone: null, assistant: null, say: null }
  return { id, name: '', email: null, phone: null, ...unknown, lead: false }
}

/** In which opportunities each person is, by a fact about them or an interview with them. */
function placesIn(facts: readonly Fact[]): ReadonlyMap<ContactId, ReadonlySet<OpportunityId>> {
  const places = new Map<ContactId, Set<OpportunityId>>()
  for (const { opportunity, data } of facts) {
    if (opportunity === null) continue
    const { contact, contacts = [] } = data as { readonly contact?: ContactId | null; readonly contacts?: readonly ContactId[] }
    for (const id of contact ? [contact, ...contacts] : contacts) places.set(id, (places.get(id) ?? new Set()).add(opportunity))
  }
  return places
}
