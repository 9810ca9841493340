import { Problem } from '../problem.js'
import { chooseOpportunity, companyIn } from './asking/choose.js'
import type { Noted, Scribe } from './recording/record.js'
import { situationOf } from './standing/situation.js'
import { turn } from './recording/turn.js'
import type { TurnArgs } from './recording/turn.js'

/** Opens what was closed, or chases again what was retired. Throws Problem('failed') when it is neither. */
export async function reopen(world: Scribe, args: TurnArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp)
  if (!row.closed && (await situationOf(world, row)).retired === null) {
    throw new Problem('failed', `${row.company} is open already.`, { hint: `Where it stands: followup show ${row.handle}` })
  }
  return turn(world, args, { row, kind: 'reopened', said: { recorded: `${companyIn(world.store, row)} is open again` } })
}
