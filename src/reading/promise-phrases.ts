import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { civil, dayNumber } from '../model/day-number.js'
import { MONTH, monthNamed, numberNamed, WEEKDAY, weekdayNamed } from './day-words.js'
import { addBusinessDays, addDays } from '../rules/days.js'
import { addMonths, exactDate, monthAfter } from './exact-date.js'
import { BREAK, EXACT, PART, QUANTITY } from './promise-patterns.js'
import { readDay } from './day.js'
import { dayAfterBreak, dayBeforeBreak, endOfWeek, lastOfMonth, startOfWeek, weekdayInWeek, weekMeant } from './weeks.js'

/** What a promise is read against: the day they said it, in their zone, and their calendar. */
export interface PromiseContext {
  readonly said: Day
  readonly calendar: Calendar
}

/** A way to name a day in passing. */
export interface Phrase {
  /** Global; matches the words anywhere in a text. */
  readonly pattern: RegExp
  /** 'weak' where the words count only when nothing else names a day. */
  readonly kind: 'firm' | 'weak'
  /** The day, from the match and its groups ('' for one that is absent). */
  readonly read: Reading
}

/** The phrases; one whose words are part of another comes after it. */
export function promisePhrases(): readonly Phrase[] {
  return (phrases ??= [...exactPhrases(), ...spanPhrases(), ...weekPhrases(), ...monthPhrases(), ...breakPhrases()])
}

type Reading = (match: string, groups: readonly string[], context: PromiseContext) => Day

let phrases: readonly Phrase[] | undefined

function exactPhrases(): readonly Phrase[] {
  return [
    phrase('firm', `(${WEEKDAY}),? (?:of |in |the )*(next|this) week`, (_, [weekday = '', which = ''], context) =>
      inWeek(weekday, which, context),
    ),
    phrase('firm', `(next|this) week,? (?:on |by )?(${WEEKDAY})`, (_, [which = '', weekday = ''], context) =>
      inWeek(weekday, which, context),
    ),
    phrase('firm', `week (?:of|commencing|beginning|starting) (?:on )?(?:the )?(${EXACT})`, (_, [day = ''], { said, calendar }) =>
      endOfWeek(readDay(day, { today: said, calendar, toward: 'future' }), calendar),
    ),
    phrase('firm', EXACT, (match, _, { said, calendar }) => readDay(match, { today: said, calendar, toward: 'future' })),
    phrase('weak', TODAY, (_match, _groups, { said }) => said),
  ]
}

const TODAY =
  'today|tonight|this (?:morning|afternoon|evening)|eod|cob|close of (?:business|play)|end of (?:the )?(?:business |working )?day'

function spanPhrases(): readonly Phrase[] {
  const quantities = `(${QUANTITY})(?: ?(?:or|to|-) ?(${QUANTITY}))?`
  return [
    phrase('firm', `${quantities} ?(?:(business|working) )?(hour|day|week|month|fortnight)s?(?: or (${QUANTITY}|so))?`, duration),
    phrase('firm', 'fortnight', (_match, _groups, { said, calendar }) => addBusinessDays(said, 10, calendar)),
    phrase('firm', '(?:next|coming|following) (day|week|month)s', (match, [unit = ''], context) =>
      duration(match, ['few', '', '', unit], context),
    ),
  ]
}

function weekPhrases(): readonly Phrase[] {
  return [
    phrase('firm', 'week after next', (_match, _groups, { said, calendar }) => endOfWeek(addDays(said, 14), calendar)),
    phrase('firm', `(?:(${PART})[ -](?:in )?)?(this|next|the following|the coming|the) week`, partOfWeek),
    phrase('firm', "eow|end of week|(?:the )?week's end|(?:by|before) the weekend", (match, _, context) =>
      partOfWeek(match, ['', 'this'], context),
    ),
    phrase('firm', '(?:over|after) the weekend', (_match, _groups, { said, calendar }) => addDays(startOfWeek(said, calendar), 7)),
  ]
}

function monthPhrases(): readonly Phrase[] {
  return [
    phrase('firm', `(${PART})(?: in |[ -])(?:the )?(${MONTH}|this month|next month|month)`, (_, [part = '', month = ''], context) =>
      inMonth(part, month, context),
    ),
    phrase('firm', `(in|by|before|until|till?|during) (${MONTH})`, (_, [preposition = '', month = ''], context) =>
      inMonth(preposition, month, context),
    ),
    phrase('firm', "(this|next) month|eom|month(?:'s|s)?[ -]end", (_, [which = ''], context) => inMonth('end', `${which} month`, context)),
    phrase('firm', "(?:end of (?:the |this )?|this )(year|quarter)|year(?:'s|s)?[ -]end", (_, [unit], { said, calendar }) => {
      const left = 12 - civil(dayNumber(said)).month
      return lastOfMonth(said, unit === 'quarter' ? left % 3 : left, calendar)
    }),
  ]
}

function breakPhrases(): readonly Phrase[] {
  return [
    phrase('firm', `(?:by|before) (?:the )?(?:${BREAK})`, (_match, _groups, { said, calendar }) => dayBeforeBreak(said, calendar)),
    phrase(
      'firm',
      `(?:after|following) (?:the )?(?:${BREAK})|(?:in|early in|early) (?:the )?new year`,
      (_match, _groups, { said, calendar }) => dayAfterBreak(said, calendar),
    ),
  ]
}

function phrase(kind: Phrase['kind'], source: string, read: Reading): Phrase {
  return { pattern: new RegExp(`(?<![\\w+/.])(?:${source})(?![\\w/])`, 'g'), kind, read }
}

function inWeek(weekday: string, which: string, { said, calendar }: PromiseContext): Day {
  return weekdayInWeek(weekMeant(which, said, calendar), weekdayNamed(weekday) ?? 0, calendar)
}

/** Business days, except that seven or more plain days, in figures, are calendar days: nobody says '30 days' and means six weeks. */
function duration(
  match: string,
  [first = '', second = '', working = '', unit = '', more = '']: readonly string[],
  { said, calendar }: PromiseContext,
): Day {
  const few = unit === 'day' ? 4 : 3
  const count = Math.max(amount(first, few), amount(second, few), amount(more, few))
  if (unit === 'month') return addMonths(said, count)
  if (unit === 'week') return addBusinessDays(said, count * 5, calendar)
  if (unit === 'fortnight') return addBusinessDays(said, count * 10, calendar)
  if (unit === 'hour') return addBusinessDays(said, Math.ceil(count / 24), calendar)
  return count >= 7 && working === '' && /\d/.test(match) ? addDays(said, count) : addBusinessDays(said, count, calendar)
}

function amount(words: string, few: number): number {
  if (words.includes('couple')) return 2
  if (words.includes('few') || words === 'several') return few
  return numberNamed(words) ?? 0
}

/** Early is the second working day, mid the third, anything else the last; a part that is over means the end of that week. */
function partOfWeek(_match: string, [part = '', which = '']: readonly string[], { said, calendar }: PromiseContext): Day {
  const week = weekMeant(which, said, calendar)
  const end = endOfWeek(week, calendar)
  const day = EARLY.test(part) ? addDays(startOfWeek(week, calendar), 1) : MID.test(part) ? addDays(startOfWeek(week, calendar), 2) : end
  return day < said ? end : day
}

/** Early is the 7th, mid the 15th, 'by June' and 'until June' the 1st, anything else the last business day; a part that is over means the next such month. */
function inMonth(part: string, month: string, { said, calendar }: PromiseContext): Day {
  const named = monthNamed(month)
  const partIn = (count: number): Day => {
    const date = EARLY.test(part) ? 7 : MID.test(part) ? 15 : dayOne.has(part) ? 1 : 0
    const { year, month: at } = monthAfter(said, count)
    return date === 0 ? lastOfMonth(said, count, calendar) : exactDate(year, at, date)
  }
  const start = named === null ? (month.startsWith('next') ? 1 : 0) : (named - civil(dayNumber(said)).month + 12) % 12
  const day = partIn(start)
  return day < said ? partIn(named === null ? start + 1 : start + 12) : day
}

const dayOne: ReadonlySet<string> = new Set(['by', 'before', 'until', 'till', 'til'])
const EARLY = /^(?:early|beginning|start|first)/
const MID = /^(?:mid|halfway)/
