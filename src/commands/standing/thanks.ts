import type { Moment } from '../../model/day.js'
import type { OpportunityRow } from '../../model/store.js'
import { plan } from '../../rules/plan.js'
import type { Clock, Needs } from '../../world.js'
import { groundOf } from './ground.js'
import { dayWords } from '../typed/moments.js'
import { caseOf } from '../why.js'

/** Whom to thank at one opportunity on the day of `from`, by name, the next first: of a panel everyone gets a letter of their own. */
export function thanksOn(
  from: Pick<Clock, 'in'>,
  row: OpportunityRow,
  world: Needs<'clock' | 'catalog' | 'settings' | 'store'>,
): readonly string[] {
  const at = from.in(row.outlook.zone)
  const touches = plan(caseOf(world.store, row.id), groundOf(world), at)
  const due = touches.filter(({ act, day }) => act.step === 'thank-you' && day <= at.slice(0, 10))
  return due.map(({ act }) => row.contacts.find((one) => one.id === act.contact)?.name ?? row.company)
}

/** What to say of thanks that would have left before the first interview on record: one of the two days may be a slip. */
export function earlyThanks(world: Needs<'clock' | 'store'>, row: OpportunityRow, at: Moment): readonly string[] {
  const days = caseOf(world.store, row.id).facts.flatMap((fact) => (fact.kind === 'interviewed' ? [fact.at.day] : []))
  const [first] = days.sort()
  if (first === undefined || at.day >= first) return []
  return [
    `The first interview on record there is of ${dayWords(first, world.clock.today)}, after these thanks. If the day is a slip: followup undo`,
  ]
}
