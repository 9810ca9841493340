import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentIn } from './support/session.js'
import { openTerminal } from './support/terminal.js'
import type { Terminal } from './support/terminal.js'

jest.setTimeout(20_000)

let folder = ''
let screens: Terminal[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-test-'))
  screens = []
  run(
    '2027-03-02T17:05',
    'log',
    'Acme Controls',
    '--role',
    'Operations Director',
    '--at',
    '15:00',
    '--with',
    'Dana Reyes* <dana@acme.example>',
  )
  run('2027-03-02T17:06', 'contact', 'edit', 'Dana', '--phone', '+1 312 555 0142', '--say', 'DAY-na RAY-ess')
  run('2027-03-03T09:00', 'sent', 'acme', 'thank-you')
  run('2027-03-09T09:04', 'sent', 'acme', 'love-letter')
})
afterEach(async () => {
  for (const screen of screens) screen.closes()
  await Promise.all(screens.map((screen) => screen.ends()))
  rmSync(folder, { recursive: true, force: true })
})

const program = join(import.meta.dirname, '..', 'bin', 'followup.js')

/** Without a terminal; what is printed. */
function run(now: string, ...argv: string[]): string {
  const env = { ...environmentIn(folder), TZ: 'America/New_York', FOLLOWUP_NOW: now }
  return execFileSync(process.execPath, [program, ...argv], { env, encoding: 'utf8' })
}

/** At the terminal. */
function at(now: string, line: string, columns = 80): Terminal {
  const screen = openTerminal(line.split(' '), { folder, env: { TZ: 'America/New_York', FOLLOWUP_NOW: now, NO_COLOR: '1' }, columns })
  screens.push(screen)
  return screen
}

/** What came of each call. */
function outcomes(now: string): readonly string[] {
  const { facts } = JSON.parse(run(now, 'history', '--json')) as {
    readonly facts: readonly { readonly data: { readonly outcome?: string } }[]
  }
  return facts.flatMap(({ data }) => data.outcome ?? [])
}

describe('a phone-shy day on a terminal', () => {
  it('asks once for name and number, shows the card, and asks who answered', async () => {
    const first = at('2027-03-12T08:10', 'call acme --nothing-heard')
    await first.answers('Your name, for letters and on the phone?', 'Robin Vale')
    await first.answers('Your number, to be called back on?', '574 555 0119')
    await first.sees('Dana Reyes (DAY-na RAY-ess)')
    await first.sees('Hello Dana, this is Robin Vale; we met on 2 March')
    await first.answers('Who answered?  [not now]', 'nobody')
    await first.sees('Recorded    call to Dana Reyes, no answer')
    expect(await first.ends()).toBe(0)
    expect(readFileSync(join(folder, 'config', 'followup', 'config.toml'), 'utf8')).toContain('my-number = "574 555 0119"')
    const second = at('2027-03-15T16:10', 'call acme --nothing-heard')
    await second.sees('this is Robin Vale')
    await second.answers('Who answered?', 'someone')
    await second.answers('What came of it?', 'they took')
    await second.answers('Their name?', 'Lou')
    await second.answers('Did they name a day', '')
    await second.sees('message for Dana Reyes, left with the assistant')
    expect(await second.ends()).toBe(0)
    expect(outcomes('2027-03-15T16:20')).toEqual(['no-answer', 'assistant-message'])
  })

  it('offers the mail with a voicemail, whether it began with call or with do', async () => {
    run('2027-03-12T08:10', 'config', 'set', 'my-name', 'Robin Vale')
    run('2027-03-12T08:10', 'config', 'set', 'my-number', 'none')
    const screen = at('2027-03-12T08:10', 'do --nothing-heard')
    await screen.answers('What now?  [call now]', '')
    await screen.sees('+1 312 555 0142   tel:+13125550142')
    await screen.answers('Who answered?', 'machine')
    await screen.answers('Did you leave a message?', 'yes')
    await screen.sees('mail after the voicemail to Dana Reyes')
    await screen.answers('What now?', 'copy')
    await screen.answers('Did you send it?  [yes] not yet, later', '')
    await screen.sees('Recorded    mail to Dana Reyes after the voicemail')
    await screen.sees('Nothing more from you today.')
    expect(await screen.ends()).toBe(0)
    expect(screen.text().split('Did you send it?')).toHaveLength(2)
  })

  it.each([
    [80, 24],
    [60, 24],
    [60, 20],
  ])('on %d columns and %d lines the card and its question fit the screen', async (columns, rows) => {
    run('2027-03-12T08:10', 'config', 'set', 'my-name', 'Robin Vale')
    run('2027-03-12T08:10', 'config', 'set', 'my-number', '574 555 0119')
    const screen = at('2027-03-12T08:10', 'call acme --nothing-heard', columns)
    screen.resize(columns, rows)
    await screen.sees('more words')
    await screen.sees('>')
    const lines = screen.text().split('\r\n')
    const from = lines.findIndex((line) => line.startsWith('Dana Reyes'))
    expect(lines.length - from).toBeLessThanOrEqual(rows)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns)
    screen.types('\u0003')
    expect(await screen.ends()).toBe(130)
    expect(outcomes('2027-03-12T08:20')).toEqual([])
  })
})
