import { daysInMonth } from '../model/day.js'
import type { Day } from '../model/day.js'
import { ambiguousDate, unknownDay } from './day-problems.js'
import { NUMBER, numberNamed, plainWords, WEEKDAY, weekdayNamed } from './day-words.js'
import { addBusinessDays, addDays, daysBetween, subtractBusinessDays, weekdayOf } from '../rules/days.js'
import { addMonths, exactDate, nearestDates, yearWritten } from './exact-date.js'
import type { DayContext } from './exact-date.js'
import { namedDate, ordinalDate } from './named-date.js'

/**
 * Reads one day: ISO, 'today', 'fri', 'next fri' (of the week after this, weeks starting on Monday), 'monday week' (seven days after that
 * Monday), '+3bd' (business days), '2w', '3d', '12 nov', 'Tue 9 Mar 2027', 'the 20th', and '3/15', which can be one day only. A weekday looking forward is never today, looking back it may be; a date without a year may be
 * today both ways. Throws Problem('usage') for anything else, for dates that do not exist and for those that could be two.
 */
export function readDay(text: string, context: DayContext): Day {
  const words = dated(bare(plainWords(text)), text)
  for (const read of READERS) {
    const day = read(words, context)
    if (day !== null) return day
  }
  throw unknownDay(text.trim())
}

/** '15.3.' with the stop that makes it a date, which plain words have lost. */
function dated(words: string, text: string): string {
  return /\d{1,2}\.\d{1,2}\.\s*$/.test(text) ? `${words}.` : words
}

type Reader = (words: string, context: DayContext) => Day | null

const READERS: readonly Reader[] = [relativeDay, numericDate, span, weekday, weekAfter, namedDate, ordinalDate]

function bare(words: string): string {
  return words.replace(/^(?:by|on|before|around|until|till|for) (?=.)/, '').replace(/^the /, '')
}

function relativeDay(words: string, { today }: DayContext): Day | null {
  const shift = RELATIVE.get(words)
  return shift === undefined ? null : addDays(today, shift)
}

const RELATIVE = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
  ['yesterday', -1],
  ['day before yesterday', -2],
])

function numericDate(words: string, context: DayContext): Day | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(words)
  if (iso) return exactDate(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  const mixed = NUMERIC.exec(words)?.groups
  if (mixed === undefined) return null
  const [one, two] = [Number(mixed['one']), Number(mixed['two'])]
  const year = yearWritten(mixed['year'])
  const named = mixed['weekday'] === undefined ? null : weekdayNamed(mixed['weekday'])
  const reading = (month: number, date: number): readonly Day[] => {
    if (date < 1 || date > daysInMonth(year ?? 2028, month)) return []
    const days = year === null ? nearestDates(month, date, context) : [exactDate(year, month, date)]
    return named === null ? days.slice(0, 1) : days.filter((day) => weekdayOf(day) === named).slice(0, 1)
  }
  // With the stop at its end the date comes first, as where such dates are written.
  const isDated = mixed['stop'] !== undefined && two <= 12
  const readings = [...new Set([...reading(two, one), ...(isDated ? [] : reading(one, two))])]
  const [only, other] = readings
  if (only !== undefined && other === undefined && (named !== null || year !== null || !mayBeElse(mixed))) return only
  throw ambiguousDate(words, year === null ? nearer(readings, context) : readings, context)
}

/** Beside a date that is near, one most of a year away is less likely than the same a while ago. */
function nearer(readings: readonly Day[], context: DayContext): readonly Day[] {
  const isFar = (day: Day): boolean => Math.abs(daysBetween(context.today, day)) > mostAway
  if (readings.every(isFar)) return readings
  return readings.map((day) => (isFar(day) ? nearestDates(Number(day.slice(5, 7)), Number(day.slice(8)), context)[1] : day))
}
const mostAway = 300

const NUMERIC = new RegExp(
  `^(?:(?<weekday>${WEEKDAY})[.,]? )?(?<one>\\d{1,2})(?<mark>[-/.])(?<two>\\d{1,2})(?:\\k<mark>(?<year>\\d{4}|\\d\\d)|(?<stop>\\.))?$`,
)

/** '3.15' may be an hour, and '3-15' a stretch. */
function mayBeElse({ one = '', two = '', mark, stop }: Readonly<Record<string, string | undefined>>): boolean {
  if (mark === '/' || stop !== undefined) return false
  return mark === '-' || (two.length === 2 && Number(one) < 24 && Number(two) < 60)
}

function span(words: string, { today, calendar, toward }: DayContext): Day | null {
  const short = /^([+-]?)(\d{1,3}) ?(bd|d|w)( ago)?$/.exec(words)
  const long = short ?? LONG_SPAN.exec(words)
  if (long === null) return null
  const [, sign = '', number = '', unit = '', ago] = long
  const count = short ? Number(number) : (numberNamed(number) ?? 0)
  const back = sign === '-' || ago !== undefined || (sign === '' && toward === 'past')
  if (/^(?:bd|b|wo)/.test(unit)) return back ? subtractBusinessDays(today, count, calendar) : addBusinessDays(today, count, calendar)
  const signed = back ? -count : count
  if (unit.startsWith('m')) return addMonths(today, signed)
  return addDays(today, unit.startsWith('w') ? signed * 7 : signed)
}

const LONG_SPAN = new RegExp(`^(in )?(${NUMBER}) ((?:business |working )?days?|weeks?|months?)( ago)?$`)

function weekday(words: string, { today, toward }: DayContext): Day | null {
  const found = WEEKDAY_ALONE.exec(words)
  if (found === null) return null
  const wanted = weekdayNamed(found[2] ?? '') ?? 0
  const ahead = (wanted - weekdayOf(today) + 7) % 7
  if (found[1] === 'next') return addDays(today, 7 - ((weekdayOf(today) + 6) % 7) + ((wanted + 6) % 7))
  if (found[1] === 'last') return addDays(today, ahead === 0 ? -7 : ahead - 7)
  if (toward === 'past') return addDays(today, ahead === 0 ? 0 : ahead - 7)
  return addDays(today, ahead === 0 && found[1] !== 'this' ? 7 : ahead)
}

const WEEKDAY_ALONE = new RegExp(`^(?:(next|this|last) )?(${WEEKDAY})$`)

/** 'monday week', 'a week on monday', 'today fortnight': British for seven or fourteen days after that day. */
function weekAfter(words: string, context: DayContext): Day | null {
  const found = WEEK_AFTER.exec(words)?.groups
  if (found === undefined) return null
  const ahead: DayContext = { ...context, toward: 'future' }
  const day = found['day'] ?? found['later'] ?? ''
  const from = relativeDay(day, ahead) ?? weekday(day, ahead)
  return from === null ? null : addDays(from, /\bweek$|^a week\b/.test(words) ? 7 : 14)
}

const FROM = `${WEEKDAY}|today|tomorrow`
const WEEK_AFTER = new RegExp(`^(?:(?<day>${FROM}) (?:week|fortnight)|a (?:week|fortnight) (?:on )?(?<later>${FROM}))$`)
