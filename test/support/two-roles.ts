import { afterEach, beforeEach, expect } from '@jest/globals'
import { startSession } from './session.js'
import type { Session } from './session.js'

/** What is said of a talk at Elm Works, and Karin who decides there. */
export const look = ['--hook', 'the night shift', '--cares', 'fewer stops', '--want', 'yes', '--country', 'DE', '--quiet']
export const karin = ['--with', 'Karin Berg <karin@elm.example>', '--contact-role', 'boss', ...look]

/** A fresh session before each test of a file, in Berlin in March 2027, and what it takes to tell of two roles that Karin runs. */
export function elmWorks() {
  let session: Session
  beforeEach(() => {
    session = startSession()
    session.set({ FOLLOWUP_MY_NAME: 'Robin Vale' })
  })
  afterEach(() => session.remove())

  /** What a command says; it has to exit 0. */
  async function ok(...argv: readonly string[]): Promise<string> {
    const said = await session.run(argv)
    expect({ argv, ...said }).toMatchObject({ argv, code: 0 })
    return said.out
  }

  function on(day: string, time = '09:00'): void {
    session.at(`2027-03-${day}T${time}`, 'Europe/Berlin')
  }

  /** Two roles with Karin: the Planner on Tue 2 March, the Buyer on another day; the notes are due from the 9th and five business days after that day. */
  async function twoRoles(second: string, ...more: readonly string[]): Promise<void> {
    on('02')
    await ok('log', 'Elm Works', '--role', 'Planner', '--phone', '+4930123456', ...karin)
    await ok('sent', 'elm-works', 'thank-you', '--quiet')
    on(second)
    await ok('log', 'Elm Works', '--new', '--role', 'Buyer', ...karin, ...more)
    await ok('sent', 'elm-works-2', 'thank-you', '--quiet')
  }

  /** Both roles, after one letter for both on the 9th: calls from Fri 12 March on. */
  async function callsDue(): Promise<void> {
    await twoRoles('03')
    on('09')
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    on('12', '08:30')
  }

  return { session: () => session, ok, on, twoRoles, callsDue }
}
