import { describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { loadZones } from '../../src/catalog/countries.js'
import { zoneCity, zoneMeant } from '../../src/commands/typed/zone.js'
import type { Catalog } from '../../src/world.js'

const table = loadZones(join(import.meta.dirname, '..', '..', 'data'))
const world = { catalog: { zones: () => table } as Catalog }

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
    ['Munich', 'Europe/Berlin'],
    ['München, Bavaria', 'Europe/Berlin'],
    ['Geneva', 'Europe/Zurich'],
    ['Osaka', 'Asia/Tokyo'],
    ['tel aviv', 'Asia/Jerusalem'],
    ['new york', 'America/New_York'],
    ['chicago', 'America/Chicago'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Calcutta', 'Asia/Kolkata'],
    ['India', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['saigon', 'Asia/Ho_Chi_Minh'],
    ['UTC', 'UTC'],
  ])('%s is %s', (text, zone) => {
    expect(zoneMeant(world, text)).toBe(zone)
  })
  it('is said to be so for most of a state with two clocks', () => {
    expect(zoneCity('America/Chicago', 'Texas')).toBe('Chicago, as most of Texas')
    expect(zoneCity('America/New_York', 'Ohio')).toBe('New York')
  })
  it.each(['nowhere', 'OH', 'usa', ''])('%j is not known', (text) => {
    expect(() => zoneMeant(world, text)).toThrow('is not a time zone')
  })
})
