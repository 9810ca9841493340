import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { readLetters } from '../../scripts/tone-figures.js'
import { readShippedTone } from '../../src/catalog/tone.js'
import { readLetter } from '../../src/composure/letter.js'
import { matchesOf } from '../../src/composure/match.js'
import { needsOf } from '../../src/composure/needs.js'
import { indexOf, needFinder } from '../../src/composure/phrase-index.js'
import { phraseOf } from '../../src/composure/phrase.js'
import { phraseLists } from '../../src/model/tone.js'

const tone = await readShippedTone('data')
const { slots } = tone.words
const nothing = { kind: null, company: null, contact: null, role: null, known: [], offered: null }

describe('what a phrase needs', () => {
  it.each<[phrase: string, needs: readonly (readonly string[])[]]>([
    ['need', [['need']]],
    ['beg*', [['beg*']]],
    ['really need', [['really need']]],
    ['(really|badly) need', [['really need', 'badly need']]],
    ['(a|b|c|d|e) need', [['need'], ['a', 'b', 'c', 'd', 'e']]],
    ['need .. money', [['need'], ['money']]],
    ['need (this|that)? money', [['need'], ['money']]],
    ['(take it|leave) now', [['now'], ['take it', 'leave']]],
    ['(take it or leave it|urgent)', [['take it', 'urgent']]],
    ['NUM weeks', [['weeks']]],
    ['(NUM|few) weeks', [['weeks']]],
    ['.. ASK', []],
    ['ab* seen', [['seen']]],
  ])('%s', (phrase, needs) => {
    expect(needsOf(phraseOf(phrase, {}).elements)).toEqual(needs)
  })
})

describe('the index of phrases', () => {
  const met = (sources: readonly string[], forms: readonly string[]): readonly number[] => {
    const found = new Set<number>()
    const find = needFinder(indexOf([sources], slots, 1))
    forms.forEach((form, at) => find(form, forms[at + 1] ?? '').forEach((need) => found.add(need)))
    return [...found].sort()
  }

  it.each<[forms: string, met: readonly number[]]>([
    ['i need this', [1]],
    ['needy', []],
    ['begging', [2]],
    ['be', []],
    ['take it', [3]],
    ['it take', []],
    ['take', []],
    ['constructor __proto__', []],
  ])('finds in "%s" the needs %j', (forms, needs) => {
    expect(met(['need', 'beg*', 'take it'], forms.split(' '))).toEqual(needs)
  })

  it('gives one number to phrases that need the same', () => {
    expect(indexOf([['need', '.. need'], ['beg*']], slots, 5)).toMatchObject({ needs: [5, 0, 5, 0, 6, 0], next: 7 })
  })

  it('passes over no phrase that occurs', () => {
    const texts = [
      ...tone.rules.flatMap((rule) => [...rule.flagged, ...rule.clean].map((one) => (typeof one === 'string' ? one : one.text))),
      ...readLetters(readFileSync('test/fixtures/letters/sample.jsonl', 'utf8')).map(({ body }) => body),
    ]
    const index = indexOf(phraseLists(tone.rules), slots, 1)
    const find = needFinder(index)
    const needs = needsByPhrase(index.needs)
    const phrases = index.lists.flat().map((source, at) => ({ source, phrase: phraseOf(source, slots), needs: needs[at] ?? [] }))
    const missed: string[] = []
    let occurred = 0
    for (const { tokens, ends } of texts.flatMap((text) => readLetter(text, nothing).sentences)) {
      const forms = tokens.map(({ form }) => form)
      const found = new Set<number>()
      forms.forEach((form, at) => find(form, forms[at + 1] ?? '').forEach((need) => found.add(need)))
      for (const { source, phrase, needs: wanted } of phrases) {
        if (matchesOf(phrase, { forms, asks: ends === '?' }).length === 0) continue
        occurred += 1
        if (!wanted.every((need) => found.has(need))) missed.push(source)
      }
    }
    expect(missed).toEqual([])
    expect(occurred).toBeGreaterThan(1000)
  })
})

function needsByPhrase(needs: readonly number[]): readonly (readonly number[])[] {
  const all: number[][] = [[]]
  for (const need of needs)
    if (need === 0) all.push([])
    else all.at(-1)?.push(need)
  return all
}
