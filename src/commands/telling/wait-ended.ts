import type { OpportunityRow } from '../../model/store.js'
import { phaseNow } from '../../rules/assess.js'
import { dayWords } from '../typed/moments.js'
import type { After } from '../recording/record.js'
import type { Needs } from '../../world.js'

/** That a word of theirs ended a waiting of mine before its day, and how to wait all the same; [] where it did not. */
export function waitEnded({ clock }: Needs<'clock'>, before: OpportunityRow, { row, standing }: After): readonly string[] {
  const was = phaseNow(before.outlook, clock)
  const until = was.state === 'snoozed' ? was.because.find(({ code }) => code === 'snoozed')?.on : undefined
  if (until === undefined || !row || row.closed || standing?.state === 'snoozed' || standing?.state === 'offer') return []
  const ended = `They have spoken, so you wait no longer until ${dayWords(until, clock.today)}.`
  // What they ask for is not put off.
  return [standing?.state === 'answered' ? ended : `${ended} To wait all the same: followup snooze ${row.handle} ${until}`]
}
