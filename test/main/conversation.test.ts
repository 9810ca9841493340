import { describe, expect, it } from '@jest/globals'
import { readShipped } from '../../src/catalog/shipped.js'
import { conversation } from '../../src/main/conversation.js'
import type { Day } from '../../src/model/day.js'
import { noPaint } from '../../src/views/screen.js'

describe('a numbered list', () => {
  it('has each likely doubt on a line of its own on a terminal of 80 columns', () => {
    const printed: string[] = []
    const ask = conversation({
      readLine: () => Promise.resolve(''),
      write: (text) => void printed.push(text),
      columns: () => 80,
      plain: false,
      paint: noPaint,
      today: '2027-03-02' as Day,
    })
    const rows = Object.values(readShipped('data').landings).map(({ doubt, label }) => ({ words: `"${doubt ?? label}"`, aside: label }))
    ask.numbered(rows)
    expect(printed.join('').trimEnd().split('\n')).toHaveLength(rows.length)
    expect(printed.join('')).toMatch(/^ {3}1 ".*" +\w/)
  })
})

describe('a question', () => {
  it.each([40, 60, 80])('keeps the two spaces after its number at %d columns', async (columns) => {
    const printed: string[] = []
    const ask = conversation({
      readLine: () => Promise.resolve(''),
      write: (text) => void printed.push(text),
      columns: () => columns,
      plain: false,
      paint: noPaint,
      today: '2027-03-02' as Day,
    })
    await ask.line({ ask: '1 of 7  When did it click? Finish the sentence: we talked about' })
    expect(printed.join('')).toMatch(/^1 of 7 {2}When/)
  })
})
