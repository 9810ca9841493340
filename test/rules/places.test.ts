import { describe, expect, it } from '@jest/globals'
import { zoneCity, zoneMeant } from '../../src/commands/zone.js'

describe('where they sit', () => {
  it.each([
    ['Cleveland, Ohio', 'America/New_York'],
    ['Cleveland', 'America/New_York'],
    ['Cleveland, OH', 'America/New_York'],
    ['minneapolis', 'America/Chicago'],
    ['Ohio', 'America/New_York'],
    ['Texas', 'America/Chicago'],
    ['El Paso, Texas', 'America/Denver'],
    ['Portland', 'America/Los_Angeles'],
    ['Portland, Maine', 'America/New_York'],
    ['London, Ontario', 'America/Toronto'],
    ['Washington, D.C.', 'America/New_York'],
    ['Albany, New York', 'America/New_York'],
    ['St. Louis', 'America/Chicago'],
    ['Manchester', 'Europe/London'],
    ['Germany', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['chicago', 'America/Chicago'],
  ])('%s is %s', (text, zone) => {
    expect(zoneMeant(text)).toBe(zone)
  })
  it('is said to be so for most of a state with two clocks', () => {
    expect(zoneCity('America/Chicago', 'Texas')).toBe('Chicago, as most of Texas')
    expect(zoneCity('America/New_York', 'Ohio')).toBe('New York')
  })
  it.each(['nowhere', 'OH', 'usa', ''])('%j is not known', (text) => {
    expect(() => zoneMeant(text)).toThrow('is not a time zone')
  })
})
