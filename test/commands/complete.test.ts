import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endOfWord, typedWords } from '../../src/formats/bash-line.js'
import { program } from '../../src/program.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'
import { shellWords } from '../support/transcript.js'
import { tries } from '../support/tries.js'

const trap = '$(touch x); "O\'Brien" & Söhne'
let session: Session
beforeAll(async () => {
  session = startSession()
  session.at('2027-03-09T10:00', 'UTC')
  await session.run(['log', trap, '--with', 'Zoë Ørn <zoe@x.example>', '--at', 'mon 1 mar'])
  await session.run(['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--at', 'mon 1 mar'])
  await session.run(['log', 'Acme Steel', '--with', 'Dana Reyes <dana@steel.example>', '--at', 'mon 1 mar'])
  await session.run(['log', 'Closed Co', '--with', 'Li\u202eWu <li@closed.example>', '--at', 'mon 1 mar'])
  await session.run(['close', 'closed', 'rejected'])
})
afterAll(() => session.remove())

async function offered(words: readonly string[], shell = 'zsh'): Promise<readonly string[]> {
  const { code, out, err } = await session.run(['__complete', `--shell=${shell}`, ...words.map((word) => `--word=${word}`)])
  expect([code, err]).toEqual([0, ''])
  return out.split('\n').slice(0, -1)
}

describe('what may stand where the cursor is', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['sh', ['show']],
    ['__', []],
    ['--js', ['--json']],
    ['show ac', ['acme-controls', 'acme-steel']],
    ['show AC', ['acme-controls', 'acme-steel']],
    ['show cl', ['closed-co']],
    ['--json show acme-s', ['acme-steel']],
    ['show acme ""', []],
    ['call acme no-a', ['no-answer']],
    ['call acme --outcome no-a', ['no-answer']],
    ['call acme --outcome=no-a', ['--outcome=no-answer']],
    ['call acme --note --outcome no-a', ['no-answer']],
    ['call acme --outco', ['--outcome']],
    ['call acme --outcome busy --outco', []],
    ['log Acme --hook x --hoo', ['--hook']],
    ['log Acm', ['Acme Controls', 'Acme Steel']],
    ['log $', [trap]],
    ['log A --playbook gen', ['gentle']],
    ['log A --landing oversol', ['oversold']],
    ['stop Zo', ['Zoë Ørn']],
    ['hold dana@', ['dana@acme.example', 'dana@steel.example']],
    ['hold Da', ['dana@acme.example', 'dana@steel.example']],
    ['hold L', []],
    ['forget acme-s', ['acme-steel']],
    ['config set pl', ['playbook']],
    ['help exi', ['exit-codes']],
    ['contact add x --for acme-s', ['acme-steel']],
    ['snooze --all acm', []],
    ['restore x', [':files']],
    ['--db x', [':files']],
    ['show -- --j', []],
    ['nonsense a', []],
  ]
  it.each(cases)('followup %s', async (line, words) => {
    const found = await offered(shellWords(line))
    expect(found).toEqual(words)
  })

  it('begins with the verbs that the help lists', async () => {
    expect(await offered([''])).toEqual(
      program()
        .filter((verb) => !verb.hidden)
        .map((verb) => verb.name),
    )
  })

  it('looks into the store that the line names, and makes none', async () => {
    const missing = join(session.folder, 'none.db')
    expect(await offered(['--db', missing, 'show', ''])).toEqual([])
    expect(await offered([`--db=${missing}`, 'show', ''])).toEqual([])
    expect(existsSync(missing)).toBe(false)
  })

  it('changes nothing in the store', async () => {
    const path = join(session.folder, 'data', 'followup', 'followup.db')
    const before = readFileSync(path)
    await offered(['show', ''])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('works although the settings cannot be read', async () => {
    const other = startSession()
    mkdirSync(join(other.folder, 'config', 'followup'), { recursive: true })
    writeFileSync(join(other.folder, 'config', 'followup', 'config.toml'), 'calls = "x"\n')
    expect(await other.run(['__complete', '--shell=zsh', '--word=sho'])).toEqual({ code: 0, out: 'show\n', err: '' })
    other.remove()
  })

  it('leaves the choice to fish where the word has quotes', async () => {
    expect(await offered(['log', '"$(to'], 'fish')).toContain(trap)
  })
})

describe('a line of bash', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aB1ö-_.,/ \'"\\$`!&;|<>()[]{}*?~#^=:@%+') })

  it('is parted and unquoted as bash does it, and what is put in means what was offered', () => {
    const cut = fc.constantFrom<'' | '"' | "'">('', '"', "'")
    const pairs: [string, string][] = []
    fc.assert(
      fc.property(text, cut, (value, quote) => {
        const end = endOfWord(value, { raw: quote, quote }, '')
        if (end === null) return expect([quote, value.includes('!')]).toEqual(['"', true])
        pairs.push([`${quote}${end}${quote}`, value])
        return expect(typedWords(`followup ${quote}${end}${quote}`).at(-1)?.value).toBe(value)
      }),
      tries(400),
    )
    const script = pairs.map(([typed]) => `printf '%s\\n' ${typed === '' ? "''" : typed}`).join('\n')
    const said = execFileSync('bash', ['--norc'], { input: script, encoding: 'utf8', cwd: session.folder })
    expect(said.split('\n').slice(0, -1)).toEqual(pairs.map(([, value]) => value))
  })

  const places: readonly (readonly [string, string, readonly string[]])[] = [
    ['followup show ac', 'ac', ['acme-controls', 'acme-steel']],
    ['X=1 followup show ac', 'ac', ['acme-controls', 'acme-steel']],
    ['followup call acme --outcome=no-a', 'no-a', ['no-answer']],
    ['followup hold dana@st', '@st', ['@steel.example']],
    ["followup stop 'Zo", 'Zo', ['Zoë Ørn']],
    ['followup stop Zo', 'Zo', ['Zoë\\ Ørn']],
    ["followup log '$(touch x); \"O'\\''Br", 'Br', ['Brien" & Söhne']],
    ['followup', 'followup', []],
  ]
  it.each(places)('%s', async (line, cut, words) => {
    const { out } = await session.run(['__complete', '--shell=bash', `--line=${line}`, `--cut=${cut}`])
    expect(out.split('\n').slice(0, -1)).toEqual(words)
  })
})

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s that evaluates nothing', async (shell) => {
    const { code, out } = await session.run(['completion', shell])
    expect([code, /\beval\b/.test(out)]).toEqual([0, false])
    if (shell === 'bash') execFileSync('bash', ['-n'], { input: out })
  })

  it('installs for the shell of the person, once', async () => {
    session.set({ SHELL: '/usr/bin/bash' })
    writeFileSync(join(session.folder, '.bashrc'), '# mine')
    const first = await session.run(['completion', '--install', '--json'])
    const again = await session.run(['completion', '--install', '--json'])
    const file = join(session.folder, 'data', 'bash-completion', 'completions', 'followup')
    const told = (added: boolean): unknown => ({ shell: 'bash', file, startup: { file: join(session.folder, '.bashrc'), added } })
    expect([JSON.parse(first.out), JSON.parse(again.out)]).toEqual([told(true), told(false)])
    expect(readFileSync(join(session.folder, '.bashrc'), 'utf8')).toBe(`# mine\n[ -r '${file}' ] && . '${file}' # completion of followup\n`)
    expect(statSync(file).size).toBeGreaterThan(200)
  })

  it('asks which shell where it cannot know', async () => {
    session.set({ SHELL: '/bin/tcsh' })
    expect(await session.run(['completion', '--install'])).toMatchObject({ code: 2, err: expect.stringContaining('bash --install') })
    expect(await session.run(['completion'])).toMatchObject({ code: 2, err: expect.stringContaining('completion needs a shell.') })
    expect(await session.run(['completion', 'fis'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean: fish') })
  })
})
