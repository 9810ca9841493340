import { describe, expect, it } from '@jest/globals'
import type { Instant, LocalTime } from '../../src/model/day.js'
import type { Fact } from '../../src/model/fact.js'
import type { ContactRole } from '../../src/model/opportunity.js'
import { assess, phaseAt } from '../../src/rules/assess.js'
import { describe as describeFacts } from '../../src/rules/describe.js'
import { judge } from '../../src/rules/judge.js'
import { plan } from '../../src/rules/plan.js'
import { called, fileOf, groundOf, interview, sent, weekdays } from '../support/history.js'
import type { Happening } from '../support/history.js'

/** The whole plan from the evening of the interview, as 'day step' lines, under a playbook and with a chased contact of a role. */
function planned(playbook: string, role: ContactRole = 'boss', more: readonly Happening[] = []): readonly string[] {
  const chosen: Happening = { kind: 'described', at: '2026-03-02T15:00', data: { playbook } }
  const file = fileOf([interview('2026-03-02T15:00'), sent('2026-03-03', 'thank-you'), chosen, ...more])
  const facts = file.facts.map((fact) =>
    fact.kind === 'met' && fact.data.name === 'Dana Reyes' ? { ...fact, data: { ...fact.data, role, lead: true } } : fact,
  )
  const opportunity = describeFacts(facts, 'acme-controls')
  if (!opportunity) throw new Error('no opportunity')
  const touches = plan({ ...file, facts, opportunity }, groundOf(weekdays), '2026-03-04T09:00' as LocalTime)
  return touches.map((one) => `${one.day} ${one.act.step}${one.act.voicemail ? ' vm' : ''}`)
}
const boss: Happening = {
  kind: 'met',
  at: '2026-03-02T15:00',
  data: { contact: 'c-ada' as never, name: 'Ada Brandt', role: 'boss', email: 'ada@acme.example' },
}

describe('the whole plan, weekends only, interview on Mon 2 Mar', () => {
  it('gentle: note, something useful, the close; no phone', () => {
    expect(planned('gentle')).toEqual([
      '2026-03-11 love-letter',
      '2026-03-23 value-add',
      '2026-04-06 close-the-loop',
      '2026-04-20 park',
      '2026-07-27 reconnect',
    ])
  })
  it('love-letter-then-phone: two rounds at note + 2, a message on the third and the sixth', () => {
    expect(planned('love-letter-then-phone')).toEqual([
      '2026-03-09 love-letter',
      '2026-03-11 call',
      '2026-03-12 call',
      '2026-03-13 call vm',
      '2026-03-20 call',
      '2026-03-23 call',
      '2026-03-24 call vm',
      '2026-03-31 close-the-loop',
      '2026-04-14 park',
      '2026-06-23 reconnect',
    ])
  })
  it('recruiter-led: a question, three calls, the manager once, the close', () => {
    expect(planned('recruiter-led', 'recruiter', [boss]).slice(0, 6)).toEqual([
      '2026-03-09 check-in',
      '2026-03-12 call',
      '2026-03-13 call',
      '2026-03-16 call',
      '2026-03-23 love-letter',
      '2026-04-02 close-the-loop',
    ])
  })
  it('recruiter-led: nobody is passed over an agency', () => {
    expect(planned('recruiter-led', 'agency', [boss]).join()).not.toContain('love-letter')
  })
  it('owner-operator: a first round soon; a second, ten days on, only with their leave', () => {
    const first = ['2026-03-09 love-letter', '2026-03-11 call', '2026-03-12 call', '2026-03-13 call vm']
    expect(planned('owner-operator').slice(0, 5)).toEqual([...first, '2026-03-27 close-the-loop'])
    const agreed = called('2026-03-11T09:00', 'bad-time')
    const after = planned('owner-operator', 'boss', [sent('2026-03-09', 'love-letter'), agreed])
    expect(after.filter((one) => one.includes(' call'))).toHaveLength(5)
  })
  it('keep-the-door-open: a reply, a hello, and news at 30, 65 and 130 once it is closed and chosen', () => {
    const no: Happening = { kind: 'heard', at: '2026-03-10T10:00', data: { kind: 'rejection', contact: null } }
    const news = ['2026-04-21 reconnect', '2026-06-09 reconnect', '2026-09-08 reconnect']
    expect(planned('keep-the-door-open', 'boss', [no])).toEqual(['2026-03-11 rejection-reply', '2026-03-17 reconnect', ...news])
    const after = [no, sent('2026-03-11', 'rejection-reply'), sent('2026-03-17', 'reconnect')]
    expect(planned('keep-the-door-open', 'boss', after)).toEqual(news)
  })
  it('keep-the-door-open: what is late moves what follows, where less than half the wait is left', () => {
    const no: Happening = { kind: 'heard', at: '2026-02-02T10:00', data: { kind: 'rejection', contact: null } }
    const late = [
      '2026-03-04 rejection-reply',
      '2026-03-10 reconnect',
      '2026-04-14 reconnect',
      '2026-06-02 reconnect',
      '2026-08-03 reconnect',
    ]
    expect(planned('keep-the-door-open', 'boss', [no])).toEqual(late)
  })
})

describe('an interview booked ahead', () => {
  it.each([
    ['America/New_York', '2026-03-04T02:30:00Z', '2026-03-03'],
    ['Pacific/Auckland', '2026-03-02T20:30:00Z', '2026-03-03'],
  ])('is a word of theirs on the day it was recorded, on the clock of %s', (zone, recorded, day) => {
    const booked: Happening = { kind: 'interviewed', at: '2026-03-09', data: { stage: 'manager', contacts: [], booked: true } }
    const file = fileOf([booked])
    const facts = file.facts.map((fact): Fact => ({ ...fact, recorded: recorded as Instant }))
    const outlook = judge({ ...file, facts, opportunity: { ...file.opportunity, zone } }, groundOf(weekdays))
    expect(outlook.lastInbound).toBe(day)
  })
})

describe('an interview booked ahead that is over', () => {
  it.each([
    ['2026-03-09T09:59', '2026-03-02'],
    ['2026-03-09T10:00', '2026-03-09'],
    ['2026-03-17T09:00', '2026-03-09'],
  ])('is their last word from its hour on, at %s', (at, day) => {
    const booked: Happening = { kind: 'interviewed', at: '2026-03-09T10:00', data: { stage: 'manager', contacts: [], booked: true } }
    const file = fileOf([booked])
    const facts = file.facts.map((fact): Fact => ({ ...fact, recorded: '2026-03-02T12:00:00Z' as Instant }))
    const outlook = judge({ ...file, facts }, groundOf(weekdays))
    const row = { handle: 'acme-controls', company: 'Acme Controls', role: null, contacts: [], outlook }
    expect(assess(row, { at: at as LocalTime, calendar: weekdays }, (next) => next).lastInbound).toBe(day)
  })
})

describe('what must not hide silence', () => {
  it('an unfinished look back gives way to the note when their time is up', () => {
    const booked: Happening = { kind: 'interviewed', at: '2026-03-09T10:00', data: { stage: 'manager', contacts: [], booked: true } }
    const outlook = judge(fileOf([{ kind: 'noted', at: '2026-03-02', data: { text: 'invited' } }, booked]), groundOf(weekdays))
    const seen = ['2026-03-09T09:00', '2026-03-09T11:00', '2026-03-13T09:00', '2026-03-16T09:00'].map((at) =>
      phaseAt(outlook, at as LocalTime),
    )
    expect(seen.map((phase) => `${phase.state} ${phase.next?.step ?? ''}`)).toEqual([
      'answered interview',
      'waiting debrief',
      'waiting debrief',
      'silent love-letter',
    ])
  })

  it('a number that is not found gives way to the next letter after five business days', () => {
    const file = fileOf([interview('2026-03-02T15:00'), sent('2026-03-03', 'thank-you'), sent('2026-03-09', 'love-letter')])
    const facts = file.facts.map((fact) => (fact.kind === 'met' ? { ...fact, data: { ...fact.data, phone: null } } : fact))
    const opportunity = describeFacts(facts, 'acme-controls')
    if (!opportunity) throw new Error('no opportunity')
    const outlook = judge({ ...file, facts, opportunity }, groundOf(weekdays))
    expect(outlook.phases.map((phase) => `${phase.from} ${phase.next?.step ?? ''}`).slice(-2)).toEqual([
      '2026-03-09 find-number',
      '2026-03-19 close-the-loop',
    ])
  })
})

describe('rest', () => {
  it('after a voicemail is not shortened by a dial made too early', () => {
    const story = [interview('2026-03-02T15:00'), sent('2026-03-03', 'thank-you'), sent('2026-03-09', 'love-letter')]
    const dialled = [...story, called('2026-03-12T09:00', 'voicemail-left'), called('2026-03-13T10:00', 'no-answer')]
    const last = judge(fileOf(dialled), groundOf(weekdays)).phases.at(-1)
    expect(`${last?.next?.since ?? ''} ${last?.next?.step ?? ''}`).toBe('2026-03-19 call')
  })
})
