import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadCalendar } from '../../src/catalog/calendars.js'
import { loadReplies } from '../../src/catalog/replies.js'
import type { Day } from '../../src/model/day.js'
import type { Mail } from '../../src/model/mail.js'
import type { ContactId } from '../../src/model/opportunity.js'
import type { Recognised } from '../../src/model/replies.js'
import { recognise } from '../../src/replies/recognise.js'

const data = join(import.meta.dirname, '..', '..', 'data')
const rules = await loadReplies(data)
const on = { sent: '2026-03-16' as Day, calendar: loadCalendar(data, 'none') }
const dana = { id: 'dana' as ContactId, name: 'Dana Reyes', email: 'dana@acme.example' }
const letter = { messageId: '<note@robin.example>', kind: 'love-letter', contact: dana.id } as const

/** What an answer of Dana's to my note is taken for, written on Monday 16 March 2026. */
function answered(text: string): Pick<Recognised, 'kind' | 'promise' | 'until'> {
  const mail: Mail = {
    messageId: '<answer@acme.example>',
    answers: [letter.messageId],
    from: { name: dana.name, address: dana.email },
    to: [],
    subject: 'Re: Operations Director',
    sent: on.sent,
    head: new Map(),
    text: `Dear Robin,\n\n${text}\n\nBest wishes,\nDana`,
    report: null,
    calendar: null,
  }
  const { kind, promise, until } = recognise(mail, { company: 'Acme', people: [dana], letters: [letter] }, { rules, on })
  return { kind, promise, until }
}

describe('a day before which there is no news', () => {
  it.each([
    ['Nothing before 1 June, I am afraid.', '2026-06-01'],
    ['Not before the end of May, I am afraid.', '2026-05-29'],
    ['You will not hear from us before 1 June.', '2026-06-01'],
    ['You won’t hear anything from us until mid-May.', '2026-05-15'],
    ['We do not expect to decide until 1 June.', '2026-06-01'],
    ['There will be no news until June.', '2026-06-01'],
    ['It will be 1 June before we decide.', '2026-06-01'],
    ['We are still discussing. Please do not contact us before 1 June.', '2026-06-01'],
    ['Vor Ende Mai wird es keine Entscheidung geben.', '2026-05-29'],
    ['Sie hören von uns nicht vor dem 1. Juni.', '2026-06-01'],
    ['Nous ne prendrons pas de décision avant le 1er juin.', '2026-06-01'],
    ['No tomaremos una decisión antes del 1 de junio.', '2026-06-01'],
  ])('is the day they name: "%s"', (text, promise) => {
    expect(answered(text)).toEqual({ kind: 'holding', promise, until: null })
  })

  it.each([
    'We are still deciding. The office is closed before 1 June.',
    'We are still deciding. The new plant does not open before 1 June.',
    'We are still deciding. Whoever is chosen would not start before 1 June.',
    'We are still deciding. The contract cannot begin until 1 June.',
  ])('is none where the day is about something else: "%s"', (text) => {
    expect(answered(text)).toEqual({ kind: 'holding', promise: null, until: null })
  })

  it.each([
    'The office is closed before 1 June.',
    'We look forward to the summer party, which is not before 1 June.',
    'We do not expect you before 1 June.',
  ])('makes no answer of a mail about something else: "%s"', (text) => {
    expect(answered(text)).toMatchObject({ kind: 'courtesy', promise: null, until: null })
  })
})

describe('a role on hold', () => {
  it.each([
    ['The role is on hold until 1 June.', '2026-06-01'],
    ['The role is on hold. Nothing before 1 June.', '2026-06-01'],
    ['We have put the role on hold, so I will not have news before mid-May.', '2026-05-15'],
    ['There is a hiring freeze here until the end of May.', '2026-05-29'],
    ['Die Stelle ist bis zum 1. Juni zurückgestellt.', '2026-06-01'],
    ['Le poste est en suspens jusqu’au 1er juin.', '2026-06-01'],
  ])('rests until the day they name: "%s"', (text, until) => {
    expect(answered(text)).toEqual({ kind: 'on-hold', promise: null, until })
  })

  it.each([
    'The role is on hold for now.',
    'The role is on hold. The office is closed until 1 June.',
    'The role is on hold until the board has met. The new plant does not open before 1 June.',
    'The role has been on hold since 2 March.',
  ])('has no day of its own: "%s"', (text) => {
    expect(answered(text)).toEqual({ kind: 'on-hold', promise: null, until: null })
  })

  it('keeps a day for news apart', () => {
    expect(answered('The role is on hold until 1 June. We will be in touch by 15 June.')).toEqual({
      kind: 'on-hold',
      promise: '2026-06-15',
      until: '2026-06-01',
    })
  })
})
