import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { epochMinutes } from '../../src/model/day.js'
import type { Fact } from '../../src/model/fact.js'
import { inOrder } from '../../src/rules/order.js'
import { tries } from '../support/tries.js'

const moments = fc.record({
  day: fc.constantFrom('2026-03-02', '2026-03-03'),
  time: fc.constantFrom(null, '00:10', '09:00', '23:50'),
  offset: fc.constantFrom(0, -360, 120),
})

/** Facts by their place in the order of recording, some known only by their day. */
const recorded = fc
  .array(moments, { maxLength: 8 })
  .map((list) => list.map((at, index) => ({ id: `f${index}`, at: { ...at, zone: 'UTC' }, kind: 'noted' }) as unknown as Fact))

describe('facts in the order in which they happened', () => {
  it('lie so whatever order they are told in, and stay so when they are put into order again', () => {
    fc.assert(
      fc.property(
        recorded.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        ([facts, shuffled]) => {
          const ordered = inOrder(facts)
          expect(inOrder(shuffled)).toEqual(ordered)
          expect(inOrder(ordered)).toEqual(ordered)
        },
      ),
      tries(),
    )
  })

  it('go by their moment, and at one moment by the order of recording', () => {
    fc.assert(
      fc.property(recorded, (facts) => {
        const timed = inOrder(facts.filter(({ at }) => at.time !== null))
        const keys = timed.map(({ id, at }) => `${String(epochMinutes(at)).padStart(12, '0')} ${id}`)
        expect(keys).toEqual([...keys].sort())
      }),
      tries(),
    )
  })
})
