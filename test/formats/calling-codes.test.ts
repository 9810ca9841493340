import { describe, expect, it } from '@jest/globals'
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'
import { mayBeAbroad } from '../../src/formats/calling-codes.js'

describe('whether a number may be abroad', () => {
  it('knows the code of every country', () => {
    for (const country of getCountries(metadata)) {
      const code = getCountryCallingCode(country, metadata)
      if (code !== '1') expect([country, mayBeAbroad(`+${code} 20 7946 0123`, country)]).toEqual([country, false])
      expect([country, mayBeAbroad(code === '44' ? '+49 30 123456' : '+44 20 7946 0123', country)]).toEqual([country, true])
    }
  })

  it('tells the areas of North America apart', () => {
    for (let area = 200; area < 1000; area += 1) {
      const country = parsePhoneNumberFromString(`+1${String(area)}2345678`, metadata)?.country
      if (country === undefined) continue
      expect([area, mayBeAbroad(`+1 ${String(area)} 234 5678`, 'US')]).toEqual([area, country !== 'US'])
      expect([area, mayBeAbroad(`+1 ${String(area)} 234 5678`, 'CA')]).toEqual([area, country !== 'CA'])
    }
  })

  it.each([
    ['020 7946 0123', 'US', false],
    ['0044 20 7946 0123', 'US', true],
    ['(+44) 20 7946 0123', 'US', true],
    ['+44 20 7946 0123', 'unknown', false],
  ])('%s in %s: %s', (number, home, expected) => {
    expect(mayBeAbroad(number, home)).toBe(expected)
  })
})
