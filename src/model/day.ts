/** A calendar day, 'YYYY-MM-DD', without a zone: whose day it is, the holder knows. */
export type Day = string & { readonly __brand: 'Day' }

/** A wall-clock moment in some zone, 'YYYY-MM-DDTHH:MM'. */
export type LocalTime = string & { readonly __brand: 'LocalTime' }

/** A point in time in UTC, 'YYYY-MM-DDTHH:MM:SSZ', with milliseconds allowed. */
export type Instant = string & { readonly __brand: 'Instant' }

/** When a fact happened: a day, perhaps a wall time on it, and the zone in which both are meant. */
export interface Moment {
  readonly day: Day
  /** 'HH:MM', or null when only the day is known. */
  readonly time: string | null
  /** IANA name. */
  readonly zone: string
  /** Minutes east of UTC at that moment; for a whole day, at its noon. */
  readonly offset: number
}

/** The years that a person, a calendar or a clock may mean; another is a slip. */
export const years = { first: 1970, last: 2199 } as const

/** Whether the text is a day that exists, from 0001-01-01 to 9999-12-31. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const date = Number(text.slice(8))
  return year > 0 && date > 0 && date <= daysInMonth(year, Number(text.slice(5, 7)))
}

/** The text as a day; throws an Error when it is not one (a mistake in the program, never a person's). */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${JSON.stringify(text)}`)
  return text
}

/** Whether the text is 'YYYY-MM-DDTHH:MM' with a day that exists and a time from 00:00 to 23:59. */
export function isLocalTime(text: string): text is LocalTime {
  return text[10] === 'T' && isDay(text.slice(0, 10)) && isTime(text.slice(11))
}

/** Whether the text is 'HH:MM' from 00:00 to 23:59. */
function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Whether the text is a UTC instant with seconds. */
export function isInstant(text: string): text is Instant {
  return /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/.test(text) && isDay(text.slice(0, 10))
}

/** How many days a month (1-12) has; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return MONTH_LENGTHS[month] ?? 0
}

/** The moment as text: '2026-03-05T09:00:00-06:00', or '2026-03-05' for a whole day. */
export function momentText(moment: Moment): string {
  if (moment.time === null) return moment.day
  return `${moment.day}T${moment.time}:00${offsetText(moment.offset)}`
}

/**
 * The inverse of momentText; the zone, and for a whole day the offset at its noon, are not in the text and are given.
 * Throws an Error on any other text.
 */
export function parseMoment(text: string, zone: string, noonOffset = 0): Moment {
  if (isDay(text)) return { day: text, time: null, zone, offset: noonOffset }
  const found = MOMENT.exec(text)
  const date = found?.[1] ?? ''
  const time = found?.[2] ?? ''
  if (!isDay(date) || !isTime(time)) throw new Error(`not a moment: ${JSON.stringify(text)}`)
  const east = Number(found?.[4] ?? 0) * 60 + Number(found?.[5] ?? 0)
  return { day: date, time, zone, offset: found?.[3] === '-' ? -east : east }
}

/** Minutes since 1970-01-01T00:00Z; a whole day counts from its start at its own offset. */
export function epochMinutes(moment: Moment): number {
  const { day, time, offset } = moment
  const midnight =
    Date.UTC(digits(day, 0) * 100 + digits(day, 2) + LATER_YEARS, digits(day, 5) - 1, digits(day, 8)) / 60_000 - LATER_MINUTES
  return midnight + (time === null ? 0 : digits(time, 0) * 60 + digits(time, 3)) - offset
}

// Date.UTC takes the years 0 to 99 for those of the 20th century; after 400 years the calendar is the same again.
const LATER_YEARS = 400
const LATER_MINUTES = 146_097 * 1440

/** The number of two digits that begins at a place of a text. */
function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

const MONTH_LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d))$/

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function offsetText(offset: number): string {
  const size = Math.abs(offset)
  const part = (value: number): string => String(value).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`
}
