import { describe, expect, it } from '@jest/globals'
import { readAmount } from '../../src/reading/amount.js'

describe('an amount of pay', () => {
  it.each([
    ['82k', '82000'],
    ['82 k', '82000'],
    ['82.5k', '82500'],
    ['82,000', '82000'],
    ['82000', '82000'],
    ['82 000', '82000'],
    ["CHF 120'000", 'CHF 120000'],
    ['120.000 CHF', 'CHF 120000'],
    ['£48.500', '£48500'],
    ['48,500.50', '48500.50'],
    ['$145,000', '$145000'],
    ['C$ 90k', 'C$90000'],
    ['82k euros', '€82000'],
    ['82,000 to 84,000', '82000 to 84000'],
    ['82-84k', '82000 to 84000'],
    ['£82k – £84k', '£82000 to 84000'],
    ['48.50 per hour', '48.50 an hour'],
    ['$48.50/hr', '$48.50 an hour'],
    ['650 a day', '650 a day'],
    ['650 daily', '650 a day'],
    ['4,200 monthly', '4200 a month'],
    ['82,000 p.a.', '82000 a year'],
    ['82,000 gross per year', '82000 a year'],
    ['1.2m', '1200000'],
    ['12 lakh', '1200000'],
    ['12,00,000', '1200000'],
    ['138', '138'],
  ])('%j is %j', (text, kept) => {
    expect(readAmount(text)?.text).toBe(kept)
  })

  it.each([
    'around 82k, he wasnt sure',
    'eighty two',
    'abc',
    '',
    '   ',
    'references',
    '10%',
    '0',
    '-5',
    '84k to 82k',
    '82,00.000',
    '82k or so',
    '12/3',
  ])('%j is none', (text) => {
    expect(readAmount(text)).toBeNull()
  })

  it('is read the same once it is kept', () => {
    for (const text of ['CHF 120,000', '82-84k', '$48.50/hr', '£48.500', 'C$90k a year', '500 kr per day']) {
      const kept = readAmount(text)
      expect(readAmount(kept?.text ?? '')).toEqual(kept)
    }
  })
})
