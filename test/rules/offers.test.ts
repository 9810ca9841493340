import { describe, expect, it } from '@jest/globals'
import { changesIn, standpoint } from '../../src/rules/offers.js'

describe('an offer and what was said of pay', () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['142,000', 'they asked, I said 140 to 150', 'inside'],
    ['142k', '140k to 150k', 'inside'],
    ['138 000', '140-150', 'below'],
    ['155000', '140,000 to 150,000', 'above'],
    ['142,000 plus 10% bonus', '140 to 150', 'inside'],
    ['142,000 or 150,000', '140 to 150', null],
    ['fair', '140 to 150', null],
    ['142,000', 'they asked', null],
    ['142,000', null, null],
    ['142,000', '150 to 140', null],
  ]
  it.each(cases)('%s against "%s" is %s', (base, pay, where) => {
    expect(standpoint(base, pay)?.where ?? null).toBe(where)
  })

  it('tells what a later word changed, and nothing of what is only new', () => {
    expect(changesIn({ base: '142,000', bonus: '10%' }, { base: '148,000', leave: '20 days' })).toEqual(['base 142,000, now 148,000'])
  })
})
