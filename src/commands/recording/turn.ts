import type { OpportunityRow } from '../../model/store.js'
import { given } from '../typed/given.js'
import { pastMoment } from '../typed/moments.js'
import { noteDrafts, record } from './record.js'
import type { Noted, RecordArgs, Said, Scribe } from './record.js'

/** Of the verbs that only turn a switch: `retire`, `resume`, `reopen`. */
export interface TurnArgs extends RecordArgs {
  readonly opp: string
  readonly reason?: string
}

/** Records one turn of a switch on one opportunity. */
export async function turn(world: Scribe, args: TurnArgs, turning: Turning): Promise<Noted> {
  const { row, kind, said } = turning
  const { value: at, lines: understood } = pastMoment(world, args.at)
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  return record(world, [{ opportunity: row.id, at, kind, data: given({ reason: args.reason }) }, ...note], {
    about: row.id,
    say: () => ({ understood, ...said }),
  })
}

interface Turning {
  readonly row: OpportunityRow
  readonly kind: 'retired' | 'resumed' | 'reopened'
  readonly said: Said
}
