import type { Day } from '../model/day.js'
import type { Hours } from '../model/playbook.js'
import { weekdayOf } from './days.js'
import { callHours } from './limits.js'

/**
 * The hours to ring in next: the least used ones that are fair on that weekday, in order of preference, never those of last time
 * unless no others are left. `dialled` are past times of dialling, 'HH:MM' on the contact's clock.
 */
export function fairHours(hours: readonly Hours[], day: Day, dialled: readonly string[]): Hours | null {
  const all = hours.length > 0 ? hours : callHours
  const fair = all.filter((one) => isFair(one, day))
  const rested = fair.filter((one) => !within(one, dialled.at(-1)))
  const choice = rested.length > 0 ? rested : fair
  const uses = (one: Hours) => dialled.filter((time) => within(one, time)).length
  return choice.reduce<Hours | null>((best, one) => (best === null || uses(one) < uses(best) ? one : best), null)
}

/** Whether hours are fair on a day's weekday: never Monday before ten, never Friday after three. */
export function isFair(hours: Hours, day: Day): boolean {
  const weekday = weekdayOf(day)
  if (weekday === 1) return hours.from >= '10:00'
  if (weekday === 5) return hours.to <= '15:00'
  return true
}

/** Whether a time, 'HH:MM', lies within hours. */
export function within(hours: Hours, time: string | undefined): boolean {
  return time !== undefined && time >= hours.from && time < hours.to
}

/** All fair hours of a day, in order of the clock. */
export function fairHoursOn(day: Day): readonly Hours[] {
  return callHours.filter((one) => isFair(one, day)).sort((a, b) => (a.from < b.from ? -1 : 1))
}
