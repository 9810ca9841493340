import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putProgram } from './support/machine.js'
import { environmentIn } from './support/session.js'
import { startMailHost } from './support/smtp.js'
import { openTerminal } from './support/terminal.js'
import type { Terminal } from './support/terminal.js'

jest.setTimeout(20_000)

const program = join(import.meta.dirname, '..', 'bin', 'followup.js')
let folder = ''
let screens: Terminal[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-test-'))
  screens = []
  run('2027-03-02T17:05', 'log', 'Acme Controls', '--at', '15:00', '--with', 'Dana Reyes* <dana@acme.example>', '--hook', 'the whiteboard')
  run('2027-03-02T17:06', 'config', 'set', 'my-name', 'Robin Vale')
  run('2027-03-02T17:06', 'config', 'set', 'my-number', 'none')
})
afterEach(async () => {
  for (const screen of screens) screen.closes()
  await Promise.all(screens.map((screen) => screen.ends()))
  rmSync(folder, { recursive: true, force: true })
})

/** Without a terminal; what is printed. */
function run(now: string, ...argv: string[]): string {
  const env = { ...environmentIn(folder), TZ: 'America/New_York', FOLLOWUP_NOW: now }
  return execFileSync(process.execPath, [program, ...argv], { env, encoding: 'utf8' })
}

/** At the terminal. */
function at(now: string, line: string, more: Readonly<Record<string, string>> = {}): Terminal {
  const env = { TZ: 'America/New_York', FOLLOWUP_NOW: now, NO_COLOR: '1', ...more }
  const screen = openTerminal(line.split(' '), { folder, env, columns: 80 })
  screens.push(screen)
  return screen
}

describe('a letter on a terminal', () => {
  it('is edited, kept over night as written, handed over and recorded', async () => {
    putProgram(folder, 'editor', `sed -i 's/^Thank you for your time.*/Thank you, and for the coffee too./' "$1"`)
    const evening = at('2027-03-02T18:00', 'letter acme thank-you', { VISUAL: join(folder, 'bin', 'editor'), PATH: '/usr/bin:/bin' })
    await evening.answers('What now?  [copy]', 'edit')
    await evening.sees('Thank you, and for the coffee too.')
    await evening.answers('What now?', 'later')
    await evening.sees('Nothing is recorded as sent')
    expect(await evening.ends()).toBe(0)
    const morning = at('2027-03-03T08:20', 'do')
    await morning.sees('Thank you, and for the coffee too.')
    await morning.answers('What now?', 'done')
    await morning.sees('Recorded    thank-you to Dana Reyes')
    expect(await morning.ends()).toBe(0)
    expect(run('2027-03-03T09:00', 'letter', 'acme', 'thank-you', '--hook', 'the tour')).not.toContain('coffee')
  })

  it('is sent from here only after a yes that is typed', async () => {
    const host = await startMailHost()
    const way = { FOLLOWUP_MY_EMAIL: 'me@example.org', FOLLOWUP_SMTP_HOST: '127.0.0.1', FOLLOWUP_SMTP_PORT: String(host.port) }
    try {
      const screen = at('2027-03-03T08:20', 'letter acme thank-you', way)
      await screen.answers('What now?', 'send')
      await screen.sees('From me@example.org to dana@acme.example, through 127.0.0.1')
      await screen.answers('Send it now?  [no]', '')
      expect(host.seen).toEqual([])
      await screen.answers('What now?', 'send')
      await screen.answers('Send it now?  [no]', 'yes')
      await screen.sees('Sent to dana@acme.example.')
      await screen.sees('Recorded    thank-you to Dana Reyes')
      expect(await screen.ends()).toBe(0)
      expect(host.mails).toHaveLength(1)
    } finally {
      await host.close()
    }
  })

  it('asks once for an address that is missing, and keeps it with the person', async () => {
    run('2027-03-02T17:10', 'log', 'Delmar', '--at', '11:00', '--with', 'Tomas Weil', '--hook', 'the new kiln')
    const screen = at('2027-03-03T08:20', 'letter delmar thank-you')
    await screen.answers("Tomas Weil's mail address?", 'tomas at delmar')
    await screen.answers('Once more, or Enter to skip.', 'tomas@delmar.example')
    await screen.sees('To          Tomas Weil <tomas@delmar.example>')
    await screen.answers('What now?', 'later')
    expect(await screen.ends()).toBe(0)
    expect(run('2027-03-03T09:00', 'show', 'delmar')).toContain('tomas@delmar.example')
  })

  it.each(['done', 'q'])('is left for later with "%s", after what the answers mean', async (word) => {
    const screen = at('2027-03-03T08:20', 'letter acme thank-you')
    await screen.answers('What now?', '?')
    await screen.sees('The first answers hand the letter over')
    await screen.sees('"another version" drafts it anew; "later"')
    await screen.sees('>')
    screen.types(`${word}\r`)
    await screen.sees('Nothing is recorded as sent')
    expect(await screen.ends()).toBe(0)
    expect(run('2027-03-03T09:00', 'history', 'acme')).not.toContain('thank-you')
  })

  it('left with Ctrl-C is recorded nowhere', async () => {
    const screen = at('2027-03-03T08:20', 'letter acme thank-you')
    await screen.sees('What now?')
    screen.types('\u0003')
    expect(await screen.ends()).toBe(130)
    expect(run('2027-03-03T09:00', 'history', 'acme')).not.toContain('thank-you')
  })
})
