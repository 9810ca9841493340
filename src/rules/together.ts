import type { StepName } from '../model/act.js'
import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { letterIs } from '../model/kinds.js'
import type { Act } from '../model/standing.js'
import { businessDaysBetween } from './days.js'
import { gaps } from './limits.js'

/**
 * Whether two next acts of mine, each in an opportunity of its own, are one message: letters of one sort, or calls, to one person, fewer business days apart
 * than two messages to them have to lie. `today` is theirs; what is overdue is to be done then.
 */
export function areOneMessage(one: Act, other: Act, { today, calendar }: { readonly today: Day; readonly calendar: Calendar }): boolean {
  if (one.contact === null || one.contact !== other.contact || one.channel !== other.channel) return false
  const sort = sortOf(one.step)
  if (sort === null || sort !== sortOf(other.step)) return false
  const [first = today, last = today] = [one.since, other.since].map((day) => (day > today ? day : today)).sort()
  return businessDaysBetween(first, last, calendar) < gaps.messages
}

/** What can be one, by sort: a goodbye goes with no question, and thanks ask for nothing. Null for what is about one opportunity alone. */
export function sortOf(step: StepName): 'call' | 'thanks' | 'question' | 'goodbye' | 'withdrawal' | null {
  if (step === 'call') return 'call'
  if (step === 'thank-you') return 'thanks'
  if (step === 'close-the-loop') return 'goodbye'
  if (step === 'withdraw') return 'withdrawal'
  return letterIs(step, 'chases') ? 'question' : null
}
