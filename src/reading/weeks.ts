import type { Calendar } from '../model/calendar.js'
import { daysInMonth } from '../model/day.js'
import type { Day } from '../model/day.js'
import { civil, dayNumber, dayOf } from '../model/day-number.js'
import { addBusinessDays, addDays, subtractBusinessDays, weekdayOf } from '../rules/days.js'
import { exactDate, monthAfter } from './exact-date.js'
import { isLong, windowIn } from '../rules/working-days.js'

/** The first working weekday of the week that `day` lies in: Monday where Saturday and Sunday are off, Sunday where Friday and Saturday are. */
export function startOfWeek(day: Day, calendar: Calendar): Day {
  return addDays(day, -((weekdayOf(day) - firstWeekday(calendar) + 7) % 7))
}

/** The last working weekday of the week that `day` lies in, holiday or not: Friday, or Thursday where Friday and Saturday are off. */
export function endOfWeek(day: Day, calendar: Calendar): Day {
  const start = startOfWeek(day, calendar)
  let length = 6
  while (length > 0 && calendar.weekend.includes((firstWeekday(calendar) + length) % 7)) length -= 1
  return addDays(start, length)
}

/** A day in the week that is meant by 'this' or 'next' on the given day; on a weekend 'this week' is the coming one. */
export function weekMeant(which: string, day: Day, calendar: Calendar): Day {
  if (which.includes('next') || which.includes('following') || which.includes('coming')) return addDays(day, 7)
  return day > endOfWeek(day, calendar) ? addDays(day, 7) : day
}

/** The day with that weekday (0 = Sunday) in the week that `day` lies in. */
export function weekdayInWeek(day: Day, weekday: number, calendar: Calendar): Day {
  return addDays(startOfWeek(day, calendar), (weekday - firstWeekday(calendar) + 7) % 7)
}

/** The last business day of the month that is `count` months after, and of this month no earlier than `day`. */
export function lastOfMonth(day: Day, count: number, calendar: Calendar): Day {
  const { year, month } = monthAfter(day, count)
  const last = subtractBusinessDays(exactDate(year, month, daysInMonth(year, month)), 0, calendar)
  return count === 0 && last < day ? day : last
}

/** The second business day after the quiet window that `day` lies in or that comes next. */
export function dayAfterBreak(day: Day, calendar: Calendar): Day {
  const ends = breaksAround(day, calendar).map(([, to]) => to)
  const end = Math.min(...ends.filter((to) => to >= dayNumber(day)))
  return addBusinessDays(dayOf(end), 2, calendar)
}

/** The last business day before the quiet window that comes next; `day` itself when there is none between. */
export function dayBeforeBreak(day: Day, calendar: Calendar): Day {
  const starts = breaksAround(day, calendar).map(([from]) => from)
  const start = Math.min(...starts.filter((from) => from > dayNumber(day)))
  const last = subtractBusinessDays(dayOf(start), 1, calendar)
  return last < day ? day : last
}

/** What people mean by the holidays where the calendar lists no long quiet window. */
const YEAR_END = { from: '12-24', to: '01-01', name: 'the turn of the year' }

function breaksAround(day: Day, calendar: Calendar): readonly (readonly [number, number])[] {
  const { year } = civil(dayNumber(day))
  const spans = calendar.quiet.flatMap((window) => [year - 1, year, year + 1].map((at) => windowIn(at, window))).filter(isLong)
  return spans.length > 0 ? spans : [year - 1, year, year + 1].map((at) => windowIn(at, YEAR_END))
}

function firstWeekday({ weekend }: Calendar): number {
  const off = (weekday: number): boolean => weekend.includes(weekday % 7)
  return [1, 0, 6, 2, 3, 4, 5].find((weekday) => !off(weekday) && off(weekday + 6)) ?? 1
}
