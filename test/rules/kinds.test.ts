import { describe, expect, it } from '@jest/globals'
import { heardKinds, letterKinds, outcomes } from '../../src/model/act.js'
import { callIs, letterIs, newsIs } from '../../src/model/kinds.js'
import { judge } from '../../src/rules/judge.js'
import { called, fileOf, groundOf, heard, interview, sent, weekdays } from '../support/history.js'
import type { Happening } from '../support/history.js'

const ground = groundOf(weekdays)
const note = [interview('2026-03-02'), sent('2026-03-09', 'love-letter')]

/** What she has had to bear: after the note and what came then in the same role, or after the same in another one. */
const here = (told: Happening) => judge(fileOf([...note, told]), ground).used
const elsewhere = (told: Happening) => judge(fileOf([interview('2026-03-02')], [...note, told]), ground).used

describe('what a kind is', () => {
  it.each(outcomes)('a call with %s counts the same in both roles', (outcome) => {
    const dial = called('2026-03-12T10:00', outcome)
    const units = callIs(outcome, 'word') ? 0 : callIs(outcome, 'message') ? 2 : 1
    expect([here(dial).units, elsewhere(dial).units]).toEqual([units, units])
  })
  it.each(heardKinds)('news of %s counts the same in both roles', (kind) => {
    const news = heard('2026-03-12T10:00', kind)
    // What came back has not been read: the note counts no more.
    const units = newsIs(kind, 'person') || kind === 'bounce' ? 0 : 1
    // Who is left to be chased in the other role had no letter there.
    const there = kind === 'left' ? 0 : units
    expect([here(news).units, elsewhere(news).units]).toEqual([units, there])
  })
  it('a no of a machine is no word of theirs, in neither role', () => {
    const no = heard('2026-03-12T10:00', 'rejection')
    const automated = { ...no, data: { ...no.data, automated: true } } as Happening
    expect([here(automated).units, elsewhere(automated).units]).toEqual([1, 1])
  })
  it.each(letterKinds)('a letter of %s counts the same in both roles', (kind) => {
    const letter = sent('2026-03-16', kind)
    const units = letterIs(kind, 'free') ? 1 : 2
    expect([here(letter).units, elsewhere(letter).units]).toEqual([units, units])
  })
  it('leaves every chasing letter to what asks for something and takes from the budget', () => {
    for (const kind of letterKinds.filter((one) => letterIs(one, 'chases')))
      expect([letterIs(kind, 'asks'), letterIs(kind, 'wishes'), letterIs(kind, 'free')]).toEqual([true, true, false])
  })
})
