import type { LetterKind } from '../../model/act.js'
import type { OpportunityRow } from '../../model/store.js'
import { paperOf } from '../../rules/negotiation.js'
import type { Needs } from '../../world.js'
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
