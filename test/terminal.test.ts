import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentIn } from './support/session.js'
import { openShell, openTerminal } from './support/terminal.js'
import type { Terminal } from './support/terminal.js'

jest.setTimeout(20_000)

let folder = ''
let screens: Terminal[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followup-test-'))
  screens = []
})
afterEach(async () => {
  for (const screen of screens) screen.closes()
  await Promise.all(screens.map((screen) => screen.ends()))
  rmSync(folder, { recursive: true, force: true })
})

const me = { FOLLOWUP_MY_NAME: 'Robin Vale', FOLLOWUP_MY_NUMBER: '574 555 0119' }
const home = { TZ: 'America/New_York', FOLLOWUP_NOW: '2027-03-02T17:05:00', ...me }
const program = join(import.meta.dirname, '..', 'bin', 'followup.js')

/** At the terminal. */
function at(line: string, env: Readonly<Record<string, string>> = {}, columns = 80): Terminal {
  const screen = openTerminal(line.split(' '), { folder, env: { ...home, ...env }, columns })
  screens.push(screen)
  return screen
}

/** Without a terminal; what is printed. */
function run(...argv: string[]): string {
  return execFileSync(process.execPath, [program, ...argv], { env: { ...environmentIn(folder), ...home }, encoding: 'utf8' })
}

/** The kinds of what is on record. */
function recorded(): readonly string[] {
  const { facts } = JSON.parse(run('history', '--json')) as { readonly facts: readonly { readonly kind: string }[] }
  return facts.map((one) => one.kind)
}

function acme(): void {
  run('log', 'Acme Controls', '--at', '2027-03-02T15:00', '--with', 'Dana Reyes* <dana@acme.example>', '--with', 'Priya Nair')
}

describe('a conversation on a terminal', () => {
  it('log asks, records, and goes on to the seven questions', async () => {
    const screen = at('log')
    await screen.answers('Which company?', 'Acme Controls')
    await screen.answers('= new, as acme-controls\r\nWhich role?', 'Operations Director')
    await screen.answers('When was it, or when will it be?  [just now]', '15:00')
    await screen.answers('= today, Tue 2 Mar 15:00 on your clock', 'chicago')
    await screen.answers('= Chicago, one hour behind you; US holidays count', 'Dana Reyes* dana@acme.example, Priya Nair')
    await screen.answers('= Dana Reyes decides; Priya Nair gets a separate thank-you', '')
    await screen.answers('Recorded    interview at Acme Controls, Tue 2 Mar 15:00', '')
    await screen.answers('1 of 7', 'restarting the line by hand; the whiteboard')
    await screen.answers('2 of 7', 'fewer surprises at shift change')
    await screen.answers('3 of 7', "we'll be in touch soon")
    await screen.answers('= no day in that; usual patience, so silent from Tue 9 Mar', '')
    await screen.answers('5 of 7', '1')
    await screen.answers('6 of 7', '312 555 0142, Lou answers')
    await screen.answers('7 of 7', '')
    await screen.sees('Recorded    the look back on acme-controls')
    await screen.sees('Nothing more to do tonight.')
    expect(await screen.ends()).toBe(0)
    expect(recorded()).toEqual(['opened', 'met', 'met', 'interviewed', 'debriefed', 'met'])
  })

  it('demo waits for a key between its acts, and q stops it', async () => {
    const screen = at('demo')
    await screen.sees('Enter goes on, q stops')
    expect(screen.text()).not.toContain('$ followup due')
    screen.types('\r')
    await screen.sees('$ followup due')
    await screen.sees('Enter goes on, q stops')
    screen.types(' ')
    await screen.sees('$ followup sent acme')
    await screen.sees('Enter goes on, q stops')
    screen.types('q')
    expect(await screen.ends()).toBe(0)
    const left = at('demo')
    await left.sees('Enter goes on, q stops')
    left.types('\u0003')
    expect(await left.ends()).toBe(130)
    for (const line of ['demo --plain', 'demo --no-input']) {
      const whole = at(line)
      expect(await whole.ends()).toBe(0)
      expect(whole.text()).not.toContain('q stops')
    }
  })

  it('heard asks what came, from whom, and the day', async () => {
    acme()
    const screen = at('heard acme')
    await screen.answers('What came?', '')
    await screen.answers('What do they say?', 'perhaps')
    await screen.answers('That is none of the answers: still deciding,', 'still')
    await screen.answers('From whom?', 'Priya')
    await screen.answers('Did they name a day?', 'whenever')
    await screen.answers('"whenever" names no day.', 'next fri')
    await screen.sees('= Fri 12 Mar')
    await screen.sees('Recorded    Priya Nair answered: a decision by Fri 12 Mar')
    expect(await screen.ends()).toBe(0)
  })

  it('a question of a few answers takes other words for yes, and says at "?" what can be answered', async () => {
    const screen = at('log Acme')
    await screen.answers('Which role?', '')
    await screen.answers('When was it', '')
    await screen.answers('Where do they sit?', '')
    await screen.answers('Who did you meet?', '')
    await screen.answers('What kind of meeting?', '')
    await screen.answers('Seven questions', '?')
    await screen.sees('The answers: "yes", which Enter takes; "tonight"; "no"')
    await screen.sees('>')
    screen.types('sure\r')
    await screen.sees('1 of 7')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
  })

  it('a "?" is never an answer: it says what may be said', async () => {
    acme()
    const screen = at('debrief acme')
    await screen.answers('1 of 7', '?')
    await screen.answers('A word or more, as the sentence would end', '')
    await screen.answers('2 of 7', '')
    await screen.answers('3 of 7', '')
    await screen.answers('4 of 7  Did pay come up?', '?')
    await screen.answers('What was said of pay, by whom', 'they asked, I said 140')
    await screen.sees('= kept for the offer')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
    const { facts } = JSON.parse(run('history', '--json')) as { readonly facts: readonly { readonly data: { readonly pay?: string } }[] }
    expect(facts.at(-1)?.data.pay).toBe('they asked, I said 140')
  })

  it('call asks whether they were in touch, who answered, and what came of it', async () => {
    acme()
    run('sent', 'acme', 'thank-you', '--at', '2027-03-02T16:00')
    const screen = at('call')
    await screen.answers('Which one?  [acme-controls]', '')
    await screen.answers('Anything from Dana Reyes or Priya Nair since Tue 2 Mar?  [no] yes', '')
    await screen.answers('Who answered?', 'machine')
    await screen.answers('Did you leave a message?  [no]', 'yes')
    await screen.sees('Recorded    voicemail for Dana Reyes')
    await screen.answers('What now?', 'later')
    expect(await screen.ends()).toBe(0)
    expect(recorded().at(-1)).toBe('called')
  })

  it('says that something changed elsewhere meanwhile, and asks again', async () => {
    acme()
    const screen = at('close acme')
    await screen.sees('How did it end?')
    run('heard', 'acme', 'holding')
    screen.types('\r')
    await screen.answers('Why, in your own words?', '')
    await screen.sees('Meanwhile acme-controls changed elsewhere')
    await screen.answers('Record this all the same?', 'no')
    expect(await screen.ends()).toBe(0)
    expect(recorded()).not.toContain('closed')
  })
})

const ctrlC = '\u0003'
const ctrlD = '\u0004'

describe('leaving', () => {
  it.each([
    ['Ctrl-C', ctrlC],
    ['Ctrl-D', ctrlD],
  ])('%s before the record keeps nothing, in one line, and exits 130', async (_name, key) => {
    const screen = at('log')
    await screen.answers('Which company?', 'Acme Controls')
    await screen.sees('Which role?')
    await screen.sees('>')
    screen.types(key)
    expect(await screen.ends()).toBe(130)
    expect(screen.text()).toMatch(/\r\nStopped; nothing was recorded\.\r\n$/)
    expect(recorded()).toEqual([])
  })

  it('Ctrl-C after the record keeps it, and of the questions what was said', async () => {
    acme()
    const screen = at('debrief acme')
    await screen.answers('1 of 7', 'restarting the line by hand')
    await screen.sees('2 of 7')
    screen.types(`half a word${ctrlC}`)
    expect(await screen.ends()).toBe(130)
    expect(screen.text()).toMatch(/\r\nStopped; what was recorded so far is kept\.\r\n$/)
    expect(recorded().at(-1)).toBe('debriefed')
  })

  it('a window that is closed leaves nothing half recorded', async () => {
    const screen = at('log')
    await screen.answers('Which company?', 'Acme Controls')
    await screen.sees('Which role?')
    screen.closes()
    await screen.ends()
    expect(recorded()).toEqual([])
  })

  it.each([['log'], ['call acme'], ['heard acme'], ['close acme'], ['promise acme'], ['debrief acme'], ['show']])(
    '--no-input asks nothing: %s exits 2',
    async (line) => {
      acme()
      const screen = at(`${line} --no-input`)
      expect(await screen.ends()).toBe(2)
      expect(screen.text()).not.toContain('> ')
    },
  )
})

describe('stopped in the middle', () => {
  const pidFile = (): string => join(folder, 'pid')

  /** A shell in which "followup log" stands at its second question. */
  async function logInShell(): Promise<Terminal> {
    const shell = openShell({ folder, env: home })
    screens.push(shell)
    await shell.sees('shell: ')
    shell.types(`/bin/sh -c 'echo $$ >"${pidFile()}"; exec "$node" "$followup" log'\r`)
    await shell.answers('Which company?', 'Acme Controls')
    await shell.sees('Which role?')
    await shell.sees('>')
    return shell
  }

  it('Ctrl-Z leaves for the shell, and fg asks again, with what was typed so far', async () => {
    const shell = await logInShell()
    shell.types('Operations \u001a')
    await shell.sees('Stopped')
    await shell.sees('shell: ')
    shell.types('echo "here $((40 + 2))"\r')
    await shell.sees('here 42')
    shell.types('fg\r')
    await shell.sees('Which role?')
    await shell.sees('> Operations')
    shell.types('Director\r')
    await shell.sees('When was it, or when will it be?')
    await shell.sees('>')
    shell.types(ctrlC)
    await shell.sees('Stopped; nothing was recorded.')
    shell.types('exit\r')
    await shell.ends()
    expect(shell.text()).toContain('> Operations Director\r\n')
  })

  it('so do the signals that another terminal sends', async () => {
    const shell = await logInShell()
    process.kill(Number(readFileSync(pidFile(), 'utf8')), 'SIGSTOP')
    await shell.sees('Stopped')
    await shell.sees('shell: ')
    shell.types('fg\r')
    await shell.answers('Which role?', 'Operations Director')
    await shell.sees('When was it, or when will it be?')
    await shell.sees('>')
    shell.types('\u001a')
    await shell.sees('shell: ')
    shell.types('fg\r')
    await shell.sees('When was it, or when will it be?')
    await shell.sees('>')
    shell.types(ctrlC)
    await shell.sees('Stopped; nothing was recorded.')
    shell.types('exit\r')
    await shell.ends()
  })

  it('Ctrl-Z where no shell can take over changes nothing', async () => {
    const screen = at('log')
    await screen.sees('Which company?')
    await screen.sees('>')
    screen.types('Acme \u001a')
    await screen.sees('Which company?')
    await screen.sees('> Acme')
    screen.types('Controls\r')
    await screen.sees('= new, as acme-controls')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
  })
})

describe('what a terminal can do to a question', () => {
  it.each([
    [
      'between brackets are joined',
      '\u001b[200~\r\nAcme Controls\r\nof Gary  \nIndiana\r\n\u001b[201~\r',
      '= new, as acme-controls-of-gary',
    ],
    [
      'raw give the first, and that is said',
      'Acme Controls\rrm -rf /\ryes\r',
      'Several lines came at once; only the first was taken.\r\n= new, as acme-controls\r\n',
    ],
  ])('many lines pasted %s, and nothing answers the next question', async (_how, keys, understood) => {
    const screen = at('log')
    await screen.sees('Which company?')
    await screen.sees('>')
    screen.types(keys)
    await screen.sees(understood)
    await screen.sees('Which role?')
    await screen.sees('>')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
    expect(screen.text()).not.toContain('rm -rf')
  })

  it('keeps the first 1,000 letters of an endless answer, and says so', async () => {
    acme()
    const screen = at('close acme')
    await screen.answers('How did it end?', '')
    await screen.answers('Why, in your own words?', 'abcd efgh '.repeat(1000))
    expect(await screen.ends()).toBe(0)
    const { facts } = JSON.parse(run('history', '--json')) as { readonly facts: readonly { readonly data: { readonly reason?: string } }[] }
    expect(facts.at(-1)?.data.reason).toBe('abcd efgh '.repeat(100).trim())
    expect(screen.text()).toContain('An answer holds 1,000 letters')
  })

  it('keeps the question while the window changes its size', async () => {
    const screen = at('log')
    await screen.sees('Which company?')
    await screen.sees('>')
    screen.types('Acme')
    screen.resize(40, 10)
    screen.resize(60, 20)
    screen.types(' Controls\r')
    await screen.sees('= new, as acme-controls')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
  })

  it.each(['株式会社アクメ', 'شركة أكمي', 'חברת אקמה', 'Søderberg & Åkesson', '👩‍🚀 Rockets'])('takes %s as it is', async (company) => {
    const screen = at('log')
    await screen.answers('Which company?', company)
    await screen.answers('Which role?', '')
    await screen.answers('When was it', '')
    await screen.answers('Where do they sit?', '')
    await screen.answers('Who did you meet?', '')
    await screen.answers('What kind of meeting?', '')
    await screen.answers('Seven questions', 'no')
    expect(await screen.ends()).toBe(0)
    expect(run('list', '--json')).toContain(JSON.stringify(company).slice(1, -1))
  })

  it('never echoes control characters', async () => {
    const screen = at('log')
    await screen.sees('Which company?')
    await screen.sees('>')
    screen.types('Ac\u0007me\u001b]0;owned\u0007 \u009b31mCon\u202etrols\u0085\r')
    await screen.sees('Which role?')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
    // eslint-disable-next-line no-control-regex
    expect(screen.raw()).not.toMatch(/owned|\u0007|\u009b|\u202e|\u0085/)
  })

  it('paints nothing with NO_COLOR, and brackets no pastes on a dumb terminal', async () => {
    const screen = at('log', { NO_COLOR: '1', TERM: 'dumb' })
    await screen.sees('Which company?')
    screen.types(ctrlC)
    expect(await screen.ends()).toBe(130)
    // eslint-disable-next-line no-control-regex
    expect(screen.raw()).not.toMatch(/\u001b\[(?:\d+m|\?2004h)/)
  })
})
