import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readInvites } from '../../src/commands/invite/read.js'
import { printCalendar } from '../../src/formats/ics-out.js'
import type { Instant } from '../../src/model/day.js'
import type { Entry } from '../../src/model/entry.js'
import { tries } from '../support/tries.js'

const minute = 60_000
const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / minute, max: Date.UTC(2035, 0, 1) / minute })
  .map((minutes) => new Date(minutes * minute).toISOString() as Instant)
// Letters of every script, separators of iCalendar among them; what no line of text holds is cleaned on the way in, and tested there.
const words = fc
  .string({
    unit: fc.oneof(fc.constantFrom(',', ';', ':', '\\', '"', ' ', 'n', 'ü', '漢', '🎉', 'ש'), fc.string({ minLength: 1, maxLength: 1 })),
    minLength: 1,
    maxLength: 120,
  })
  .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
  .filter((text) => text !== '')

const event = fc.record({ summary: words, description: words, start: instant, length: fc.integer({ min: 1, max: 600 }), day: fc.boolean() })

function entryOf(
  { summary, description, start, length, day }: typeof event extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): Entry {
  const end = new Date(Date.parse(start) + length * minute).toISOString()
  const next = new Date(Date.parse(`${start.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const [from, to] = day ? [start.slice(0, 10), next] : [start, end]
  return {
    uid: `followup-${String(index)}@x`,
    kind: 'event',
    summary,
    description,
    start: from,
    end: to,
    alarm: start,
    sequence: index,
    stamp: start,
  }
}

it('events that are printed are read back as they were, however the text is wrapped and its lines end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 5 }), fc.constantFrom('\r\n', '\n'), async (found, end) => {
      const entries = found.map(entryOf)
      const text = printCalendar(entries).replaceAll('\r\n', end)
      const { events, refused } = await readInvites(Buffer.from(text), { mine: 'UTC', ask: () => Promise.resolve(null) })
      expect(refused).toEqual([])
      const told = (one: { uid: string | null; summary: string; start: string | null; end: string | null; sequence: number }) =>
        [one.uid, one.summary, one.start?.replace('.000', ''), one.end?.replace('.000', ''), one.sequence].join(' | ')
      expect(events.map(told).sort()).toEqual(entries.map((one) => told({ ...one, uid: one.uid })).sort())
    }),
    tries(300),
  )
})
