import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { heardKinds, letterKinds, outcomes } from '../../src/model/act.js'
import type { Day, LocalTime } from '../../src/model/day.js'
import type { Fact } from '../../src/model/fact.js'
import { callIs } from '../../src/model/kinds.js'
import type { ContactId, FactId, OpportunityId } from '../../src/model/opportunity.js'
import type { CaseFile } from '../../src/model/store.js'
import { stages } from '../../src/model/opportunity.js'
import { agendaOf } from '../../src/rules/agenda.js'
import { hoursToAct, phaseAt } from '../../src/rules/assess.js'
import { addBusinessDays, addDays, businessDaysBetween, isBusinessDay, isLeftAlone } from '../../src/rules/days.js'
import { judge } from '../../src/rules/judge.js'
import { budget } from '../../src/rules/limits.js'
import { plan } from '../../src/rules/plan.js'
import type { PlannedTouch } from '../../src/rules/plan.js'
import { called, dana, fileOf, groundOf, heard, interview, priya, promised, sent, weekdays, withHolidays } from '../support/history.js'
import type { Happening } from '../support/history.js'
import { tries } from '../support/tries.js'

const runs = tries(1000)
const start = '2026-03-02' as Day
const ground = groundOf(withHolidays)

/** An interview and up to twelve things after it, each up to nine days later than the last. */
const stories = fc
  .record({
    stage: fc.constantFrom(...stages),
    first: fc.integer({ min: 0, max: 330 }),
    rest: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), happenings()), { maxLength: 12 }),
  })
  .map(({ stage, first, rest }): readonly Happening[] => {
    let now = addDays(start, first)
    const told: Happening[] = [interview(`${now}T09:00`, stage)]
    for (const [later, make] of rest) {
      now = addDays(now, later)
      told.push(make(now))
    }
    return told
  })

function happenings() {
  return fc.oneof(
    fc.constantFrom(...letterKinds).map((kind) => (day: Day) => sent(`${day}T10:00`, kind)),
    fc.constantFrom(...outcomes).map((kind) => (day: Day) => called(`${day}T11:00`, kind)),
    fc.constantFrom(...heardKinds).map((kind) => (day: Day) => heard(`${day}T12:00`, kind)),
    fc.integer({ min: 0, max: 30 }).map((ahead) => (day: Day) => promised(`${day}T13:00`, addDays(day, ahead))),
    fc
      .integer({ min: 1, max: 20 })
      .map((ahead) => (day: Day): Happening => ({ kind: 'snoozed', at: day, data: { until: addDays(day, ahead) } })),
  )
}

/** When one looks: days after the last thing that happened, in the morning or when the hours of the day are over. */
const looks = fc.record({ days: fc.integer({ min: 1, max: 6 }), time: fc.constantFrom('07:00', '19:30') })

function lastDay(story: readonly Happening[]): Day {
  return story
    .map((one) => one.at.slice(0, 10))
    .sort()
    .at(-1) as Day
}
function standingOn(story: readonly Happening[], day: string) {
  return phaseAt(judge(fileOf(story), ground), `${day}T12:00` as LocalTime)
}
const chasing = new Set(['love-letter', 'check-in', 'value-add', 'call', 'close-the-loop', 'find-number'])

/** A planned touch but for the hours of the calls before it. */
const withoutHour = ({ act, ...touch }: PlannedTouch) => ({ ...touch, act: { ...act, dialled: null, window: null } })

describe('silence', () => {
  it('is never lowered or moved by a touch of mine', () => {
    const touches = fc.oneof(
      fc
        .constantFrom('love-letter' as const, 'check-in' as const, 'value-add' as const, 'thank-you' as const)
        .map((kind) => (day: Day) => sent(`${day}T14:00`, kind)),
      fc
        .constantFrom('no-answer' as const, 'busy' as const, 'voicemail-left' as const)
        .map((kind) => (day: Day) => called(`${day}T14:00`, kind)),
    )
    let silent = 0
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 20 }), touches, (story, later, touch) => {
        const day = addDays(lastDay(story), later)
        const before = standingOn(story, day)
        if (before.state !== 'silent') return
        silent += 1
        const after = phaseAt(judge(fileOf([...story, touch(day)]), ground), `${day}T23:00` as LocalTime)
        expect([after.state, after.silentSince]).toEqual(['silent', before.silentSince])
      }),
      runs,
    )
    expect(silent).toBeGreaterThan(100)
  })

  it('begins on a business day that is not left alone', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { silentSince } of judge(fileOf(story), ground).phases) {
          if (silentSince) expect([isBusinessDay(silentSince, withHolidays), isLeftAlone(silentSince, withHolidays)]).toEqual([true, false])
        }
      }),
      runs,
    )
  })
})

describe('a promise', () => {
  it('holds every chasing step until its grace is over', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 40 }), (story, ahead) => {
        const said = lastDay(story)
        const named = addDays(said, ahead)
        const told = [...story, promised(`${said}T23:00`, named)]
        const outlook = judge(fileOf(told), ground)
        if (outlook.promise === null || outlook.phases[0]?.state === 'closed') return
        const graceOver = addBusinessDays(addBusinessDays(named, 0, withHolidays), 2, withHolidays)
        for (const { next } of outlook.phases)
          if (next && chasing.has(next.step) && next.rule && next.rule !== 'call-back') expect(next.since >= graceOver).toBe(true)
      }),
      runs,
    )
  })
})

describe('a role on hold', () => {
  const away: Happening = { kind: 'held', at: '2026-03-10T10:00', data: { contact: dana, until: '2026-06-01' as Day } }
  const onHold = heard('2026-03-10T12:00', 'on-hold')
  const later = { ...away, at: '2026-03-10T14:00' }
  const before = [interview('2026-03-02T09:00'), sent('2026-03-09T10:00', 'love-letter')]

  it.each([
    ['told before it', [away, onHold], 'check-in', '2026-06-03'],
    ['told after it', [onHold, later], 'check-in', '2026-06-03'],
    ['and a friendly word', [onHold, later, heard('2026-03-11T12:00', 'courtesy')], 'check-in', '2026-06-03'],
    ['and a letter of mine meanwhile', [onHold, later, sent('2026-03-12T10:00', 'check-in')], 'check-in', '2026-06-03'],
    ['but not one that was over', [{ ...away, data: { contact: dana, until: '2026-03-11' as Day } }, onHold], 'check-in', '2026-04-07'],
    ['but for a word of theirs that ended it', [away, heard('2026-03-10T11:00', 'holding'), onHold], 'check-in', '2026-04-07'],
  ])('leaves who is away alone until they are back: an absence %s', (_name, told, step, on) => {
    const outlook = judge(fileOf([...before, ...told]), groundOf(weekdays))
    const { next } = phaseAt(outlook, '2026-03-13T12:00' as LocalTime)
    expect([next?.step, next?.since]).toEqual([step, on])
  })

  const until = (day: string, at = '2026-03-10T12:00'): Happening => ({
    kind: 'heard',
    at,
    data: { kind: 'on-hold', contact: dana, until: day as Day },
  })

  it.each([
    ['counts two business days from it', [until('2026-06-01')], '2026-06-03'],
    ['from the day after a weekend', [until('2026-05-30')], '2026-06-03'],
    ['be it nearer than the usual rest', [until('2026-03-16')], '2026-03-18'],
    ['the second time too', [heard('2026-03-10T10:00', 'on-hold'), until('2026-06-01')], '2026-06-03'],
    ['the later told of two', [until('2026-06-01'), until('2026-05-04', '2026-03-11T12:00')], '2026-05-06'],
    ['and a letter of mine meanwhile wakes nothing', [until('2026-06-01'), sent('2026-04-13T10:00', 'value-add')], '2026-06-03'],
    ['and a friendly word of theirs neither', [until('2026-06-01'), heard('2026-03-12T12:00', 'courtesy')], '2026-06-03'],
  ])('rests until the day they named: %s', (_name, told, on) => {
    const at = `${told.at(-1)?.at.slice(0, 10) ?? ''}T18:00` as LocalTime
    const { state, next } = phaseAt(judge(fileOf([...before, ...told]), groundOf(weekdays)), at)
    expect([state, next?.step, next?.since]).toEqual(['parked', 'check-in', on])
  })

  it('is asked after like any other once their day has come and a letter went out', () => {
    const story = [...before, until('2026-06-01'), sent('2026-06-03T10:00', 'check-in')]
    const { state, next } = phaseAt(judge(fileOf(story), groundOf(weekdays)), '2026-06-04T12:00' as LocalTime)
    expect([state, next?.since]).toEqual(['waiting', '2026-06-10'])
  })

  it('lets a number that is to be found rest until the hold ends', () => {
    const told = [...before, called('2026-03-12T10:00', 'wrong-number'), heard('2026-03-12T12:00', 'on-hold')]
    const at = (story: readonly Happening[], day: string) => phaseAt(judge(fileOf(story), groundOf(weekdays)), `${day}T12:00` as LocalTime)
    expect([at(told, '2026-03-16').state, at(told, '2026-03-16').next?.step]).toEqual(['parked', 'check-in'])
    expect(at([...told, sent('2026-04-09T10:00', 'check-in')], '2026-04-10').next?.step).toBe('find-number')
  })

  it('sends no lines of news into an absence after the loop was closed', () => {
    const told = [...before, sent('2026-03-16T10:00', 'close-the-loop'), { ...away, data: { contact: dana, until: '2026-08-03' as Day } }]
    const { next } = phaseAt(judge(fileOf(told), groundOf(weekdays)), '2026-05-01T12:00' as LocalTime)
    expect([next?.step, next?.since]).toEqual(['reconnect', '2026-08-05'])
  })
})

describe('a wrong number', () => {
  it.each([
    ['they rang', ['missed-callback', 'wrong-number']],
    ['the number was found wrong', ['wrong-number', 'missed-callback']],
  ] as const)('looks for the right number before it rings back, where first %s', (_, [first, second]) => {
    const told = [
      interview('2026-03-02T09:00'),
      sent('2026-03-09T10:00', 'love-letter'),
      called('2026-03-12T10:00', first),
      called('2026-03-12T11:00', second),
    ]
    const touches = plan(fileOf(told), groundOf(weekdays), '2026-03-12T12:00' as LocalTime)
    expect(touches.map(({ act, day }) => [act.step, day])).toEqual([['find-number', '2026-03-12']])
    const found: Happening = { kind: 'met', at: '2026-03-12T13:00', data: { contact: dana, phone: '+13125550199' } }
    const { next } = phaseAt(judge(fileOf([...told, found]), groundOf(weekdays)), '2026-03-12T14:00' as LocalTime)
    expect([next?.step, next?.since]).toEqual(['call', '2026-03-12'])
  })
})

describe('what broke contact with a person, told of another role of theirs', () => {
  const here = [interview('2026-03-02T09:00'), sent('2026-03-09T10:00', 'love-letter')]
  const stepOn = (file: CaseFile, on = '2026-03-17') => {
    const { next, because } = phaseAt(judge(file, groundOf(weekdays)), `${on}T12:00` as LocalTime)
    return [next?.step, next?.attempt, ...because.map(({ code }) => code)]
  }
  // What was told elsewhere was recorded before what follows the two here.
  const since = (more: readonly Happening[], elsewhere: readonly Happening[]): CaseFile => {
    const file = fileOf([...here, ...more], elsewhere)
    return { ...file, elsewhere: file.elsewhere.map((fact) => ({ ...fact, id: '00000000-0000-7000-8000-000000000004+' as FactId })) }
  }
  const wrong = called('2026-03-12T10:00', 'wrong-number')
  const number: Happening = { kind: 'met', at: '2026-03-13T13:00', data: { contact: dana, phone: '+13125550199' } }
  const left = heard('2026-03-10T10:00', 'left')
  const ada: Happening = {
    kind: 'met',
    at: '2026-03-11T10:00',
    data: { contact: 'c-ada' as ContactId, name: 'Ada', email: 'a@acme.example', lead: true },
  }

  it('has a wrong number looked for here too, until another one is on record', () => {
    expect(stepOn(fileOf(here, [wrong]))).toEqual(['find-number', 1, 'owed-wrong-number', 'no-number'])
    expect(stepOn(since([number], [wrong]))).toEqual(stepOn(fileOf([...here, wrong, number])))
  })

  it('counts no try for a wrong number, wherever it was dialled', () => {
    const used = (...files: readonly CaseFile[]) => files.map((file) => judge(file, groundOf(weekdays)).used.dials)
    expect(used(fileOf(here, [wrong]), fileOf([...here, wrong]))).toEqual([0, 0])
  })

  it('asks for no number once they were reached there', () => {
    expect(stepOn(fileOf(here, [wrong, called('2026-03-13T10:00', 'spoke')]), '2026-03-18')[0]).toBe('call')
  })

  it('owes one number for one call about both', () => {
    const joint: Happening = { ...wrong, data: { outcome: 'wrong-number', contact: dana, also: ['o-other' as OpportunityId] } } as Happening
    const file = fileOf([...here, joint], [{ ...joint, data: { ...joint.data, also: ['o-acme' as OpportunityId] } } as Happening])
    const command = 'c-joint' as FactId
    const told = (fact: Fact): Fact => (fact.kind === 'called' ? { ...fact, command } : fact)
    const both = { ...file, facts: file.facts.map(told), elsewhere: file.elsewhere.map(told) }
    expect(stepOn(both)).toEqual(stepOn(fileOf([...here, wrong])))
  })

  it('has somebody looked for who took over from one who left, until they are known', () => {
    expect(stepOn(fileOf(here, [left]))).toEqual(stepOn(fileOf([...here, left])))
    expect(stepOn(fileOf(here, [left]))[0]).toBe('find-contact')
    expect(stepOn(since([ada], [left]))).toEqual(stepOn(fileOf([...here, left, ada])))
  })

  it('is no news where they were met here after it', () => {
    const file = fileOf(here, [left])
    const before = { ...file, elsewhere: file.elsewhere.map((fact) => ({ ...fact, id: '0' as FactId })) }
    expect(stepOn(before)).toEqual(stepOn(fileOf(here)))
  })

  it('shows nothing of a booked interview to be over', () => {
    const booked: Happening = { kind: 'interviewed', at: '2026-03-09T09:00', data: { stage: 'manager', contacts: [dana], booked: true } }
    expect(
      stepOn(
        fileOf(
          [booked],
          [heard('2026-03-10T10:00', 'left')].map((one) => ({ ...one, data: { kind: 'left', contact: priya } }) as Happening),
        ),
        '2026-03-11',
      )[0],
    ).toBe('debrief')
  })
})

describe('a letter of which nobody knew whether it left', () => {
  const sending = (at: string): Happening => ({
    kind: 'sending',
    at,
    data: { letter: 'love-letter', channel: 'email', contact: dana, messageId: `<${at}@x>`, subject: 'Us' },
  })
  const isUnsettled = (...told: readonly Happening[]) => {
    const outlook = judge(fileOf([interview('2026-03-02T09:00'), ...told]), groundOf(weekdays))
    return phaseAt(outlook, '2026-03-11T12:00' as LocalTime).next?.rule === 'unsettled'
  }
  const came = [sending('2026-03-09T10:00'), sent('2026-03-09T10:01', 'love-letter'), heard('2026-03-09T10:05', 'bounce')]

  it('is settled once it came back', () => expect(isUnsettled(...came)).toBe(false))
  it('is another one after that', () => expect(isUnsettled(...came, sending('2026-03-10T10:00'))).toBe(true))
  it('is not settled by another kind that came back', () => {
    const other = [sent('2026-03-09T10:01', 'thank-you'), heard('2026-03-09T10:05', 'bounce')]
    expect(isUnsettled(sending('2026-03-09T10:00'), ...other)).toBe(true)
  })
})

describe('the budget of one person with two roles', () => {
  const here = [interview('2026-03-02T09:00'), sent('2026-03-09T10:00', 'love-letter'), called('2026-03-12T10:00', 'voicemail-left')]
  const talk = interview('2026-03-18T09:00')
  const withPriya: Happening = { kind: 'interviewed', at: '2026-03-18T09:00', data: { stage: 'manager', contacts: [priya], booked: false } }
  const calledOff: Happening = {
    kind: 'rescheduled',
    at: '2026-03-17T09:00',
    data: { interview: '00000000-0000-7000-8000-000000005001' as FactId, to: null },
  }
  const before = sent('2026-03-05T10:00', 'check-in')
  const after = sent('2026-03-19T10:00', 'check-in')

  it.each([
    ['is used up by touches in both', [before], { units: 3, dials: 1, voicemails: 1 }],
    ['is full again after an interview with them in the other', [before, talk], { units: 0, dials: 0, voicemails: 0 }],
    ['is full again after a word of theirs in the other', [heard('2026-03-13T10:00', 'holding')], { units: 0, dials: 0, voicemails: 0 }],
    ['counts what came after that interview there', [talk, after], { units: 1, dials: 0, voicemails: 0 }],
    ['counts what came after an interview in between', [interview('2026-03-10T09:00')], { units: 1, dials: 1, voicemails: 1 }],
    ['is not filled by an interview with somebody else', [before, withPriya], { units: 3, dials: 1, voicemails: 1 }],
    ['is not filled by one that was called off', [before, talk, calledOff], { units: 3, dials: 1, voicemails: 1 }],
  ])('%s', (_name, elsewhere, used) => {
    expect(judge(fileOf(here, elsewhere), groundOf(weekdays)).used).toEqual(used)
  })
})

describe('what was said or written about another role of the same person', () => {
  const here = [interview('2026-03-02T09:00'), sent('2026-03-09T10:00', 'love-letter')]
  const nextAfter = (elsewhere: readonly Happening[], on = '2026-03-12', told: readonly Happening[] = here) =>
    phaseAt(judge(fileOf(told, elsewhere), groundOf(weekdays)), `${on}T12:00` as LocalTime).next

  it.each(outcomes.filter((one) => callIs(one, 'talk')))('rests three business days after a talk there (%s), for calls', (outcome) => {
    expect(nextAfter([called('2026-03-12T08:10', outcome)])).toMatchObject({ step: 'call', since: '2026-03-17', attempt: 1 })
  })

  it('rests three business days after a talk there, for letters', () => {
    const first = [interview('2026-03-02T09:00')]
    expect(nextAfter([called('2026-03-09T08:10', 'spoke')], '2026-03-09', first)).toMatchObject({
      step: 'love-letter',
      since: '2026-03-12',
    })
  })

  it('calls back at once no line that dropped before that talk, but one that dropped after it', () => {
    const dropped = (at: string) => [...here, called(at, 'dropped')]
    expect(nextAfter([], '2026-03-12', dropped('2026-03-12T08:10'))).toMatchObject({ step: 'call', since: '2026-03-12' })
    const talk = called('2026-03-12T08:20', 'spoke')
    expect(nextAfter([talk], '2026-03-12', dropped('2026-03-12T08:10'))).toMatchObject({ step: 'call', since: '2026-03-17' })
    expect(nextAfter([talk], '2026-03-12', dropped('2026-03-12T08:30'))).toMatchObject({ step: 'call', since: '2026-03-12' })
  })

  it('rests after an answer there, which costs no message', () => {
    const file = fileOf(here, [heard('2026-03-10T09:00', 'question'), sent('2026-03-12T08:10', 'answer')])
    const outlook = judge(file, groundOf(weekdays))
    expect(outlook.used.units).toBe(0)
    expect(phaseAt(outlook, '2026-03-12T12:00' as LocalTime).next).toMatchObject({ step: 'call', since: '2026-03-17' })
  })
})

describe('a letter that speaks of two roles', () => {
  const also = (one: string): Happening => ({
    kind: 'sent',
    at: '2026-03-09T10:00',
    data: { letter: 'love-letter', channel: 'email', contact: dana, also: [one as OpportunityId] },
  })
  const talk = interview('2026-03-02T09:00')
  const plain = fileOf([talk, sent('2026-03-09T10:00', 'love-letter')])
  // One command put both on record.
  const joint = (here: readonly Happening[], there: readonly Happening[]): CaseFile => {
    const file = fileOf(here, there)
    const command = 'c-joint' as FactId
    const told = (fact: Fact): Fact => (fact.kind === 'sent' && fact.data.also ? { ...fact, command } : fact)
    return { ...file, facts: file.facts.map(told), elsewhere: file.elsewhere.map(told) }
  }
  const unitsIn = (file: CaseFile) => judge(file, groundOf(weekdays)).used.units
  const nextIn = (file: CaseFile) => phaseAt(judge(file, groundOf(weekdays)), '2026-03-09T12:00' as LocalTime).next

  it.each([
    ['two letters are two messages', fileOf([talk, also('o-other')], [also('o-acme')]), 2],
    ['is one message', joint([talk, also('o-other')], [also('o-acme')]), 1],
    ['is one message seen from a third role', joint([talk], [also('o-acme'), also('o-other')]), 1],
    ['is one message where its other half was taken back', joint([talk, also('o-other')], []), 1],
    [
      'leaves the messages before it as they are',
      joint([talk, also('o-other')], [sent('2026-03-03T10:00', 'check-in'), also('o-acme')]),
      2,
    ],
  ])('%s', (_name, file, units) => expect(unitsIn(file)).toBe(units))

  it('moves what comes next as one letter does', () => {
    expect(nextIn(joint([talk, also('o-other')], [also('o-acme')]))).toEqual(nextIn(plain))
  })
})

describe('a plan', () => {
  it('starts with the next act, keeps to business days, fair hours, gaps and budgets', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const file = fileOf(story)
        const at = `${addDays(lastDay(story), 1)}T07:00` as LocalTime
        const touches = plan(file, ground, at)
        const next = phaseAt(judge(file, ground), at).next
        expect(touches[0]?.act ?? null).toEqual(next)
        expect(touches.length).toBeLessThan(24)
        const outward = touches.filter((one) => one.act.rule !== null)
        for (const { day, act } of outward) {
          expect(isBusinessDay(day, withHolidays)).toBe(true)
          if (act.window) expect(act.window.from >= '07:00' && act.window.to <= '18:00').toBe(true)
        }
        const letters = outward.filter((one) => chasing.has(one.act.step) && one.act.channel === 'email')
        letters.forEach((one, index) => {
          const before = letters[index - 1]
          if (before) expect(businessDaysBetween(before.day, one.day, withHolidays)).toBeGreaterThanOrEqual(3)
        })
        const calls = outward.filter((one) => one.act.step === 'call')
        expect(calls.length).toBeLessThanOrEqual(budget.dials)
        expect(new Set(calls.map((one) => one.day)).size).toBe(calls.length)
        expect(calls.filter((one) => one.act.voicemail).length).toBeLessThanOrEqual(budget.voicemails)
        calls.forEach((one, index) => {
          const before = calls[index - 1]
          if (before) expect(one.act.window).not.toEqual(before.act.window)
        })
      }),
      runs,
    )
  })

  it('is the same on every clock, also in the hours after the last thing that happened', () => {
    const zones = fc.constantFrom('America/Chicago', 'America/Anchorage', 'Asia/Kathmandu', 'Pacific/Auckland')
    fc.assert(
      fc.property(stories, zones, (story, zone) => {
        const at = `${lastDay(story)}T14:00` as LocalTime
        expect(plan(fileOf(story, [], zone), ground, at)).toEqual(plan(fileOf(story), ground, at))
      }),
      runs,
    )
  })

  it.each([
    ['the day before theirs', { written: false, respondBy: '2026-03-20' as Day }, '2026-03-19'],
    ['the day that is assumed where they named none', {}, '2026-03-13'],
  ])('goes on from asking for an offer on paper to the decision, %s', (_name, data, decide) => {
    const story: Happening[] = [interview('2026-03-02T09:00'), { kind: 'offered', at: '2026-03-09T12:00', data }]
    const touches = plan(fileOf(story), ground, '2026-03-09T13:00' as LocalTime)
    expect(touches.map(({ day, act }) => [act.step, day])).toEqual([
      ['ask-in-writing', '2026-03-10'],
      ['decide-offer', decide],
    ])
  })

  it('counts from tomorrow what follows the second letter of an evening, once the hours of that letter are over', () => {
    const story = [interview('2026-03-02T09:00', 'screen'), promised('2026-03-03T13:00', '2026-03-03')]
    const evening = plan(fileOf(story), ground, '2026-03-05T19:30' as LocalTime)
    const thanked = plan(fileOf([...story, sent('2026-03-05T19:30', 'thank-you')]), ground, '2026-03-05T19:30' as LocalTime)
    expect(evening.slice(0, 3).map(({ day, act }) => [act.step, day])).toEqual([
      ['thank-you', '2026-03-05'],
      ['check-in', '2026-03-05'],
      ['love-letter', '2026-03-13'],
    ])
    expect(thanked.map(withoutHour)).toEqual(evening.slice(1).map(withoutHour))
  })

  it('names no optional letter for a day on which what follows it is due', () => {
    const story = [
      interview('2026-03-02T09:00', 'public-sector'),
      promised('2026-03-02T13:00', '2026-03-10'),
      sent('2026-03-03T10:00', 'check-in'),
    ]
    const [first] = plan(fileOf(story), ground, '2026-03-06T07:00' as LocalTime)
    expect([first?.day, first?.act.step]).toEqual(['2026-03-17', 'close-the-loop'])
    expect(standingOn(story, '2026-03-17').next?.step).toBe('close-the-loop')
  })

  const checkedIn = [interview('2026-03-02T09:00', 'public-sector'), sent('2026-03-03T10:00', 'check-in')]
  it.each([
    ['put off', [...checkedIn, { kind: 'snoozed', at: '2026-03-03', data: { until: '2026-03-17' as Day } }], '2026-03-04'],
    [
      'on hold',
      [interview('2026-03-02T09:00'), heard('2026-03-02T12:00', 'on-hold'), called('2026-03-05T11:00', 'assistant-will-call')],
      '2026-03-06',
    ],
  ] as const)('names what its day has, %s', (_name, story, day) => {
    const [first] = plan(fileOf(story), ground, `${day}T07:00` as LocalTime)
    expect(first?.act.step).toBe(standingOn(story, first?.day ?? day).next?.step)
  })

  it('is kept when each step is done on its day: the rest of it stays what it was', () => {
    fc.assert(
      fc.property(stories, looks, (story, look) => {
        const at = `${addDays(lastDay(story), look.days)}T${look.time}` as LocalTime
        const [first, ...rest] = plan(fileOf(story), ground, at)
        if (
          !first ||
          (first.act.step === 'find-number' && !first.act.rule) ||
          !(chasing.has(first.act.step) || first.act.step === 'thank-you')
        )
          return
        const hours = hoursToAct(first.act, { at, calendar: withHolidays })
        const when = [`${hours?.on ?? first.day}T${first.act.window?.from ?? '12:00'}`, at].sort().at(-1) as string
        const { step, channel, contact } = first.act
        expect(phaseAt(judge(fileOf(story), ground), when as LocalTime).next).toMatchObject({ step, channel, contact })
        const done: Happening =
          channel === 'email'
            ? { kind: 'sent', at: when, data: { letter: step as 'check-in', channel: 'email', contact } }
            : { kind: 'called', at: when, data: { outcome: first.act.voicemail ? 'voicemail-left' : 'no-answer', contact } }
        // Later that day the hours of a second letter could be over, and it would go to the next day; a call that day is at another hour than planned.
        const after = plan(fileOf([...story, done]), ground, when as LocalTime)
        expect(after.map(withoutHour)).toEqual(rest.map(withoutHour))
      }),
      runs,
    )
  })
})

describe('two broken dates', () => {
  it('are followed by calls, and then by one note', () => {
    const story = [
      interview('2026-03-02T09:00'),
      promised('2026-03-02T09:30', '2026-03-13'),
      sent('2026-03-17T11:00', 'check-in'),
      heard('2026-03-18T12:00', 'holding'),
      promised('2026-03-18T12:00', '2026-03-20'),
    ]
    const touches = plan(fileOf(story), groundOf(weekdays), '2026-03-24T07:00' as LocalTime)
    expect(touches.slice(0, 6).map((one) => one.act.step)).toEqual(['call', 'call', 'call', 'love-letter', 'close-the-loop', 'park'])
  })
})

describe('an outlook', () => {
  it('never depends on the zone of the machine', () => {
    const own = process.env['TZ']
    const story = [interview('2026-03-05T09:00'), sent('2026-03-05', 'thank-you'), sent('2026-03-12T23:30', 'love-letter')]
    const seen = ['UTC', 'Pacific/Kiritimati', 'America/Anchorage', 'Europe/London', 'America/Sao_Paulo', 'Asia/Kathmandu'].map((zone) => {
      process.env['TZ'] = zone
      return JSON.stringify(judge(fileOf(story), ground))
    })
    process.env['TZ'] = own ?? ''
    if (own === undefined) delete process.env['TZ']
    expect(new Set(seen).size).toBe(1)
  })

  it('puts an open opportunity in exactly one list at any moment', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 200 }), (story, later) => {
        const outlook = judge(fileOf(story), ground)
        const now = `${addDays(lastDay(story), later)}T12:00`
        const rows = agendaOf(outlook).filter((row) => row.from <= now && now < row.until)
        expect(rows.length).toBe(phaseAt(outlook, now as LocalTime).state === 'closed' ? 0 : 1)
      }),
      runs,
    )
  })

  it('puts what leaves nothing to do with what waits, and only what is at rest aside', () => {
    const stop: Happening = { kind: 'stopped', at: '2026-03-03', data: { contact: dana, calls: true, letters: true } }
    const retired: Happening = { kind: 'retired', at: '2026-03-04', data: {} }
    const listsOf = (story: readonly Happening[]) => new Set(agendaOf(judge(fileOf(story), ground)).map((row) => row.list))
    expect(listsOf([interview('2026-03-02'), stop])).toContain('waiting')
    expect(listsOf([interview('2026-03-02'), stop])).not.toContain('resting')
    expect(listsOf([interview('2026-03-02'), stop, retired])).toEqual(new Set(['resting']))
  })
})

describe('weekends only', () => {
  it('works the run of the design: note, three dials, a quiet week, three dials, the close, rest, news', () => {
    const story = [interview('2026-03-02T15:00'), sent('2026-03-03', 'thank-you')]
    const touches = plan(fileOf(story), groundOf(weekdays), '2026-03-04T09:00' as LocalTime)
    expect(touches.map((one) => `${one.day} ${one.act.step}${one.act.voicemail ? ' vm' : ''}`)).toEqual([
      '2026-03-09 love-letter',
      '2026-03-12 call',
      '2026-03-13 call',
      '2026-03-16 call vm',
      '2026-03-23 call',
      '2026-03-24 call',
      '2026-03-25 call vm',
      '2026-04-01 close-the-loop',
      '2026-04-15 park',
      '2026-06-24 reconnect',
    ])
  })
})

describe('hours to act in', () => {
  const early = { from: '08:00', to: '09:00' }
  const calendar = groundOf(weekdays).calendar('none')
  // 2 March 2026 is a Monday.
  it.each([
    ['before they begin: today', 'love-letter', '2026-03-03T07:00', '2026-03-03 08:00-09:00'],
    ['while they last: today', 'love-letter', '2026-03-03T08:59', '2026-03-03 08:00-09:00'],
    ['at their end: tomorrow', 'love-letter', '2026-03-03T09:00', '2026-03-04 08:00-09:00'],
    ['over on a Friday: Monday', 'love-letter', '2026-03-06T20:00', '2026-03-09 08:00-09:00'],
    ['over on a Friday, of a call: Monday in hours fair on a Monday', 'call', '2026-03-06T20:00', '2026-03-09 16:00-17:30'],
    ['of an act still to come: its own day', 'love-letter', '2026-03-01T20:00', '2026-03-02 08:00-09:00'],
  ] as const)('%s', (_, step, at, expected) => {
    const act = { ...judgedAct(), step, since: '2026-03-02' as Day, window: early }
    const hours = hoursToAct(act, { at: at as LocalTime, calendar })
    expect(hours && `${hours.on} ${hours.from}-${hours.to}`).toBe(expected)
  })

  it('are none where any hour will do', () => {
    expect(hoursToAct({ ...judgedAct(), window: null }, { at: '2026-03-03T20:00' as LocalTime, calendar })).toBeNull()
  })
})

function judgedAct() {
  const { next } = phaseAt(judge(fileOf([interview('2026-03-02T15:00')]), groundOf(weekdays)), '2026-04-01T12:00' as LocalTime)
  if (!next) throw new Error('nothing to do')
  return next
}

describe('a letter costs as much in one role as in another of the same person', () => {
  const before: readonly (readonly [string, readonly Happening[]])[] = [
    ['out of the blue', []],
    ['when they asked', [heard('2026-03-04T09:00', 'question')]],
    ['when they invited', [heard('2026-03-04T09:00', 'invite')]],
    ['when they asked on the phone', [called('2026-03-04T09:00', 'asks-something')]],
  ]
  const cases = before.flatMap(([when, story]) => letterKinds.map((letter) => [letter, when, story] as const))
  it.each(cases)('%s, %s', (letter, _when, story) => {
    const units = (here: readonly Happening[], elsewhere: readonly Happening[]) => judge(fileOf(here, elsewhere), ground).used.units
    const told = [...story, sent('2026-03-05T10:00', letter)]
    expect(units([interview('2026-03-02T09:00')], told)).toBe(units([interview('2026-03-02T09:00'), ...told], []))
  })
})

describe('thanks', () => {
  const thanksOn = (first: string, at: string) => standingOn([interview(`${first}T12:00`)], at).next?.step === 'thank-you'

  // 2 April 2026 is a Thursday, with holidays on the Friday and Monday after it.
  it.each([
    ['until the third business day', '2026-03-03', '2026-03-06', '2026-03-07'],
    ['over a weekend that comes first', '2026-03-05', '2026-03-10', '2026-03-11'],
    ['not over holidays that come after the third day', '2026-03-30', '2026-04-02', '2026-04-03'],
    ['over holidays that come first', '2026-04-01', '2026-04-08', '2026-04-09'],
  ])('are proposed %s', (_name, met, last, over) => {
    expect([thanksOn(met, last), thanksOn(met, over)]).toEqual([true, false])
  })

  it('are still for today on the evening of their last day, and never for a day on which they are gone', () => {
    const file = fileOf([interview('2026-03-03T12:00')])
    const first = (at: string) => plan(file, ground, at as LocalTime)[0]
    expect(first('2026-03-06T19:00')).toMatchObject({ day: '2026-03-06', act: { step: 'thank-you' } })
    expect(first('2026-03-07T10:00')).toMatchObject({ day: '2026-03-10', act: { step: 'love-letter' } })
  })
})

describe('a job that is not wanted', () => {
  const look = (at: Day, want: 'yes' | 'no'): Happening => ({ kind: 'debriefed', at, data: { want } })
  const met = interview(`${start}T09:00`, 'manager')
  const day = addDays(start, 1)

  it('asks for one kind line, and for no chase however long nothing is heard', () => {
    for (const later of [1, 10, 40]) {
      const { court, next } = standingOn([met, look(start, 'no')], addDays(start, later))
      expect([court, next?.step]).toEqual(['mine', 'withdraw'])
    }
    expect(standingOn([met, look(start, 'no'), sent(`${day}T10:00`, 'withdraw')], addDays(start, 40))).toMatchObject({
      state: 'closed',
      next: null,
    })
  })

  it('that is wanted after all is waited for like any other', () => {
    const changed = [met, look(start, 'no'), look(day, 'yes')]
    expect(standingOn(changed, addDays(start, 3))).toEqual(standingOn([met, look(day, 'yes')], addDays(start, 3)))
  })
})

describe('an invitation', () => {
  const invited = heard('2026-03-10T08:20', 'invite')
  const told = (on: string, booked = false): Happening => ({ kind: 'interviewed', at: on, data: { stage: 'final', contacts: [], booked } })

  it.each([
    ['mine to confirm, whenever the talk before it was put on record', [invited, told('2026-03-05T14:00')], 'confirm'],
    ['settled by a booking after it', [interview('2026-03-05T14:00'), invited, told('2026-03-20T15:00', true)], 'interview'],
    [
      'settled by the talk it asked for, once that is over',
      [interview('2026-03-05T14:00'), invited, told('2026-03-11T15:00')],
      'thank-you',
    ],
  ] as const)('is %s', (_, story, step) => {
    expect(standingOn(story, '2026-03-12').next?.step).toBe(step)
  })
})

describe('what has ended', () => {
  it('is judged as it is whatever the settings', () => {
    const ends: readonly ((day: Day) => Happening)[] = [
      (day) => ({ kind: 'closed', at: `${day}T18:00`, data: { as: 'rejected' } }),
      (day) => heard(`${day}T18:00`, 'rejection'),
      (day) => sent(`${day}T18:00`, 'withdraw'),
    ]
    fc.assert(
      fc.property(stories, fc.constantFrom(...ends), (story, end) => {
        const file = fileOf([...story, end(addDays(lastDay(story), 1))])
        const outlook = judge(file, ground)
        if (outlook.phases.at(-1)?.state !== 'closed') return
        const other = { ...ground, settings: { ...ground.settings, calls: 'never' as const, playbook: 'gentle' } }
        expect(judge(file, other)).toEqual(outlook)
        expect(outlook.phases).toHaveLength(1)
      }),
      runs,
    )
  })
})
