import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { heardKinds, letterKinds, outcomes } from '../../src/model/act.js'
import type { Day, LocalTime } from '../../src/model/day.js'
import { endings } from '../../src/model/opportunity.js'
import { addDays } from '../../src/rules/days.js'
import { figuresSum } from '../../src/rules/figures.js'
import type { Figures } from '../../src/rules/figures.js'
import { pathOf, steps } from '../../src/rules/path.js'
import type { Path } from '../../src/rules/path.js'
import { count, spreadOf } from '../../src/rules/spread.js'
import type { Tally } from '../../src/rules/spread.js'
import { called, fileOf, groundOf, heard, interview, promised, sent, withHolidays } from '../support/history.js'
import type { Happening } from '../support/history.js'
import { tries } from '../support/tries.js'

const ground = groundOf(withHolidays)

function summed(paths: readonly Path[]): Figures {
  const sum = figuresSum()
  for (const path of paths) sum.add(path)
  return sum.figures()
}

const happening = fc.oneof(
  fc.constantFrom(...letterKinds).map((kind) => (day: Day) => sent(`${day}T10:00`, kind)),
  fc.constantFrom(...outcomes).map((kind) => (day: Day) => called(`${day}T11:00`, kind)),
  fc.constantFrom(...heardKinds).map((kind) => (day: Day) => heard(`${day}T12:00`, kind)),
  fc.integer({ min: 0, max: 20 }).map((ahead) => (day: Day) => promised(`${day}T13:00`, addDays(day, ahead))),
  fc.constantFrom(...endings).map((as) => (day: Day): Happening => ({ kind: 'closed', at: `${day}T14:00`, data: { as } })),
  fc.constant((day: Day) => interview(`${day}T15:00`)),
  fc.constantFrom('well', 'oversold').map((code) => (day: Day): Happening => ({ kind: 'debriefed', at: day, data: { landings: [code] } })),
)

/** Any history, and how one looks at it in August. */
const paths = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), happening), { maxLength: 12 }).map((rest) => {
  let day = '2026-03-02' as Day
  const story = rest.map(([later, make]) => make((day = addDays(day, later))))
  return pathOf(fileOf(story), ground, () => '2026-08-03T12:00' as LocalTime)
})

describe('the figures of any histories', () => {
  it('are the same in whatever order they are added', () => {
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 8 }), (all) => {
        expect(summed([...all].reverse())).toEqual(summed(all))
      }),
      tries(300),
    )
  })
  it('never count more of a part than of the whole', () => {
    let interviews = 0
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 8 }), (all) => {
        const { opportunities, reached, flow, letters, calls, promises, silences, landings, endings: ended } = summed(all)
        const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
        interviews += reached.interviewed
        expect(opportunities.all).toBe(all.length)
        expect(opportunities.open + total(ended.map((one) => one.count))).toBe(all.length)
        expect(opportunities.before + reached.interviewed).toBe(all.length)
        expect(total(flow.map((one) => one.count))).toBe(reached.interviewed)
        for (const step of steps) expect(reached[step]).toBeLessThanOrEqual(reached.interviewed)
        expect(reached.accepted).toBeLessThanOrEqual(reached.offered)
        expect(reached.offered).toBeLessThanOrEqual(reached.heard)
        expect(reached.again).toBeLessThanOrEqual(reached.heard)
        for (const one of [...letters, calls.voicemails]) expect(one.followed).toBeLessThanOrEqual(one.count)
        expect(total(calls.hours.map((one) => one.dials))).toBe(calls.dials)
        expect(calls.tries.count).toBe(calls.conversations)
        expect(promises.kept + promises.late.count + promises.none + promises.ahead).toBe(promises.count)
        expect(silences.ended.count + silences.lasting + silences.otherwise).toBe(silences.count)
        for (const one of landings) expect(Math.max(one.heard, one.offered)).toBeLessThanOrEqual(one.count)
      }),
      tries(300),
    )
    expect(interviews).toBeGreaterThan(100)
  })
})

const one: Path = {
  began: '2026-03-02' as Day,
  opened: '2026-03-02' as Day,
  reached: ['interviewed'],
  ending: null,
  answers: [],
  toOffer: null,
  letters: [],
  calls: { dials: [], voicemails: [] },
  promises: [],
  silences: [],
  landings: [],
}
const letter = (followed: boolean | null, joint: string | null): Path => ({ ...one, letters: [{ letter: 'check-in', followed, joint }] })

describe('a letter that is on record in two opportunities', () => {
  it.each([
    [false, true, { count: 1, followed: 1, early: 0 }],
    [true, false, { count: 1, followed: 1, early: 0 }],
    [null, true, { count: 1, followed: 1, early: 0 }],
    [null, null, { count: 0, followed: 0, early: 1 }],
    [false, false, { count: 1, followed: 0, early: 0 }],
  ])('counts once: %s and %s', (here, there, counts) => {
    expect(summed([letter(here, 'a'), letter(there, 'a')]).letters).toEqual([{ letter: 'check-in', ...counts }])
  })
  it('two letters count twice', () => {
    expect(summed([letter(true, 'a'), letter(true, 'b'), letter(false, null), letter(false, null)]).letters).toEqual([
      { letter: 'check-in', count: 4, followed: 2, early: 0 },
    ])
  })
  it('a call counts once, too', () => {
    const call: Path = { ...one, calls: { dials: [{ time: '09:10', talk: 2, joint: 'a' }], voicemails: [] } }
    expect(summed([call, call]).calls).toMatchObject({ dials: 1, conversations: 1, hours: [{ from: '08:00', dials: 1, conversations: 1 }] })
  })
})

describe('a spread', () => {
  it.each([
    [[], { count: 0, median: null, shortest: null, longest: null, values: [] }],
    [[3], { count: 1, median: null, shortest: 3, longest: 3, values: [3] }],
    [[9, 3, 3, 5], { count: 4, median: null, shortest: 3, longest: 9, values: [3, 3, 5, 9] }],
    [[9, 3, 3, 5, 4], { count: 5, median: 4, shortest: 3, longest: 9, values: [] }],
    [[9, 3, 3, 5, 4, 6], { count: 6, median: 4.5, shortest: 3, longest: 9, values: [] }],
  ])('of %j', (values, spread) => {
    const tally: Tally = new Map()
    for (const value of values) count(tally, value)
    expect(spreadOf(tally)).toEqual(spread)
  })
  it('has the median that the sorted values have', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 60 }), (values) => {
        const tally: Tally = new Map()
        for (const value of values) count(tally, value)
        const sorted = [...values].sort((a, b) => a - b)
        const middle = ((sorted[Math.ceil(values.length / 2) - 1] ?? 0) + (sorted[Math.floor(values.length / 2)] ?? 0)) / 2
        expect(spreadOf(tally).median).toBe(middle)
      }),
    )
  })
})
