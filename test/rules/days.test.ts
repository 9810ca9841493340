import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { addBusinessDays } from 'date-fns/addBusinessDays'
import fc from 'fast-check'
import type { Calendar, QuietWindow } from '../../src/model/calendar.js'
import { day, daysInMonth, epochMinutes, isDay, isInstant, isLocalTime, momentText, parseMoment } from '../../src/model/day.js'
import type { Day } from '../../src/model/day.js'
import { civil, civilNumber, dayNumber, dayOf } from '../../src/model/day-number.js'
import * as days from '../../src/rules/days.js'
import { tries } from '../support/tries.js'

const YEAR_END: QuietWindow = { from: '12-24', to: '01-01', name: 'the turn of the year' }

const none: Calendar = { country: 'none', weekend: [0, 6], shortDays: [], holidays: new Map(), quiet: [], years: [2025, 2032] }
const us = baked('US')
const gb = baked('GB')
const saudi: Calendar = { ...baked('SA'), weekend: [5, 6] }
const odd: Calendar = {
  country: 'odd',
  weekend: [5],
  shortDays: [],
  holidays: new Map([
    [day('2026-02-26'), 'a'],
    [day('2026-03-05'), 'b'],
    [day('2027-12-31'), 'c'],
    [day('2024-12-31'), 'outside'],
  ]),
  quiet: [YEAR_END, { from: '02-27', to: '02-29', name: 'three or two days' }, { from: '08-01', to: '08-21', name: 'summer' }],
  years: [2026, 2027],
}
const calendars = [none, us, gb, saudi, odd]

function baked(country: string): Calendar {
  const text = readFileSync(new URL(`../../data/holidays/${country}.json`, import.meta.url), 'utf8')
  const { days: listed } = JSON.parse(text) as { days: Record<Day, string> }
  return {
    country,
    weekend: [0, 6],
    shortDays: [],
    holidays: new Map(Object.entries(listed) as [Day, string][]),
    quiet: [YEAR_END],
    years: [2025, 2032],
  }
}

/** The rule for days without work, read literally and day by day, on the platform's own UTC dates. */
const oracle = {
  next: (text: string, by = 1): string => new Date(Date.parse(`${text}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10),
  business(text: string, calendar: Calendar): boolean {
    const md = text.slice(5)
    const quiet = calendar.quiet.some(({ from, to }) => (from <= to ? md >= from && md <= to : md >= from || md <= to))
    return !quiet && !calendar.weekend.includes(new Date(`${text}T00:00:00Z`).getUTCDay()) && !calendar.holidays.has(text as Day)
  },
  step(text: string, count: number, calendar: Calendar): string {
    let at = text
    for (let left = Math.abs(count); left > 0;) {
      at = oracle.next(at, Math.sign(count))
      if (oracle.business(at, calendar)) left -= 1
    }
    return at
  },
  roll: (text: string, calendar: Calendar): string => (oracle.business(text, calendar) ? text : oracle.step(text, 1, calendar)),
}

const anyDay = fc.integer({ min: civilNumber(2023, 6, 1), max: civilNumber(2034, 6, 1) }).map(dayOf)
const anyCalendar = fc.constantFrom(...calendars)
const RUNS = tries(1500)

describe('business days', () => {
  it.each([
    ['none', none, '2026-03-05', 5, '2026-03-12'],
    ['a Saturday keeps its date, Monday is day 1', none, '2026-03-07', 5, '2026-03-13'],
    ['Thanksgiving and the Friday after it do not count', us, '2026-11-19', 5, '2026-11-30'],
    ['the turn of the year does not count', us, '2026-12-17', 5, '2027-01-04'],
    ['Good Friday and Easter Monday', gb, '2026-03-30', 5, '2026-04-08'],
    ['Independence Day on a Saturday is observed on Friday', us, '2026-06-29', 5, '2026-07-07'],
    ['Memorial Day and Juneteenth', us, '2026-04-01', 60, '2026-06-26'],
    ['zero rolls forward', none, '2026-03-07', 0, '2026-03-09'],
    ['zero stays on a business day', none, '2026-03-06', 0, '2026-03-06'],
    ['beyond the listed years weekends and quiet windows hold', us, '2032-12-23', 3, '2033-01-05'],
  ] as const)('%s', (_name, calendar, from, count, expected) => {
    expect(days.addBusinessDays(day(from), count, calendar)).toBe(expected)
  })

  it('leaves the first business day after the turn of the year alone', () => {
    expect(days.isLeftAlone(day('2027-01-04'), us)).toBe(true)
    expect(days.isLeftAlone(day('2027-01-05'), us)).toBe(false)
    expect(days.isLeftAlone(day('2033-01-03'), us)).toBe(true)
    expect(days.actDay(day('2027-01-04'), us)).toBe('2027-01-05')
    expect(days.actDay(day('2026-12-24'), us)).toBe('2027-01-05')
    expect(days.actDay(day('2026-11-26'), us)).toBe('2026-11-30')
    expect(days.actDay(day('2027-01-04'), none)).toBe('2027-01-04')
  })

  it('leaves nothing alone after a window of three days', () => {
    expect(days.isLeftAlone(day('2028-03-01'), odd)).toBe(false)
    expect(days.isLeftAlone(day('2026-03-01'), odd)).toBe(false)
    expect(days.isLeftAlone(day('2026-08-22'), odd)).toBe(true)
  })

  it('add and roll agree with counting day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyCalendar, (from, count, calendar) => {
        const expected = count === 0 ? oracle.roll(from, calendar) : oracle.step(from, count, calendar)
        expect(days.addBusinessDays(from, count, calendar)).toBe(expected)
        expect(days.rollForward(from, calendar)).toBe(oracle.roll(from, calendar))
        expect(days.isBusinessDay(from, calendar)).toBe(oracle.business(from, calendar))
      }),
      RUNS,
    )
  })

  it('subtract and between agree with counting day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyCalendar, (from, count, calendar) => {
        expect(days.subtractBusinessDays(from, count, calendar)).toBe(oracle.step(from, -count, calendar))
        const to = days.addDays(from, count)
        const listed = days.businessDaysListed(from, to, calendar)
        const counted = Array.from({ length: count }, (_, i) => oracle.next(from, i + 1)).filter((text) => oracle.business(text, calendar))
        expect(listed).toEqual(counted)
        expect(days.businessDaysBetween(from, to, calendar)).toBe(counted.length)
        expect(days.businessDaysBetween(to, from, calendar)).toBe(0)
      }),
      RUNS,
    )
  })

  it('between undoes add, subtract inverts add, and add keeps the order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 120 }), anyCalendar, (one, other, count, calendar) => {
        const there = days.addBusinessDays(one, count, calendar)
        expect(days.isBusinessDay(there, calendar)).toBe(true)
        expect(days.businessDaysBetween(one, there, calendar)).toBe(count)
        const start = days.rollForward(one, calendar)
        expect(days.subtractBusinessDays(days.addBusinessDays(start, count, calendar), count, calendar)).toBe(start)
        const [early, late] = one <= other ? [one, other] : [other, one]
        expect(days.addBusinessDays(early, count, calendar) <= days.addBusinessDays(late, count, calendar)).toBe(true)
        expect(days.addBusinessDays(one, count + 1, calendar) > there).toBe(true)
      }),
      RUNS,
    )
  })

  it('an act day is a business day that is not left alone, never before the due day, at most one business day after the roll', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (due, calendar) => {
        const act = days.actDay(due, calendar)
        const rolled = oracle.roll(due, calendar)
        expect(days.isBusinessDay(act, calendar) && !days.isLeftAlone(act, calendar)).toBe(true)
        expect([rolled, oracle.step(rolled, 1, calendar)]).toContain(act)
      }),
      RUNS,
    )
  })

  it('a calendar without a working day is a mistake, not an endless loop', () => {
    expect(() => days.rollForward(day('2040-01-01'), { ...none, weekend: [0, 1, 2, 3, 4, 5, 6] })).toThrow('no working days')
  })
})

describe('calendar arithmetic', () => {
  it('agrees with the platform over two thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: civilNumber(1000, 1, 1), max: civilNumber(3000, 12, 31) }), (number) => {
        const expected = new Date(number * 86_400_000)
        const text = dayOf(number)
        expect(text).toBe(expected.toISOString().slice(0, 10))
        expect(dayNumber(text)).toBe(number)
        expect(days.weekdayOf(text)).toBe(expected.getUTCDay())
        expect(civil(number)).toEqual({ year: expected.getUTCFullYear(), month: expected.getUTCMonth() + 1, date: expected.getUTCDate() })
        expect(days.longDay(text).toLowerCase()).toContain(days.shortDay(text).slice(0, 3).toLowerCase())
      }),
      RUNS,
    )
  })

  it('writes days for people', () => {
    expect(days.shortDay(day('2027-03-09'))).toBe('Tue 9 Mar')
    expect(days.shortDayYear(day('2027-03-09'))).toBe('Tue 9 Mar 2027')
    expect(days.longDay(day('2027-03-09'))).toBe('Tuesday 9 March 2027')
    expect(days.daysBetween(day('2026-02-28'), day('2026-03-01'))).toBe(1)
    expect(days.addDays(day('2028-03-01'), -1)).toBe('2028-02-29')
  })
})

describe('the texts of days and moments', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-04-31', 'x', '2026-01-01T'])(
    '%s is not a day',
    (text) => {
      expect(isDay(text)).toBe(false)
      expect(() => day(text)).toThrow('not a day')
    },
  )

  it('knows month lengths, local times and instants', () => {
    expect([daysInMonth(2028, 2), daysInMonth(1900, 2), daysInMonth(2026, 4), daysInMonth(2026, 13)]).toEqual([29, 28, 30, 0])
    expect(isLocalTime('2026-03-05T09:00')).toBe(true)
    expect(isLocalTime('2026-03-05T24:00')).toBe(false)
    expect(isInstant('2026-03-05T09:00:00Z')).toBe(true)
    expect(isInstant('2026-03-05T09:00:00.123Z')).toBe(true)
    expect(isInstant('2026-03-05T09:00Z')).toBe(false)
  })

  it('a moment is written and read back', () => {
    const nine = parseMoment('2026-03-05T09:00:00-06:00', 'America/Chicago')
    expect(nine).toEqual({ day: '2026-03-05', time: '09:00', zone: 'America/Chicago', offset: -360 })
    expect(momentText(nine)).toBe('2026-03-05T09:00:00-06:00')
    expect(epochMinutes(nine)).toBe(Date.parse('2026-03-05T15:00:00Z') / 60_000)
    const whole = parseMoment('2026-03-05', 'Asia/Kolkata', 330)
    expect(momentText(whole)).toBe('2026-03-05')
    expect(epochMinutes(whole)).toBe(Date.parse('2026-03-04T18:30:00Z') / 60_000)
    expect(() => parseMoment('2026-03-05T9:00', 'UTC')).toThrow('not a moment')
  })
})

describe('on weekdays alone', () => {
  it('counts forward as date-fns does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 24_000 }), fc.integer({ min: 1, max: 90 }), (start, count) => {
        const from = dayOf(start)
        const [year, month, date] = from.split('-').map(Number) as [number, number, number]
        const theirs = addBusinessDays(new Date(year, month - 1, date), count)
        const text = dayOf(civilNumber(theirs.getFullYear(), theirs.getMonth() + 1, theirs.getDate()))
        expect(days.addBusinessDays(from, count, none)).toBe(text)
      }),
      tries(1000),
    )
  })
})
