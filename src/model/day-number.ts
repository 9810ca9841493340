import type { Day } from './day.js'

/** Days since 1970-01-01, which is 0. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3)
  const number = civilNumber(year, digit(day, 5) * 10 + digit(day, 6), digit(day, 8) * 10 + digit(day, 9))
  numbers.set(day, number)
  return number
}

// A list asks for few days many times, and to read one takes as long as ten look-ups.
const numbers = new Map<Day, number>()

/** The day with that number; throws an Error outside the years 1 to 9999. */
export function dayOf(number: number): Day {
  const known = days.get(number)
  if (known !== undefined) return known
  const { year, month, date } = civil(number)
  if (!(year >= 1 && year <= 9999)) throw new Error(`no such day: ${String(number)}`)
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as Day
  days.set(number, day)
  return day
}

const days = new Map<number, Day>()

/** The number of a date given as year, month (1-12) and date; a date past the end of its month runs on into the next. */
export function civilNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** Year, month (1-12) and date of a day number. */
export function civil(number: number): { year: number; month: number; date: number } {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const rest = shifted - era * 146097
  const yearOfEra = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36524) - Math.floor(rest / 146096)) / 365)
  const dayOfYear = rest - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

/** 0 = Sunday to 6 = Saturday, of a day number. */
export function weekdayOfNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

function two(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value)
}
