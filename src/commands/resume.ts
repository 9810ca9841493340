import type { State } from '../model/standing.js'
import { Problem } from '../problem.js'
import { phaseAt } from '../rules/assess.js'
import { chooseOpportunity } from './choose.js'
import type { Noted, Scribe } from './record.js'
import { turn } from './turn.js'
import type { TurnArgs } from './turn.js'

/** Starts again what was retired, snoozed or at rest. Throws Problem('refused') when it is closed, Problem('failed') when nothing was paused. */
export async function resume(world: Scribe, args: TurnArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const { state, next } = phaseAt(row.outlook, world.clock.in(row.outlook.zone))
  if (underWay.has(state) && next?.step !== 'park')
    throw new Problem('failed', `${row.handle} is under way already.`, { hint: `Where it stands: followup show ${row.handle}` })
  return turn(world, args, { row, kind: 'resumed', said: { recorded: `${row.handle} starts again` } })
}

/** States in which nothing of mine is put off. */
const underWay: ReadonlySet<State> = new Set<State>(['waiting', 'promised', 'silent'])
