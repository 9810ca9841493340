import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Day, Instant } from '../../src/model/day.js'
import type { Fact } from '../../src/model/fact.js'
import type { FactId, OpportunityId } from '../../src/model/opportunity.js'
import { insertFact, ownFacts } from '../../src/store/facts.js'
import { memoryStore } from '../../src/store/session.js'
import { tries } from '../support/tries.js'

const here = 'o-acme' as OpportunityId
const texts = fc.string({ unit: fc.constantFrom('a', '"', '\\', "'", ',', '[', '}', '\n', '\x1f', ' ', 'é', '😀') })
const told = fc.record({
  day: fc.constantFrom('2026-03-02', '1999-12-31').map((day) => day as Day),
  time: fc.constantFrom(null, '00:00', '09:30'),
  zone: fc.constantFrom('UTC', 'America/Argentina/Buenos_Aires'),
  offset: fc.constantFrom(0, -180, 345),
  text: texts,
  taken: fc.boolean(),
})

describe('the facts of one opportunity', () => {
  it('are read as they were recorded, whatever their texts, without those that are taken back', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 6 }), (list) => {
        const connection = memoryStore()
        const facts = list.map(({ day, time, zone, offset, text }, index) => noted(index, { at: { day, time, zone, offset }, text }))
        const live = facts.filter((fact, index) => {
          const seq = insertFact(connection, fact)
          if (list[index]?.taken) connection.run('INSERT INTO retracted (fact) VALUES (?)', seq)
          return !list[index]?.taken
        })
        insertFact(connection, { ...noted(99, { at: whole, text: 'elsewhere' }), opportunity: 'o-other' as OpportunityId })
        expect(ownFacts(connection, here)).toEqual(live)
        connection.db.close()
      }),
      tries(),
    )
  })
})

const whole = { day: '2026-03-02' as Day, time: null, zone: 'UTC', offset: 0 }

function noted(index: number, { at, text }: { readonly at: Fact['at']; readonly text: string }): Fact {
  const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}` as FactId
  return { id, command: id, opportunity: here, at, recorded: '2026-03-05T09:00:00.123Z' as Instant, kind: 'noted', data: { text } }
}
