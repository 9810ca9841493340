import type { OfferTerms } from '../../model/fact.js'
import type { Day } from '../../model/day.js'
import { Problem } from '../../problem.js'
import { subtractBusinessDays } from '../../rules/days.js'
import { offerIn, preparationIn } from '../../rules/offers.js'
import type { Needs } from '../../world.js'
import { calendarOf } from '../standing/seen.js'
import { caseOf } from '../why.js'

export interface CompareArgs {
  readonly showFloor?: true
}

/** One open offer among others; what is private is there only when it was asked for. */
export interface Compared {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  /** The one who decides there. */
  readonly boss: string | null
  readonly terms: Omit<OfferTerms, 'hoped' | 'fine' | 'floor'>
  /** The day to decide: a business day before theirs; null where they named none. */
  readonly decideOn: Day | null
  readonly private: { readonly hoped: string | null; readonly fine: string | null; readonly floor: string | null } | null
}

/** Every open offer, the one that needs its answer first in front. */
export interface Comparison {
  readonly asOf: Day
  readonly offers: readonly Compared[]
}

/** Puts the open offers side by side. Throws Problem('refused') while there is none. */
export function compareOffers(world: Needs<'store' | 'clock' | 'catalog'>, { showFloor }: CompareArgs): Comparison {
  const offers = world.store.list({ closed: false }).flatMap((row): readonly Compared[] => {
    const { facts } = caseOf(world.store, row.id)
    const whole = offerIn(facts)
    if (whole === null) return []
    const { hoped = null, fine = null, floor = null, ...terms } = whole
    const { hoped: mine, fine: enough, floor: least } = preparationIn(facts)
    const calendar = calendarOf(row, world)
    return [
      {
        ...{ handle: row.handle, company: row.company, role: row.role, terms },
        boss: row.contacts.find((one) => one.id === row.outlook.lead)?.name ?? null,
        decideOn: terms.respondBy ? subtractBusinessDays(terms.respondBy, 1, calendar) : null,
        private: showFloor ? { hoped: mine ?? hoped, fine: enough ?? fine, floor: least ?? floor } : null,
      },
    ]
  })
  if (offers.length === 0)
    throw new Problem('refused', 'No offer is open.', { hint: 'When one comes: followup offer HANDLE', code: 'no-offer' })
  const key = ({ terms, handle }: Compared): string => `${terms.respondBy ?? '9999'} ${handle}`
  return { asOf: world.clock.today, offers: [...offers].sort((a, b) => (key(a) < key(b) ? -1 : 1)) }
}
