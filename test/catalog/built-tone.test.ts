import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { judgedBy, readLetters } from '../../scripts/tone-figures.js'
import { loadTone } from '../../src/catalog/tone.js'
import { indexOf } from '../../src/composure/phrase-index.js'
import { phraseLists } from '../../src/model/tone.js'

const places = { dataDir: 'data', own: 'no-such-folder' }
const source = await loadTone({ ...places, built: null })
const built = await loadTone({ ...places, built: 'dist' })

describe('the tone rules of a built program', () => {
  it('are those of the sources, without their examples', () => {
    expect(built.rules).toEqual(source.rules.map((rule) => ({ ...rule, flagged: [], clean: [] })))
    expect(built.words).toEqual(source.words)
  })

  it('have the needs of all their phrases', () => {
    const lists = phraseLists(built.rules)
    expect(built.index).toEqual(indexOf(lists, built.words.slots, 1))
    expect(new Set(built.index?.lists)).toEqual(new Set(lists))
  })

  it('weigh each word and pair as the sources do, and no other', () => {
    const { columns, rarity, weights, rows, ...rest } = source.likeness
    const { columns: own, rarity: ownRarity, weights: ownWeights, rows: ownRows, ...ownRest } = built.likeness
    expect([ownRows, ownRest, own.size]).toEqual([rows, rest, columns.size])
    const told = (column: number, rare: typeof rarity, all: Int8Array): readonly number[] => [
      rare(column),
      ...all.subarray(column * rows.length, (column + 1) * rows.length),
    ]
    const names = [...columns.keys()]
    const others = names.filter(
      (name) => String(told(own.get(name) ?? -1, ownRarity, ownWeights)) !== String(told(columns.get(name) ?? -1, rarity, weights)),
    )
    expect(others).toEqual([])
    expect(['', 'a a a', 'zzz', '~', `${names[0] ?? ''}\t`, 'nothing here'].filter((name) => own.get(name) !== undefined)).toEqual([])
  })

  it('judge letters alike', () => {
    for (const letter of readLetters(readFileSync('test/fixtures/letters/first.jsonl', 'utf8')))
      expect(judgedBy(built, letter)).toEqual(judgedBy(source, letter))
  })
})
