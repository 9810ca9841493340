import type { Day } from '../../model/day.js'
import type { ContactRole } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Clock } from '../../world.js'

/** What a sentence about a fact is told with. */
export interface Telling {
  readonly today: Day
  /** My own zone. */
  readonly zone: string
  /** The opportunity's handle and company; the company alone of a fact about a company. */
  readonly handle: string
  readonly company: string
  /** A person's name; the company when nobody is named. */
  readonly name: (contact: string | null) => string
  /** That a person is not there any more: 'has left Acme'. */
  readonly gone: (contact: string | null) => string
}

/** A telling of one opportunity. */
export function tellingOf(
  row: Pick<OpportunityRow, 'handle' | 'company' | 'contacts'>,
  { today, zone }: Pick<Clock, 'today' | 'zone'>,
): Telling {
  return {
    today,
    zone,
    handle: row.handle,
    company: row.company,
    name: (contact) => nameIn(row, contact),
    gone: (contact) => goneWordsIn(row, contact),
  }
}

/** The name of someone in an opportunity; its company when nobody is meant. */
export function nameIn({ contacts, company }: Pick<OpportunityRow, 'company' | 'contacts'>, contact: string | null): string {
  return contacts.find((one) => one.id === contact)?.name ?? company
}

/** That someone has left: 'has left Acme', and of an agency's recruiter, who was in another house, no more than that. */
export function goneWordsIn({ contacts, company }: Pick<OpportunityRow, 'company' | 'contacts'>, contact: string | null): string {
  return goneWords(company, contacts.find((one) => one.id === contact)?.role)
}

/** The same by their part in it, where no opportunity is there to ask. */
export function goneWords(company: string, role: ContactRole | null | undefined): string {
  return role === 'agency' ? 'has left' : `has left ${company}`
}
