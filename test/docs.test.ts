import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments } from '../src/arguments.js'
import { referencePages } from '../scripts/reference-pages.js'
import { program } from '../src/program.js'
import { putCrontab, putProgram } from './support/machine.js'
import { startSession } from './support/session.js'
import type { Session } from './support/session.js'
import { startMailHost } from './support/smtp.js'
import { linesOf, shellWords } from './support/transcript.js'

const root = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const isUpdating = process.env['UPDATE_TRANSCRIPTS'] === '1'

/** The page with the output of its console blocks as the program prints it now; the blocks of a page share one store. */
async function played(text: string): Promise<string> {
  const session = startSession()
  putCrontab(session.folder)
  const lines: string[] = []
  let isConsole = false
  try {
    for (const line of text.split('\n')) {
      const clock = /^<!-- @ (\S+) (\S+) -->$/.exec(line)
      if (clock) session.at(clock[1] ?? '', clock[2] ?? '')
      const variable = /^<!-- @ ([A-Z_]+)=(.*) -->$/.exec(line)
      if (variable) session.set({ [variable[1] ?? '']: variable[2] })
      if (line.startsWith('```')) isConsole = line === '```console'
      const [, input, typed] = /^\$ (?:echo "(.*)" \| )?followup(.*)$/.exec(line) ?? []
      if (isConsole && typed !== undefined) lines.push(line, ...linesOf(await session.run(wordsOf(typed, session), input)))
      else if (!isConsole || line.startsWith('```')) lines.push(line)
    }
    return lines.join('\n')
  } finally {
    session.remove()
  }
}

/** The words of a line as a shell would pass them on, whose home is the session's folder. */
function wordsOf(line: string, { folder }: Session): readonly string[] {
  return shellWords(line).map((word) => word.replace(/^~(?=\/)/, folder))
}

/** The command lines in running text and tables: `followup …` in back quotes. */
function quotedLines(text: string): readonly string[] {
  return [...text.matchAll(/`(followup(?: [^`]*)?)`/g)].map((found) => found[1] ?? '')
}

/** The command lines of each block of shell that has any of ours. */
function setUpBlocks(text: string): readonly (readonly string[])[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) =>
    block.split('\n').filter((line) => line.startsWith('followup ')),
  )
  return blocks.filter((lines) => lines.length > 0)
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')

  it('shows sessions as the program prints them', async () => {
    const actual = await played(text)
    if (isUpdating && actual !== text) writeFileSync(join(root, page), actual)
    else expect(actual).toBe(text)
  })

  it('quotes only command lines that work', async () => {
    for (const line of quotedLines(text)) {
      const session = startSession()
      try {
        putCrontab(session.folder)
        putProgram(session.folder, 'notify-send', 'exit 0')
        session.at('2027-03-02T15:00', 'UTC')
        await session.run(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--at', 'yesterday'])
        const { code, err } = await session.run(wordsOf(line.slice('followup'.length), session))
        expect([line, code, code === 0 ? '' : err]).toEqual([line, line.includes('--exit-code') ? 10 : 0, ''])
      } finally {
        session.remove()
      }
    }
  })

  it('lists only set-up lines that work, one after the other', async () => {
    const host = await startMailHost({ asksName: true })
    try {
      for (const block of setUpBlocks(text)) {
        const session = startSession()
        try {
          for (const name of ['secret-tool', 'pass']) putProgram(session.folder, name, 'echo right')
          session.set({
            FOLLOWUP_SMTP_HOST: '127.0.0.1',
            FOLLOWUP_SMTP_PORT: String(host.port),
            FOLLOWUP_IMAP_HOST: '127.0.0.1',
            FOLLOWUP_IMAP_PORT: '1',
          })
          for (const line of block) {
            const { code, out, err } = await session.run(wordsOf(line.slice('followup'.length), session))
            // The servers that the pages name are not here; what is said of that is for the real ones to test.
            const isThere = !/^followup (?:sync|config mail test)/.test(line)
            expect([line, code, code === 0 ? '' : out + err]).toEqual([line, isThere ? 0 : 6, isThere ? '' : expect.any(String)])
          }
        } finally {
          session.remove()
        }
      }
    } finally {
      await host.close()
    }
  })

  it('names no npm script that does not exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    for (const [, name = ''] of text.matchAll(/npm run ([a-z:]+)/g)) expect([name, name in scripts]).toEqual([name, true])
  })
})

describe('the page about JSON', () => {
  it('names every key of where something stands, of a letter looked over, of mails taken in, and of a record', async () => {
    const page = readFileSync(join(root, 'docs', 'json.md'), 'utf8')
    const session = startSession()
    try {
      session.at('2027-03-02T15:00', 'UTC')
      const log = await session.run(['log', 'Acme', '--with', 'Dana Reyes <dana@acme.example>', '--json'])
      const printed = [log, await session.run(['show', 'acme', '--json']), await session.run(['list', '--json'])]
      printed.push(await session.run(['due', '--json']), await session.run(['check', '-', '--json'], 'Just checking in, Dana.'))
      const stranger = 'From: Jobs <jobs@host.example>\nTo: me@me.example\nSubject: Your application at Acme\n\nWe write soon.\n'
      printed.push(await session.run(['import', '-', '--json'], stranger))
      const keys = printed.flatMap(({ out }) => keysOf(JSON.parse(out)))
      expect(keys.length).toBeGreaterThan(50)
      expect([...new Set(keys)].filter((key) => !page.includes(`\`${key}\``))).toEqual([])
    } finally {
      session.remove()
    }
  })
})

/** The keys of a value and of what lies in it, but for the data of facts and what is said of people. */
function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(key === 'data' || key === 'people' ? [] : keysOf(inner))])
}

describe('the set-up lines of the README', () => {
  it('are run by the continuous integration, word for word', () => {
    const ci = readFileSync(join(root, '.ci', 'run'), 'utf8')
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    for (const [, line = ''] of readme.matchAll(/^ {4}(npm ci .*?)(?: {2,}#.*)?$/gm))
      expect([line, ci.includes(line)]).toEqual([line, true])
  })
})

describe('the line for the prompt of bash', () => {
  it.each([
    ['0', ''],
    ['', ''],
    ['3', '[3] '],
    ['10', '[10] '],
  ])('of %j things to do is %j', (count, shown) => {
    const lines = /```bash\n(followup_due[^`]*)```/.exec(readFileSync(join(root, 'docs/reminders.md'), 'utf8'))?.[1] ?? ''
    const script = `EPOCHSECONDS=1000; PS1=; followup() { printf %s '${count}'; }\n${lines}\nfollowup_due; eval "printf %s \\"$PS1\\""`
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe(shown)
  })
})

describe('the Nodes that are named', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('in %s are those of the package', (page) => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
    const named = engines.node.split(' || ').map((one) => `${one.replace(/^(?:\^|>=)|\.0$/g, '')}+`)
    expect(readFileSync(join(root, page), 'utf8')).toContain(`Node ${named.slice(0, -1).join(', ')} or ${named.at(-1) ?? ''}`)
  })
})

describe('the pages made from the tables', () => {
  it.each(Object.entries(referencePages()))('%s is as "npm run docs" writes it', (page, text) => {
    expect(readFileSync(join(root, page), 'utf8')).toBe(text)
  })
})

describe('the table of verbs', () => {
  it('has an example for each verb that parses', () => {
    for (const verb of program()) {
      const reading = readArguments(shellWords(verb.example).slice(1))
      expect([verb.name, reading?.verb.name]).toEqual([verb.name, verb.name])
    }
  })
})
