import type { Moment } from '../model/day.js'
import type { FactDraft } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import { phaseAt } from '../rules/assess.js'
import type { Needs } from '../world.js'

/** A yes to one offer, and what it means for the opportunities that are still open. */
export interface OtherDoors {
  /** Put into the same command as the yes, so that one undo takes both back. */
  readonly drafts: readonly FactDraft[]
  /** What to say of them; null where none is open. */
  readonly note: string | null
}

/** Chasing stops at every other open opportunity: on paper, a withdrawal is what is left to do there; before that they only rest. */
export function otherDoors(
  { store, clock }: Needs<'store' | 'clock'>,
  { row, at, unwritten }: { readonly row: OpportunityRow; readonly at: Moment; readonly unwritten: boolean },
): OtherDoors {
  const open = store.list({ closed: false }).filter((one) => one.id !== row.id && !isLeft(one, { clock, unwritten }))
  const data = unwritten ? { reason: 'you said yes elsewhere, not on paper yet' } : ({ hired: true } as const)
  const drafts = open.map((one): FactDraft => ({ opportunity: one.id, at, kind: 'retired', data }))
  const [first, ...more] = open.map((one) => one.handle)
  if (first === undefined) return { drafts, note: null }
  const names = [first, ...more.slice(0, most - 1)].join(', ') + (more.length >= most ? ` and ${String(more.length - most + 1)} more` : '')
  const next = unwritten
    ? `Withdraw there once the paper is in: followup letter ${first} withdraw`
    : 'A short withdrawal to each is next, the same day if you can: followup do'
  return { drafts, note: `Still open: ${names}. Chasing stops there. ${next}` }
}

/** How many are named. */
const most = 5

/** Where nobody is chased it stays so; and before the paper what they wait for from me still comes first. */
function isLeft({ outlook }: OpportunityRow, { clock, unwritten }: Needs<'clock'> & { readonly unwritten: boolean }): boolean {
  const { state, next } = phaseAt(outlook, clock.in(outlook.zone))
  return state === 'retired' || next?.step === 'withdraw' || (unwritten && (state === 'answered' || state === 'offer'))
}
