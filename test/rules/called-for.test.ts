import { describe, expect, it } from '@jest/globals'
import type { LocalTime } from '../../src/model/day.js'
import type { FactData } from '../../src/model/fact.js'
import { agendaOf } from '../../src/rules/agenda.js'
import { phaseAt } from '../../src/rules/assess.js'
import { judge } from '../../src/rules/judge.js'
import { called, dana, fileOf, groundOf, interview, sent, withHolidays } from '../support/history.js'
import type { Happening } from '../support/history.js'

const noted = [interview('2026-03-02T10:00'), sent('2026-03-03', 'thank-you'), sent('2026-03-09T10:00', 'love-letter')]

function agreed(outcome: FactData['called']['outcome'], on: string, time: string | null): Happening {
  return {
    kind: 'called',
    at: '2026-03-12T09:00',
    data: { outcome, contact: dana, callback: { text: time === null ? on : `${on}T${time}+00:00`, zone: 'UTC' } },
  }
}

function outlookOf(more: readonly Happening[]): ReturnType<typeof judge> {
  return judge(fileOf([...noted, ...more]), groundOf(withHolidays))
}

describe('a call they asked for', () => {
  it.each([
    ['on a Saturday', '2026-03-14'],
    ['on a holiday', '2026-04-03'],
    ['in a quiet week', '2026-12-28'],
  ])('at an hour is made then, also %s', (_when, on) => {
    for (const outcome of ['bad-time', 'assistant-time'] as const) {
      const { next } = phaseAt(outlookOf([agreed(outcome, on, '11:00')]), `${on}T08:00` as LocalTime)
      expect(next).toMatchObject({ step: 'call', since: on, at: '11:00' })
    }
  })
  it('without an hour is made on the business day', () => {
    const { next } = phaseAt(outlookOf([agreed('bad-time', '2026-03-14', null)]), '2026-03-13T08:00' as LocalTime)
    expect(next).toMatchObject({ step: 'call', since: '2026-03-16', at: null })
  })
  it('is an appointment, and one of theirs that I missed an answer: both come before a chase', () => {
    const rankOf = (more: readonly Happening[]): number | undefined => agendaOf(outlookOf(more)).find((row) => row.list === 'due')?.rank
    const ranks = [[called('2026-03-12T09:00', 'missed-callback')], [agreed('bad-time', '2026-03-13', '11:00')], []].map(rankOf)
    expect(ranks).toEqual([1, 5, 6])
  })
})

describe('the mail after a voicemail', () => {
  const voicemail = called('2026-03-12T10:00', 'voicemail-left')
  const mail = (on: string): Happening => sent(on, 'after-voicemail')
  it.each([
    ['is one message with it', [voicemail, mail('2026-03-12T10:20')], 2],
    ['is one by itself where none was left', [mail('2026-03-12T10:20')], 2],
    ['counts the second time', [voicemail, mail('2026-03-12T10:20'), mail('2026-03-16T10:00')], 3],
    ['counts each time where none was left', [mail('2026-03-12T10:20'), mail('2026-03-17T10:20')], 3],
  ])('%s', (_what, more, units) => {
    expect(outlookOf(more).used.units).toBe(units)
  })
})
