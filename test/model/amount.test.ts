import { expect, it } from '@jest/globals'
import { amount } from '../../src/model/amount.js'

it.each([
  ['142000', '142,000'],
  ['€145000.50', '€145,000.50'],
  ['145000.50 to 150000.75 a year', '145,000.50 to 150,000.75 a year'],
  ['100,000', '100,000'],
  ['145000.505', '145000.505'],
  ['48.50 an hour', '48.50 an hour'],
])('%s is shown as %s', (text, shown) => {
  expect(amount(text)).toBe(shown)
})
