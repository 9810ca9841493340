import { describe, expect, it } from '@jest/globals'
import { day } from '../../src/model/day.js'
import { fairHours, fairHoursOn } from '../../src/rules/windows.js'
import { weekdays } from '../support/history.js'

const short = { ...weekdays, shortDays: [{ weekday: 5, until: '12:00' }] }
const thursday = day('2026-11-12')
const friday = day('2026-11-13')
const monday = day('2026-11-16')
const afternoon = [{ from: '13:15', to: '15:00' }]

describe('fair hours to ring in', () => {
  it('lie before noon where a Friday ends at noon', () => {
    expect(fairHoursOn({ day: friday, calendar: short }).map((one) => one.to)).toEqual(['09:00', '11:00'])
    expect(fairHoursOn({ day: thursday, calendar: short }).map((one) => one.to)).toEqual(['09:00', '11:00', '17:30'])
  })

  it('are the usual ones where none of those of a playbook are fair that day', () => {
    expect(fairHours(afternoon, { day: friday, calendar: weekdays }, [])).toEqual(afternoon[0])
    expect(fairHours(afternoon, { day: friday, calendar: short }, [])).toEqual({ from: '08:00', to: '09:00' })
    expect(fairHours([{ from: '08:00', to: '09:00' }], { day: monday, calendar: weekdays }, [])).toEqual({ from: '16:00', to: '17:30' })
  })
})
