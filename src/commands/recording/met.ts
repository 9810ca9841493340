import type { Moment } from '../../model/day.js'
import type { FactDraft, Introduction } from '../../model/fact.js'
import type { OpportunityId } from '../../model/opportunity.js'
import type { Needs } from '../../world.js'

/** Where and when somebody was met, or told of; `handle` is null for an opportunity that is not on record yet. */
export interface Meeting {
  readonly id: OpportunityId
  readonly handle: string | null
  readonly at: Moment
}

/** Somebody in one opportunity, and what of it is new and theirs wherever they are, as their number: known in others too, they have it there as well. */
export function metDrafts({ store }: Needs<'store'>, data: Introduction, { id, handle, at }: Meeting): readonly FactDraft[] {
  const here: FactDraft = { opportunity: id, at, kind: 'met', data }
  const others = store.openWith(data.contact).filter((row) => row.handle !== handle)
  const known = others.flatMap(({ contacts }) => contacts.filter((one) => one.id === data.contact))
  const own = personal.flatMap((key) => (known.some((one) => isNews(data[key], one[key])) ? [[key, data[key]] as const] : []))
  return own.length === 0
    ? [here]
    : [here, { opportunity: null, at, kind: 'met', data: { contact: data.contact, ...Object.fromEntries(own) } }]
}

/** What is the person's own, and not of their part in one opportunity. */
const personal = ['email', 'phone', 'phoneKind', 'title', 'zone', 'assistant', 'say'] as const

/** An address is the same in capitals. */
function isNews(said: string | null | undefined, known: string | null): boolean {
  return said !== undefined && said?.toLowerCase() !== known?.toLowerCase()
}
