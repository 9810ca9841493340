import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Instant } from '../../src/model/day.js'
import { rebuildCaches } from '../../src/store/judging.js'
import { recordMany, recordPieces } from '../../src/store/record.js'
import { tries } from '../support/tries.js'
import { life, type Life } from './support/life.js'
import { anyStep } from './support/steps.js'

const before = fc.array(anyStep, { maxLength: 10 })
// A command of many drafts takes nothing back.
const then = fc.array(
  anyStep.filter(({ what }) => what !== 'undo'),
  { minLength: 1, maxLength: 14 },
)
const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 14, maxLength: 14 })

describe('many drafts of one command', () => {
  it('leave what they leave when each list is recorded by itself, in however many pieces', () => {
    fc.assert(
      fc.property(before, then, sizes, (past, steps, lengths) => {
        const [single, whole, pieces] = [past, past, past].map(lived) as [Life, Life, Life]
        const lists = steps.map((step) => single.play(step))
        recordMany(whole.tools, lists, whole.pen())
        for (const _ of recordPieces(pieces.tools, inPieces(lists.flat(), lengths), pieces.pen()));
        for (const one of [whole, pieces]) {
          expect(factsOf(one)).toEqual(factsOf(single))
          expect(one.caches()).toEqual(single.caches())
        }
        rebuildCaches(whole.tools)
        expect(whole.caches()).toEqual(single.caches())
        for (const one of [single, whole, pieces]) one.tools.connection.db.close()
      }),
      tries(200),
    )
  }, 60_000)
  it('are one command', () => {
    const { tools, pen, play } = life()
    const lists = [0, 1, 2].map((which) => life().play({ what: 'open', which, who: 0, day: 0 }))
    play({ what: 'open', which: 0, who: 0, day: 0 })
    for (const _ of recordPieces(tools, lists, pen()));
    expect(tools.connection.all('SELECT count(*) AS facts FROM fact GROUP BY command ORDER BY min(seq)')).toEqual([
      { facts: 1 },
      { facts: 3 },
    ])
  })
})

function lived(past: readonly Parameters<Life['play']>[0][]): Life {
  const one = life(() => '2026-03-01T09:00:00.000Z' as Instant)
  for (const step of past) one.play(step)
  return one
}

function* inPieces<T>(list: readonly T[], lengths: readonly number[]): Generator<readonly T[]> {
  let at = 0
  for (const length of [...lengths, list.length]) {
    if (at < list.length) yield list.slice(at, at + length)
    at += length
  }
}

function factsOf({ tools }: Life): readonly unknown[] {
  return tools.connection.all('SELECT seq, id, opportunity, day, kind, data FROM fact ORDER BY seq')
}
