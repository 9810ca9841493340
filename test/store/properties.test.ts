import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Settings } from '../../src/model/settings.js'
import type { CaseFile, StoreRules } from '../../src/model/store.js'
import { agendaOf } from '../../src/rules/agenda.js'
import { judge } from '../../src/rules/judge.js'
import { cacheLines } from '../../src/store/caches.js'
import { judgeChanged, rebuildCaches } from '../../src/store/judging.js'
import type { Connection } from '../../src/store/connect.js'
import { assignHandles } from '../../src/store/handles.js'
import { expired } from '../../src/store/rotation.js'
import type { Instant } from '../../src/model/day.js'
import { life } from './support/life.js'
import { plainRules } from './support/rules.js'
import { instants } from './support/scene.js'
import { anyStep } from './support/steps.js'
import type { Step } from './support/steps.js'
import { groundOf, withHolidays } from '../support/history.js'
import { tries } from '../support/tries.js'

const runs = tries(1000)

const steps = fc.array(anyStep, { minLength: 1, maxLength: 14 })

// A talk that is told of an opportunity whose opening was taken back: it counts for the person all the same. Found by chance, one time in five thousand.
const toldOfWhatIsGone: Step[] = [
  { what: 'open', which: 0, who: 0, day: 0 },
  { what: 'open', which: 0, who: 0, day: 0 },
  { what: 'meet', which: 0, who: 1, day: 0 },
  { what: 'undo', which: 2, who: 0, day: 0 },
  { what: 'meet', which: 1, who: 1, day: 0 },
  { what: 'talk', which: 0, who: 0, day: 0 },
]

// A handle goes back to the first of two, and with them once more to the second.
const handedBack: Step[] = [
  { what: 'open', which: 0, who: 0, day: 0 },
  { what: 'undo', which: 0, who: 0, day: 0 },
  { what: 'open', which: 0, who: 0, day: 0 },
  { what: 'undo', which: 1, who: 0, day: 0 },
  { what: 'undo', which: 0, who: 0, day: 0 },
]

describe('the caches', () => {
  it('are what a rebuild makes of the facts, after any sequence of commands, undos and redos', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { lines, rebuilt } = play(list)
        expect(lines).toEqual(rebuilt)
      }),
      { ...runs, examples: [[toldOfWhatIsGone], [handedBack]] },
    )
  }, 60_000)
})

describe('a changed setting', () => {
  const settings = fc.record({
    calls: fc.constantFrom('ok' as const, 'never' as const),
    playbook: fc.constantFrom(null, 'gentle', 'love-letter-then-phone'),
  })

  it('brings the caches to what a rebuild makes of them, and judges nothing that has ended', () => {
    fc.assert(
      fc.property(steps, settings, settings, (list, before, after) => {
        const connection = played(list, rulesUnder(before))
        const judged: CaseFile[] = []
        judgeChanged({ connection, rules: rulesUnder(after, judged) }, rulesUnder(before).hash)
        const lines = [...cacheLines(connection)]
        expect(judged.filter(hasEnded)).toEqual([])
        rebuildCaches({ connection, rules: rulesUnder(after) })
        expect(lines).toEqual([...cacheLines(connection)])
        connection.db.close()
      }),
      tries(300),
    )
  }, 60_000)

  it('of other rules judges all', () => {
    const connection = played(toldOfWhatIsGone, rulesUnder({ calls: 'ok', playbook: null }))
    const judged: CaseFile[] = []
    const rules = rulesUnder({ calls: 'ok', playbook: null }, judged)
    judgeChanged({ connection, rules }, 'older ok ')
    expect(judged).toHaveLength(connection.all('SELECT id FROM opportunity').length)
    connection.db.close()
  })
})

describe('handles', () => {
  it('are unique, and do not depend on the order in which opportunities are looked at', () => {
    const named = fc.uniqueArray(fc.record({ id: fc.nat(99).map(String), given: fc.constantFrom('a', 'a-2', 'a-3', 'a-2-2', 'a-10') }), {
      selector: (one) => one.id,
    })
    fc.assert(
      fc.property(named, (list) => {
        const handles = assignHandles(list)
        expect(new Set(handles.values()).size).toBe(list.length)
        expect(assignHandles([...list].reverse())).toEqual(handles)
      }),
      tries(),
    )
  })
})

describe('rotation', () => {
  it('keeps the last ten, one a day for two weeks, and one of every month', () => {
    const at = '2026-06-30T12:00:00.000Z' as Instant
    fc.assert(
      fc.property(fc.array(fc.nat(400 * 24), { maxLength: 80 }), (hours) => {
        const backups = hours.map((ago) => ({ at: new Date(Date.parse(at) - ago * 3_600_000).toISOString() as Instant }))
        const gone = new Set(expired(backups, at))
        const kept = backups.filter((one) => !gone.has(one))
        const newest = [...backups]
          .sort((a, b) => (a.at < b.at ? 1 : -1))
          .slice(0, 10)
          .map((one) => one.at)
        expect(kept.map((one) => one.at)).toEqual(expect.arrayContaining(newest))
        const months = (list: readonly { at: Instant }[]): Set<string> => new Set(list.map((one) => one.at.slice(0, 7)))
        expect(months(kept)).toEqual(months(backups))
        const days = (list: readonly { at: Instant }[]): Set<string> =>
          new Set(list.map((one) => one.at.slice(0, 10)).filter((one) => one > '2026-06-16'))
        expect(days(kept)).toEqual(days(backups))
        expect(kept.length).toBeLessThanOrEqual(10 + 14 + 15)
      }),
      tries(),
    )
  })
})

/** The rules of the program under two settings, and each case file that they are asked about. */
function rulesUnder(settings: Pick<Settings, 'calls' | 'playbook'>, judged: CaseFile[] = []): StoreRules {
  const plain = groundOf(withHolidays)
  const ground = { ...plain, settings: { ...plain.settings, ...settings } }
  return {
    ...plainRules(`rules ${settings.calls} ${settings.playbook ?? ''}`),
    hashOfEnded: 'rules',
    judge: (file) => {
      judged.push(file)
      const outlook = judge(file, ground)
      return { outlook, agenda: agendaOf(outlook) }
    },
  }
}

function hasEnded({ facts }: CaseFile): boolean {
  return facts.findLast(({ kind }) => kind === 'closed' || kind === 'reopened')?.kind === 'closed'
}

function play(list: readonly Step[]): { readonly lines: readonly string[]; readonly rebuilt: readonly string[] } {
  const { tools, play, caches } = life()
  for (const step of list) play(step)
  const lines = caches()
  rebuildCaches(tools)
  const rebuilt = caches()
  tools.connection.db.close()
  return { lines, rebuilt }
}

function played(list: readonly Step[], rules: StoreRules): Connection {
  const { tools, play } = life(instants(), rules)
  for (const step of list) play(step)
  return tools.connection
}
