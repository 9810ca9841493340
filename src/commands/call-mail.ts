import { plainDraft } from '../letters/plain-draft.js'
import type { Draft } from '../letters/plain-draft.js'
import type { Contact, ContactId, OpportunityId } from '../model/opportunity.js'
import type { Needs } from '../world.js'
import { letterFacts } from './letter-facts.js'
import { caseOf } from './why.js'

/** The mail that goes with a voicemail, and its reader. */
export interface PairedMail {
  readonly company: string
  readonly person: Contact | null
  readonly draft: Draft
}

/** The mail that goes with a voicemail just left for someone, as it would be drafted now; null where none can be. */
export function pairedMail(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store'>,
  { opportunity, contact }: { readonly opportunity: OpportunityId; readonly contact: ContactId | null },
): PairedMail | null {
  const row = world.store.row(opportunity)
  if (!row) return null
  const letter = 'after-voicemail'
  const at = world.clock.in(row.outlook.zone)
  const draft = plainDraft(letter, letterFacts(world, { row, file: caseOf(world.store, row.id), letter, to: contact, at }))
  return draft && { company: row.company, person: row.contacts.find((one) => one.id === contact) ?? null, draft }
}
