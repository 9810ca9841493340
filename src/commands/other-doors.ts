import type { Moment } from '../model/day.js'
import type { FactDraft } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import { phaseNow } from '../rules/assess.js'
import type { Needs } from '../world.js'

/** A yes to one offer, and what it means for the opportunities that are still open. */
export interface OtherDoors {
  /** Put into the same command as the yes, so that one undo takes both back. */
  readonly drafts: readonly FactDraft[]
  /** What to say of them; none where none is open. */
  readonly notes: readonly string[]
}

/** Chasing stops at every other open opportunity: on paper, a withdrawal is what is left to do there, and a no where they made an offer; before that they only rest. */
export function otherDoors(
  { store, clock }: Needs<'store' | 'clock'>,
  { row, at, unwritten }: { readonly row: OpportunityRow; readonly at: Moment; readonly unwritten: boolean },
): OtherDoors {
  const open = store.list({ closed: false }).filter((one) => one.id !== row.id && !isLeft(one, { clock, unwritten }))
  const data = unwritten ? { reason: 'you said yes elsewhere, not on paper yet' } : ({ hired: true } as const)
  const drafts = open
    .filter((one) => !unwritten || !hasOffer(one, clock))
    .map((one): FactDraft => ({ opportunity: one.id, at, kind: 'retired', data }))
  const offers = open.filter((one) => hasOffer(one, clock))
  const others = open.filter((one) => !offers.includes(one)).map((one) => one.handle)
  return { drafts, notes: [...offersNotes(offers, unwritten), ...othersNotes(others, unwritten)] }
}

/** An offer elsewhere stays one: it is declined, not withdrawn from. */
function offersNotes(offers: readonly OpportunityRow[], unwritten: boolean): readonly string[] {
  const [first, ...more] = offers
  if (!first) return []
  const companies = [first, ...more].map((one) => one.company).join(' and ')
  const [an, it] = more.length === 0 ? ['an offer', 'it'] : ['offers', 'them']
  const decline = `followup letter ${first.handle} decline`
  return [`You hold ${an} from ${companies} too${unwritten ? `, and keep ${it} until the paper is in; then` : ''}: ${decline}`]
}

function othersNotes(handles: readonly string[], unwritten: boolean): readonly string[] {
  const [first, ...more] = handles
  if (first === undefined) return []
  const names = [first, ...more.slice(0, most - 1)].join(', ') + (more.length >= most ? ` and ${String(more.length - most + 1)} more` : '')
  const next = unwritten
    ? `Withdraw there once the paper is in: followup letter ${first} withdraw`
    : 'A short withdrawal to each is next, the same day if you can: followup do'
  return [`Still open: ${names}. Chasing stops there. ${next}`]
}

function hasOffer({ outlook }: OpportunityRow, clock: Needs<'clock'>['clock']): boolean {
  return phaseNow(outlook, clock).state === 'offer'
}

/** How many are named. */
const most = 5

/** Where nobody is chased it stays so; and before the paper what they wait for from me still comes first. */
function isLeft({ outlook }: OpportunityRow, { clock, unwritten }: Needs<'clock'> & { readonly unwritten: boolean }): boolean {
  const { state, next } = phaseNow(outlook, clock)
  return state === 'retired' || next?.step === 'withdraw' || (unwritten && state === 'answered')
}
