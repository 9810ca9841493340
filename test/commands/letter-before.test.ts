import { expect, it } from '@jest/globals'
import { threadOf } from '../../src/commands/letter/before.js'
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
