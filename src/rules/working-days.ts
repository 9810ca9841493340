import type { Calendar, QuietWindow } from '../model/calendar.js'
import { daysInMonth } from '../model/day.js'
import type { Day } from '../model/day.js'
import { civil, civilNumber, dayNumber, dayOf, weekdayOfNumber } from '../model/day-number.js'

/** The working days of the years a calendar covers, counted once so that adding and counting are look-ups. */
export interface WorkingDays {
  /** Day numbers of the first and last day covered. */
  readonly first: number
  readonly last: number
  /** Whether these are all years that are counted. */
  readonly whole: boolean
  /** At [n - first]: how many working days there are from `first` to n, both included. */
  readonly counts: Int32Array
  /** The day numbers of the working days, in order. */
  readonly list: Int32Array
  /** The day numbers that are left alone: the first working day after a long quiet window. */
  readonly alone: ReadonlySet<number>
  /** The text of a working day by its place in `list`, filled in as asked for. */
  readonly texts: (Day | undefined)[]
}

/**
 * The calendar's working days, kept as long as the calendar lives: at the first call those around the day number, which is enough for one look,
 * and for a day outside them those of all years. The day may still lie outside what is covered: then days are worked out one by one.
 */
export function workingDaysOf(calendar: Calendar, number: number): WorkingDays {
  const known = cache.get(calendar)
  if (known !== undefined && (known.whole || (number >= known.first && number <= known.last))) return known
  const made = count(calendar, known === undefined ? number : null)
  cache.set(calendar, made)
  return made
}

/** The first and last day numbers of a window that starts in the given year. */
export function windowIn(year: number, window: QuietWindow): readonly [number, number] {
  const last = window.to < window.from ? year + 1 : year
  const [month, date] = monthAndDate(window.to)
  const [startMonth, startDate] = monthAndDate(window.from)
  return [civilNumber(year, startMonth, startDate), civilNumber(last, month, Math.min(date, daysInMonth(last, month)))]
}

/** Whether a window is long enough (four days) that the first working day after it is left alone. */
export function isLong([from, to]: readonly [number, number]): boolean {
  return to - from >= 3
}

/** Whether a day number is a working day, worked out without the cache: right for any year. */
export function isWorkingDay(number: number, calendar: Calendar): boolean {
  if (calendar.weekend.includes(weekdayOfNumber(number))) return false
  const day = dayOf(number)
  if (calendar.holidays.has(day)) return false
  const date = day.slice(5)
  return !calendar.quiet.some(({ from, to }) => (from <= to ? date >= from && date <= to : date >= from || date <= to))
}

/**
 * The nearest working day from a day number on, itself included, going forward (1) or back (-1).
 * Throws an Error when there is none within ten years.
 */
export function nearestWorkingDay(number: number, way: 1 | -1, calendar: Calendar): number {
  for (let at = number; Math.abs(at - number) < 3660; at += way) if (isWorkingDay(at, calendar)) return at
  throw new Error(`the calendar of ${calendar.country} has no working days`)
}

const cache = new WeakMap<Calendar, WorkingDays>()

/** A calendar that claims a very long range is counted for these years only; outside them days are worked out one by one. */
const COUNTED_YEARS = [1990, 2089] as const

/** One look at what is due asks for days of the last months and the next weeks. */
const AROUND = { before: 150, after: 100 } as const

function count(calendar: Calendar, around: number | null): WorkingDays {
  const years = [Math.max(calendar.years[0], COUNTED_YEARS[0]), Math.min(calendar.years[1], COUNTED_YEARS[1])] as const
  const start = civilNumber(years[0], 1, 1)
  const end = civilNumber(years[1] + 1, 1, 1)
  const first = around === null ? start : Math.max(start, around - AROUND.before)
  const size = Math.max(0, (around === null ? end : Math.min(end, around + AROUND.after)) - first)
  const windows = windowsNear({ first, size }, calendar)
  const free = freeDays(calendar, { first, size, windows })
  const counts = new Int32Array(size)
  const list = new Int32Array(size)
  let found = 0
  for (let i = 0; i < size; i += 1) {
    if (free[i] === 0) list[found++] = first + i
    counts[i] = found
  }
  const last = first + size - 1
  return { first, last, whole: around === null, counts, list: list.subarray(0, found), alone: daysLeftAlone(windows, calendar), texts: [] }
}

interface Range {
  readonly first: number
  readonly size: number
}

/** The first and last day number of a quiet window. */
type Span = ReturnType<typeof windowIn>

function freeDays(calendar: Calendar, { first, size, windows }: Range & { readonly windows: readonly Span[] }): Uint8Array {
  const free = new Uint8Array(size)
  const start = weekdayOfNumber(first)
  for (const weekday of calendar.weekend) for (let i = (weekday - start + 7) % 7; i < size; i += 7) free[i] = 1
  const last = first + size - 1
  // Days are compared as texts, for to work out the number of each holiday of eight years takes its time.
  const [from, to] = [dayOf(first), dayOf(last)]
  for (const day of calendar.holidays.keys()) if (day >= from && day <= to) free[dayNumber(day) - first] = 1
  for (const [from, to] of windows) {
    for (let at = Math.max(from, first); at <= to && at <= last; at += 1) free[at - first] = 1
  }
  return free
}

function daysLeftAlone(windows: readonly Span[], calendar: Calendar): Set<number> {
  return new Set(windows.filter(isLong).map((span) => nearestWorkingDay(span[1] + 1, 1, calendar)))
}

/** The quiet windows that touch the range, or end so little before it that the first working day after them may lie in it. */
function windowsNear({ first, size }: Range, calendar: Calendar): readonly Span[] {
  const spans: Span[] = []
  const last = civil(first + size).year
  for (let year = civil(first - FARTHEST).year - 1; year <= last; year += 1) {
    for (const window of calendar.quiet) {
      const span = windowIn(year, window)
      if (span[1] >= first - FARTHEST && span[0] < first + size) spans.push(span)
    }
  }
  return spans
}

/** How many days after a quiet window its first working day is at most, with room to spare. */
const FARTHEST = 400

function monthAndDate(text: string): readonly [number, number] {
  return [Number(text.slice(0, 2)), Number(text.slice(3))]
}
