import { describe, expect, it } from '@jest/globals'
import type { ToldFact } from '../../src/model/result.js'
import { isSent } from '../../src/views/fact-words.js'

function told(kind: 'drafted' | 'sent', letter: string, retracted = false): ToldFact {
  return { kind, data: { letter, contact: 'dana' }, retracted } as unknown as ToldFact
}

describe('a letter that was written', () => {
  const draft = told('drafted', 'love-letter')
  it.each([
    ['is told by its leaving', [draft, told('sent', 'love-letter')], true],
    ['is told as long as another one left', [draft, told('sent', 'check-in')], false],
    ['is told when its leaving is taken back', [draft, told('sent', 'love-letter', true)], false],
    ['is told when it was written after the last one left', [told('sent', 'love-letter'), draft], false],
  ])('%s', (_says, facts, sent) => {
    expect(isSent(draft, facts)).toBe(sent)
  })
})
