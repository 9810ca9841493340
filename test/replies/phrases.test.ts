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
