import { chooseOpportunity } from './choose.js'
import type { Noted, Scribe } from './record.js'
import { turn } from './turn.js'
import type { TurnArgs } from './turn.js'

/** Stops chasing; the opportunity stays open. Throws Problem('refused') when it is closed. */
export async function retire(world: Scribe, args: TurnArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'refuse' })
  const notes = [`It stays open: a word from them brings it back, and so does "followup resume ${row.handle}".`]
  return turn(world, args, { row, kind: 'retired', said: { recorded: `no more chasing at ${row.company}`, notes } })
}
