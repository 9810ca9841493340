import { daysInMonth, isDay, years } from '../model/day.js'
import type { Day } from '../model/day.js'
import { dayNumber, dayOf } from '../model/day-number.js'

/** Which figure of a date in slashes is the day. */
export const dateOrders = ['dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

/** A day as it stands in a cell of a table; `time` is 'HH:MM' or null, on the clock of `offset` ('Z', '+05:30'; null: nobody says whose). `order` is set where the figures themselves tell it. */
export interface SheetDay {
  readonly kind: 'day'
  readonly day: Day
  readonly time: string | null
  readonly offset: string | null
  readonly order: DateOrder | null
}

/** What a cell says: a day; one that could be either of two; a date that there is not; or words. */
export type SheetDate =
  | SheetDay
  | { readonly kind: 'either'; readonly dmy: Day; readonly mdy: Day }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'words' }

/** Reads one date of a table, nothing guessed: figures in slashes or dashes by `order`, or where only one reading is a day; in dots the day goes first. `serial` takes 45000 for a day of Excel's, too. */
export function readSheetDate(text: string, { order, serial }: { readonly order: DateOrder | null; readonly serial: boolean }): SheetDate {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length > longest) return { kind: 'words' }
  if (serial && /^\d{5}(?:\.\d+)?$/.test(plain)) return serialDay(Number(plain))
  const { date, time, offset } = timeApart(plain)
  if (time === undefined) return { kind: 'impossible' }
  const found = written(date) ?? named(date) ?? figures(date, order) ?? { kind: 'words' }
  return found.kind === 'day' ? { ...found, time, offset } : found
}

const longest = 60

/** The day is 1899-12-30 + n: Excel takes 1900 for a leap year, and it never matters after that. */
function serialDay(serial: number): SheetDate {
  const day = dayOf(dayNumber('1899-12-30' as Day) + Math.floor(serial))
  const minutes = Math.round((serial % 1) * 1440) % 1440
  const time = serial % 1 === 0 ? null : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return inYears(day) ? { kind: 'day', day, time, offset: null, order: null } : { kind: 'impossible' }
}

const TIME =
  /^(.*?\S)(?:,? (?:at )?|T)(\d{1,2}):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d))?$/i

/** The time behind a date; undefined for one that there is not. */
function timeApart(text: string): { readonly date: string; readonly time: string | null | undefined; readonly offset: string | null } {
  const found = TIME.exec(text)
  if (!found) return { date: text, time: null, offset: null }
  const [, date = '', hours = '', minutes = '', half, said = ''] = found
  const offset = /^[+-]/.test(said) ? `${said.slice(0, 3)}:${said.slice(-2)}` : said === '' ? null : 'Z'
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const fits = Number(minutes) < 60 && hour < 24 && (half === undefined || (Number(hours) > 0 && Number(hours) <= 12))
  return { date, time: fits ? `${two(hour)}:${minutes}` : undefined, offset }
}

function written(date: string): SheetDate | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(date) ?? []
  return year === undefined ? null : dated([year, month, day].map(Number))
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Those that begin otherwise in German, French and Spanish. */
const otherMonths: Readonly<Record<string, number>> = {
  ene: 1,
  fev: 2,
  mrz: 3,
  avr: 4,
  abr: 4,
  mai: 5,
  juin: 6,
  juil: 7,
  aou: 8,
  ago: 8,
  okt: 10,
  dez: 12,
  dic: 12,
}
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i

function named(text: string): SheetDate | null {
  const date = text.replace(WEEKDAY, '').replace(/ de(?= )/gi, '')
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th|er)?\.?[ -](\p{L}{3,9})\.?,?[ -]'?(\d{4}|\d\d)$/u.exec(date) ?? []
  if (day !== undefined) return dated([fullYear(year), monthOf(month), Number(day)])
  const [, first, second, last] = /^(\p{L}{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -]'?(\d{4}|\d\d)$/u.exec(date) ?? []
  return first === undefined ? null : dated([fullYear(last), monthOf(first), Number(second)])
}

function monthOf(word = ''): number {
  const folded = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  return otherMonths[folded.slice(0, 4)] ?? otherMonths[folded.slice(0, 3)] ?? months.indexOf(folded.slice(0, 3)) + 1
}

function fullYear(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function figures(date: string, order: DateOrder | null): SheetDate | null {
  const [, one, mark, two, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(date.replace(WEEKDAY, '')) ?? []
  if (one === undefined) return null
  const [dmy, mdy] = [dated([fullYear(year), Number(two), Number(one)]), dated([fullYear(year), Number(one), Number(two)])]
  if (mark === '.' || order === 'dmy') return dmy
  if (order === 'mdy') return mdy
  if (dmy.kind !== 'day' || mdy.kind !== 'day') {
    if (dmy.kind === 'day') return { ...dmy, order: 'dmy' }
    return mdy.kind === 'day' ? { ...mdy, order: 'mdy' } : mdy
  }
  return dmy.day === mdy.day ? dmy : { kind: 'either', dmy: dmy.day, mdy: mdy.day }
}

function dated([year = 0, month = 0, date = 0]: readonly number[]): SheetDate {
  if (month < 1 || month > 12 || date > daysInMonth(year, month)) return month === 0 ? { kind: 'words' } : { kind: 'impossible' }
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  return isDay(day) && inYears(day) ? { kind: 'day', day, time: null, offset: null, order: null } : { kind: 'impossible' }
}

function inYears(day: Day): boolean {
  return Number(day.slice(0, 4)) >= years.first && Number(day.slice(0, 4)) <= years.last
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
