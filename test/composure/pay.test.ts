import { expect, it } from '@jest/globals'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'
import type { LetterContext } from '../../src/model/finding.js'

const tone = await readShippedTone('data')

/** What the rule about pay says of a sentence in a calm letter before an offer. */
function gravity(sentence: string, about: Partial<LetterContext> = {}): string | null {
  const text = `Dear Dana,\n\nThank you for your time last Tuesday. ${sentence}\n\nWhen do you expect to decide?\n\nRobin`
  const context: LetterContext = { kind: null, company: null, contact: null, role: null, known: [], offered: null, ...about }
  return check(text, context, tone).findings.find((one) => one.rule === 'salary-early')?.severity ?? null
}

it.each([
  'What salary is possible?',
  'What salary do you have in mind?',
  'Which base salary would you offer?',
  'I want a salary of 150,000.',
  'I want 150k.',
  'What salary is possible? I want 150k.',
  'I am looking for a base of $145,000 and a 10% bonus.',
  'I hope for a salary around 140,000.',
  'A salary of 150,000 would suit me.',
  'Can you offer 150k?',
  'Is 150k possible?',
])('plain talk of pay is a warning, however calm the letter reads: %s', (sentence) => {
  expect(gravity(sentence)).toBe('warning')
  expect(gravity(sentence, { company: 'Acme Controls', contact: 'Dana Reyes', kind: 'check-in', offered: false })).toBe('warning')
})

it('a floor is an error, however calm the letter reads', () => {
  expect(gravity('I expect at least 150k.')).toBe('error')
})

it.each([
  'You asked what salary I want: 140 to 150.',
  'I ran payroll for ninety people.',
  'I want to cut $2 million of waste.',
  'I expect 150k customers by then.',
  'You told me what salary does to a team.',
  'We hope for 80k visitors at the fair.',
  'The base of 40 customers is solid.',
  'I liked what you said about the rate of 40 parts an hour.',
  'You would like a scrap rate of 2, and I would be glad to help.',
  'I would like to look into the package of 12 pumps that you showed me.',
])('what is no talk of my pay is left alone: %s', (sentence) => {
  expect(gravity(sentence)).toBeNull()
})

it('with an offer on record it is talked about', () => {
  expect(gravity('I am looking for a base of $145,000.', { kind: 'negotiation-opener', offered: true })).toBeNull()
})
