import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Playbook } from '../src/model/playbook.js'
import type { Ground } from '../src/rules/judge.js'
import { budget } from '../src/rules/limits.js'
import { startSession } from './support/session.js'
import type { Session } from './support/session.js'

/** One worked case: test/cases/README.md says what the keys mean. */
interface Case {
  readonly id: string
  readonly what: string
  readonly country: string
  readonly steps: readonly { readonly now: string; readonly zone: string; readonly argv: readonly string[]; readonly check?: true }[]
  readonly expect: Readonly<Record<string, string | null>>
  readonly needs?: readonly string[]
}

interface Shown {
  readonly state: string
  readonly court: string | null
  readonly silentSince: string | null
  readonly next: { readonly on: string; readonly step: string; readonly channel: string | null } | null
}

const cases = ['shared', 'own', 'fresh'].flatMap((name) => readCases(join(import.meta.dirname, 'cases', `${name}.jsonl`)))

function readCases(path: string): readonly Case[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Case)
}

/** Runs a case to its end; what differs from what was expected, a line each; none when it passes. */
async function mismatches(one: Case, ground?: (real: Ground) => Ground): Promise<readonly string[]> {
  const session = startSession(ground ? { ground } : {})
  try {
    return await differences(one, session)
  } finally {
    session.remove()
  }
}

async function differences(one: Case, session: Session): Promise<readonly string[]> {
  session.set({ FOLLOWUP_COUNTRY: one.country })
  let shown = ''
  for (const { now, zone, argv } of one.steps) {
    session.at(now, zone)
    const { code, out, err } = await session.run(argv)
    if (code !== 0) return [`${one.id}  exit ${String(code)} of ${argv.join(' ')}: ${err.trim()}`]
    shown = out
  }
  const actual = keysOf(JSON.parse(shown) as Shown)
  const wrong = Object.entries(one.expect).filter(([key, value]) => actual[key] !== value)
  return wrong.map(([key, value]) => `${one.id}  ${key} is ${String(actual[key])}, not ${String(value)}  (${one.what})`)
}

function keysOf({ state, court, silentSince, next }: Shown): Readonly<Record<string, string | null>> {
  return { state, court, silentSince, nextOn: next?.on ?? null, step: next?.step ?? null, channel: next?.channel ?? null }
}

/** The ids of the cases that fail when the program is changed so. */
async function failing(some: readonly Case[], ground?: (real: Ground) => Ground): Promise<readonly string[]> {
  const failed: string[] = []
  for (const one of some) if ((await mismatches(one, ground)).length > 0) failed.push(one.id)
  return failed
}

const needing = (what: string): readonly Case[] => cases.filter((one) => one.needs?.includes(what))

describe('the worked cases', () => {
  it('come out as they were worked by hand', async () => {
    const wrong: string[] = []
    for (const one of cases) wrong.push(...(await mismatches(one)))
    expect(wrong.join('\n')).toBe('')
  }, 300_000)

  it('are the 45 of the design and at least 60 of our own', () => {
    expect(cases.filter((one) => one.id.startsWith('S'))).toHaveLength(45)
    expect(cases.length - 45).toBeGreaterThanOrEqual(60)
  })
})

describe('the worked cases can fail', () => {
  it('without budgets', async () => {
    const real = { ...budget }
    const expected = needing('budget').map((one) => one.id)
    try {
      Object.assign(budget, { units: 99, dials: 99, mobileDials: 99, voicemails: 99 })
      expect(await failing(needing('budget'))).toEqual(expected)
    } finally {
      Object.assign(budget, real)
    }
  }, 30_000)

  it('without playbooks: one letter, whatever the case', async () => {
    const single = (real: Ground): Ground => ({ ...real, follow: (name) => onlyFirstStep(real.follow(name)) })
    expect(await failing(needing('playbook'), single)).toEqual(needing('playbook').map((one) => one.id))
  }, 30_000)
})

function onlyFirstStep(playbook: Playbook): Playbook {
  return { ...playbook, steps: playbook.steps.slice(0, 1) }
}
