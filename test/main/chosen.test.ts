import { describe, expect, it } from '@jest/globals'
import { fitting, notTaken } from '../../src/main/chosen.js'
import type { Choice } from '../../src/model/question.js'

const of = (...words: readonly string[]): readonly Choice<string>[] => words.map((word) => ({ value: word, words: word }))

function chosen(typed: string, choices: readonly Choice<string>[]): Choice<string> | undefined {
  const some = fitting(typed, choices)
  return some.length === 1 ? some[0] : undefined
}

describe('an answer that was typed', () => {
  it.each([
    ['yes', 'yes'],
    ['Y', 'yes'],
    ['sure', 'yes'],
    ['OK.', 'yes'],
    ['yep', 'yes'],
    ['n', 'no'],
    ['nope', 'no'],
    ['unsure', 'unsure'],
    ['perhaps', undefined],
  ])('%j to a question of yes or no is %j', (typed, value) => {
    expect(chosen(typed, of('yes', 'unsure', 'no'))?.value).toBe(value)
  })
  it('is another word for yes or no only where both can be answered', () => {
    expect(chosen('nope', of('we spoke', 'no'))).toBeUndefined()
    expect(chosen('sure', of('copy', 'later'))).toBeUndefined()
  })
  it('is the only one that begins so, else one that is also called so', () => {
    const choices = [...of('copy', 'edit', 'eml'), { value: 'later', words: 'later', also: ['quit', 'edi'] }]
    expect(['c', 'e', 'edi', 'quit'].map((typed) => chosen(typed, choices)?.value)).toEqual(['copy', undefined, 'edit', 'later'])
  })
  it.each([
    ['y', 'I said yes'],
    ['yes', 'I said yes'],
    ['no', 'I said no'],
    ['said no', 'I said no'],
    ['more', 'I asked for more time'],
    ['not', 'not this one'],
  ])('%j to what became of an offer is %j', (typed, words) => {
    expect(chosen(typed, of('I said yes', 'I said no', 'I asked for more time', 'later', 'not this one', 'why', 'help'))?.words).toBe(words)
  })
  it('says which ones a beginning fits, and what can be answered where it fits none', () => {
    expect(notTaken('w', of('write it', 'done', 'why'))).toBe('"w" fits two: write it, why.')
    expect(notTaken('x', of('write it', 'why'))).toBe('That is none of the answers: write it, why.')
  })
})
