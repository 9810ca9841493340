import type { OpportunityRow } from '../../model/store.js'
import { atFirst } from '../../rules/situation.js'
import type { Situation } from '../../rules/situation.js'
import type { Needs } from '../../world.js'
import { groundOf } from './ground.js'

/** All that is so of an opportunity, not only what goes before the rest in its standing. */
export async function situationOf(world: Needs<'store' | 'catalog' | 'settings'>, row: OpportunityRow): Promise<Situation> {
  const file = world.store.caseFile(row.id)
  if (!file) return atFirst()
  const { prospectOf } = await import('../../rules/judge.js')
  return prospectOf(file, groundOf(world)).now
}
