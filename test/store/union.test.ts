import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Incoming } from '../../src/model/exchange.js'
import type { FactId } from '../../src/model/opportunity.js'
import { cacheLines } from '../../src/store/caches.js'
import type { Tools } from '../../src/store/cases.js'
import { exchangeOf } from '../../src/store/exchange.js'
import { rebuildCaches } from '../../src/store/judging.js'
import { recordFacts } from '../../src/store/record.js'
import { memoryStore } from '../../src/store/session.js'
import { receivedRow, type ReceivedRow } from '../../src/store/received.js'
import { compareFacts, mergeFacts } from '../../src/store/union.js'
import { plainRules } from './support/rules.js'
import { ids, instants } from './support/scene.js'
import { anyStep, draftsOf } from './support/steps.js'
import type { Step } from './support/steps.js'
import { tries } from '../support/tries.js'

const runs = 100

// What happens on three machines: something is recorded on one, or one takes in what another has.
const what = fc.oneof(
  { weight: 5, arbitrary: fc.record({ on: fc.nat(2), step: anyStep }) },
  { weight: 1, arbitrary: fc.record({ on: fc.nat(2), from: fc.nat(2) }) },
)
const lives = fc.array(what, { minLength: 1, maxLength: 18 })

describe('a merge', () => {
  it('gives the same store whichever is merged into which, once or often', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const [a, b, c] = live(life)
        const first = union(a, b, c)
        expect(storeOf(union(c, a, b))).toEqual(storeOf(first))
        expect(storeOf(union(union(b, c), a, a))).toEqual(storeOf(first))
        expect(storeOf(union(first, b))).toEqual(storeOf(first))
      }),
      tries(runs),
    )
  }, 60_000)
  it('leaves caches as a rebuild makes them, and tells beforehand what is new', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const [a, b] = live(life)
        const told = compareFacts(a.connection, rowsOf(b))
        const { opened: _, renamed: __, doubled: ___, ...done } = mergeFacts(a, rowsOf(b), rebuildCaches)
        expect(told).toEqual(done)
        const lines = [...cacheLines(a.connection)]
        rebuildCaches(a)
        expect(lines).toEqual([...cacheLines(a.connection)])
        expect(compareFacts(a.connection, rowsOf(b)).fresh).toBe(0)
      }),
      tries(runs),
    )
  }, 60_000)
})

it('a file is read to its end before the store is locked, and never again', () => {
  const [from, to] = [machine('a'), machine('b')]
  for (const which of [0, 1, 2]) from.record({ what: 'open', which, who: 0, day: which })
  const said: string[] = []
  const facts = factsOf(from)
  function* file(): Generator<Incoming> {
    yield* facts
    said.push('read')
  }
  const tools = { connection: to.connection, rules: plainRules() }
  const locked = <T>(work: (tools: Tools) => T): T => {
    said.push('locked')
    return work(tools)
  }
  const desk = exchangeOf({ read: locked, write: locked, rebuild: rebuildCaches })
  const received = desk.receive(file())
  expect(received.compare()).toMatchObject({ fresh: 3, known: 0 })
  expect(received.merge()).toMatchObject({ fresh: 3, opening: 3 })
  received.drop()
  expect(said).toEqual(['read', 'locked', 'locked'])
  expect(factsOf(to)).toEqual(facts)
  expect(() => desk.receive([{ ...(facts[0] as Incoming), checksum: '0'.repeat(16), line: 7 }])).toThrow('Line 7 is not what was recorded.')
})

interface Machine extends Tools {
  readonly record: (step: Step) => void
}

function live(life: readonly ({ on: number; step: Step } | { on: number; from: number })[]): readonly [Machine, Machine, Machine] {
  const machines: readonly [Machine, Machine, Machine] = [machine('a'), machine('b'), machine('c')]
  for (const one of life) {
    const here = machines[one.on] as Machine
    if ('step' in one) here.record(one.step)
    else mergeFacts(here, rowsOf(machines[one.from] as Machine), rebuildCaches)
  }
  return machines
}

// Clocks that show the same: ids of two machines lie between each other.
function machine(name: string): Machine {
  const connection = memoryStore()
  const tools = { connection, rules: plainRules() }
  const [newId, late, now] = [ids(), ids(), instants()]
  const own = (id: string): string => `${id.slice(0, 24)}${id.slice(25)}${name}`
  return {
    ...tools,
    record: (step) => {
      const commands = connection.all<{ id: FactId; command: FactId }>('SELECT id, command FROM fact ORDER BY seq')
      const named = [...new Set(commands.map(({ command }) => command))]
      const opened = connection.all<{ opportunity: string }>("SELECT opportunity FROM fact WHERE kind = 'opened' ORDER BY seq")
      const known = {
        commands: named.map((name) => commands.filter(({ command }) => command === name).map(({ id }) => id)),
        opened: opened.map((one) => one.opportunity),
        late: () => own(late()),
      }
      const drafts = draftsOf(step, known)
      if (drafts.length > 0) recordFacts(tools, drafts, { newId: () => own(newId()), recorded: now() })
    },
  }
}

function union(...machines: readonly Tools[]): Tools {
  const all = { connection: memoryStore(), rules: plainRules() }
  for (const one of machines) mergeFacts(all, rowsOf(one), rebuildCaches)
  return all
}

interface Row {
  readonly checksum: string
}

function storeOf({ connection }: Tools): unknown {
  return [connection.all<Row>('SELECT * FROM fact ORDER BY seq'), [...cacheLines(connection)]]
}

function rowsOf(machine: Tools): readonly ReceivedRow[] {
  return factsOf(machine).map(receivedRow)
}

function factsOf({ connection }: Tools): readonly Incoming[] {
  const nobody = (): never => {
    throw new Error('nothing is written here')
  }
  return exchangeOf({ read: (work) => work({ connection, rules: plainRules() }), write: nobody, rebuild: nobody })
    .after('', 10_000)
    .map((one, index) => ({ ...one, line: index + 1 }))
}
