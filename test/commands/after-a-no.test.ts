import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  on('02')
  await ok('log', 'Elm Works', '--with', 'Karin Berg <karin@elm.example>', '--phone', '+4930123456', '--country', 'DE', '--quiet')
})
afterEach(() => session.remove())

async function ok(...argv: readonly string[]): Promise<string> {
  const said = await session.run(argv)
  expect({ argv, ...said }).toMatchObject({ argv, code: 0 })
  return said.out.replace(/\s+/g, ' ')
}

function on(day: string): void {
  session.at(`2027-03-${day}T09:00`, 'Europe/Berlin')
}

/** The plan that is offered, and from when. */
async function offered(...argv: readonly string[]): Promise<string | undefined> {
  return /keeps the door open, these lines first, (.*?): followup playbook use keep-the-door-open elm-works/.exec(await ok(...argv))?.[1]
}

describe('a no of a person', () => {
  it.each([
    ['heard', ['heard', 'elm-works', 'rejection']],
    ['on the phone', ['call', 'elm-works', 'no']],
    ['told as the end', ['close', 'elm-works', '--as', 'rejected']],
  ])('offers at once to keep the door open, the kind lines first, from the next business day: %s', async (_, argv) => {
    on('12')
    expect(await offered(...argv)).toBe('from Mon 15 Mar')
    expect(await ok('playbook', 'use', 'keep-the-door-open', 'elm-works')).toContain('kind lines to Karin Berg, Mon 15 Mar')
  })

  it('offers it from today where it is told late', async () => {
    on('12')
    expect(await offered('heard', 'elm-works', 'rejection', '--at', '2027-03-08T10:00')).toBe('from today')
  })

  it('is no plan before that is chosen', async () => {
    on('12')
    await ok('heard', 'elm-works', 'rejection')
    on('16')
    expect(JSON.parse(await ok('show', 'elm-works', '--json'))).toMatchObject({ state: 'closed', next: null })
    expect(await ok('due')).toContain('Nothing is planned')
  })

  it('offers none where letters there are stopped', async () => {
    on('12')
    await ok('stop', 'Karin Berg', '--letters', '--quiet')
    expect(await offered('heard', 'elm-works', 'rejection')).toBeUndefined()
  })
})
