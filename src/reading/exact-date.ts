import type { Calendar } from '../model/calendar.js'
import { daysInMonth, isDay, years } from '../model/day.js'
import type { Day } from '../model/day.js'
import { civil, dayNumber } from '../model/day-number.js'
import { impossibleDate, outOfRange } from './day-problems.js'

/** What a day is read against. */
export interface DayContext {
  readonly today: Day
  readonly calendar: Calendar
  /** Where a weekday, a date without a year or an unsigned span ('3d') lies when the words do not say. */
  readonly toward: 'future' | 'past'
}

/** The day of a year, month and date as a person gave them; throws Problem('usage') when there is none or the year is a slip. */
export function exactDate(year: number, month: number, date: number): Day {
  if (year < years.first || year > years.last) throw outOfRange(year, years.first, years.last)
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  if (!isDay(text)) throw impossibleDate(year, month, date)
  return text
}

/** The next such date, or looking back the latest, today included; throws Problem('usage') when no year has it. */
function nearestDate(month: number, date: number, { today, toward }: DayContext): Day {
  const { year } = civil(dayNumber(today))
  if (date < 1 || date > daysInMonth(2028, month)) throw impossibleDate(year, month, date)
  const step = toward === 'past' ? -1 : 1
  for (let at = year; ; at += step) {
    if (date > daysInMonth(at, month)) continue
    const day = exactDate(at, month, date)
    if (toward === 'past' ? day <= today : day >= today) return day
  }
}

/** The nearest such date, the way one looks first, then the other. */
export function nearestDates(month: number, date: number, context: DayContext): readonly [Day, Day] {
  const toward = context.toward === 'past' ? 'future' : 'past'
  return [nearestDate(month, date, context), nearestDate(month, date, { ...context, toward })]
}

/** Four digits, or two meant for this century; null when there are none. */
export function yearWritten(text: string | undefined): number | null {
  if (text === undefined) return null
  const digits = Number(text.replace("'", ''))
  return digits < 100 ? 2000 + digits : digits
}

/** The year and month (1-12) that are `count` months after, or before when negative. */
export function monthAfter(day: Day, count: number): { readonly year: number; readonly month: number } {
  const { year, month } = civil(dayNumber(day))
  const months = year * 12 + month - 1 + count
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
}

/** The same date `count` months later, or earlier when negative; the last of the month where it has no such date. */
export function addMonths(day: Day, count: number): Day {
  const { year, month } = monthAfter(day, count)
  return exactDate(year, month, Math.min(civil(dayNumber(day)).date, daysInMonth(year, month)))
}
