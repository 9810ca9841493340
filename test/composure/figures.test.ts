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
    expect(badFlagged).toBeGreaterThanOrEqual(0.88)
    expect(faultsFound).toBeGreaterThanOrEqual(0.8)
    expect(goodFlagged).toBeLessThanOrEqual(0.05)
  })

  it('loses nothing of what it reached on the second letters', () => {
    const { badFlagged, faultsFound, byFault, goodFlagged, trickyFlagged } = shares('second')
    expect(badFlagged).toBeGreaterThanOrEqual(0.95)
    expect(faultsFound).toBeGreaterThanOrEqual(0.93)
    for (const [fault, [found, of]] of byFault) expect([fault, found / of >= 0.6]).toEqual([fault, true])
    expect(goodFlagged).toBeLessThanOrEqual(0.05)
    expect(trickyFlagged).toBeLessThanOrEqual(0.1)
  })

  it.each([
    ['third', 0.95, 0.95, 0.03],
    ['fourth', 0.95, 0.95, 0.03],
    ['fifth', 0.95, 0.88, 0.05],
    ['sixth', 0.95, 0.8, 0.03],
    ['seventh', 0.95, 0.85, 0.05],
  ])('loses nothing of what it reached on the %s letters', (file, bad, faults, good) => {
    const { badFlagged, faultsFound, goodFlagged } = shares(file)
    expect(badFlagged).toBeGreaterThanOrEqual(bad)
    expect(faultsFound).toBeGreaterThanOrEqual(faults)
    expect(goodFlagged).toBeLessThanOrEqual(good)
  })

  it('keeps what it reached on letters that nobody read and nothing was learnt from', () => {
    const { badFlagged, faultsFound, byFault, goodFlagged, trickyFlagged } = shares('sealed')
    expect(badFlagged).toBeGreaterThanOrEqual(0.9)
    expect(faultsFound).toBeGreaterThanOrEqual(0.85)
    for (const [fault, [found, of]] of byFault) expect([fault, found / of >= 0.6]).toEqual([fault, true])
    expect(goodFlagged).toBeLessThanOrEqual(0.05)
    expect(trickyFlagged).toBeLessThanOrEqual(0.1)
  })

  it.each(['held-back', 'unseen', 'blind', 'sealed'])('the letters of %s are those that were frozen', (file) => {
    const hash = createHash('sha256').update(text(file)).digest('hex')
    expect(readFileSync('test/fixtures/letters/README.md', 'utf8')).toContain(hash)
  })
})
