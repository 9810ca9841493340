import type { Day } from '../model/day.js'
import type { State } from '../model/standing.js'
import type { Situation } from './situation.js'

/** Whether a snooze puts off what is next: not what they asked for, an offer, or a withdrawal, and nothing that has ended. */
export function canWait(state: State): boolean {
  return state !== 'answered' && state !== 'offer' && state !== 'closed'
}

/** Whether anything of mine rests on that day of the contact's that `resume` starts again, whatever goes before it just now: an offer, or a question of theirs. */
export function isPutOff({ retired, snooze, obligations, closing, paused }: Situation, today: Day): boolean {
  if (retired !== null || closing !== null || paused !== null) return true
  return (snooze !== null && today < snooze.until) || obligations.some((one) => one.kind === 'hired')
}
