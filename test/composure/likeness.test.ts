import { describe, expect, it } from '@jest/globals'
import { fit, scoreOf } from '../../scripts/logistic.js'
import { likenessOf } from '../../src/catalog/likeness.js'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'

const tone = await readShippedTone('data')
const about = { kind: 'thank-you', company: 'Harbour FM', contact: 'Rasheed Karim', role: null, known: [], offered: null } as const
const letter = (text: string): string => `Dear Rasheed,\n\n${text}\n\nBest regards,\nPippa Lunt`
const deaf = { ...tone, likeness: { ...tone.likeness, fault: Infinity, calm: -Infinity } }

describe('a letter read as a whole', () => {
  const humble = letter(
    "Thank you for Friday. I'm not somebody people notice in a room, and I dare say anyone on your list could do what I do and do it better. Still, I can make tea, I don't take up much space, and you need hardly know I was there.",
  )

  it('shows a fault that is told in none of its usual words, and where it is thickest', () => {
    expect(check(humble, about, deaf).findings.filter((one) => one.severity !== 'hint')).toEqual([])
    const { verdict, findings } = check(humble, about, tone)
    const [found] = findings
    expect([verdict, found?.severity]).toEqual(['revise', 'warning'])
    expect(found?.why).toMatch(/^As a whole it reads like /)
    expect(humble).toContain(found?.text ?? 'nothing')
  })

  it('makes a tip of what a phrase found in a letter that reads calm', () => {
    const calm = letter(
      'Thank you for Friday and for letting me watch the morning show go out. You wanted more jingles, as the reel I had with me stopped at 2022. They come with this: six pages, of which page four is the one that we hummed. May I come by on Tuesday?',
    )
    const shown = check(calm, about, {
      ...tone,
      likeness: { ...tone.likeness, calm: Infinity, faults: tone.likeness.faults.map(() => 'another') },
    }).findings
    expect(shown.filter((one) => one.severity !== 'hint')).toEqual([])
    expect(check(calm, about, deaf).verdict).not.toBe('send')
    expect(shown).not.toEqual([])
  })

  it('is not tried with a line or two', () => {
    const line = letter('Please, I implore you to look at me once more.')
    expect(check(line, about, tone).findings).toEqual(check(line, about, deaf).findings)
  })
})

describe('the file of weights', () => {
  it('reads signed bytes, which lie there row after row, column after column', () => {
    const weights = Buffer.from(Int8Array.from([127, -1, 0, 5]).buffer).toString('base64')
    const file = {
      columns: 'a\nb',
      rarity: [100, 250],
      means: [],
      spreads: [],
      faults: ['vague'],
      units: [0.5, 2],
      rest: [[1], [-1]],
      weights,
      fault: 3,
      calm: 0,
    }
    const { rows, columns, rarity, weights: read } = likenessOf(file)
    expect(rows).toEqual([
      { unit: 0.5, rest: [1] },
      { unit: 2, rest: [-1] },
    ])
    expect([...read]).toEqual([127, 0, -1, 5])
    expect([columns.get('b'), rarity(0), rarity(1)]).toEqual([1, 100, 250])
  })

  it('comes from a regression that tells two heaps apart', () => {
    const example = (amounts: readonly number[], so: 0 | 1) => ({
      columns: Int32Array.of(0, 1),
      amounts: Float64Array.from(amounts),
      so,
      count: 1,
    })
    const heap = [example([2, 0], 1), example([3, 1], 1), example([2, 2], 1), example([0, 2], 0), example([-1, 1], 0), example([0, 0], 0)]
    const weights = fit(heap, 2)
    expect(heap.map((one) => scoreOf(one, weights) > 0)).toEqual(heap.map(({ so }) => so === 1))
  })
})
