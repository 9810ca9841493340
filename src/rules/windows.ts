import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import type { Hours } from '../model/playbook.js'
import { weekdayOf } from './days.js'
import { callHours } from './limits.js'

/** A day, and the calendar that says how long offices are open on it. */
export interface OpenDay {
  readonly day: Day
  readonly calendar: Calendar
}

/**
 * The hours to ring in next: the least used ones that are fair on that day, in order of preference, never those of last time unless no others
 * are left; where none of those given are fair, the usual ones. `dialled` are past times of dialling, 'HH:MM' on the contact's clock.
 */
export function fairHours(hours: readonly Hours[], on: OpenDay, dialled: readonly string[]): Hours | null {
  const own = hours.filter((one) => isFair(one, on))
  const fair = own.length > 0 ? own : callHours.filter((one) => isFair(one, on))
  const rested = fair.filter((one) => !within(one, dialled.at(-1)))
  const choice = rested.length > 0 ? rested : fair
  const uses = (one: Hours) => dialled.filter((time) => within(one, time)).length
  return choice.reduce<Hours | null>((best, one) => (best === null || uses(one) < uses(best) ? one : best), null)
}

/** Whether hours are fair on a day: never Monday before ten, never Friday after three, never when offices have closed early. */
export function isFair(hours: Hours, { day, calendar }: OpenDay): boolean {
  const weekday = weekdayOf(day)
  if (calendar.shortDays.some((short) => short.weekday === weekday && hours.to > short.until)) return false
  if (weekday === 1) return hours.from >= '10:00'
  if (weekday === 5) return hours.to <= '15:00'
  return true
}

/** Whether a time, 'HH:MM', lies within hours. */
export function within(hours: Hours, time: string | undefined): boolean {
  return time !== undefined && time >= hours.from && time < hours.to
}

/** All fair hours of a day, in order of the clock. */
export function fairHoursOn(on: OpenDay): readonly Hours[] {
  return callHours.filter((one) => isFair(one, on)).sort((a, b) => (a.from < b.from ? -1 : 1))
}
