import { describe, expect, it } from '@jest/globals'
import { keptOf, threadOf } from '../../src/commands/letter/before.js'
import type { LetterKind } from '../../src/model/act.js'
import type { Fact } from '../../src/model/fact.js'
import type { Contact } from '../../src/model/opportunity.js'

const dana = { id: 'dana' } as unknown as Contact
const facts = [
  {
    kind: 'sent',
    data: { letter: 'thank-you', channel: 'email', contact: 'dana', messageId: '<one@me>', subject: 'Thanks for yesterday' },
  },
  { kind: 'heard', data: { kind: 'courtesy', contact: 'dana', messageId: 'two@them' } },
  { kind: 'heard', data: { kind: 'offer', contact: 'dana', messageId: '<offer@them>' } },
] as unknown as readonly Fact[]

it.each<[LetterKind, string | null, readonly string[]]>([
  ['check-in', 'Thanks for yesterday', ['<one@me>', '<two@them>', '<offer@them>']],
  ['accept', null, ['<offer@them>']],
  ['decline', null, ['<offer@them>']],
  ['negotiation-opener', null, ['<offer@them>']],
  ['withdraw', null, []],
  ['reconnect', null, []],
])('%s has the subject %s, and follows the mails it answers', (kind, subject, references) => {
  expect(threadOf(facts, kind, dana)).toEqual({ subject, references })
})

it('a yes begins anew where no mail brought the offer', () => {
  expect(threadOf(facts.slice(0, 2), 'accept', dana)).toEqual({ subject: null, references: [] })
})

describe('my own wording of a letter', () => {
  const mine = { letter: 'love-letter', contact: 'dana', subject: 'The role', text: 'In my words.' }
  const drafted = { kind: 'drafted', data: mine }
  const left = { kind: 'sent', data: { letter: 'love-letter', contact: 'dana', channel: 'email' } }
  const other = { kind: 'sent', data: { letter: 'check-in', contact: 'dana', channel: 'email' } }
  const back = { kind: 'heard', data: { kind: 'bounce', contact: 'dana', of: 'love-letter' } }
  const words = (...story: readonly unknown[]): string | undefined =>
    keptOf(
      story.map((fact) => ({ ...(fact as Fact) })),
      { kind: 'love-letter', to: 'dana' },
    )?.draft.text

  it.each([
    ['not sent', [drafted]],
    ['sent, and come back', [drafted, left, back]],
    ['come back, where another letter went out meanwhile', [drafted, left, other, back]],
    ['come back twice', [drafted, left, back, left, back]],
  ])('is proposed: %s', (_, story) => expect(words(...story)).toBe(mine.text))

  it.each([
    ['never written', [left, back]],
    ['sent', [drafted, left]],
    ['come back, and sent again', [drafted, left, back, left]],
    ['of an earlier letter that arrived', [drafted, left, left, back]],
    [
      'where another letter came back',
      [drafted, left, other, { kind: 'heard', data: { kind: 'bounce', contact: 'dana', of: 'check-in' } }],
    ],
  ])('is not proposed: %s', (_, story) => expect(words(...story)).toBeUndefined())
})
