import type { OpportunityRow } from '../model/store.js'
import { plan } from '../rules/plan.js'
import type { Needs } from '../world.js'
import { groundOf } from './ground.js'
import { caseOf } from './why.js'

/** Whom to thank today at one opportunity, by name, the next first: of a panel everyone gets a letter of their own. */
export function thanksToday(world: Needs<'clock' | 'catalog' | 'settings' | 'store'>, row: OpportunityRow): readonly string[] {
  const at = world.clock.in(row.outlook.zone)
  const touches = plan(caseOf(world.store, row.id), groundOf(world), at)
  const due = touches.filter(({ act, day }) => act.step === 'thank-you' && day <= at.slice(0, 10))
  return due.map(({ act }) => row.contacts.find((one) => one.id === act.contact)?.name ?? row.company)
}
