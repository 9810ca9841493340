import { describe, expect, it } from '@jest/globals'
import type { Fact } from '../../src/model/fact.js'
import { changesIn, isBesideBase, isPrivateReason, standpoint } from '../../src/rules/offers.js'

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

  it.each([
    ['140 to 150', 'mine'],
    ['they: 140 to 150', 'theirs'],
    ['they offered 140 to 150', 'theirs'],
  ])('"%s" is %s', (pay, whose) => {
    expect(standpoint('142,000', pay)).toEqual({ where: 'inside', whose, base: 142_000, from: 140_000, to: 150_000 })
  })

  it.each([
    ['they asked, I said 100', true],
    ['they said 100', false],
  ])('"%s" and an offer above it: the talk is beside the base: %s', (pay, beside) => {
    const facts = [
      { kind: 'debriefed', data: { pay } },
      { kind: 'offered', data: { base: '120,000' } },
    ] as unknown as readonly Fact[]
    expect(isBesideBase(facts)).toBe(beside)
  })

  it.each([
    ['I have trained children for ten years', false],
    ['we have sold mortgages in three states', false],
    ['I have 12 years of family law', false],
    ['I have two small children', true],
    ['I have a new baby', true],
    ['we are expecting our second child', true],
    ['I have to support a family', true],
    ['I have student loans', true],
    ['I am raising three kids', true],
  ])('"%s" is private: %s', (reason, isPrivate) => expect(isPrivateReason(reason)).toBe(isPrivate))

  it('tells what a later word changed, and nothing of what is only new', () => {
    expect(changesIn({ base: '142,000', bonus: '10%' }, { base: '148,000', leave: '20 days' })).toEqual(['base 142,000, now 148,000'])
  })
})
