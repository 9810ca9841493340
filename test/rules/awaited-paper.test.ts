import { expect, it } from '@jest/globals'
import type { Fact } from '../../src/model/fact.js'
import { awaitedPaper } from '../../src/rules/negotiation.js'

const said = { kind: 'offered', data: { base: '80k', written: false } }
const told = { kind: 'offered', data: { base: '80k' } }
const written = { kind: 'offered', data: { written: true } }
const better = { kind: 'offered', data: { base: '85k' } }
const asked = { kind: 'sent', data: { letter: 'offer-thanks' } }
const opener = { kind: 'sent', data: { letter: 'negotiation-opener' } }
const yes = { kind: 'closed', data: { as: 'hired' } }
const no = { kind: 'closed', data: { as: 'declined' } }
const again = { kind: 'reopened', data: {} }

it.each([
  ['a yes to what was only said', [said, yes], 'unasked'],
  ['nobody noted how it came', [told, yes], 'unasked'],
  ['asked for before the yes only', [said, asked, yes], 'unasked'],
  ['asked for after it', [said, yes, asked], 'asked'],
  ['a change that is not on paper', [written, opener, better, yes], 'unasked'],
  ['on paper before the yes', [said, written, yes], null],
  ['on paper after the yes', [said, yes, written], null],
  ['no yes yet', [said], null],
  ['a no of mine', [said, no], null],
  ['open again', [said, yes, again], null],
  ['a job that was closed without any offer on record', [yes], null],
])('the paper after a yes: %s', (_, story, paper) => {
  const at = { day: '2026-03-12' }
  expect(awaitedPaper(story.map((fact) => ({ ...fact, at })) as unknown as readonly Fact[])).toBe(paper)
})
