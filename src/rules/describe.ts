import type { Fact, FactOf, Introduction } from '../model/fact.js'
import type { Contact, ContactId, Opportunity } from '../model/opportunity.js'
import { asRecorded } from './order.js'

/**
 * The opportunity as its live facts tell it; null when no fact opened it. Words recorded later replace those recorded earlier, whenever the talk was in
 * which they were said: what the person told last is what they know.
 */
export function describe(facts: readonly Fact[], handle: string): Opportunity | null {
  const opened = facts.find((fact): fact is FactOf<'opened'> => fact.kind === 'opened')
  if (!opened || !opened.opportunity) return null
  const told = asRecorded(facts.filter((fact): fact is FactOf<'described'> => fact.kind === 'described'))
  const said = told.reduce<FactOf<'opened'>['data']>((known, { data }) => ({ ...known, ...data }), opened.data)
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

/** The people of one history in order of meeting, each as last told of; what is told of a person elsewhere adds to those met here. */
function contactsOf(facts: readonly Fact[]): readonly Contact[] {
  const met = facts.filter((fact): fact is FactOf<'met'> => fact.kind === 'met')
  const people = new Map<ContactId, Contact>()
  for (const { opportunity, data } of met) if (opportunity !== null) people.set(data.contact, stranger(data.contact))
  for (const { data } of asRecorded(met)) {
    const known = people.get(data.contact)
    if (!known) continue
    people.set(data.contact, merged(known, data))
    if (data.lead === true) for (const [id, one] of people) if (id !== data.contact && one.lead) people.set(id, { ...one, lead: false })
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
