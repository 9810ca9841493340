import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { civil, dayNumber, dayOf, weekdayOfNumber } from '../model/day-number.js'
import { isLong, isWorkingDay, nearestWorkingDay, windowIn, workingDaysOf } from './working-days.js'
import type { WorkingDays } from './working-days.js'

/** The day `count` calendar days later, or earlier when negative; throws an Error outside the years 1 to 9999. */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of the week, 0 = Sunday to 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day))
}

/** Whether the day counts: not of the weekend, no holiday, not in a quiet window. */
export function isBusinessDay(day: Day, calendar: Calendar): boolean {
  const number = dayNumber(day)
  const working = workingDaysOf(calendar, number)
  return covers(working, number) ? working.list[countAt(working, number) - 1] === number : isWorkingDay(number, calendar)
}

/** The day itself when it is a business day, else the next one. */
export function rollForward(day: Day, calendar: Calendar): Day {
  return addBusinessDays(day, 0, calendar)
}

/** Day 0 is `day`; counts `count` (0 or more) business days after it. With 0, the day rolled forward. */
export function addBusinessDays(day: Day, count: number, calendar: Calendar): Day {
  const number = dayNumber(day)
  const working = workingDaysOf(calendar, number)
  if (covers(working, number)) {
    const upTo = countAt(working, number)
    if (count === 0 && working.list[upTo - 1] === number) return day
    const found = textAt(working, upTo + Math.max(count, 1) - 1)
    if (found !== undefined) return found
  }
  if (count === 0) return dayOf(nearestWorkingDay(number, 1, calendar))
  let at = number
  for (let left = count; left > 0; left -= 1) at = nearestWorkingDay(at + 1, 1, calendar)
  return dayOf(at)
}

/** The business day that is `count` (0 or more) business days before `day`. With 0, the day itself or the last business day before it. */
export function subtractBusinessDays(day: Day, count: number, calendar: Calendar): Day {
  const number = dayNumber(day)
  const working = workingDaysOf(calendar, number)
  const business = isBusinessDay(day, calendar)
  if (count === 0 && business) return day
  if (covers(working, number)) {
    const before = countAt(working, number) - (business ? 1 : 0)
    const found = textAt(working, before - Math.max(count, 1))
    if (found !== undefined) return found
  }
  let at = number
  for (let left = Math.max(count, 1); left > 0; left -= 1) at = nearestWorkingDay(at - 1, -1, calendar)
  return dayOf(at)
}

/** How many business days there are after `from`, up to and including `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to <= from) return 0
  const start = dayNumber(from)
  const end = dayNumber(to)
  const near = workingDaysOf(calendar, start)
  const working = covers(near, end) ? near : workingDaysOf(calendar, end)
  if (covers(working, start) && covers(working, end)) return countAt(working, end) - countAt(working, start)
  let count = 0
  for (let at = start + 1; at <= end; at += 1) if (isWorkingDay(at, calendar)) count += 1
  return count
}

/** The business days after `from`, up to and including `to`, in order. */
export function businessDaysListed(from: Day, to: Day, calendar: Calendar): Day[] {
  const days: Day[] = []
  const end = dayNumber(to)
  for (let at = dayNumber(from) + 1; at <= end; at += 1) if (isWorkingDay(at, calendar)) days.push(dayOf(at))
  return days
}

/** Whether the day is the first business day after a listed quiet window of four or more calendar days. */
export function isLeftAlone(day: Day, calendar: Calendar): boolean {
  const number = dayNumber(day)
  const working = workingDaysOf(calendar, number)
  if (covers(working, number)) return working.alone.has(number)
  const { year } = civil(number)
  return calendar.quiet.some((window) =>
    [year - 1, year]
      .map((start) => windowIn(start, window))
      .some((span) => isLong(span) && nearestWorkingDay(span[1] + 1, 1, calendar) === number),
  )
}

/** The day on which a touch due on `day` may be made: rolled forward, and past a day that is left alone. */
export function actDay(day: Day, calendar: Calendar): Day {
  const rolled = rollForward(day, calendar)
  return isLeftAlone(rolled, calendar) ? actDay(addDays(rolled, 1), calendar) : rolled
}

/** 'Tue 9 Mar'. */
export function shortDay(day: Day): string {
  const { month, date } = civil(dayNumber(day))
  return `${weekdayName(weekdayOf(day)).slice(0, 3)} ${String(date)} ${monthName(month).slice(0, 3)}`
}

/** 'Tue 9 Mar 2027'. */
export function shortDayYear(day: Day): string {
  return `${shortDay(day)} ${String(civil(dayNumber(day)).year)}`
}

/** 'Tuesday 9 March 2027'. */
export function longDay(day: Day): string {
  const { year, month, date } = civil(dayNumber(day))
  return `${weekdayName(weekdayOf(day))} ${String(date)} ${monthName(month)} ${String(year)}`
}

/** 'Sunday' for 0 to 'Saturday' for 6. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday] ?? ''
}

/** 'January' for 1 to 'December' for 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function covers(working: WorkingDays, number: number): boolean {
  return number >= working.first && number <= working.last
}

function countAt(working: WorkingDays, number: number): number {
  return working.counts[number - working.first] ?? 0
}

function textAt(working: WorkingDays, index: number): Day | undefined {
  const number = working.list[index]
  return number === undefined ? undefined : (working.texts[index] ??= dayOf(number))
}
