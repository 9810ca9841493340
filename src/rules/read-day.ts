import { daysInMonth } from '../model/day.js'
import type { Day } from '../model/day.js'
import { ambiguousDate, unknownDay } from './day-problems.js'
import { NUMBER, numberNamed, plainWords, WEEKDAY, weekdayNamed } from './day-words.js'
import { addBusinessDays, addDays, subtractBusinessDays, weekdayOf } from './days.js'
import { addMonths, exactDate, nearestDate, yearWritten } from './exact-date.js'
import type { DayContext } from './exact-date.js'
import { namedDate, ordinalDate } from './named-date.js'

/**
 * Reads one day: ISO, 'today', 'fri', 'next fri' (of the week after this, weeks starting on Monday), 'monday week' (seven days after that
 * Monday), '+3bd' (business days), '2w', '3d', '12 nov', 'Tue 9 Mar 2027', 'the 20th', and '3/15', which can be one day only. A weekday looking forward is never today, looking back it may be; a date without a year may be
 * today both ways. Throws Problem('usage') for anything else, for dates that do not exist and for those that could be two.
 */
export function readDay(text: string, context: DayContext): Day {
  const words = bare(plainWords(text))
  for (const read of READERS) {
    const day = read(words, context)
    if (day !== null) return day
  }
  throw unknownDay(text.trim())
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
  const mixed = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d\d))?$/.exec(words)
  if (mixed === null) return null
  const [one, two] = [Number(mixed[1]), Number(mixed[3])]
  const year = yearWritten(mixed[4])
  const reading = (month: number, date: number): Day | null => {
    if (date < 1 || date > daysInMonth(year ?? 2028, month)) return null
    return year === null ? nearestDate(month, date, context) : exactDate(year, month, date)
  }
  const readings = [...new Set([reading(two, one), reading(one, two)].filter((day) => day !== null))]
  const [only, other] = readings
  // '3.15' may be an hour, and '3-15' a stretch.
  if (only !== undefined && other === undefined && (mixed[2] === '/' || year !== null)) return only
  throw ambiguousDate(words, readings, context)
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
