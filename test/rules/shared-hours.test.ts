import { describe, expect, it } from '@jest/globals'
import { day } from '../../src/model/day.js'
import { sharedHours } from '../../src/rules/shared-hours.js'
import { weekdays } from '../support/history.js'

const tuesday = day('2027-03-16')
const friday = day('2027-03-19')
const early = { from: '08:00', to: '09:00' }

describe('hours that suit both sides, on their clock', () => {
  it.each([
    ['the proposed ones, where mine hold them', tuesday, 'America/New_York', '08:00-18:00', '08:00-09:00'],
    ['what is left of the proposed ones', tuesday, 'America/New_York', '08:30-18:00', '08:30-09:00'],
    ['other fair ones, where less than a quarter of an hour is left', tuesday, 'America/New_York', '08:50-18:00', '16:00-17:30'],
    ['across the Atlantic, my afternoon', tuesday, 'Europe/Berlin', '14:00-17:30', '10:00-11:00'],
    ['the earliest civil ones, where no fair ones are left', tuesday, 'Europe/Berlin', '16:15-17:00', '11:15-11:45'],
    ['my evening is their next morning', tuesday, 'Pacific/Auckland', '01:30-03:00', '08:30-09:00'],
    ['never late on a Friday', friday, 'America/New_York', '14:00-18:00', '14:00-15:00'],
    ['none where the clocks never meet', tuesday, 'America/New_York', '20:00-23:00', null],
  ])('%s', (_name, on, mine, my, expected) => {
    const shared = sharedHours(early, on, {
      theirs: 'America/New_York',
      mine,
      my: { from: my.slice(0, 5), to: my.slice(6) },
      calendar: weekdays,
    })
    expect(shared && `${shared.from}-${shared.to}`).toBe(expected)
  })

  it.each([
    ['the civil morning, where Friday ends at noon', '10:15-18:00', '11:15-11:45'],
    ['none after noon then', '12:00-18:00', null],
  ])('%s', (_name, my, expected) => {
    const calendar = { ...weekdays, shortDays: [{ weekday: 5, until: '12:00' }] }
    const sides = { theirs: 'Asia/Dubai', mine: 'Europe/Istanbul', my: { from: my.slice(0, 5), to: my.slice(6) }, calendar }
    const shared = sharedHours(early, friday, sides)
    expect(shared && `${shared.from}-${shared.to}`).toBe(expected)
  })
})
