import type { Instant } from '../model/day.js'
import type { Contact, OpportunityId } from '../model/opportunity.js'
import type { Outlook } from '../model/standing.js'
import type { OpportunityRow } from '../model/store.js'

/** A row of `opportunity`. */
export interface StoredOpportunity {
  readonly seq: number
  readonly id: string
  readonly handle: string
  readonly given: string
  readonly company: string
  readonly company_folded: string
  readonly role: string | null
  readonly closed: number
  readonly tags: string
  readonly priority: number | null
  readonly opened: string
  readonly people: string
  readonly outlook: string
  readonly agenda: string
}

/** The columns of a StoredOpportunity, of the table `opportunity` named `o`. */
export const opportunityColumns =
  'o.seq, o.id, o.handle, o.given, o.company, o.company_folded, o.role, o.closed, o.tags, o.priority, o.opened, o.people, o.outlook, o.agenda'

/** What a list shows of it: all but what finding it and writing it need. */
export type ListedOpportunity = Omit<StoredOpportunity, 'given' | 'company_folded' | 'agenda'>

/** Its columns, a fifth fewer to fetch. */
export const listedColumns = 'o.seq, o.id, o.handle, o.company, o.role, o.closed, o.tags, o.priority, o.opened, o.people, o.outlook'

const none: readonly string[] = []

/** The row as the port hands it out. Throws SyntaxError when its texts are damaged. */
export function rowOf(stored: ListedOpportunity): OpportunityRow {
  return {
    id: stored.id as OpportunityId,
    handle: stored.handle,
    company: stored.company,
    role: stored.role,
    closed: stored.closed === 1,
    tags: stored.tags === '[]' ? none : (JSON.parse(stored.tags) as string[]),
    priority: stored.priority,
    opened: stored.opened as Instant,
    contacts: JSON.parse(stored.people) as Contact[],
    outlook: JSON.parse(stored.outlook) as Outlook,
  }
}
