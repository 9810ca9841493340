import { daysInMonth } from '../model/day.js'
import type { Day } from '../model/day.js'
import { Problem } from '../problem.js'
import { writtenDay } from './day-words.js'
import { longDay, monthName, shortDayYear, weekdayName, weekdayOf } from '../rules/days.js'

/** The text is no day in any way that is known. */
export function unknownDay(text: string): Problem {
  if (text === '') return new Problem('usage', 'No day was given.', { hint: ACCEPTED, code: 'bad-day' })
  const [, day = '', number = ''] = DAY_AND_NUMBER.exec(text.trim()) ?? []
  const hint =
    number === '' ? ACCEPTED : `If ${number} is the hour, write "${day}${number}:00"; if it is the date, its month: "${number} nov".`
  return new Problem('usage', `"${shown(text)}" is not a day.`, { hint, code: 'bad-day' })
}

const DAY_AND_NUMBER =
  /^((?:(?:today|tomorrow|yesterday|(?:(?:next|last|this) )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}),? )?)(\d|1\d|2[0-3])$/i

/** The text is no promise in any way that is known. */
export function unknownPromise(text: string): Problem {
  if (text === '') return unknownDay(text)
  if (/^(?:yesterday|last\s.+|.+\sago)$/i.test(text.trim()))
    return bad(`"${shown(text)}" is over, and a promise is about a day to come.`, 'Write the day they named, as in fri or "12 nov".')
  return new Problem('usage', `"${shown(text)}" names no day.`, {
    hint: 'Write a day such as "12 nov", fri or +3bd, or their words: "end of next week", "in a few days", "mid-May", "soon".',
    code: 'bad-day',
  })
}

/** The text is no time of day. */
export function unknownTime(text: string): Problem {
  return new Problem('usage', `There is no time "${shown(text)}".`, {
    hint: 'Write 15:00 or 3pm, if need be after the day: "tue 15:00".',
    code: 'bad-time',
  })
}

/** An hour that may be in the night or after noon. */
export function halfUnsaid(hour: number): Problem {
  const [night, day] = [`${String(hour)}:00`, `${String(hour + 12)}:00`]
  return new Problem('usage', `"at ${String(hour)}" could be ${night} or ${day}.`, {
    hint: `Write ${day}, or ${night} if you mean the night.`,
    code: 'bad-time',
  })
}

/** A month without that date, or no such month. */
export function impossibleDate(year: number, month: number, date: number): Problem {
  const length = daysInMonth(year, month)
  if (length === 0)
    return bad(`There is no month ${String(month)}.`, 'Months run from 01 to 12: the year comes first, then the month, then the day.')
  if (date < 1)
    return bad(`There is no day ${String(date)} of ${monthName(month)}.`, `${monthName(month)} starts with ${iso(year, month, 1)}.`)
  return bad(
    `There is no ${String(date)} ${monthName(month)} ${String(year)}.`,
    `${monthName(month)} ${String(year)} ends with ${iso(year, month, length)}.`,
  )
}

/** A year that is a slip of the finger. */
export function outOfRange(year: number, first: number, last: number): Problem {
  return bad(`The year ${String(year)} is out of reach.`, `Give a year from ${String(first)} to ${String(last)}.`)
}

/** What a day is read against, for the words about it. */
export interface DayView {
  readonly today: Day
  readonly toward: 'future' | 'past'
}

/** A date of digits and slashes: its readings (one or two, day first) and how to write each without doubt. */
export function ambiguousDate(text: string, readings: readonly Day[], { today, toward }: DayView): Problem {
  const names = readings.map((day) => `${String(Number(day.slice(8)))} ${monthName(Number(day.slice(5, 7)))}`)
  const writings = readings.map((day) => `${day} or "${shortest(day, { today, toward })}"`)
  if (readings.length === 0)
    return bad(`"${shown(text)}" is not a date.`, 'Write the year first, as YYYY-MM-DD, or the month in letters: "12 nov".')
  const sentence =
    names.length === 2 ? `${text} could be ${names.join(' or ')}.` : `${text} is written in an order that differs between countries.`
  return bad(sentence, `Write ${writings.join(', ')}.`)
}

/** A date with the name of another weekday; `other` is the same date in the other direction, when that was left open. */
export function wrongWeekday(day: Day, named: number, other: Day | null): Problem {
  const fits = other !== null && weekdayOf(other) === named ? `; ${shortDayYear(other)} is ${other}` : ''
  const [weekday = '', ...date] = longDay(day).split(' ')
  return bad(`${date.join(' ')} is a ${weekday}, not a ${weekdayName(named)}.`, `Write ${day} if you mean that ${weekday}${fits}.`)
}

const ACCEPTED = 'Write today, tomorrow, fri, "next fri", "12 nov", YYYY-MM-DD, 3d, 2w, or +3bd for business days.'

function bad(message: string, hint: string): Problem {
  return new Problem('usage', message, { hint, code: 'bad-day' })
}

function iso(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

// Without the year where that reads as the same day: later this year, or looking back earlier in it.
function shortest(day: Day, { today, toward }: DayView): string {
  const words = writtenDay(day)
  const isHere = day.slice(0, 4) === today.slice(0, 4) && (toward === 'future' ? day >= today : day <= today)
  return isHere ? words.slice(0, -5) : words
}

// eslint-disable-next-line no-control-regex -- what a person pasted must not reach the terminal raw
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function shown(text: string): string {
  const plain = text.replace(CONTROL, ' ')
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}
