import type { LetterKind } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { ContactId } from '../../model/opportunity.js'
import type { Phase, State } from '../../model/standing.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseAt } from '../../rules/assess.js'
import { areOneMessage, sortOf } from '../../rules/together.js'
import type { Needs } from '../../world.js'
import { calendarOf } from './seen.js'
import type { Lookout } from './lookout.js'

/** A letter of a kind, or a call, to someone. */
export interface Reaching {
  readonly step: LetterKind | 'call'
  readonly contact: ContactId | null
}

/**
 * The other opportunities with the same person whose next letter, or call, falls due so near to this one's that one is kinder than two, the nearest first;
 * with `named` only if that is the next act. No more than a letter can name.
 */
export function oneMessage(
  world: Needs<'store' | 'catalog'>,
  row: OpportunityRow,
  { from, named }: { readonly from: Lookout; readonly named?: Reaching },
): readonly OpportunityRow[] {
  const { next } = phaseAt(row.outlook, from.in(row.outlook.zone))
  if (!next?.contact || sortOf(next.step) === null || (named && (named.step !== next.step || named.contact !== next.contact))) return []
  return nearestTo(row, world.store.openWith(next.contact), { world, from })
}

/** Of some opportunities those that are one message with this one, the first to fall due first. */
export function nearestTo(
  row: OpportunityRow,
  others: readonly OpportunityRow[],
  view: { readonly world: Needs<'catalog'>; readonly from: Lookout },
): readonly OpportunityRow[] {
  const near = others.filter((other) => other.id !== row.id && isOneWith(row, other, view))
  const sinceOf = ({ outlook, handle }: OpportunityRow): string =>
    `${phaseAt(outlook, view.from.in(outlook.zone)).next?.since ?? ''} ${handle}`
  const [first, ...more] = near.sort((a, b) => (sinceOf(a) < sinceOf(b) ? -1 : 1))
  if (!first) return []
  // A letter about more than three jobs reads like a list, and one about more than two where each needs its company.
  const inOneHouse = more.filter(({ company }) => company === row.company && company === first.company)
  return [first, ...inOneHouse].slice(0, 2)
}

function isOneWith(
  row: OpportunityRow,
  other: OpportunityRow,
  { world, from }: { readonly world: Needs<'catalog'>; readonly from: Lookout },
): boolean {
  const at = from.in(row.outlook.zone)
  const today = at.slice(0, 10) as Day
  const [mine, theirs] = [row, other].map(({ outlook }) => phaseAt(outlook, at))
  if (!mine?.next || !theirs?.next || isWaitedFor(row, mine, today) || isWaitedFor(other, theirs, today)) return false
  return areOneMessage(mine.next, theirs.next, { today, calendar: calendarOf(row, world) })
}

/** What nobody hurries on: a letter that may have left, a day that they named, a role on hold, one that I put off. Thanks and a withdrawal wait for nothing. */
function isWaitedFor({ outlook: { promise } }: OpportunityRow, { state, next }: Phase, today: Day): boolean {
  if (next?.rule === 'unsettled') return true
  if (next?.step === 'thank-you' || next?.step === 'withdraw') return false
  return (promise !== null && promise >= today) || (next !== null && next.since > today && !hurries.has(state))
}

/** States in which an act may come a day or two early. */
const hurries: ReadonlySet<State> = new Set<State>(['waiting', 'silent', 'promised'])
