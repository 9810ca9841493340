import { describe, expect, it } from '@jest/globals'
import words from '../../data/negotiation/words.json' with { type: 'json' }
import { askWords } from '../../src/letters/negotiation.js'

const open = "I'm delighted, and I'd like to say yes. May I take a few points together?"

describe('what is said to open the talk', () => {
  it.each([
    [{}, 'Could we look at the base together?'],
    [{ ask: '88000' }, 'Could we make it 88,000?'],
    [
      { figures: ['84 to 91 (BLS)'], reasons: ['the two lines I restarted'], wishes: ['a fourth week of leave'], ask: '88000' },
      'Posts like this are advertised at 84 to 91, according to BLS. I ask because of the two lines I restarted: could we make it 88,000? And I would like to talk about a fourth week of leave.',
    ],
    [
      { reasons: ['I have taken two plants through a new shift plan.'], ask: '150000' },
      'I ask because I have taken two plants through a new shift plan: could we make it 150,000?',
    ],
    [{ reasons: ['Because of my years on line 2'] }, 'I ask because of my years on line 2: could we look at the base together?'],
    [{ figures: ['98-112 BLS'] }, 'Posts like this are advertised at 98-112, according to BLS. Could we look at the base together?'],
    [{ figures: ['98 to 112 EUR'] }, 'Posts like this are advertised at 98 to 112 EUR. Could we look at the base together?'],
    [
      { wishes: ['A day at home', 'the 4 May start.', 'a car'] },
      'Could we look at the base together? And I would like to talk about a day at home, and about the 4 May start.',
    ],
  ])('%j', (prepared, said) => {
    expect(askWords(words, prepared, { wanted: true })).toBe(`${open} ${said}`)
  })
})

describe('the reason', () => {
  it.each([
    ['the second coating line starts in June', 'I ask because the second coating line starts in June: could we make it 88,000?'],
    ['The plant is growing', 'I ask because the plant is growing: could we make it 88,000?'],
    ['my team has doubled', 'I ask because my team has doubled: could we make it 88,000?'],
    ['because I restarted two lines', 'I ask because I restarted two lines: could we make it 88,000?'],
    ['my experience with coating', 'I ask because of my experience with coating: could we make it 88,000?'],
    ['the two lines that were restarted by me', 'I ask because of the two lines that were restarted by me: could we make it 88,000?'],
    ['two plants run on my shift plan', 'My reason in a few words: two plants run on my shift plan. Could we make it 88,000?'],
    ['cut unplanned stops by a third', 'I ask because I cut unplanned stops by a third: could we make it 88,000?'],
    ['reduced the scrap by half', 'I ask because I reduced the scrap by half: could we make it 88,000?'],
    ['the rota went up to five', 'I ask because the rota went up to five: could we make it 88,000?'],
    ['my years on line 2', 'My reason in a few words: my years on line 2. Could we make it 88,000?'],
  ])('"%s" is said as a clause, as a thing, or so that it may be either', (reason, said) => {
    expect(askWords(words, { reasons: [reason], ask: '88000' })).toContain(` ${said}`)
  })
})

it('says nothing of a yes where nobody said that they want the job', () => {
  expect(askWords(words, {})).not.toContain('yes')
})
