import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { countryOfZone, loadCalendar } from '../../src/catalog/calendars.js'
import { loadCountry, loadZones } from '../../src/catalog/countries.js'
import { readOwnHolidays } from '../../src/catalog/own-holidays.js'
import { day, isDay } from '../../src/model/day.js'
import { addBusinessDays } from '../../src/rules/days.js'

const data = fileURLToPath(new URL('../../data', import.meta.url))

describe('calendars', () => {
  it('none has weekends only', () => {
    expect(loadCalendar(data, 'none')).toMatchObject({ country: 'none', weekend: [0, 6], quiet: [] })
    expect(loadCalendar(data, 'none').holidays.size).toBe(0)
  })

  it('unknown has weekends and the turn of the year', () => {
    const unknown = loadCalendar(data, 'unknown')
    expect(unknown.quiet).toMatchObject([{ from: '12-24', to: '01-01' }])
    expect(unknown.holidays.size).toBe(0)
  })

  it('a code is taken in any capitals and brings its holidays', () => {
    const us = loadCalendar(data, 'us')
    expect(us.country).toBe('US')
    expect(us.holidays.get(day('2026-07-03'))).toBe('Independence Day (substitute day)')
    expect(us.holidays.get(day('2026-11-27'))).toBe('Day after Thanksgiving')
    expect(addBusinessDays(day('2026-11-19'), 5, us)).toBe('2026-11-30')
  })

  it('weekends are those of the country', () => {
    expect(loadCalendar(data, 'SA').weekend).toEqual([5, 6])
    expect(loadCalendar(data, 'AE').weekend).toEqual([0, 6])
    expect(loadCalendar(data, 'IN').weekend).toEqual([0, 6])
    expect(addBusinessDays(day('2026-03-05'), 1, loadCalendar(data, 'KW'))).toBe('2026-03-08')
  })

  it('Friday ends at noon in the Emirates, and nowhere else', () => {
    expect(loadCalendar(data, 'AE').shortDays).toEqual([{ weekday: 5, until: '12:00' }])
    expect(['SA', 'US', 'none', 'unknown'].flatMap((name) => loadCalendar(data, name).shortDays)).toEqual([])
  })

  it('a country without a list of holidays has its weekends', () => {
    expect(existsSync(`${data}/holidays/KW.json`)).toBe(false)
    expect(loadCalendar(data, 'KW').holidays.size).toBe(0)
  })

  it.each([
    ['UK', 'GB (United Kingdom)'],
    ['usa', 'US (United States)'],
    ['Germany', 'DE (Germany)'],
    ['Germny', 'DE (Germany)'],
  ])('%s is refused with the nearest code', (text, meant) => {
    expect(() => loadCalendar(data, text)).toThrow(expect.objectContaining({ kind: 'usage', hint: expect.stringContaining(meant) }))
  })

  it.each(['', '__proto__', '../x', 'constructor'])('%j is refused', (text) => {
    expect(() => loadCalendar(data, text)).toThrow(expect.objectContaining({ kind: 'usage' }))
  })

  it('each is found in the table without parsing all of it', () => {
    const { default: usual, countries } = JSON.parse(readFileSync(`${data}/countries/countries.json`, 'utf8')) as Record<string, object>
    const found = Object.keys(countries ?? {}).map((code) => [code, loadCountry(data, code)] as const)
    expect(found).toEqual(Object.entries(countries ?? {}).map(([code, own]) => [code, { code, ...usual, ...(own as object) }]))
    expect(found.length).toBeGreaterThan(200)
  })

  it('manners are sourced for few countries only', () => {
    expect([loadCountry(data, 'US').manners, loadCountry(data, 'JP').manners]).toEqual(['sourced', 'unknown'])
  })

  it('every baked file is a list of days within its years, and every country can be loaded', () => {
    const files = readdirSync(`${data}/holidays`).filter((name) => name.endsWith('.json'))
    expect(files.length).toBeGreaterThan(200)
    for (const name of files) {
      const { country, days } = JSON.parse(readFileSync(`${data}/holidays/${name}`, 'utf8')) as {
        country: string
        days: Record<string, string>
      }
      expect(`${country}.json`).toBe(name)
      const wrong = Object.entries(days).filter(([date, label]) => !isDay(date) || date < '2025' || date > '2033' || label === '')
      expect(wrong).toEqual([])
      const calendar = loadCalendar(data, country)
      expect(calendar.weekend.length).toBeLessThan(4)
      expect(calendar.holidays.size).toBe(Object.keys(days).length)
    }
  })

  it.each([
    ['America/Chicago', 'US'],
    ['Europe/London', 'GB'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['Africa/Asmera', 'ER'],
    ['UTC', null],
    ['Mars/Olympus', null],
    ['constructor', null],
  ])('the country of %s is %s', (zone, country) => {
    expect(countryOfZone(data, zone)).toBe(country)
  })

  it('is that of the table for every zone, and for every former name of one', () => {
    const { zones, links } = loadZones(data)
    for (const [zone, country] of Object.entries(zones)) expect([zone, countryOfZone(data, zone)]).toEqual([zone, country])
    for (const [former, zone] of Object.entries(links)) expect([former, countryOfZone(data, former)]).toEqual([former, zones[zone] ?? null])
  })
})

describe('a person’s own holidays', () => {
  const list = '\uFEFF# ours\r\n2026-12-28 Office closed # really\n\n-2026-10-12\n2026-08-14\n'

  it('a list adds days and takes days away', () => {
    const own = readOwnHolidays(list, 'holidays.txt')
    expect([...own.add]).toEqual([
      ['2026-12-28', 'Office closed'],
      ['2026-08-14', 'day off'],
    ])
    const us = loadCalendar(data, 'US', own)
    expect(us.holidays.has(day('2026-10-12'))).toBe(false)
    expect(us.holidays.get(day('2026-08-14'))).toBe('day off')
    expect(loadCalendar(data, 'US').holidays.has(day('2026-10-12'))).toBe(true)
    expect(loadCalendar(data, 'none', own).holidays.size).toBe(2)
  })

  it('a line that is no day names its file and line', () => {
    const read = (): unknown => readOwnHolidays('2026-12-28 ok\n28.12.2026 no', 'holidays.txt')
    expect(read).toThrow(expect.objectContaining({ kind: 'usage', message: 'holidays.txt, line 2, is not a day off: "28.12.2026 no".' }))
  })

  it('a calendar file gives its whole days, the last one excluded, and folded names whole', () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260803',
      'DTEND;VALUE=DATE:20260806',
      'SUMMARY;LANGUAGE=en:Summer\\, at l',
      ' ast',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:20260810T090000Z',
      'SUMMARY:a meeting',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Bridge day',
      'DTSTART;VALUE=DATE:20260515',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
    expect([...readOwnHolidays(ics, 'holidays.ics').add]).toEqual([
      ['2026-08-03', 'Summer, at last'],
      ['2026-08-04', 'Summer, at last'],
      ['2026-08-05', 'Summer, at last'],
      ['2026-05-15', 'Bridge day'],
    ])
  })
})
