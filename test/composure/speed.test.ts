import { describe, expect, it } from '@jest/globals'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'

const tone = await readShippedTone('data')
const about = { kind: 'love-letter', company: 'Acme', contact: 'Dana Reyes', role: null, known: [], offered: null } as const
const letter =
  'Dear Dana,\n\nThank you again for Tuesday. I talked about my last company more than about yours, and yours is the one I like.\n'.repeat(
    8,
  )

/** Of processor time, so that other tests on the same machine do not count. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1000
}

describe('speed', () => {
  // The quickest of many: the first ones are spent on getting warm, others on clearing up. Three on a quiet machine, five on a busy one.
  it('a letter of 200 words takes a few milliseconds', () => {
    const times = Array.from({ length: 200 }, () => milliseconds(() => check(letter, about, tone)))
    expect(Math.min(...times)).toBeLessThan(8)
  })

  const million = 1_000_000
  const hostile: readonly (readonly [name: string, text: string])[] = [
    ['one long word', 'a'.repeat(million)],
    ['commas', ','.repeat(million)],
    ['blanks', ' '.repeat(million)],
    ['quotation marks', '"'.repeat(million)],
    ['single marks', "' ".repeat(million / 2)],
    ['newlines', '\n'.repeat(million)],
    ['blank lines with blanks', ' \n'.repeat(million / 2)],
    ['i i i', 'i '.repeat(million / 2)],
    ['need this job', 'i really need this job '.repeat(million / 23)],
    ['not ended', 'dear '.repeat(million / 5)],
    ['brackets', '['.repeat(million)],
    ['braces', '{{'.repeat(million / 2)],
    ['marks', '!?'.repeat(million / 2)],
    ['greater signs', '>\n'.repeat(million / 2)],
    ['on wrote', 'On '.repeat(million / 3)],
    ['hyphens', 'a-'.repeat(million / 2)],
    ['dots', 'a.'.repeat(million / 2)],
    ['emoji', '😊'.repeat(million / 2)],
    ['capitals', 'AB '.repeat(million / 3)],
    ['addresses', 'a@b.'.repeat(million / 4)],
    ['subject', `Subject: ${'x '.repeat(million / 2)}`],
    ['thanks', 'Thanks\n'.repeat(million / 7)],
    ['colons', ':-'.repeat(million / 2)],
    ['combining marks', 'é́'.repeat(million / 4)],
  ]
  it.each(hostile)('1 MB of %s takes less than a second', (_name, text) => {
    // Once more where it was slow: the first may pay for clearing up what other tests left.
    const first = milliseconds(() => check(text, about, tone))
    expect(first < 1000 ? first : milliseconds(() => check(text, about, tone))).toBeLessThan(1000)
  })
})
