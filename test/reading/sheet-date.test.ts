import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dateOrders, readSheetDate } from '../../src/reading/sheet-date.js'
import type { DateOrder } from '../../src/reading/sheet-date.js'

const plain = { order: null, serial: false }

/** What a cell says, in short: '2024-11-20 08:15', 'either', 'impossible' or 'words'. */
function read(text: string, how: { readonly order: DateOrder | null; readonly serial: boolean } = plain): string {
  const found = readSheetDate(text, how)
  return found.kind === 'day' ? [found.day, found.time, found.offset].filter((part) => part !== null).join(' ') : found.kind
}

describe('a date in a table', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['2026-10-05', '2026-10-05'],
    ['2026/10/5', '2026-10-05'],
    ['2026-10-05T14:30:00.000Z', '2026-10-05 14:30 Z'],
    ['2026-10-05T14:30+0530', '2026-10-05 14:30 +05:30'],
    ['2026-10-05 9:05', '2026-10-05 09:05'],
    ['11/20/24, 8:15 AM', '2024-11-20 08:15'],
    ['11/20/24, 12:15 AM', '2024-11-20 00:15'],
    ['20/11/2024 8:15 pm', '2024-11-20 20:15'],
    ['05 Mar 2024', '2024-03-05'],
    ['5-Mar-24', '2024-03-05'],
    ['Mar 5, 2024', '2024-03-05'],
    ['March 5th, 2024 at 3:00 PM', '2024-03-05 15:00'],
    ['Tue, 5 March 2024', '2024-03-05'],
    ['3. Mai 2024', '2024-05-03'],
    ['31. Oktober 2024', '2024-10-31'],
    ['1er août 2024', '2024-08-01'],
    ['30 juin 2024', '2024-06-30'],
    ['14 juillet 2024 9:30', '2024-07-14 09:30'],
    ['7 de enero de 2024', '2024-01-07'],
    ['12.11.2026', '2026-11-12'],
    ['12.11.26 14:00', '2026-11-12 14:00'],
    ['3/3/2027', '2027-03-03'],
    ['13/4/2027', '2027-04-13'],
    ['4/13/2027', '2027-04-13'],
    ['3/4/2027', 'either'],
    ['3-4-2027', 'either'],
    ['2026-02-30', 'impossible'],
    ['31/13/2026', 'impossible'],
    ['5/6/0026', 'impossible'],
    ['2026-10-05 25:00', 'impossible'],
    ['45971', 'words'],
    ['', 'words'],
    ['TBD', 'words'],
    ['yes, with Dana', 'words'],
    ['5 Foo 2024', 'words'],
    ['2', 'words'],
  ]
  it.each(cells)('%s is %s', (text, expected) => expect(read(text)).toBe(expected))

  it('is read by the order that is said', () => {
    expect([read('3/4/2027', { order: 'dmy', serial: false }), read('3/4/2027', { order: 'mdy', serial: false })]).toEqual([
      '2027-04-03',
      '2027-03-04',
    ])
    expect(read('13/4/2027', { order: 'mdy', serial: false })).toBe('impossible')
    expect(read('12.11.2026', { order: 'mdy', serial: false })).toBe('2026-11-12')
  })

  it('may be a number of Excel where the column is said to hold dates', () => {
    const said = { order: null, serial: true }
    expect([read('45971', said), read('45971.59375', said), read('1', said)]).toEqual(['2025-11-10', '2025-11-10 14:15', 'words'])
  })

  it('is never guessed: two readings that are both days are told apart by what is said alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b) => {
        const text = `${String(a)}/${String(b)}/2027`
        expect(read(text)).toBe(a === b ? `2027-${String(a).padStart(2, '0')}-${String(b).padStart(2, '0')}` : 'either')
        for (const order of dateOrders) expect(readSheetDate(text, { order, serial: false }).kind).toBe('day')
      }),
    )
  })

  it('or any other text costs nothing and breaks nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(null, ...dateOrders), (text, order) => {
        expect(['day', 'either', 'impossible', 'words']).toContain(readSheetDate(text, { order, serial: true }).kind)
      }),
    )
  })
})
