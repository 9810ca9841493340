import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Calendar } from '../../src/model/calendar.js'
import { day, momentText } from '../../src/model/day.js'
import type { Day } from '../../src/model/day.js'
import { isProblem } from '../../src/problem.js'
import { civilNumber, dayOf } from '../../src/model/day-number.js'
import { addDays, longDay, shortDay, shortDayYear } from '../../src/rules/days.js'
import { readDay } from '../../src/reading/day.js'
import { readMoment } from '../../src/reading/moment.js'
import { readPromise } from '../../src/reading/promise.js'
import { tries } from '../support/tries.js'

const quiet = [{ from: '12-24', to: '01-01', name: 'the turn of the year' }]
const us: Calendar = {
  country: 'US',
  weekend: [0, 6],
  shortDays: [],
  holidays: new Map([
    [day('2026-11-26'), 'Thanksgiving Day'],
    [day('2026-11-27'), 'Day after Thanksgiving'],
  ]),
  quiet,
  years: [2026, 2027],
}
const none: Calendar = { country: 'none', weekend: [0, 6], shortDays: [], holidays: new Map(), quiet: [], years: [2025, 2032] }
const saudi: Calendar = { ...none, country: 'SA', weekend: [5, 6] }

/** A Thursday. */
const today = day('2026-03-05')

function problemOf(act: () => unknown): { kind: string; message: string; hint: string | null } {
  try {
    act()
  } catch (error) {
    if (isProblem(error)) return { kind: error.kind, message: error.message, hint: error.hint }
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a day looking forward, on Thursday 5 March 2026', () => {
  it.each([
    ['2026-03-09', '2026-03-09'],
    ['2026/3/9', '2026-03-09'],
    [' 2024-02-29 ', '2024-02-29'],
    ['today', '2026-03-05'],
    ['Today', '2026-03-05'],
    ['tomorrow', '2026-03-06'],
    ['the day after tomorrow', '2026-03-07'],
    ['yesterday', '2026-03-04'],
    ['fri', '2026-03-06'],
    ['Friday.', '2026-03-06'],
    ['by friday', '2026-03-06'],
    ['thu', '2026-03-12'],
    ['thurs', '2026-03-12'],
    ['tues', '2026-03-10'],
    ['wednesday', '2026-03-11'],
    ['sun', '2026-03-08'],
    ['this thu', '2026-03-05'],
    ['this fri', '2026-03-06'],
    ['next fri', '2026-03-13'],
    ['next Thursday', '2026-03-12'],
    ['next sun', '2026-03-15'],
    ['last fri', '2026-02-27'],
    ['last thu', '2026-02-26'],
    ['+3bd', '2026-03-10'],
    ['3bd', '2026-03-10'],
    ['+0bd', '2026-03-05'],
    ['2w', '2026-03-19'],
    ['+2w', '2026-03-19'],
    ['3d', '2026-03-08'],
    ['+3d', '2026-03-08'],
    ['-3d', '2026-03-02'],
    ['3d ago', '2026-03-02'],
    ['13/11/2026', '2026-11-13'],
    ['11/13/2026', '2026-11-13'],
    ['5/5/2026', '2026-05-05'],
    ['15.3.2026', '2026-03-15'],
    ['3/15', '2026-03-15'],
    ['15/3', '2026-03-15'],
    ['2/15', '2027-02-15'],
    ['monday week', '2026-03-16'],
    ['thursday week', '2026-03-19'],
    ['a week on Monday', '2026-03-16'],
    ['mon fortnight', '2026-03-23'],
    ['today week', '2026-03-12'],
    ['a fortnight tomorrow', '2026-03-20'],
    ['in 3 days', '2026-03-08'],
    ['in two weeks', '2026-03-19'],
    ['a week ago', '2026-02-26'],
    ['in 2 business days', '2026-03-09'],
    ['in a month', '2026-04-05'],
    ['12 nov', '2026-11-12'],
    ['nov 12', '2026-11-12'],
    ['12nov', '2026-11-12'],
    ['12-Nov-2026', '2026-11-12'],
    ['November 12th, 2026', '2026-11-12'],
    ['the 12th of November', '2026-11-12'],
    ['12 Sept', '2026-09-12'],
    ['5 march', '2026-03-05'],
    ['4 march', '2027-03-04'],
    ['9 march 2027', '2027-03-09'],
    ['Mon 9 Mar', '2026-03-09'],
    ['Tue 9 Mar 2027', '2027-03-09'],
    ['Tuesday 9 March 2027', '2027-03-09'],
    ['Tuesday, March 9, 2027', '2027-03-09'],
    ['9 mar 27', '2027-03-09'],
    ['29 feb', '2028-02-29'],
    ['the 20th', '2026-03-20'],
    ['5th', '2026-04-05'],
    ['31st', '2026-03-31'],
    ['20th of next month', '2026-04-20'],
    ['15.3.', '2026-03-15'],
    ['6.4.', '2026-04-06'],
    ['15.3', '2026-03-15'],
    ['30.04', '2026-04-30'],
    ['fri 3/6', '2026-03-06'],
    ['Tue 9.6.', '2026-06-09'],
  ])('%s is %s', (text, expected) => {
    expect(readDay(text, { today, calendar: us, toward: 'future' })).toBe(expected)
  })
})

describe('a day looking back, on Thursday 5 March 2026', () => {
  it.each([
    ['thu', '2026-03-05'],
    ['fri', '2026-02-27'],
    ['this fri', '2026-02-27'],
    ['tue', '2026-03-03'],
    ['3d', '2026-03-02'],
    ['2 days', '2026-03-03'],
    ['1w', '2026-02-26'],
    ['2bd', '2026-03-03'],
    ['5 mar', '2026-03-05'],
    ['6 mar', '2025-03-06'],
    ['Mon 2 Mar', '2026-03-02'],
    ['the 20th', '2026-02-20'],
    ['5th', '2026-03-05'],
    ['31st', '2026-01-31'],
    ['29 feb', '2024-02-29'],
    ['Fri 6 Mar', '2026-03-06'],
    ['+3d', '2026-03-08'],
  ])('%s is %s', (text, expected) => {
    expect(readDay(text, { today, calendar: us, toward: 'past' })).toBe(expected)
  })
})

describe('a day that is refused', () => {
  it.each([
    ['12/11/2026', '12/11/2026 could be 12 November or 11 December.', 'Write 2026-11-12 or "12 nov", 2026-12-11 or "11 dec".'],
    ['12/11', '12/11 could be 12 November or 11 December.', 'Write 2026-11-12 or "12 nov", 2026-12-11 or "11 dec".'],
    ['01.02.2027', '01.02.2027 could be 1 February or 2 January.', 'Write 2027-02-01 or "1 feb 2027", 2027-01-02 or "2 jan 2027".'],
    ['12-11-2027', '12-11-2027 could be 12 November or 11 December.', 'Write 2027-11-12 or "12 nov 2027", 2027-12-11 or "11 dec 2027".'],
    ['4/3', '4/3 could be 4 March or 3 April.', 'Write 2026-03-04 or "4 mar 2026", 2026-04-03 or "3 apr".'],
    ['3.15', '3.15 is written in an order that differs between countries.', 'Write 2026-03-15 or "15 mar".'],
    ['a week friday week', '"a week friday week" is not a day.', expect.stringContaining('next fri')],
    ['45/77/2026', '"45/77/2026" is not a date.', 'Write the year first, as YYYY-MM-DD, or the month in letters: "12 nov".'],
    ['2026-02-30', 'There is no 30 February 2026.', 'February 2026 ends with 2026-02-28.'],
    ['31 april', 'There is no 31 April 2026.', 'April 2026 ends with 2026-04-30.'],
    ['29 feb 2027', 'There is no 29 February 2027.', 'February 2027 ends with 2027-02-28.'],
    ['2026-13-01', 'There is no month 13.', 'Months run from 01 to 12: the year comes first, then the month, then the day.'],
    ['2026-03-00', 'There is no day 0 of March.', 'March starts with 2026-03-01.'],
    ['0026-03-05', 'The year 26 is out of reach.', 'Give a year from 1970 to 2199.'],
    ['Tue 9 Mar', '9 March 2026 is a Monday, not a Tuesday.', 'Write 2026-03-09 if you mean that Monday.'],
    [
      'Wed 4 Mar',
      '4 March 2027 is a Thursday, not a Wednesday.',
      'Write 2027-03-04 if you mean that Thursday; Wed 4 Mar 2026 is 2026-03-04.',
    ],
    ['', 'No day was given.', expect.stringContaining('Write today, tomorrow')],
    ['soonish', '"soonish" is not a day.', expect.stringContaining('next fri')],
    ['tomorrow 10', '"tomorrow 10" is not a day.', 'If 10 is the hour, write "tomorrow 10:00"; if it is the date, its month: "10 nov".'],
    ['9', '"9" is not a day.', 'If 9 is the hour, write "9:00"; if it is the date, its month: "9 nov".'],
    ['next Fri 10', '"next Fri 10" is not a day.', 'If 10 is the hour, write "next Fri 10:00"; if it is the date, its month: "10 nov".'],
    ['fri 45', '"fri 45" is not a day.', expect.stringContaining('next fri')],
    ['fri\u001b[31m', '"fri [31m" is not a day.', expect.stringContaining('next fri')],
  ])('%j: %s', (text, message, hint) => {
    const problem = problemOf(() => readDay(text, { today, calendar: us, toward: 'future' }))
    expect(problem).toEqual({ kind: 'usage', message, hint })
  })
})

const notThatDay = [
  ...['good friday', 'by Easter Monday', 'black friday', 'cyber monday', 'ash wednesday'],
  ...['not friday', 'not before friday', 'any day but friday', 'anytime except Mon'],
]

describe('a promise made on Thursday 5 March 2026', () => {
  const exact = [
    ['by Friday', '2026-03-06'],
    ['21.04.', '2026-04-21'],
    ['by 21.04', '2026-04-21'],
    ['by Thursday', '2026-03-12'],
    ['on the 20th', '2026-03-20'],
    ['by the 5th', '2026-04-05'],
    ['2026-03-20', '2026-03-20'],
    ['+3bd', '2026-03-10'],
    ['2w', '2026-03-19'],
    ['I expect to know by Monday week', '2026-03-16'],
    ['we will write a week on Monday', '2026-03-16'],
    ['3/15', '2026-03-15'],
    ['Tue 10 Mar', '2026-03-10'],
    ['by tomorrow', '2026-03-06'],
    ['by the end of the day', '2026-03-05'],
    ['EOD Friday', '2026-03-06'],
    ['close of business on Monday', '2026-03-09'],
    ['Tuesday of next week', '2026-03-10'],
    ['next week Tuesday', '2026-03-10'],
    ['We will write to you by 20 March.', '2026-03-20'],
    ['as I said last Monday, by Wednesday', '2026-03-11'],
  ] as const
  const guesses = [
    ['this week', '2026-03-06'],
    ['end of the week', '2026-03-06'],
    ['by the end of this week', '2026-03-06'],
    ['eow', '2026-03-06'],
    ['before the weekend', '2026-03-06'],
    ['early next week', '2026-03-10'],
    ['the beginning of next week', '2026-03-10'],
    ['mid next week', '2026-03-11'],
    ['next week', '2026-03-13'],
    ['End of next week.', '2026-03-13'],
    ['the week after next', '2026-03-20'],
    ['the week of 16 March', '2026-03-20'],
    ['after the weekend', '2026-03-09'],
    ['in a day or two', '2026-03-09'],
    ['a couple of days', '2026-03-09'],
    ['two to three days', '2026-03-10'],
    ['48 hours', '2026-03-09'],
    ['in a few days', '2026-03-11'],
    ['over the coming days', '2026-03-11'],
    ['in a week', '2026-03-12'],
    ['within a week', '2026-03-12'],
    ['10 business days', '2026-03-19'],
    ['10-14 days', '2026-03-19'],
    ['a week or so', '2026-03-12'],
    ['two weeks or so', '2026-03-19'],
    ['later in the week on Monday', '2026-03-09'],
    ['about two weeks', '2026-03-19'],
    ['a week or two', '2026-03-19'],
    ['a couple of weeks', '2026-03-19'],
    ['over the next couple of weeks', '2026-03-19'],
    ['a fortnight', '2026-03-19'],
    ['two or three weeks', '2026-03-26'],
    ['a few weeks', '2026-03-26'],
    ['in a month', '2026-04-05'],
    ['by the end of the month', '2026-03-31'],
    ['by month’s end', '2026-03-31'],
    ['mid-month', '2026-03-15'],
    ['end of next month', '2026-04-30'],
    ['next month', '2026-04-30'],
    ['middle of next month', '2026-04-15'],
    ['mid-May', '2026-05-15'],
    ['in the middle of May', '2026-05-15'],
    ['early June', '2026-06-07'],
    ['late June', '2026-06-30'],
    ['end of May', '2026-05-29'],
    ['sometime in June', '2026-06-30'],
    ['by June', '2026-06-01'],
    ['early March', '2026-03-07'],
    ['early February', '2027-02-07'],
    ['end of the quarter', '2026-03-31'],
    ['after the holidays', '2027-01-05'],
    ['in the new year', '2027-01-05'],
    ['before Christmas', '2026-12-23'],
    ['Monday or Tuesday', '2026-03-10'],
    ['not before next week', '2026-03-13'],
    ['not until Friday', '2026-03-06'],
    ['not Thursday but Friday', '2026-03-06'],
    ['all good, Friday it is', '2026-03-06'],
    ["I'd hope by Friday, or next week at the latest", '2026-03-13'],
  ] as const
  it.each(exact)('%s is %s', (words, expected) => {
    expect(readPromise(words, { said: today, calendar: us })).toEqual({ kind: 'day', day: expected, words })
  })
  it.each(guesses)('%s is taken for %s', (words, expected) => {
    expect(readPromise(words, { said: today, calendar: us })).toEqual({ kind: 'day', day: expected, words })
  })

  it.each(['soon', 'shortly', 'in due course', "we'll be in touch", 'We’ll be in touch', 'We may have news at some point.', 'when we can'])(
    '%s names no day',
    (words) => {
      expect(readPromise(words, { said: today, calendar: us })).toEqual({ kind: 'none', words })
    },
  )

  it.each(['', 'banana', 'not this week', 'a week from Friday', 'two days after the panel', '12/11/2026', 'by 30 february', ...notThatDay])(
    '%j is asked again',
    (words) => {
      expect(problemOf(() => readPromise(words, { said: today, calendar: us })).kind).toBe('usage')
    },
  )

  it.each([
    ['2026-03-07', 'this week', '2026-03-13'],
    ['2026-03-07', 'next week', '2026-03-13'],
    ['2026-03-08', 'early next week', '2026-03-10'],
    ['2026-03-06', 'by Friday', '2026-03-13'],
    ['2026-03-06', 'end of the week', '2026-03-06'],
    ['2026-01-31', 'end of the month', '2026-01-31'],
    ['2026-11-24', 'in a couple of days', '2026-11-30'],
    ['2026-12-28', 'after the holidays', '2027-01-05'],
  ])('said on %s, %s is %s', (said, words, expected) => {
    expect(readPromise(words, { said: day(said), calendar: us })).toMatchObject({ day: expected })
  })

  it('weeks end on Thursday where Friday and Saturday are off', () => {
    expect(readPromise('end of the week', { said: day('2026-03-03'), calendar: saudi })).toMatchObject({ day: '2026-03-05' })
    expect(readPromise('early next week', { said: day('2026-03-03'), calendar: saudi })).toMatchObject({ day: '2026-03-09' })
  })

  it('holidays are those of the turn of the year where no quiet window is listed', () => {
    expect(readPromise('after the holidays', { said: day('2026-12-20'), calendar: none })).toMatchObject({ day: '2027-01-05' })
  })
})

describe('a moment, at 10:30 on Thursday 5 March 2026 in Chicago', () => {
  const zone = 'America/Chicago'
  const now = { day: today, time: '10:30', zone, epochMs: Date.UTC(2026, 2, 5, 16, 30, 20) }
  const read = (text: string, where = zone): string => momentText(readMoment(text, { now, calendar: us, toward: 'past', zone: where }))

  it.each([
    ['now', '2026-03-05T10:30:00-06:00'],
    ['just now', '2026-03-05T10:30:00-06:00'],
    ['today', '2026-03-05'],
    ['tue', '2026-03-03'],
    ['2026-03-04', '2026-03-04'],
    ['9:05', '2026-03-05T09:05:00-06:00'],
    ['15:00', '2026-03-05T15:00:00-06:00'],
    ['today 15:00', '2026-03-05T15:00:00-06:00'],
    ['yesterday 9:30', '2026-03-04T09:30:00-06:00'],
    ['yesterday at 9:30', '2026-03-04T09:30:00-06:00'],
    ['tue 14:00', '2026-03-03T14:00:00-06:00'],
    ['3pm', '2026-03-05T15:00:00-06:00'],
    ['tue, 3 p.m.', '2026-03-03T15:00:00-06:00'],
    ['12am', '2026-03-05T00:00:00-06:00'],
    ['12:15 pm', '2026-03-05T12:15:00-06:00'],
    ['today 14.00', '2026-03-05T14:00:00-06:00'],
    ['9.30am', '2026-03-05T09:30:00-06:00'],
    ['2.3. 14.00', '2026-03-02T14:00:00-06:00'],
    ['mon 3/2 1pm', '2026-03-02T13:00:00-06:00'],
    ['on 2.3.', '2026-03-02'],
    ['noon', '2026-03-05T12:00:00-06:00'],
    ['yesterday at 10', '2026-03-04T10:00:00-06:00'],
    ['mon at 14', '2026-03-02T14:00:00-06:00'],
    ['at 9', '2026-03-05T09:00:00-06:00'],
    ['at 9 yesterday', '2026-03-04T09:00:00-06:00'],
    ['mon 9am', '2026-03-02T09:00:00-06:00'],
    ['2 mar 15:00', '2026-03-02T15:00:00-06:00'],
    ['15:00 tue', '2026-03-03T15:00:00-06:00'],
    ['2026-03-09 15:00', '2026-03-09T15:00:00-05:00'],
    ['2026-03-05T09:00', '2026-03-05T09:00:00-06:00'],
    ['2026-03-05T09:00:15.123', '2026-03-05T09:00:00-06:00'],
    ['2026-03-05T09:00:00+01:00', '2026-03-05T02:00:00-06:00'],
    ['2026-03-05T02:00Z', '2026-03-04T20:00:00-06:00'],
    ['2026-03-08T02:30', '2026-03-08T03:30:00-05:00'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('in another zone today is theirs', () => {
    expect(read('today', 'Pacific/Auckland')).toBe('2026-03-06')
    expect(read('9:00', 'Pacific/Auckland')).toBe('2026-03-06T09:00:00+13:00')
    expect(read('now', 'Pacific/Auckland')).toBe('2026-03-06T05:30:00+13:00')
  })

  it.each([
    ['25:00', 'There is no time "25:00".'],
    ['13pm', 'There is no time "13pm".'],
    ['tue 9:75', 'There is no time "9:75".'],
    ['2026-03-05T25:00', 'There is no time "25:00".'],
    ['2026-02-30T09:00', 'There is no 30 February 2026.'],
    ['0227-03-02T15:00', 'The year 227 is out of reach.'],
    ['0000-01-01T10:00', 'The year 0 is out of reach.'],
    ['1969-12-31 23:00', 'The year 1969 is out of reach.'],
    ['2200-01-01T10:00Z', 'The year 2200 is out of reach.'],
    ['9999-12-31T23:00-14:00', 'The year 9999 is out of reach.'],
    ['2026-03-05T09:00+25:00', 'There is no time "09:00+25:00".'],
    ['tue at 25', 'There is no time "25:00".'],
    ['yesterday at 3', '"at 3" could be 3:00 or 15:00.'],
    ['', 'No day was given.'],
    ['whenever 9:00', '"whenever" is not a day.'],
  ])('%j: %s', (text, message) => {
    expect(problemOf(() => read(text))).toMatchObject({ kind: 'usage', message })
  })
})

describe('any text', () => {
  const WORDS = [
    'next',
    'last',
    'by',
    'the',
    'end',
    'of',
    'fri',
    'mar',
    '31',
    '12',
    '/',
    '-',
    'week',
    'two',
    'in',
    'a',
    'few',
    'days',
    '2026',
    '20th',
    'bd',
    '+',
    '9:00',
    'pm',
    'feb',
    '99w',
    'may',
    'before',
    'ago',
    'early',
    'month',
    'holidays',
    '0',
    '9999-12-31T23:00',
    '0000-01-01 10:00',
  ]
  const anyText = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((words) => words.join(' ')),
  )
  const zone = 'Europe/London'
  const now = { day: today, time: '10:30', zone, epochMs: Date.UTC(2026, 2, 5, 10, 30) }

  it('is read, or refused with a Problem, in both directions', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('future', 'past'), (text, toward) => {
        const acts = [
          (): unknown => readDay(text, { today, calendar: us, toward }),
          (): unknown => readPromise(text, { said: today, calendar: us }),
          (): unknown => readMoment(text, { now, calendar: us, toward, zone }),
        ]
        for (const act of acts) {
          try {
            act()
          } catch (error) {
            if (!isProblem(error)) throw error
            if (error.kind !== 'usage' || error.hint === null) throw new Error(`unhelpful: ${error.message}`, { cause: error })
          }
        }
      }),
      tries(3000),
    )
  })

  it('of great length is dealt with at once', () => {
    const started = process.cpuUsage()
    for (const part of ['a ', '1', ' ', 'a week or ', '12 ', 'by the end of ', '9:', '-']) {
      const text = part.repeat(20_000)
      problemOf(() => readDay(text, { today, calendar: us, toward: 'future' }))
      try {
        readPromise(text, { said: today, calendar: us })
      } catch {
        // refused is well
      }
    }
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500)
  })

  it('that we print as a day reads back as that day', () => {
    const anyDay = fc.integer({ min: civilNumber(1990, 1, 1), max: civilNumber(2100, 12, 31) }).map(dayOf)
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 364 }), fc.constantFrom('future', 'past'), (date, other, ahead, toward) => {
        const context = { today: other, calendar: us, toward } as const
        for (const text of [date, shortDayYear(date), longDay(date), momentText({ day: date, time: null, zone, offset: 0 })])
          expect(readDay(text, context)).toBe(date)
        const near: Day = addDays(other, toward === 'future' ? ahead : -ahead)
        for (const text of [shortDay(near), shortDay(near).slice(4).toLowerCase()]) expect(readDay(text, context)).toBe(near)
        expect(readPromise(shortDayYear(date), { said: other, calendar: us })).toMatchObject({ day: date })
      }),
      tries(1000),
    )
  })
})
