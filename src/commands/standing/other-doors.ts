import type { Moment } from '../../model/day.js'
import type { FactDraft } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseNow } from '../../rules/assess.js'
import type { Needs } from '../../world.js'

/** A yes to one offer, and what it means for the opportunities that are still open. */
export interface OtherDoors {
  /** Put into the same command as the yes, so that one undo takes both back. */
  readonly drafts: readonly FactDraft[]
  /** What to say of them; none where none is open. */
  readonly notes: readonly string[]
}

/** What a yes still hangs on: as it stands, and as it is once that is settled. */
export interface Until {
  readonly open: string
  readonly settled: string
}

/** Chasing stops at every other open opportunity: once nothing hangs any more, a withdrawal is what is left to do there, and a no where they made an offer; before that they only rest. */
export function otherDoors(
  { store, clock }: Needs<'store' | 'clock'>,
  { row, at, until }: { readonly row: OpportunityRow; readonly at: Moment; readonly until: Until | null },
): OtherDoors {
  const open = store.list({ closed: false }).filter((one) => one.id !== row.id && !isLeft(one, { clock, until }))
  const data = until ? { reason: `you said yes elsewhere, ${until.open}` } : ({ hired: true } as const)
  const drafts = open
    .filter((one) => !until || !hasOffer(one, clock))
    .map((one): FactDraft => ({ opportunity: one.id, at, kind: 'retired', data }))
  const offers = open.filter((one) => hasOffer(one, clock))
  const others = open.filter((one) => !offers.includes(one)).map((one) => one.handle)
  return { drafts, notes: [...offersNotes(offers, until), ...othersNotes(others, until)] }
}

/** An offer elsewhere stays one: it is declined, not withdrawn from. */
function offersNotes(offers: readonly OpportunityRow[], until: Until | null): readonly string[] {
  const [first, ...more] = offers
  if (!first) return []
  const companies = [first, ...more].map((one) => one.company).join(' and ')
  const [an, it] = more.length === 0 ? ['an offer', 'it'] : ['offers', 'them']
  const decline = `followup letter ${first.handle} decline`
  return [`You hold ${an} from ${companies} too${until ? `, and keep ${it} until ${until.settled}; then` : ''}: ${decline}`]
}

function othersNotes(handles: readonly string[], until: Until | null): readonly string[] {
  const [first, ...more] = handles
  if (first === undefined) return []
  const names = [first, ...more.slice(0, most - 1)].join(', ') + (more.length >= most ? ` and ${String(more.length - most + 1)} more` : '')
  const next = until
    ? `Withdraw there once ${until.settled}: followup letter ${first} withdraw`
    : 'A short withdrawal to each is next, the same day if you can: followup do'
  return [`Still open: ${names}. Chasing stops there. ${next}`]
}

function hasOffer({ outlook }: OpportunityRow, clock: Needs<'clock'>['clock']): boolean {
  return phaseNow(outlook, clock).state === 'offer'
}

/** How many are named. */
const most = 5

/** Where nobody is chased it stays so; and before that is settled what they wait for from me still comes first. */
function isLeft({ outlook }: OpportunityRow, { clock, until }: Needs<'clock'> & { readonly until: Until | null }): boolean {
  const { state, next } = phaseNow(outlook, clock)
  return state === 'retired' || next?.step === 'withdraw' || (until !== null && state === 'answered')
}
