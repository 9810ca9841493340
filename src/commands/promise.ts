import { Problem } from '../problem.js'
import { chooseOpportunity } from './asking/choose.js'
import { dayWords, namedDay, pastMoment } from './typed/moments.js'
import { noteDrafts, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe } from './recording/record.js'

export interface PromiseArgs extends RecordArgs {
  readonly opp: string
  /** The day in their words. */
  readonly day: string
}

/** Keeps the day they named. Throws Problem('usage') when the words name none, Problem('refused') when the opportunity is closed. */
export async function promise(world: Scribe, args: PromiseArgs): Promise<Noted> {
  const row = chooseOpportunity(world.store, args.opp, { closed: 'machine' })
  const when = pastMoment(world, args.at)
  const at = when.value
  const named = namedDay(world, args.day, { at, row })
  const { day, words } = named.value
  if (day === null) {
    throw new Problem('usage', `"${words}" names no day.`, {
      hint: `If they wrote so: followup heard ${row.handle} holding`,
      code: 'bad-day',
    })
  }
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  return record(world, [{ opportunity: row.id, at, kind: 'promised', data: { day, words, via: 'word' } }, ...note], {
    about: row.id,
    say: () => ({
      recorded: `${row.company} named a day: ${dayWords(day, world.clock.today)}`,
      understood: [...when.lines, ...named.lines],
    }),
  })
}
