import type { Fact } from '../model/fact.js'
import type { ContactId } from '../model/opportunity.js'
import type { CaseFile } from '../model/store.js'

/** Who has left, as told here or in another role of theirs. */
export function goneIn(file: Pick<CaseFile, 'facts' | 'elsewhere'>): ReadonlySet<ContactId> {
  const gone = new Set<ContactId>()
  const see = ({ kind, data }: Fact): void => {
    if (kind === 'heard' && data.kind === 'left' && data.contact) gone.add(data.contact)
  }
  for (const fact of file.facts) see(fact)
  for (const fact of file.elsewhere) if (hasLeft(file, fact)) see(fact)
  return gone
}

/** Whether a fact of another role tells that somebody left who was known here by then: who is met later is met where they are now. */
export function hasLeft({ facts }: Pick<CaseFile, 'facts'>, { kind, data, id }: Fact): boolean {
  if (kind !== 'heard' || data.kind !== 'left') return false
  return facts.some((one) => one.kind === 'met' && one.opportunity !== null && one.data.contact === data.contact && one.id < id)
}
