import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { judgeCase } from '../src/main/judging.js'
import { readMachine } from '../src/main/machine.js'
import { realSurroundings } from '../src/main/surroundings.js'
import type { HeardKind, LetterKind, Outcome } from '../src/model/act.js'
import { addDays } from '../src/rules/days.js'
import type { Day, Instant, Moment } from '../src/model/day.js'
import type { FactDraft } from '../src/model/fact.js'
import type { ContactId, OpportunityId } from '../src/model/opportunity.js'
import { openStore } from '../src/store/open.js'

/** What the generated stores are meant to be looked at on. */
export const benchDay = '2027-03-10' as Day

/** Writes a store of `count` opportunities with 8 facts each, through the program's own store; the same every time. */
export async function generate(path: string, count: number): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const here = {
    ...realSurroundings(),
    env: { TZ: 'UTC', FOLLOWUP_NOW: `${benchDay}T08:00:00Z`, FOLLOWUP_BACKUP: 'off', FOLLOWUP_DB: path },
  }
  const machine = await readMachine(here, { db: null, checks: false })
  const store = openStore({
    path,
    rules: machine.rules(judgeCase),
    writing: () => judgeCase.writing,
    newId: machine.newId,
    now: () => `${benchDay}T08:00:00Z` as Instant,
    backups: 'off',
  })
  const random = numbers(count)
  for (let first = 0; first < count; first += batch) {
    const drafts: FactDraft[] = []
    for (let index = first; index < Math.min(count, first + batch); index++) drafts.push(...history(index, random, machine.newId))
    store.record(drafts)
  }
  store.close()
}

const batch = 1000
const zones = ['UTC', 'UTC', 'UTC', 'America/Chicago', 'Europe/London']

/** One opportunity's life: most have ended, some wait, some are silent, a few ask something of the person. */
function history(index: number, random: () => number, newId: () => string): FactDraft[] {
  const opportunity = newId() as OpportunityId
  const contact = newId() as ContactId
  const ended = random() < 0.8
  const start = addDays(benchDay, -Math.floor(ended ? 40 + random() * 400 : 2 + random() * 30))
  const at = (days: number, time = '10:00'): Moment => ({ day: earlier(addDays(start, days), benchDay), time, zone: 'UTC', offset: 0 })
  const zone = pick(zones, random)
  const company = `${pick(firsts, random)} ${pick(seconds, random)} ${String(index)}`
  const drafts: FactDraft[] = [
    {
      opportunity,
      at: at(0),
      kind: 'opened',
      data: {
        company,
        handle: company.toLowerCase().replaceAll(' ', '-'),
        role: pick(roles, random),
        zone,
        country: 'US',
      },
    },
    {
      opportunity,
      at: at(0),
      kind: 'met',
      data: {
        contact,
        name: `${pick(names, random)} ${pick(seconds, random)}`,
        email: `p${String(index)}@example.com`,
        phone: '+1 312 555 0142',
        role: 'boss',
      },
    },
    { opportunity, at: at(0, '09:00'), kind: 'interviewed', data: { stage: 'manager', contacts: [contact], booked: false } },
    {
      opportunity,
      at: at(0),
      kind: 'debriefed',
      data: { landings: ['oversold'], hooks: ['the whiteboard on line 2'], cares: ['fewer surprises'] },
    },
    sent('thank-you', at(1)),
    sent('love-letter', at(7)),
  ]
  const last = random()
  drafts.push(last < 0.4 ? called('no-answer', at(12)) : last < 0.8 ? heard('holding', at(9)) : heard('courtesy', at(9)))
  drafts.push(
    ended
      ? { opportunity, at: at(30), kind: 'closed', data: { as: 'no-response' } }
      : random() < 0.2
        ? heard('question', at(13))
        : called('no-answer', at(13)),
  )
  return drafts

  function sent(letter: LetterKind, when: Moment): FactDraft {
    return { opportunity, at: when, kind: 'sent', data: { letter, channel: 'email', contact } }
  }
  function called(outcome: Outcome, when: Moment): FactDraft {
    return { opportunity, at: when, kind: 'called', data: { outcome, contact } }
  }
  function heard(kind: HeardKind, when: Moment): FactDraft {
    return { opportunity, at: when, kind: 'heard', data: { kind, contact } }
  }
}

const firsts = ['Abbot', 'Acme', 'Brightwell', 'Delmar', 'Harrow', 'Orlo', 'Pell', 'Quayside', 'Sable', 'Tern']
const seconds = ['Controls', 'Foods', 'Works', 'Lane', 'Mills', 'Freight', 'Optics', 'Pumps']
const names = ['Dana', 'Priya', 'Tomas', 'Imogen', 'Ben', 'Ada', 'Lou', 'Yuki']
const roles = ['Operations Director', 'Buyer', 'Line Lead', 'Controller']

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** Numbers from 0 to 1 (exclusive), the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
