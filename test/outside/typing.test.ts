import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { newTyping } from '../../src/outside/typing.js'
import { tries } from '../support/tries.js'

const pasted = (text: string): string => `\u001b[200~${text}\u001b[201~`
const take = (chunks: readonly string[]): string => {
  const typing = newTyping(() => 0)
  return chunks.map((chunk) => typing.take(chunk)).join('')
}

describe('a paste between brackets', () => {
  it.each([
    ['the line\nthe rota', 'the line the rota'],
    ['\r\n one\r\n\r\n  two\tthree\r\n', ' one two three'],
    ['kept ', 'kept '],
    ['\n\n', ''],
  ])('%j is one line', (text, line) => {
    expect(take([pasted(text)])).toBe(line)
  })
  it('is the same however it is cut', () => {
    const keys = `typed ${pasted('a\r\nb  \n c\n')} more\r`
    fc.assert(
      fc.property(fc.nat(keys.length), fc.nat(keys.length), (one, two) => {
        const [first, second] = one < two ? [one, two] : [two, one]
        expect(take([keys.slice(0, first), keys.slice(first, second), keys.slice(second)])).toBe(take([keys]))
      }),
      tries(),
    )
  })
})
