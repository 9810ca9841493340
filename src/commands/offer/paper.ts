import type { Fact } from '../../model/fact.js'
import type { LetterKind } from '../../model/act.js'
import type { OpportunityRow } from '../../model/store.js'
import { paperOf } from '../../rules/negotiation.js'
import type { Needs } from '../../world.js'
import { offerIn } from '../../rules/offers.js'
import type { Until } from '../standing/other-doors.js'
import { caseOf } from '../why.js'

/** That a yes had better wait, and what to do first. */
export interface First {
  readonly says: string
  readonly hint: string
}

/** Why a yes had better wait; null where the offer is on paper as it stands, and for every other letter. */
export function beforeYes({ store }: Needs<'store'>, row: OpportunityRow, letter: LetterKind): First | null {
  if (letter !== 'accept') return null
  const paper = paperOf(caseOf(store, row.id).facts)
  if (paper === 'all') return null
  const what = paper === 'unchanged' ? 'The change is' : paper === 'unknown' ? 'As far as is recorded, the offer is' : 'The offer is'
  return {
    says: `${what} not on paper yet, and a yes is safer once it is.`,
    hint: `Ask first: followup letter ${row.handle} offer-thanks; or if you have it: followup offer ${row.handle} --written`,
  }
}

/** What is said once a yes hangs on nothing any more. */
export const settledYes = 'That settles it. Thank those who helped.'

/** What a yes still hangs on; `isPaper`: it can be asked for. */
export interface Hanging extends Until {
  readonly isPaper: boolean
}

/** What an accepted offer still hangs on, the paper before their conditions; null where on nothing, and for every other letter. */
export function hangsOn(world: Needs<'store'>, row: OpportunityRow, letter: LetterKind): Hanging | null {
  return letter === 'accept' ? hangsIn(caseOf(world.store, row.id).facts) : null
}

/** The same of a yes to the offer of a history. */
export function hangsIn(facts: readonly Fact[]): Hanging | null {
  if (paperOf(facts) !== 'all') return { open: 'not on paper yet', settled: 'the paper is in', isPaper: true }
  const conditions = offerIn(facts)?.conditions ?? []
  if (conditions.length === 0) return null
  const settled = `${conditions.join(' and ')} ${conditions.length === 1 ? 'is' : 'are'} cleared`
  return { open: 'it is conditional', settled, isPaper: false }
}
