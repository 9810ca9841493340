import type { Calendar } from '../../model/calendar.js'
import { epochMinutes, isDay, momentText } from '../../model/day.js'
import type { Day, Moment } from '../../model/day.js'
import type { StoredMoment } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { isProblem, Problem } from '../../problem.js'
import { daysBetween, shortDay, shortDayYear } from '../../rules/days.js'
import { readDay } from '../../reading/day.js'
import { readMoment } from '../../reading/moment.js'
import { readPromise } from '../../reading/promise.js'
import { onClockOf } from '../../rules/timeline.js'
import type { Clock, Needs } from '../../world.js'

/** What days are read with. */
export type Almanac = Needs<'clock' | 'catalog' | 'settings'>

/** Something read, and how it was understood where the words left that open ('Fri 26 Mar'). */
export interface Understood<T> {
  readonly value: T
  readonly lines: readonly string[]
}

/** When something happened, on my clock: now without words. Throws Problem('usage') for what is still to come. */
export function pastMoment(world: Almanac, text: string | undefined): Understood<Moment> {
  if (text === undefined) return { value: world.clock.moment, lines: [] }
  const read = anyMoment(world, text, 'past')
  if (!isAhead(read.value, world.clock)) return read
  throw new Problem('usage', `${momentWords(read.value, world.clock.today)} is still to come.`, {
    hint: 'Only an interview may lie ahead: followup log COMPANY --at WHEN.',
    code: 'future',
  })
}

/** A moment on my clock, weekdays looking ahead or back. */
export function anyMoment(world: Almanac, text: string, toward: 'future' | 'past'): Understood<Moment> {
  const { clock } = world
  const { day, time, zone } = clock.moment
  const now = { day, time: time ?? '00:00', zone, epochMs: clock.epochMs }
  const moment = readMoment(text, { now, calendar: myCalendar(world), toward, zone: clock.zone })
  return { value: moment, lines: isPlain(text) ? [] : unlessSaid(text, momentWords(moment, clock.today)) }
}

/** A moment on my clock, looking ahead; but a date without a year is the nearer one. Throws Problem('usage') for what is no moment. */
export function nearMoment(world: Almanac, text: string): Understood<Moment> {
  const past = yearless.test(text) ? tried(() => anyMoment(world, text, 'past')) : null
  if (past === null) return anyMoment(world, text, 'future')
  const future = tried(() => anyMoment(world, text, 'future'))
  const away = ({ value }: Understood<Moment>): number => Math.abs(daysBetween(world.clock.today, value.day))
  return future && away(future) <= away(past) ? future : past
}

/** The same for an interview that may be told of: where a weekday alone was taken for the next one, it says how to mean the last. */
export function nextMeant(world: Almanac, text: string): Understood<Moment> {
  const read = nearMoment(world, text)
  const { clock } = world
  if (!isAhead(read.value, clock) || !weekdayAlone.test(text)) return read
  const last = tried(() => anyMoment(world, text, 'past'))?.value
  if (!last || isAhead(last, clock) || last.day === read.value.day) return read
  const [past, next] = [last, read.value].map((one) => momentWords(one, clock.today)) as [string, string]
  return {
    ...read,
    lines: [`${next}, booked; if it was last ${past}: followup undo, then --at ${last.day}${last.time === null ? '' : `T${last.time}`}`],
  }
}

/** A moment looking back, for an interview that is told of; where a weekday alone was taken for the last one, it says how to mean the next. */
export function lastMeant(world: Almanac, text: string): Understood<Moment> {
  const read = anyMoment(world, text, 'past')
  const { clock } = world
  if (isAhead(read.value, clock) || read.value.day === clock.today || !weekdayAlone.test(text)) return read
  const next = tried(() => anyMoment(world, text, 'future'))?.value
  if (!next || !isAhead(next, clock)) return read
  const written = `${next.day}${next.time === null ? '' : `T${next.time}`}`
  return { ...read, lines: [`${momentWords(read.value, clock.today)}, for it has a look back; the one to come: --at ${written}`] }
}

const weekdayAlone = /^\s*(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b(?!.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i

// A date with the name of its month ('25 feb') or in figures ('25.2.', '2/25'), and no year.
const yearless =
  /^(?!.*\d{4})(?:(?=.*\d).*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\s*\d{1,2}(?:\.\s?\d{1,2}\.?|\/\d{1,2})(?![\d./]))/i

/** What was read, or null where the words are none; any other mistake is thrown on. */
export function tried<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

/** A day to come as people write it, vague words too ('end of next week'): of those the day is taken that is taken of a promise. Throws Problem('usage') for what is no day. */
export function dayAhead(text: string, from: { readonly today: Day; readonly calendar: Calendar }): Day {
  const read = vague.test(text) ? tried(() => readPromise(text, { said: from.today, calendar: from.calendar })) : null
  return read?.kind === 'day' ? read.day : readDay(text, { ...from, toward: 'future' })
}
const vague = /\b(?:next (?:week|month)|mid|middle|early|late|start|beginning|end|few|couple|fortnight|holidays)\b/i

/** A day of mine, looking ahead. Throws Problem('usage') for what is no day. */
export function myDay(world: Almanac, text: string): Understood<Day> {
  const day = dayAhead(text, { today: world.clock.today, calendar: myCalendar(world) })
  return { value: day, lines: understoodDay(text, day, world.clock.today) }
}

/** A day of theirs, looking ahead from when it was said. Throws Problem('usage') for what is no day. */
export function theirDay(world: Almanac, text: string, said: Said): Understood<Day> {
  const day = dayAhead(text, { today: dayThere(said), calendar: calendarOf(world, said.row) })
  return { value: day, lines: understoodDay(text, day, world.clock.today) }
}

/** When and where something was said: the opportunity gives zone and country. */
export interface Said {
  readonly at: Moment
  readonly row: { readonly outlook: Pick<OpportunityRow['outlook'], 'zone' | 'country'> }
}

/** The day they named, and their words; `day` is null when the words name none ('soon'). Throws Problem('usage') for a day before the one on which it was said. */
export function namedDay(world: Almanac, text: string, said: Said): Understood<{ readonly day: Day | null; readonly words: string }> {
  const read = readPromise(text, { said: dayThere(said), calendar: calendarOf(world, said.row) })
  const { today } = world.clock
  if (read.kind === 'none') return { value: { day: null, words: read.words }, lines: ['no day in that; usual patience'] }
  if (read.day < dayThere(said)) {
    throw new Problem('usage', `${dayWords(read.day, today)} lies before the day on which they said it.`, {
      hint: 'Write the day they named, as in fri or "26 mar", and with --at when they said it.',
      code: 'bad-day',
    })
  }
  return { value: { day: read.day, words: read.words }, lines: understoodDay(text, read.day, today) }
}

/** Whether a moment is still to come; a day without a time is when it is not today or earlier. */
export function isAhead(moment: Moment, clock: Pick<Clock, 'today' | 'epochMs'>): boolean {
  return moment.time === null ? moment.day > clock.today : epochMinutes(moment) > Math.floor(clock.epochMs / 60_000)
}

/** A moment as it lies in a fact's data. */
export function stored(moment: Moment): StoredMoment {
  return { text: momentText(moment), zone: moment.zone }
}

/** 'Fri 12 Mar 9:41', or the day alone; with the year when it is not that of `today`. */
export function momentWords(moment: Moment, today: Day): string {
  return moment.time === null ? dayWords(moment.day, today) : `${dayWords(moment.day, today)} ${moment.time.replace(/^0/, '')}`
}

/** A moment as my clock shows it ('Fri 12 Mar 9:41'), wherever it was recorded; a whole day stays that day. */
export function whenHere(moment: Moment, { zone, today }: Pick<Clock, 'zone' | 'today'>): string {
  return momentWords({ ...moment, ...onClockOf(zone, moment) }, today)
}

/** A moment of mine with theirs beside it where their clock shows another: 'Fri 12 Mar 15:00 on your clock, 14:00 in Chicago'. */
export function bothClocks(moment: Moment, { zone, today }: { readonly zone: string; readonly today: Day }): string {
  const words = momentWords(moment, today)
  const there = onClockOf(zone, moment)
  if (moment.time === null || (there.day === moment.day && there.time === moment.time)) return words
  const time = momentWords({ ...moment, ...there }, today)
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return `${words} on your clock, ${there.day === moment.day ? time.slice(time.lastIndexOf(' ') + 1) : time} in ${city}`
}

/** 'Fri 12 Mar', with the year when it is not that of `today`. */
export function dayWords(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : shortDayYear(day)
}

/** The calendar of my own working days. */
export function myCalendar({ settings, catalog, clock }: Almanac): Calendar {
  return catalog.calendar(settings.country === 'auto' ? catalog.countryOf(clock.zone) : settings.country)
}

function calendarOf({ catalog }: Almanac, row: Said['row']): Calendar {
  return catalog.calendar(row.outlook.country)
}

function dayThere({ at, row }: Said): Day {
  return onClockOf(row.outlook.zone, at).day
}

function understoodDay(text: string, day: Day, today: Day): readonly string[] {
  if (isDay(text.trim())) return []
  // A date without a year that has just passed is taken for the next one: likelier the month was a slip.
  const isFar = yearless.test(text) && daysBetween(today, day) > mostMeant
  return [...unlessSaid(text, dayWords(day, today)), ...(isFar ? ['most of a year ahead; if another month was meant: followup undo'] : [])]
}

const mostMeant = 240

function unlessSaid(text: string, words: string): readonly string[] {
  return text.trim().toLowerCase() === words.toLowerCase() ? [] : [words]
}

function isPlain(text: string): boolean {
  return /^\s*\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d)?)?\s*$/.test(text)
}
