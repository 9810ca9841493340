import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { heardKinds } from '../../src/model/act.js'
import type { HeardKind } from '../../src/model/act.js'
import type { Day } from '../../src/model/day.js'
import { agendaOf } from '../../src/rules/agenda.js'
import { addDays } from '../../src/rules/days.js'
import { judge } from '../../src/rules/judge.js'
import { unconfirmedIn } from '../../src/rules/unconfirmed.js'
import { fileOf, groundOf, heard, interview, sent, weekdays } from '../support/history.js'
import type { Happening } from '../support/history.js'
import { tries } from '../support/tries.js'

const ground = groundOf(weekdays)
const phases = (...told: readonly Happening[]) => judge(fileOf([interview('2026-03-02'), ...told]), ground).phases
const arrived = (at: string, messageId = '<m1@acme.example>'): Happening => ({
  kind: 'arrived',
  at,
  data: { kind: 'holding', contact: null, from: 'dana@acme.example', messageId, sentence: 'Not yet.' },
})
const confirmed = (at: string, kind: HeardKind, messageId = '<m1@acme.example>'): Happening => ({
  kind: 'heard',
  at,
  data: { kind, contact: null, messageId },
})

describe('a mail that is probably an answer', () => {
  it('comes first, and nothing is silent while it is open, whatever else there is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heardKinds), fc.nat(40), fc.nat(40), (kind, first, later) => {
        const on = addDays('2026-03-03' as Day, first)
        const outlook = judge(fileOf([interview('2026-03-02'), confirmed(on, kind, '<other@x>'), arrived(addDays(on, later))]), ground)
        expect(outlook.phases.map(({ state }) => state)).not.toContain('silent')
        expect(new Set(outlook.phases.map(({ next }) => next?.step))).toEqual(new Set(['read-mail']))
        expect(agendaOf(outlook).map(({ list }) => list)).toContain('due')
      }),
      tries(),
    )
  })
  it('is no more than the news itself once it is known to be one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heardKinds), (kind) => {
        expect(phases(arrived('2026-03-05'), confirmed('2026-03-05', kind))).toEqual(phases(confirmed('2026-03-05', kind)))
      }),
      tries(),
    )
  })
  it('is settled by a person’s word put on record afterwards, by none before, and by no machine', () => {
    const open = (...told: readonly Happening[]) => unconfirmedIn(fileOf([interview('2026-03-02'), ...told]).facts).length
    expect(open(arrived('2026-03-05'), heard('2026-03-06', 'courtesy'))).toBe(0)
    expect(open(heard('2026-03-04', 'courtesy'), arrived('2026-03-05'))).toBe(1)
    expect(open(arrived('2026-03-05'), heard('2026-03-06', 'auto'))).toBe(1)
    expect(open(arrived('2026-03-05'), arrived('2026-03-06', '<m2@x>'), confirmed('2026-03-05', 'holding'))).toBe(1)
  })
  it('gives way to a letter of which nobody knows whether it left', () => {
    const sending: Happening = {
      kind: 'sending',
      at: '2026-03-06',
      data: { letter: 'check-in', channel: 'email', contact: null, messageId: '<s@me>', subject: 'x' },
    }
    expect(phases(arrived('2026-03-05'), sending).at(-1)?.next?.rule).toBe('unsettled')
    expect(phases(arrived('2026-03-05'), sent('2026-03-06', 'check-in')).at(-1)?.next?.rule).toBe('unconfirmed')
  })
})
