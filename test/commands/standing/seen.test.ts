import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hoursFor } from '../../../src/commands/standing/seen.js'
import type { DayHours, LookingWorld } from '../../../src/commands/standing/seen.js'
import type { Day, LocalTime } from '../../../src/model/day.js'
import { judge } from '../../../src/rules/judge.js'
import { addDays } from '../../../src/rules/days.js'
import { dayToAct, phaseAt } from '../../../src/rules/assess.js'
import { fairHours } from '../../../src/rules/windows.js'
import { fileOf, groundOf, interview, sent, weekdays } from '../../support/history.js'
import { tries } from '../../support/tries.js'

const runs = tries(300)

const call = (() => {
  const told = [interview('2027-03-01T09:00'), sent('2027-03-08T09:00', 'love-letter')]
  const { next } = phaseAt(judge(fileOf(told), groundOf(weekdays)), '2027-03-20T00:00' as LocalTime)
  if (next?.step !== 'call') throw new Error('no call is due')
  return next
})()

const zone = fc.constantFrom(
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Pacific/Auckland',
)
const hour = fc.integer({ min: 8 * 4, max: 18 * 4 }).map(clock)
const myHours = fc.constantFrom(null, '09:00-12:00', '14:00-17:30', '18:00-21:00')

function clock(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
}

function worldAt(mine: string, own: string | null): LookingWorld {
  return { clock: { zone: mine }, settings: { 'my-hours': own } } as unknown as LookingWorld
}

describe('the hours of a call that is due', () => {
  // Both clocks are changed in these weeks, each side of the Atlantic on a Sunday of its own.
  it('are those of the day until they are over, and no others meanwhile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), zone, zone, myHours, hour, (after, theirs, mine, own, dialled) => {
        const today = dayToAct(call, addDays('2027-03-14' as Day, after), weekdays)
        const window = fairHours([], { day: today, calendar: weekdays }, [dialled])
        const act = { ...call, since: addDays(today, -1), window, dialled }
        let shown: DayHours | null = null
        for (let quarters = 0; quarters < 24 * 4; quarters += 1) {
          const now = clock(quarters)
          const seen = hoursFor(
            act,
            { at: `${today}T${now}` as LocalTime, calendar: weekdays },
            { world: worldAt(mine, own), zone: theirs },
          )
          if (quarters === 0) expect(seen?.on).toBe(today)
          if (shown?.on === today && now < shown.to) expect([now, seen]).toEqual([now, shown])
          shown = seen
        }
      }),
      runs,
    )
  })

  it('are in my morning where their usual ones are in my night', () => {
    const act = { ...call, since: '2027-03-02' as Day, window: { from: '10:00', to: '11:00' }, dialled: '16:00' }
    const at = (now: string) =>
      hoursFor(
        act,
        { at: `2027-03-02T${now}` as LocalTime, calendar: weekdays },
        { world: worldAt('America/New_York', null), zone: 'Europe/London' },
      )
    expect(at('13:20')).toEqual({ on: '2027-03-02', from: '13:15', to: '15:00' })
    expect(at('15:00')).toEqual({ on: '2027-03-03', from: '13:15', to: '15:00' })
  })
})

describe('the hours of a letter to another zone', () => {
  it.each([
    ['begin when I am up', 'America/New_York', 'Europe/London', '08:00-18:00', '12:00-18:00'],
    ['end before I sleep', 'Europe/Berlin', 'America/Los_Angeles', '08:00-18:00', '08:00-13:00'],
    ['are theirs where they lie in my night', 'America/New_York', 'Europe/London', '08:00-11:00', '08:00-11:00'],
    ['are theirs on one clock', 'Europe/London', 'Europe/London', '06:00-11:00', '06:00-11:00'],
  ])('%s', (_name, mine, theirs, window, expected) => {
    const act = {
      ...call,
      step: 'thank-you' as const,
      since: '2027-03-03' as Day,
      window: { from: window.slice(0, 5), to: window.slice(6) },
    }
    // The hours of the telephone are none of a letter.
    const world = worldAt(mine, '09:00-09:30')
    const hours = hoursFor(act, { at: '2027-03-02T12:00' as LocalTime, calendar: weekdays }, { world, zone: theirs })
    expect(hours && `${hours.from}-${hours.to}`).toBe(expected)
  })
})
