import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.at('2027-03-10T12:00:00', 'America/Chicago')
  await ok(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss', '--at', '2027-03-01'])
  await ok(['sent', 'acme', 'love-letter', '--at', '2027-03-08', '--nothing-heard', '--message-id', '<note-1@me.example>'])
})
afterEach(() => session.remove())

async function ok(argv: readonly string[]): Promise<Outcome> {
  const said = await session.run(argv)
  if (said.code !== 0) throw new Error(`followup ${argv.join(' ')} ended with ${String(said.code)}: ${said.err}`)
  return said
}

/** A mail of Dana's that answers the note. */
function mail(text: string): string {
  const path = join(session.folder, 'reply.eml')
  const head = ['From: Dana Reyes <dana@acme.example>', 'To: me@me.example', 'Subject: Re: Operations', 'Message-ID: <m1@acme.example>']
  writeFileSync(path, [...head, 'Date: Tue, 09 Mar 2027 10:00:00 -0600', 'In-Reply-To: <note-1@me.example>', '', text, ''].join('\n'))
  return path
}

async function shown(): Promise<{ readonly promise: unknown; readonly offer: unknown }> {
  return JSON.parse((await ok(['show', 'acme', '--json'])).out) as { promise: unknown; offer: unknown }
}

describe('a day for news in a mail', () => {
  it.each([
    ['You will have our answer by Saturday 20 March.', '2027-03-20'],
    ['We will decide by Monday 31 May.', '2027-05-31'],
    ['We will decide by Friday.', '2027-03-12'],
  ])('is the one they named, though nobody works on it: "%s"', async (text, day) => {
    await ok(['heard', 'acme', '--eml', mail(text), '--yes'])
    expect(await shown()).toMatchObject({ promise: day })
  })
})
