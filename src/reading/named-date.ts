import { daysInMonth } from '../model/day.js'
import type { Day } from '../model/day.js'
import { impossibleDate, unknownDay, wrongWeekday } from './day-problems.js'
import { MONTH, monthNamed, WEEKDAY, weekdayNamed } from './day-words.js'
import { weekdayOf } from '../rules/days.js'
import { exactDate, monthAfter, nearestDates, yearWritten } from './exact-date.js'
import type { DayContext } from './exact-date.js'

/**
 * Reads '12 nov', 'November 12th, 2026', 'Tue 9 Mar'; null when the words are no such date.
 * Throws Problem('usage') when the date does not exist or falls on another weekday than named.
 */
export function namedDate(words: string, context: DayContext): Day | null {
  const parts = (DAY_MONTH.exec(words) ?? MONTH_DAY.exec(words))?.groups
  if (parts === undefined) return null
  const month = monthNamed(parts['month'] ?? '') ?? 0
  const date = Number(parts['date'])
  const year = yearWritten(parts['year'] ?? parts['short'])
  const [day, other] = year === null ? nearestDates(month, date, context) : [exactDate(year, month, date), null]
  const named = parts['weekday'] === undefined ? null : weekdayNamed(parts['weekday'])
  if (named === null || weekdayOf(day) === named) return day
  // Looking back, the weekday tells of the date to come; looking ahead, nobody means what is over.
  if (context.toward === 'past' && other !== null && weekdayOf(other) === named) return other
  throw wrongWeekday(day, named, other)
}

/** Reads '20th': the next such day after today, or looking back the latest, today included; '20th of next month'. Null for other words. */
export function ordinalDate(words: string, { today, toward }: DayContext): Day | null {
  const found = ORDINAL.exec(words)
  if (found === null) return null
  const date = Number(found[1])
  if (found[2] !== undefined) {
    const { year, month } = monthAfter(today, found[2] === 'next' ? 1 : 0)
    return exactDate(year, month, date)
  }
  if (date < 1 || date > 31) throw date > 31 ? unknownDay(words) : impossibleDate(2026, 1, date)
  for (let count = 0; ; count += toward === 'past' ? -1 : 1) {
    const { year, month } = monthAfter(today, count)
    if (date > daysInMonth(year, month)) continue
    const day = exactDate(year, month, date)
    if (toward === 'past' ? day <= today : day > today) return day
  }
}

const LEAD = `^(?:(?<weekday>${WEEKDAY})[.,]? (?:the )?)?`
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = "(?:,?[ -]?(?<year>\\d{4})|,? (?<short>'?\\d\\d))?$"
const DAY_MONTH = new RegExp(`${LEAD}${DATE}[ -]?(?:of )?(?<month>${MONTH})\\.?${YEAR}`)
const MONTH_DAY = new RegExp(`${LEAD}(?<month>${MONTH})\\.?[ -]?(?:the )?${DATE}${YEAR}`)
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)(?: of (this|next) month)?$/
