import type { Day } from '../model/day.js'
import { monthName, weekdayName } from '../rules/days.js'

/** A person's words made plain: lower case, one kind of apostrophe and dash, single spaces, no stop at the end. */
export function plainWords(text: string): string {
  return text
    .slice(0, 500)
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/["\u201c\u201d]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s.,;:!?]+$/g, '')
}

/** 0 = Sunday to 6 for 'fri', 'friday', 'thurs'; null for anything else. */
export function weekdayNamed(word: string): number | null {
  const at = Array.from({ length: 7 }, (_, i) => weekdayName(i).toLowerCase()).findIndex((name) => isShortOf(word, name, SHORT_WEEKDAYS))
  return at < 0 ? null : at
}

/** 1 to 12 for 'nov', 'november', 'sept'; null for anything else. */
export function monthNamed(word: string): number | null {
  const at = Array.from({ length: 12 }, (_, i) => monthName(i + 1).toLowerCase()).findIndex((name) => isShortOf(word, name, SHORT_MONTHS))
  return at < 0 ? null : at + 1
}

/** 1 to 60 for 'a', 'two', 'twelve', '14'; null for anything else. */
export function numberNamed(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  return NUMBERS.get(word) ?? null
}

/** Source of a regular expression for the words above, without groups of its own. */
export const WEEKDAY = 'sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?'
export const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
export const NUMBER = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|\\d{1,2}'

/** The shortest unambiguous way to write a day that every reader here takes: '9 mar 2027'. */
export function writtenDay(day: Day): string {
  return `${String(Number(day.slice(8)))} ${monthName(Number(day.slice(5, 7)))
    .slice(0, 3)
    .toLowerCase()} ${day.slice(0, 4)}`
}

const SHORT_WEEKDAYS = new Set(['tues', 'weds', 'thur', 'thurs'])
const SHORT_MONTHS = new Set(['sept'])

const NUMBERS = new Map([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, i) => [word, i + 1] as const,
  ),
  ...([
    ['a', 1],
    ['an', 1],
    ['fourteen', 14],
    ['fifteen', 15],
    ['twenty', 20],
  ] as const),
])

function isShortOf(word: string, name: string, more: ReadonlySet<string>): boolean {
  return (
    word === name || word === name.slice(0, 3) || (more.has(word) && (name.startsWith(word) || (word === 'weds' && name === 'wednesday')))
  )
}
