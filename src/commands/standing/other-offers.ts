import type { Day } from '../../model/day.js'
import type { ContactId } from '../../model/opportunity.js'
import type { OpportunityRow, Store } from '../../model/store.js'
import { foldName } from '../../rules/names.js'

/** Open offers that are to be answered, by a day that has not passed: of another employer, and those the reader of a letter here has to do with. */
export interface OtherOffers {
  /** The first day on which one of another employer is to be answered. */
  readonly by: Day | null
  /** An opportunity of the same house or the same reader in which an offer was made. */
  readonly own: OpportunityRow | null
}

/** The offers beside an opportunity, as somebody there who reads a letter of mine would see them. */
export function otherOffers(
  store: Pick<Store, 'list'>,
  here: OpportunityRow,
  { to, today }: { readonly to: ContactId | null; readonly today: Day },
): OtherOffers {
  const offers = store
    .list({ closed: false })
    .filter(({ id, outlook: { answerBy } }) => id !== here.id && answerBy !== null && answerBy >= today)
  const outside = offers.filter((one) => !isOneHouse(here, one, to))
  const [by] = outside.flatMap((one) => one.outlook.answerBy ?? []).sort()
  return { by: by ?? null, own: offers.find((one) => !outside.includes(one)) ?? null }
}

/** Whether an offer in one is none of another employer to a reader in the other: the company is the same, or they have to do with both. */
export function isOneHouse(here: OpportunityRow, there: OpportunityRow, reader: ContactId | null): boolean {
  return foldName(here.company) === foldName(there.company) || there.contacts.some((one) => one.id === reader)
}
