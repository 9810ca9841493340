import type { Fact, FactOf, Introduction } from '../model/fact.js'
import type { Contact, ContactId, Opportunity } from '../model/opportunity.js'

/** The opportunity as its live facts tell it, later words replacing earlier ones; null when no fact opened it. */
export function describe(facts: readonly Fact[], handle: string): Opportunity | null {
  const opened = facts.find((fact): fact is FactOf<'opened'> => fact.kind === 'opened')
  if (!opened || !opened.opportunity) return null
  const said = Object.assign({}, opened.data, ...facts.filter((f) => f.kind === 'described').map((f) => f.data)) as FactOf<'opened'>['data']
  return {
    id: opened.opportunity,
    handle,
    company: said.company,
    role: said.role ?? null,
    zone: said.zone ?? 'UTC',
    country: said.country ?? 'unknown',
    location: said.location ?? null,
    source: said.source ?? null,
    via: said.via ?? null,
    salary: said.salary ?? null,
    priority: said.priority ?? null,
    tags: said.tags ?? [],
    playbook: said.playbook ?? null,
    confidential: said.confidential ?? false,
    contacts: contactsOf(facts),
  }
}

/** The people of one history in order of meeting; an introduction adds to what was said before. */
function contactsOf(facts: readonly Fact[]): readonly Contact[] {
  const people = new Map<ContactId, Contact>()
  for (const fact of facts) {
    if (fact.kind !== 'met') continue
    const known = people.get(fact.data.contact)
    if (!known && fact.opportunity === null) continue
    people.set(fact.data.contact, merged(known ?? stranger(fact.data.contact), fact.data))
    if (fact.data.lead === true)
      for (const [id, one] of people) if (id !== fact.data.contact && one.lead) people.set(id, { ...one, lead: false })
  }
  return [...people.values()]
}

/** Who is chased: the one chosen by hand, else an agency, else the first boss, else the first met; null when nobody is known. */
export function leadOf(contacts: readonly Contact[]): Contact | null {
  return (
    contacts.find((one) => one.lead) ??
    contacts.find((one) => one.role === 'agency') ??
    contacts.find((one) => one.role === 'boss') ??
    contacts[0] ??
    null
  )
}

function stranger(id: ContactId): Contact {
  const nothing = { email: null, phone: null, phoneKind: null, role: null, title: null, zone: null, assistant: null, say: null }
  return { id, name: '', ...nothing, lead: false }
}

function merged(known: Contact, said: Introduction): Contact {
  const { contact: _, ...fields } = said
  return { ...known, ...fields }
}
