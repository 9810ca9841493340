import type { LetterKind } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { ContactId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseAt } from '../../rules/assess.js'
import { areOneMessage, sortOf } from '../../rules/together.js'
import type { Needs } from '../../world.js'
import { calendarOf } from './seen.js'
import type { Lookout } from './seen.js'

/** A letter of a kind, or a call, to someone. */
export interface Reaching {
  readonly step: LetterKind | 'call'
  readonly contact: ContactId | null
}

/**
 * The other opportunities with the same person whose next letter, or call, falls due so near to this one's that one is kinder than two; with `named` only if
 * that is the next act.
 */
export function oneMessage(
  world: Needs<'store' | 'catalog'>,
  row: OpportunityRow,
  { from, named }: { readonly from: Lookout; readonly named?: Reaching },
): readonly OpportunityRow[] {
  const { next } = phaseAt(row.outlook, from.in(row.outlook.zone))
  if (!next || sortOf(next.step) === null || (named && (named.step !== next.step || named.contact !== next.contact))) return []
  const known = world.store.contacts(next.contact ?? '').find((one) => one.contact.id === next.contact)
  const others = (known?.opportunities ?? []).filter((handle) => handle !== row.handle)
  return others.flatMap((handle) => world.store.atCompany(handle)).filter((other) => isOneWith(row, other, { world, from }))
}

/** Whether the next act of one opportunity is one message with that of another. */
export function isOneWith(
  row: OpportunityRow,
  other: OpportunityRow,
  { world, from }: { readonly world: Needs<'catalog'>; readonly from: Lookout },
): boolean {
  const at = from.in(row.outlook.zone)
  const today = at.slice(0, 10) as Day
  const [mine, theirs] = [row, other].map(({ outlook }) => phaseAt(outlook, at).next)
  if (!mine || !theirs || isAhead(row, today) || isAhead(other, today)) return false
  return areOneMessage(mine, theirs, { today, calendar: calendarOf(row, world) })
}

/** A day they named that has not passed is waited for. */
function isAhead({ outlook: { promise } }: OpportunityRow, today: Day): boolean {
  return promise !== null && promise >= today
}
