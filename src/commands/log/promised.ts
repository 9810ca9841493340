import { isDay } from '../../model/day.js'
import type { Day } from '../../model/day.js'
import type { OpportunityId } from '../../model/opportunity.js'
import { Problem } from '../../problem.js'
import type { Clock } from '../../world.js'
import { interviewPromise } from '../recording/interview-promise.js'
import type { InterviewPromise } from '../recording/interview-promise.js'
import { dayWords } from '../typed/moments.js'
import type { Almanac, Said } from '../typed/moments.js'

/** The day they named stands after the interview, whenever that is, and is counted from it; `ahead`: it is still to come. Throws Problem('usage') for a day before it. */
export function promisedIn(
  world: Almanac,
  text: string | undefined,
  { ahead, ...interview }: Said & { readonly id: OpportunityId; readonly ahead: boolean },
): InterviewPromise {
  if (text === undefined) return { drafts: [], lines: [] }
  const said = text.trim()
  if (ahead && isDay(said) && said < interview.at.day) throw beforeIt(world.clock, said)
  const { drafts, lines } = interviewPromise(world, text, interview)
  const isCounted = ahead && drafts.length > 0
  return { drafts, lines: isCounted ? lines.map((line, at) => (at === 0 ? `${line}, counted from the interview` : line)) : lines }
}

function beforeIt({ today }: Pick<Clock, 'today'>, day: Day): Problem {
  return new Problem('usage', `${dayWords(day, today)} lies before the interview.`, {
    hint: 'Leave --promise out, and record that day by itself: followup promise COMPANY DAY',
    code: 'bad-day',
  })
}
