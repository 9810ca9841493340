import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.set({ FOLLOWUP_MY_NAME: 'Robin Vale' })
  on('02', '15:00')
  await ok('log', 'Elm Works', '--role', 'Planner', '--phone', '+49305550101', '--at', '10:00', ...karin)
  await ok('log', 'Elm Works', '--new', '--role', 'Buyer', '--at', '14:00', ...karin)
  on('03')
  await ok('sent', 'elm-works', 'thank-you', '--also', 'elm-works-2', '--quiet')
  on('09')
  await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
  on('12')
})
afterEach(() => session.remove())

const look = ['--hook', 'the night shift', '--want', 'yes', '--country', 'DE', '--quiet']
const karin = ['--with', 'Karin Berg <karin@elm.example>', '--contact-role', 'boss', ...look]

function run(...argv: readonly string[]): Promise<Outcome> {
  return session.run(argv)
}

async function ok(...argv: readonly string[]): Promise<string> {
  const said = await run(...argv)
  expect({ argv, ...said }).toMatchObject({ argv, code: 0 })
  return said.out.replace(/\s+/g, ' ')
}

function on(day: string, time = '08:10'): void {
  session.at(`2027-03-${day}T${time}`, 'Europe/Berlin')
}

describe('a second dial to one person on one day, in another role', () => {
  it('is told once that one a day is enough', async () => {
    await ok('call', 'elm-works', 'no-answer', '--quiet')
    const said = await ok('call', 'elm-works-2', 'no-answer')
    expect(said).toContain('A call to them about elm-works was on record for that day already, and one a day is enough.')
    expect(said.match(/one a day is enough/g)).toHaveLength(1)
  })

  it('is none where one call was about both, where the line dropped, and on another day', async () => {
    expect(await ok('call', 'elm-works', 'no-answer', '--also', 'elm-works-2')).not.toContain('enough')
    await ok('undo')
    await ok('call', 'elm-works', 'dropped', '--quiet')
    expect(await ok('call', 'elm-works-2', 'no-answer')).not.toContain('enough')
    on('15')
    expect(await ok('call', 'elm-works-2', 'no-answer')).not.toContain('enough')
  })
})
