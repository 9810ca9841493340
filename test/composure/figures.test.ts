import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { judgedBy, readLetters, sharesOf } from '../../scripts/tone-figures.js'
import { readShippedTone } from '../../src/catalog/tone.js'

const tone = await readShippedTone('data')
const text = (file: string): string => readFileSync(`test/fixtures/letters/${file}.jsonl`, 'utf8')
const shares = (file: string): ReturnType<typeof sharesOf> => sharesOf(readLetters(text(file)).map((letter) => judgedBy(tone, letter)))

describe('the composure check on labelled letters', () => {
  it('meets the bar on the letters it was made with', () => {
    const { badFlagged, faultsFound, byFault, goodFlagged, trickyFlagged } = shares('first')
    expect(badFlagged).toBeGreaterThanOrEqual(0.9)
    expect(faultsFound).toBeGreaterThanOrEqual(0.8)
    for (const [fault, [found, of]] of byFault) expect([fault, found / of >= 0.6]).toEqual([fault, true])
    expect(goodFlagged).toBeLessThanOrEqual(0.05)
    expect(trickyFlagged).toBeLessThanOrEqual(0.1)
  })

  it('loses nothing of what it reached on the letters held back', () => {
    const { badFlagged, faultsFound, goodFlagged } = shares('held-back')
    expect(badFlagged).toBeGreaterThanOrEqual(0.91)
    expect(faultsFound).toBeGreaterThanOrEqual(0.8)
    expect(goodFlagged).toBeLessThanOrEqual(0.05)
  })

  it('the letters held back are those that were frozen', () => {
    const hash = createHash('sha256').update(text('held-back')).digest('hex')
    expect(readFileSync('test/fixtures/letters/README.md', 'utf8')).toContain(hash)
  })
})
