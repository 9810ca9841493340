import type { Day } from '../model/day.js'
import { Problem } from '../problem.js'
import { isPutOff } from '../rules/put-off.js'
import { chooseOpportunity } from './asking/choose.js'
import type { Noted, Scribe } from './recording/record.js'
import { situationOf } from './standing/situation.js'
import { turn } from './recording/turn.js'
import type { TurnArgs } from './recording/turn.js'

/** Starts again what was retired, snoozed or at rest. Throws Problem('refused') when it is closed, Problem('failed') when nothing was paused. */
export async function resume(world: Scribe, args: TurnArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const today = world.clock.in(row.outlook.zone).slice(0, 10) as Day
  if (!isPutOff(await situationOf(world, row), today))
    throw new Problem('failed', `${row.handle} is under way already.`, { hint: `Where it stands: followup show ${row.handle}` })
  return turn(world, args, { row, kind: 'resumed', said: { recorded: `${row.handle} starts again` } })
}
