import { endings } from '../model/opportunity.js'
import type { Ending } from '../model/opportunity.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { chooseOpportunity, companyIn } from './asking/choose.js'
import { given, oneOf } from './typed/given.js'
import { pastMoment } from './typed/moments.js'
import { endingOf } from './standing/ending.js'
import { doorOpen, kindReply } from './standing/open-door.js'
import { otherDoors } from './standing/other-doors.js'
import { noteDrafts, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe } from './recording/record.js'
import { endingWords } from './telling/sentences.js'

export interface CloseArgs extends RecordArgs {
  readonly opp: string
  /** How it ended. */
  readonly as?: string
  readonly reason?: string
}

/** Ends an opportunity. Throws Problem('usage') when it is not said how it ended, Problem('failed') when it has ended so already. */
export async function close(world: Scribe, args: CloseArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp)
  const as = oneOf(args.as, endings, '--as')
  if (row.closed && endingOf(world.store.caseFile(row.id)) === as)
    throw new Problem('failed', `${row.handle} is closed already: ${endingWords[as]}.`, {
      hint: `If it is not over: followup reopen ${row.handle}`,
    })
  const { value: at, lines: understood } = pastMoment(world, args.at)
  const doors = as === 'hired' ? otherDoors(world, { row, at, until: null }) : { drafts: [], notes: [] }
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  return record(
    world,
    [{ opportunity: row.id, at, kind: 'closed', data: { as, ...given({ reason: args.reason }) } }, ...doors.drafts, ...note],
    {
      about: row.id,
      say: () => ({
        recorded: `${companyIn(world.store, row)} is closed: ${endingWords[as]}`,
        understood,
        notes: [...after(world, as, row), ...doors.notes],
      }),
    },
  )
}

function after(world: Scribe, as: Ending, row: OpportunityRow): readonly string[] {
  switch (as) {
    case 'hired':
      return ['Well done. Thank those who helped.']
    case 'declined':
    case 'withdrawn':
      return ['Chasing stops, nothing is deleted.']
    case 'rejected':
      return kindReply(world, row)
    case 'no-response':
      return [doorOpen(row.handle)]
  }
}
