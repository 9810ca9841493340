import type { Day } from '../model/day.js'
import type { OpportunityId } from '../model/opportunity.js'
import type { Playbook } from '../model/playbook.js'
import type { Act, Outlook } from '../model/standing.js'
import type { CaseFile, OpportunityRow, Store } from '../model/store.js'
import { Problem } from '../problem.js'
import { phaseAt } from '../rules/assess.js'
import { businessDaysBetween, businessDaysListed } from '../rules/days.js'
import { budget } from '../rules/limits.js'
import { awaitedPaper } from '../rules/negotiation.js'
import type { AwaitedPaper } from '../rules/negotiation.js'
import { trace } from '../rules/trace.js'
import type { TraceLine } from '../rules/trace.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { oneMessage } from './standing/one-message.js'
import { calendarOf, lookoutOn, seen } from './standing/seen.js'
import type { Seen } from './standing/seen.js'
import { groundOf } from './standing/ground.js'

export interface WhyArgs {
  readonly opp: string
  readonly on?: string
}

/** What is left of the budget of one contact: used up since their last word, of so many. */
export interface Left {
  readonly messages: Share
  readonly calls: Share
  readonly voicemails: Share
}
export interface Share {
  readonly left: number
  readonly of: number
}

/** A standing with the ledger behind it. Days are the contact's; `asOf` is their day. */
export interface WhyResult extends Seen {
  readonly asOf: Day
  /** My day. */
  readonly today: Day
  readonly zone: string
  readonly country: string
  readonly playbook: string
  /** The playbook's step behind the next act; null when no playbook orders it. */
  readonly rule: string | null
  readonly trace: readonly TraceLine[]
  readonly left: Left
  /** Handles of other opportunities whose next letter, or call, to the same person is one message with the next act. */
  readonly together: readonly string[]
  /** The paper behind a yes of mine, where it is not there yet. */
  readonly paper: AwaitedPaper
  /** Business days since the last word from them; null when they have not spoken. */
  readonly quietBusinessDays: number | null
}

/** The rule, the inputs and the arithmetic behind the standing of one opportunity. */
export async function why(world: Needs<'clock' | 'catalog' | 'settings' | 'store'>, args: WhyArgs): Promise<WhyResult> {
  const row = chooseOpportunity(world.store, args.opp)
  const from = await lookoutOn(world, args.on)
  const file = caseOf(world.store, row.id)
  const at = from.in(row.outlook.zone)
  const asOf = at.slice(0, 10) as Day
  const playbook = world.catalog.playbook(row.outlook.playbook)
  const phase = phaseAt(row.outlook, at)
  const step = phase.next && stepLine(phase.next, { row, playbook, world })
  const ledger = trace(file, groundOf(world), { asOf, handleOf: (id) => world.store.row(id)?.handle ?? 'another role' })
  const standing = seen(row, world, from)
  return {
    ...standing,
    asOf,
    today: from.asOf,
    zone: row.outlook.zone,
    country: row.outlook.country,
    playbook: playbook.name,
    rule: phase.next?.rule ?? null,
    trace: step && !ledger.some((one) => one.day === step.day && one.what === step.what) ? [...ledger, step] : ledger,
    left: leftOf(row, playbook),
    together: oneMessage(world, row, { from }).map(({ handle }) => handle),
    paper: awaitedPaper(file.facts),
    quietBusinessDays: standing.lastInbound && businessDaysBetween(standing.lastInbound, asOf, calendarOf(row, world)),
  }
}

/** What may still be asked of the one who is chased. */
export function leftOf(
  { outlook, contacts }: { readonly outlook: Outlook; readonly contacts: OpportunityRow['contacts'] },
  playbook: Playbook,
): Left {
  const { used, lead } = outlook
  const mobile = contacts.find((one) => one.id === lead)?.phoneKind === 'mobile'
  const dials = Math.min(playbook.dials, mobile ? budget.mobileDials : budget.dials)
  const share = (of: number, spent: number): Share => ({ left: Math.max(0, of - spent), of })
  return {
    messages: share(budget.units, used.units),
    calls: share(dials, used.dials),
    voicemails: share(dials === 0 ? 0 : budget.voicemails, used.voicemails),
  }
}

/** The case file of an opportunity that was just found; throws Problem('store') when it is gone. */
export function caseOf(store: Pick<Store, 'caseFile'>, id: OpportunityId): CaseFile {
  const file = store.caseFile(id)
  if (file) return file
  throw new Problem('store', 'The history of this opportunity cannot be found.', { hint: 'Run "followup doctor".' })
}

/** The line of the next act, where a wait was counted for it. */
function stepLine(
  next: Act,
  { row, playbook, world }: { readonly row: OpportunityRow; readonly playbook: Playbook; readonly world: Needs<'catalog'> },
): TraceLine | null {
  const step = playbook.steps.find((one) => one.id === next.rule)
  const reason = row.outlook.phases
    .flatMap((phase) => phase.because)
    .find((one) => one.code === `step-${next.rule ?? next.step}` && one.on === next.since)
  if (!reason?.from || reason.plus === undefined) return null
  const counted = businessDaysListed(reason.from, next.since, calendarOf(row, world))
  return {
    day: next.since,
    what: `${reason.from} + ${reason.plus}`,
    effect: next.step === 'find-number' ? 'no number is on record' : (step?.goal ?? reason.text),
    counted,
  }
}
