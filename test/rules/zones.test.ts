import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { day, epochMinutes } from '../../src/model/day.js'
import { instantOf, isZone, knownZone, localIn, momentAt, momentOn } from '../../src/rules/zones.js'
import { loadZones } from '../../src/catalog/countries.js'
import { tries } from '../support/tries.js'

const table = loadZones(fileURLToPath(new URL('../../data', import.meta.url)))
const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
]

/** The platform's own clock for a zone. */
function wallClock(zone: string, epochMs: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(epochMs)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

const anyInstant = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 }).map((minutes) => minutes * 60_000)

describe('zones', () => {
  it('the wall clock is the platform’s', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (epochMs, zone) => {
        const { day: date, time, offset } = localIn(zone, epochMs)
        expect(`${date}T${time}`).toBe(wallClock(zone, epochMs))
        expect(epochMinutes({ day: date, time, zone, offset })).toBe(epochMs / 60_000)
      }),
      tries(1000),
    )
  })

  it('a wall time leads back to the same wall time, or past the gap', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (epochMs, zone) => {
        const local = localIn(zone, epochMs)
        const back = instantOf(local.day, local.time, zone)
        expect(localIn(zone, back.epochMs)).toMatchObject({ day: local.day, time: local.time })
        expect(back.epochMs).toBeLessThanOrEqual(epochMs)
      }),
      tries(1000),
    )
  })

  it.each([
    ['a skipped time moves on', '2026-03-29', '01:30', 'Europe/London', '02:30', 60],
    ['a skipped time moves on', '2026-03-08', '02:30', 'America/New_York', '03:30', -240],
    ['of a doubled time the first', '2026-11-01', '01:30', 'America/New_York', '01:30', -240],
    ['half an hour of summer time', '2026-10-04', '02:10', 'Australia/Lord_Howe', '02:40', 660],
    ['a zone of three quarters', '2026-05-05', '09:00', 'Asia/Kathmandu', '09:00', 345],
    ['west, on the other day in UTC', '2026-12-31', '23:59', 'Pacific/Honolulu', '23:59', -600],
  ])('%s: %s %s in %s', (_name, date, time, zone, shown, offset) => {
    expect(momentOn(day(date), time, zone)).toEqual({ day: date, time: shown, zone, offset })
  })

  it('a whole day carries the offset of its noon', () => {
    expect(momentOn(day('2026-03-29'), null, 'Europe/London')).toEqual({ day: '2026-03-29', time: null, zone: 'Europe/London', offset: 60 })
  })

  it('an instant is read in another zone', () => {
    expect(momentAt('2026-03-05T09:00:00+01:00', 'America/Chicago')).toEqual({
      day: '2026-03-05',
      time: '02:00',
      zone: 'America/Chicago',
      offset: -360,
    })
    expect(() => momentAt('2026-03-05T09:00:00', 'UTC')).toThrow('not an instant')
    expect(() => localIn('Mars/Olympus', 0)).toThrow('no such time zone')
  })

  it.each([
    ['UTC', true],
    ['Asia/Kolkata', true],
    ['America/Chicago', true],
    ['Mars/Olympus', false],
    ['+02:00', false],
    ['', false],
  ])('%s is a zone: %s', (name, expected) => {
    expect(isZone(name)).toBe(expected)
  })

  it.each([
    ['chicago', 'America/Chicago'],
    ['america/chicago', 'America/Chicago'],
    ['London', 'Europe/London'],
    ['utc', 'UTC'],
    ['gmt', 'UTC'],
    [' new york ', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['Kolkata', 'Asia/Kolkata'],
    ['calcutta', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['kiev', 'Europe/Kyiv'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['US/Central', 'America/Chicago'],
    ['chicgo', null],
    ['', null],
    ['constructor', null],
  ])('a person’s "%s" is %s', (text, zone) => {
    expect(knownZone(text, table)).toBe(zone)
  })

  it('every zone of the table is one that the platform knows', () => {
    expect(Object.keys(table.zones).filter((name) => !isZone(name))).toEqual([])
  })

  it('answers do not depend on the zone of the machine', () => {
    const { outputFiles } = buildSync({
      stdin: { contents: PROBE, resolveDir: fileURLToPath(new URL('../../src/rules', import.meta.url)) },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      write: false,
    })
    const answer = (TZ: string): string =>
      execFileSync(process.execPath, ['-e', outputFiles[0]?.text ?? ''], { env: { ...process.env, TZ }, encoding: 'utf8' })
    const expected = answer('UTC')
    expect(expected).toContain('2026-03-29')
    for (const zone of ['Pacific/Auckland', 'America/New_York', 'Africa/Cairo']) expect(answer(zone)).toBe(expected)
  })
})

const PROBE = `
import { addBusinessDays, longDay } from './days.js'
import { instantOf, localIn, momentAt } from './zones.js'
import { readMoment } from '../reading/moment.js'
import { readPromise } from '../reading/promise.js'
const calendar = { country: 'none', weekend: [0, 6], shortDays: [], holidays: new Map(), quiet: [], years: [2025, 2032] }
const now = { day: '2026-03-28', time: '23:30', zone: 'Europe/London', epochMs: Date.UTC(2026, 2, 28, 23, 30) }
const at = text => readMoment(text, { now, calendar, toward: 'past', zone: 'Europe/London' })
console.log(JSON.stringify([
  instantOf('2026-03-29', '01:30', 'Europe/London'), localIn('Asia/Tokyo', now.epochMs), momentAt('2026-03-28T23:30:00Z', 'America/Chicago'),
  at('now'), at('yesterday 15:00'), at('fri'), at('2026-03-29T02:10:00Z'), longDay('2026-03-29'),
  addBusinessDays('2026-03-27', 1, calendar), readPromise('end of next week', { said: '2026-03-28', calendar }),
]))
`
