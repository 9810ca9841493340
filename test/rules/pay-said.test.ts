import { describe, expect, it } from '@jest/globals'
import { paySaid } from '../../src/rules/pay-said.js'

describe('what was said of pay, and by whom', () => {
  it.each([
    ['140 to 150', 'mine', [140, 150]],
    ['me: 140 to 150', 'mine', [140, 150]],
    ['they asked, I said 140 to 150', 'mine', [140, 150]],
    ['they asked and I said 100', 'mine', [100]],
    ['they asked for my range: 140 to 150', 'mine', [140, 150]],
    ['I told them 140 to 150', 'mine', [140, 150]],
    ['I asked for 140', 'mine', [140]],
    ['I offered 140', 'mine', [140]],
    ['140, I said', 'mine', [140]],
    ['they: 70 to 75', 'theirs', [70, 75]],
    ['They offered 70 to 75', 'theirs', [70, 75]],
    ['they offered me 70 to 75', 'theirs', [70, 75]],
    ['offered 70 to 75', 'theirs', [70, 75]],
    ['I asked, they said 70 to 75', 'theirs', [70, 75]],
    ['I was offered 70 to 75', 'theirs', [70, 75]],
    ['Dana Reyes said 70 to 75', 'theirs', [70, 75]],
    ['she said 70k', 'theirs', [70000]],
    ['the budget is 70 to 75', 'theirs', [70, 75]],
    ['70 to 75, they said', 'theirs', [70, 75]],
    ['they said 70 to 75, I said 80', 'mine', [80]],
    ['me: 80; they: 75', 'mine', [80]],
    ['they asked', 'theirs', []],
    ['no', 'theirs', []],
  ] as const)('"%s" is %s', (text, whose, amounts) => {
    expect(paySaid(text)).toEqual({ whose, amounts })
  })
})
