import { chooseOpportunity } from './choose.js'
import type { Noted, Scribe } from './record.js'
import { turn } from './turn.js'
import type { TurnArgs } from './turn.js'

/** Starts again what was retired or at rest. Throws Problem('refused') when it is closed. */
export async function resume(world: Scribe, args: TurnArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  return turn(world, args, { row, kind: 'resumed', said: { recorded: `${row.handle} starts again` } })
}
