import { describe, expect, it } from '@jest/globals'
import type { LocalTime } from '../../src/model/day.js'
import { pathOf } from '../../src/rules/path.js'
import type { Path } from '../../src/rules/path.js'
import { called, dana, fileOf, groundOf, heard, interview, promised, sent, weekdays } from '../support/history.js'
import type { Happening } from '../support/history.js'

const ground = groundOf(weekdays)

/** The path of a story, looked at on a day at noon. */
function path(story: readonly Happening[], on = '2026-04-30', elsewhere: readonly Happening[] = []): Path {
  return pathOf(fileOf(story, elsewhere), ground, () => `${on}T12:00` as LocalTime)
}
const booked = (at: string): Happening => ({ kind: 'interviewed', at, data: { stage: 'final', contacts: [dana], booked: true } })
const offered = (at: string): Happening => ({ kind: 'offered', at, data: { base: '140000' } })
const closed = (at: string, as: 'hired' | 'no-response' | 'withdrawn'): Happening => ({ kind: 'closed', at, data: { as } })
const landed = (at: string, ...landings: string[]): Happening => ({ kind: 'debriefed', at, data: { landings } })
/** Monday 2 March 2026, 9:00. */
const first = interview('2026-03-02T09:00')

describe('how far an opportunity came', () => {
  const table: readonly (readonly [what: string, story: readonly Happening[], reached: readonly string[], ending: string | null])[] = [
    ['an interview', [first], ['interviewed'], null],
    ['and an answer', [first, heard('2026-03-05', 'holding')], ['interviewed', 'heard'], null],
    ['a machine is no person', [first, heard('2026-03-05', 'auto'), heard('2026-03-06', 'out-of-office')], ['interviewed'], null],
    [
      'a day named in the interview is none',
      [
        first,
        { ...promised('2026-03-02', '2026-03-06'), data: { day: '2026-03-06' as never, words: 'fri', via: 'interview' } } as Happening,
      ],
      ['interviewed'],
      null,
    ],
    ['a day named later is', [first, promised('2026-03-04', '2026-03-06')], ['interviewed', 'heard'], null],
    ['a call that reached them is', [first, called('2026-03-10T09:00', 'spoke')], ['interviewed', 'heard'], null],
    ['one that did not is none', [first, called('2026-03-10T09:00', 'voicemail-left')], ['interviewed'], null],
    ['a second round says that they answered', [first, interview('2026-03-12T10:00')], ['interviewed', 'heard', 'again'], null],
    ['a booked one too', [first, booked('2026-05-12T10:00')], ['interviewed', 'heard', 'again'], null],
    ['an offer without another round', [first, heard('2026-03-09', 'offer')], ['interviewed', 'heard', 'offered'], null],
    ['an offer by voice', [first, called('2026-03-09T10:00', 'offer')], ['interviewed', 'heard', 'offered'], null],
    ['a yes', [first, offered('2026-03-09'), sent('2026-03-11', 'accept')], ['interviewed', 'heard', 'offered', 'accepted'], 'hired'],
    [
      'a yes, put on record as the end',
      [first, offered('2026-03-09'), closed('2026-03-11', 'hired')],
      ['interviewed', 'heard', 'offered', 'accepted'],
      'hired',
    ],
    ['a no of mine', [first, offered('2026-03-09'), sent('2026-03-11', 'decline')], ['interviewed', 'heard', 'offered'], 'declined'],
    ['their no', [first, heard('2026-03-09', 'rejection')], ['interviewed', 'heard'], 'rejected'],
    ['a withdrawal', [first, sent('2026-03-09', 'withdraw')], ['interviewed'], 'withdrawn'],
    ['no answer', [first, closed('2026-04-09', 'no-response')], ['interviewed'], 'no-response'],
    ['an interview still ahead', [booked('2026-05-12T10:00')], [], null],
  ]
  it.each(table)('%s', (_, story, reached, ending) => {
    expect(path(story)).toMatchObject({ reached, ending })
  })
  it('a booked interview counts from its hour on', () => {
    expect(path([booked('2026-04-30T11:00')]).began).toBe('2026-04-30')
    expect(path([booked('2026-04-30T13:00')]).began).toBeNull()
  })
})

describe('how long their answers took, in business days', () => {
  const table: readonly (readonly [what: string, story: readonly Happening[], answers: readonly number[]])[] = [
    ['none yet', [first], []],
    ['the same day', [first, heard('2026-03-02T16:00', 'courtesy')], [0]],
    ['over a weekend', [first, heard('2026-03-09', 'holding')], [5]],
    ['the first word counts', [first, heard('2026-03-04', 'holding'), heard('2026-03-20', 'rejection')], [2]],
    [
      'of each interview',
      [first, heard('2026-03-04', 'invite'), interview('2026-03-16T10:00'), called('2026-03-18T10:00', 'spoke')],
      [2, 2],
    ],
    ['nobody knows when a second one was agreed', [first, interview('2026-03-16T10:00')], []],
    ['a machine does not count', [first, heard('2026-03-04', 'auto'), heard('2026-03-05', 'holding')], [3]],
  ]
  it.each(table)('%s', (_, story, answers) => {
    expect(path(story).answers).toEqual(answers)
  })
  it('to an offer from the first interview', () => {
    expect(path([first, interview('2026-03-16T10:00'), offered('2026-03-30')]).toOffer).toBe(20)
    expect(path([first]).toOffer).toBeNull()
  })
})

describe('letters that were followed by an answer', () => {
  const table: readonly (readonly [what: string, story: readonly Happening[], letters: readonly (readonly [string, boolean | null])[]])[] =
    [
      ['within five business days', [first, sent('2026-03-09', 'love-letter'), heard('2026-03-16', 'holding')], [['love-letter', true]]],
      ['later', [first, sent('2026-03-09', 'love-letter'), heard('2026-03-17', 'holding')], [['love-letter', false]]],
      ['never', [first, sent('2026-03-09', 'love-letter')], [['love-letter', false]]],
      ['too early to say', [first, sent('2026-04-27', 'check-in')], [['check-in', null]]],
      [
        'two before one answer',
        [first, sent('2026-03-03', 'thank-you'), sent('2026-03-06', 'love-letter'), heard('2026-03-09', 'holding')],
        [
          ['thank-you', true],
          ['love-letter', true],
        ],
      ],
      ['one that came back was never sent', [first, sent('2026-03-09', 'love-letter'), heard('2026-03-09T20:00', 'bounce')], []],
      ['to a yes no answer is awaited', [first, offered('2026-03-09'), sent('2026-03-10', 'accept')], []],
      ['another interview shows one', [first, sent('2026-03-03', 'thank-you'), interview('2026-03-06T10:00')], [['thank-you', true]]],
    ]
  it.each(table)('%s', (_, story, letters) => {
    expect(path(story).letters.map(({ letter, followed }) => [letter, followed])).toEqual(letters)
  })
})

describe('on the phone', () => {
  it('each conversation has the try on which it came, since their last word', () => {
    const { dials } = path([
      first,
      called('2026-03-10T09:00', 'no-answer'),
      called('2026-03-11T16:30', 'voicemail-left'),
      called('2026-03-18T10:00', 'spoke'),
      called('2026-03-26T10:00', 'spoke'),
      called('2026-04-06T10:00', 'busy'),
      heard('2026-04-07', 'holding'),
      called('2026-04-20T10:00', 'spoke'),
    ]).calls
    expect(dials.map(({ time, talk }) => [time, talk])).toEqual([
      ['09:00', null],
      ['16:30', null],
      ['10:00', 3],
      ['10:00', 1],
      ['10:00', null],
      ['10:00', 1],
    ])
  })
  it('their own call is no try', () => {
    expect(path([first, called('2026-03-10T09:00', 'missed-callback')]).calls.dials).toEqual([])
  })
  it('a voicemail is followed as a letter is', () => {
    const { voicemails } = path([first, called('2026-03-11T16:30', 'voicemail-left'), heard('2026-03-12', 'holding')]).calls
    expect(voicemails).toEqual([{ followed: true, joint: null }])
  })
})

describe('days they named', () => {
  const table: readonly (readonly [what: string, story: readonly Happening[], promises: readonly object[]])[] = [
    ['kept on the day', [promised('2026-03-04', '2026-03-13'), heard('2026-03-13', 'holding')], [{ how: 'kept' }]],
    ['a weekend counts as the Monday after it', [promised('2026-03-04', '2026-03-14'), heard('2026-03-16', 'holding')], [{ how: 'kept' }]],
    [
      'another day named in time keeps it',
      [promised('2026-03-04', '2026-03-13'), promised('2026-03-13', '2026-05-20')],
      [{ how: 'kept' }, { how: 'ahead' }],
    ],
    ['late', [promised('2026-03-04', '2026-03-13'), heard('2026-03-18', 'holding')], [{ how: 'late', days: 3 }]],
    ['never', [promised('2026-03-04', '2026-03-13')], [{ how: 'none' }]],
    ["a machine's no is news too", [promised('2026-03-04', '2026-03-13'), heard('2026-03-12', 'rejection')], [{ how: 'kept' }]],
    ['over before it', [promised('2026-03-04', '2026-03-13'), closed('2026-03-10', 'withdrawn')], []],
  ]
  it.each(table)('%s', (_, story, promises) => {
    expect(path([first, ...story]).promises).toEqual(promises)
  })
})

describe('silence', () => {
  // Their time is up on Monday 9 March.
  const table: readonly (readonly [what: string, story: readonly Happening[], silences: readonly object[]])[] = [
    ['none before their time is up', [heard('2026-03-06', 'holding'), closed('2026-03-10', 'withdrawn')], []],
    ['none where they speak on the day', [heard('2026-03-09', 'rejection')], []],
    ['ended by a word', [heard('2026-03-12', 'rejection')], [{ how: 'ended', days: 3 }]],
    [
      'ended by a call that got through',
      [sent('2026-03-09', 'love-letter'), called('2026-03-12T10:00', 'no')],
      [{ how: 'ended', days: 3 }],
    ],
    ['a machine does not end it', [heard('2026-03-10', 'auto'), heard('2026-03-12', 'rejection')], [{ how: 'ended', days: 3 }]],
    ['lasting', [], [{ how: 'lasting', days: 38 }]],
    ['left behind', [closed('2026-03-30', 'no-response')], [{ how: 'otherwise', days: 15 }]],
    ['a question of theirs is no silence of theirs', [heard('2026-03-06', 'question')], []],
  ]
  it.each(table)('%s', (_, story, silences) => {
    expect(path([first, ...story]).silences).toEqual(silences)
  })
})

describe('how it landed', () => {
  it('has each way once', () => {
    expect(path([first, landed('2026-03-02', 'oversold', 'rambled'), landed('2026-03-03', 'oversold')]).landings).toEqual([
      'oversold',
      'rambled',
    ])
  })
})
