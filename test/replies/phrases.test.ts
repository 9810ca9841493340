import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { loadReplies } from '../../src/catalog/replies.js'
import { replyKinds } from '../../src/model/replies.js'
import { phrasesOf } from '../../src/replies/phrases.js'

const data = join(import.meta.dirname, '..', '..', 'data')
const phrases = phrasesOf(await loadReplies(data))

describe.each(replyKinds)('the words of %s', (kind) => {
  const file = parse(readFileSync(join(data, 'replies', `${kind}.yaml`), 'utf8')) as { examples: string[]; not: string[] }
  it.each(file.examples)('know "%s"', (sentence) => expect(phrases.says(kind, sentence)).toBe(true))
  it.each(file.not)('spare "%s"', (sentence) => expect(phrases.says(kind, sentence)).toBe(false))
})

describe('the patterns', () => {
  it('have no capitals, for texts are compared in lower case', async () => {
    const { kinds, courtesy, robots, daemons, hiringSystems } = await loadReplies(data)
    const ofKinds = Object.values(kinds).flatMap(({ subject = [], says, unless = [], news = [] }) => [
      ...subject,
      ...says,
      ...unless,
      ...news,
    ])
    const all = [...ofKinds, ...courtesy.says, ...robots, ...daemons, ...hiringSystems]
    expect(all.filter((source) => /\p{Lu}/u.test(source.replaceAll('\\p{L}', '')))).toEqual([])
  })
  it('know words in capitals, and typed without their accents', () => {
    expect(phrases.says('holding', 'LA DECISION SERA PRISE EN JANVIER')).toBe(true)
    expect(phrases.says('holding', 'La décision sera prise en janvier')).toBe(true)
    expect(phrases.isRobot('No-Reply')).toBe(true)
  })
})
