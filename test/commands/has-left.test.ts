import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
  session.at('2027-03-09T09:00', 'Europe/Berlin')
})
afterEach(() => session.remove())

async function said(...argv: readonly string[]): Promise<string> {
  const { out, err } = await session.run(argv)
  return `${out}${err}`.replace(/\s+/g, ' ')
}

describe('somebody who has left', () => {
  it.each([
    ['boss', 'Ria Moss has left Elm Works'],
    ['recruiter', 'Ria Moss has left Elm Works'],
    ['agency', 'Ria Moss has left'],
  ])('has left their own house, which is not that of the role where it is an agency: %s', async (role, words) => {
    await said('log', 'Elm Works', '--with', 'Ria Moss <ria@pool.example>', '--contact-role', role, '--at', '2027-03-02T10:00', '--quiet')
    expect(await said('heard', 'elm-works', 'left')).toContain(`Recorded ${words}, Tue 9 Mar`)
    expect(await said('letter', 'elm-works', 'check-in', '--to', 'ria', '--nothing-heard')).toContain(`${words}, and this letter`)
    expect(await said('contact', 'edit', 'Ria Moss', '--lead', '--for', 'elm-works')).toContain(`${words}.`)
    expect(await said('undo')).toContain(words)
  })
})
