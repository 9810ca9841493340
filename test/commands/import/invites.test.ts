import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { importInvites } from '../../../src/commands/import/invites.js'
import { log } from '../../../src/commands/log.js'
import { answering } from '../../support/answers.js'
import type { Answer } from '../../support/answers.js'
import { openStage } from '../../support/stage.js'
import type { Stage } from '../../support/stage.js'

let stage: Stage
beforeEach(() => {
  stage = openStage()
})
afterEach(() => stage.remove())

async function imported(script: readonly Answer[]): Promise<{ readonly heard: readonly string[]; readonly companies: readonly string[] }> {
  const person = answering(script)
  const world = { ...(await stage.at('2027-03-04T09:00')), ask: person.ask }
  await importInvites(world, readFileSync('test/fixtures/ics/google-request.ics'), {})
  expect(person.left()).toEqual([])
  return { heard: person.heard, companies: world.store.list({}).map((row) => row.company) }
}

describe('an invite of nobody known, at a terminal', () => {
  it('asks with which company, and offers the one its mails come from', async () => {
    const { heard, companies } = await imported([
      ['with which company', ''],
      ['Will you meet Dana Reyes', ''],
      ['Will you meet', 'no'],
    ])
    expect(heard[0]).toBe('"Interview: Operations Director, Acme Controls": with which company?  [Acme]')
    expect(companies).toEqual(['Acme'])
  })
})

describe('a file of invites, one of which nothing says where to put', () => {
  it('books the other, and names that one', async () => {
    const world = await stage.at('2027-03-04T09:00')
    await log(world, { company: 'Acme Controls', with: ['Dana Reyes'] })
    const result = await importInvites(world, readFileSync('test/fixtures/ics/greenhouse-day-of-three.ics'), {})
    expect(result).toMatchObject({
      invites: [
        { done: 'booked', handle: 'acme-controls' },
        { done: 'unclear', written: null },
      ],
    })
    expect(world.store.list({})).toHaveLength(1)
  })

  it('throws where it is the only one, and nothing is recorded', async () => {
    const world = await stage.at('2027-03-04T09:00')
    const bytes = readFileSync('test/fixtures/ics/google-request.ics')
    await expect(importInvites(world, bytes, {})).rejects.toMatchObject({ kind: 'usage', code: 'whose-invite' })
    expect(world.store.list({})).toEqual([])
  })
})
