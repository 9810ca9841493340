import { Problem } from '../problem.js'
import { chooseOpportunity, companyIn } from './asking/choose.js'
import type { Noted, Scribe } from './recording/record.js'
import { situationOf } from './standing/situation.js'
import { turn } from './recording/turn.js'
import type { TurnArgs } from './recording/turn.js'

/** Stops chasing; the opportunity stays open. Throws Problem('refused') when it is closed, Problem('failed') when it is retired already. */
export async function retire(world: Scribe, args: TurnArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  if ((await situationOf(world, row)).retired !== null)
    throw new Problem('failed', `${row.handle} is retired already.`, { hint: `To chase again: followup resume ${row.handle}` })
  const notes = [`It stays open, and a word from them brings it back. So does: followup resume ${row.handle}`]
  return turn(world, args, { row, kind: 'retired', said: { recorded: `no more chasing at ${companyIn(world.store, row)}`, notes } })
}
