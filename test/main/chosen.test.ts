import { describe, expect, it } from '@jest/globals'
import { chosen } from '../../src/main/chosen.js'
import type { Choice } from '../../src/world.js'

const of = (...words: readonly string[]): readonly Choice<string>[] => words.map((word) => ({ value: word, words: word }))

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
})
