import { describe, expect, it } from '@jest/globals'
import type { LocalTime } from '../../src/model/day.js'
import { phaseAt } from '../../src/rules/assess.js'
import { judge } from '../../src/rules/judge.js'
import { plan } from '../../src/rules/plan.js'
import { called, dana, fileOf, groundOf, heard, interview, sent, weekdays } from '../support/history.js'
import type { Happening } from '../support/history.js'

const ground = groundOf(weekdays)
const four = [
  interview('2026-03-02T09:00'),
  sent('2026-03-03', 'thank-you'),
  sent('2026-03-09', 'love-letter'),
  sent('2026-03-16', 'check-in'),
  sent('2026-03-23', 'value-add'),
  sent('2026-03-30', 'check-in'),
]
const askedFor: Happening = {
  kind: 'called',
  at: '2026-03-30T11:00',
  data: { outcome: 'bad-time', contact: dana, callback: { text: '2026-04-02T10:00+00:00', zone: 'UTC' } },
}
const at = '2026-03-31T09:00' as LocalTime

describe('four messages, none of them the closing letter', () => {
  const nextAfter = (...more: readonly Happening[]) => {
    const { state, next } = phaseAt(judge(fileOf([...four, ...more]), ground), at)
    return `${state} ${next?.step ?? 'nothing'} ${next?.since ?? ''}`
  }

  it('are the last there is to say: at rest ten business days after the fourth, and news sixty after it', () => {
    const touches = plan(fileOf(four), ground, at)
    expect(touches.map(({ day, act }) => `${day} ${act.step}`)).toEqual(['2026-04-13 park', '2026-06-22 reconnect'])
  })

  it('are said once as the reason, with the day of the fourth', () => {
    const { phases } = judge(fileOf(four), ground)
    for (const phase of [phaseAt({ phases } as never, at), phases.at(-1)])
      expect(phase?.because.filter(({ code }) => code === 'messages-spent')).toEqual([
        { code: 'messages-spent', text: expect.not.stringContaining('another role'), on: '2026-03-30' },
      ])
  })

  it.each([
    [
      'rest though the mailbox of a call was full, for a fifth letter would be one more',
      [called('2026-03-30T11:00', 'mailbox-full')],
      'silent park 2026-04-13',
    ],
    ['leave a call that they asked for', [askedFor], 'promised call 2026-04-02'],
    ['leave a call that was cut off', [called('2026-03-30T11:00', 'dropped')], 'silent call 2026-03-30'],
    [
      'rest where that call may not be made',
      [called('2026-03-30T11:00', 'dropped'), { kind: 'stopped', at: '2026-03-30', data: { contact: dana, calls: true, letters: false } }],
      'silent park 2026-04-13',
    ],
    ['are over with a word of theirs', [heard('2026-03-30T12:00', 'holding')], 'waiting check-in 2026-04-08'],
  ] as const)('%s', (_, more, expected) => expect(nextAfter(...(more as readonly Happening[]))).toBe(expected))
})
