import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathsOf } from '../src/config/paths.js'
import { instantNamed, zoneNamed } from '../src/main/clock.js'
import { newIds } from '../src/outside/ids.js'
import { zoneAt } from '../src/outside/zone.js'
import { environmentIn, startSession } from './support/session.js'
import type { Session } from './support/session.js'

const bin = join(import.meta.dirname, '..', 'bin', 'followup.js')
let session: Session

beforeEach(() => {
  session = startSession()
})
afterEach(() => session.remove())

const logAcme = ['log', 'Acme Controls', '--with', 'Dana Reyes <dana@acme.example>', '--contact-role', 'boss']

function writeConfig(text: string): string {
  const path = join(session.folder, 'config', 'followup', 'config.toml')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

describe('a pipe at whose other end nobody is', () => {
  it.each([['calendar', '--ics'], ['import']])('is said at once to be no file by %s', (...line) => {
    const pipe = join(session.folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    const env = environmentIn(session.folder)
    const { status, stderr } = spawnSync(process.execPath, [bin, ...line, pipe], { env, encoding: 'utf8', timeout: 20_000 })
    expect([status, stderr.split('\n')[0]]).toEqual([1, `${pipe} is not a file.`])
  })
})

describe('a folder that cannot be made', () => {
  // Nothing can be created under /proc, whoever asks; Node 20's own way of making folders never comes back from there.
  const under = process.platform === 'linux' ? it : it.skip
  under.each([
    ['calendar', '--ics', '/proc/nowhere/acts.ics'],
    ['calendar', '--vdir', '/proc/nowhere/acts'],
    ['config', 'set', 'my-name', 'Robin Vale'],
  ])('is said at once by %s %s', (...line) => {
    const env = { ...environmentIn(session.folder), FOLLOWUP_CONFIG: line[0] === 'config' ? '/proc/nowhere/config.toml' : undefined }
    const { status, stderr } = spawnSync(process.execPath, [bin, ...line], { env, encoding: 'utf8', timeout: 20_000 })
    expect(stderr).toMatch(/\/proc\/nowhere\S* cannot be (?:written|used) \(ENOENT\)\.\n\S/)
    expect(status).toBe(1)
  })
})

describe('the answer', () => {
  it('is the version, bare', async () => {
    for (const flag of ['--version', '-V']) expect(await session.run([flag])).toEqual({ code: 0, out: 'source\n', err: '' })
  })

  it('is nothing with --quiet after a record, but still JSON with --json', async () => {
    expect(await session.run([...logAcme, '--quiet'])).toEqual({ code: 0, out: '', err: '' })
    const { out } = await session.run(['retire', 'acme', '--quiet', '--json'])
    expect(JSON.parse(out)).toMatchObject({ recorded: expect.any(String) })
    expect((await session.run(['show', 'acme', '--quiet'])).out).not.toBe('')
  })

  it('is nothing with --quiet after a file was written, but still what was asked for', async () => {
    await session.run(logAcme)
    const file = (name: string): string => join(session.folder, name)
    for (const line of [
      ['export', '--out', file('a.csv')],
      ['report', '--out', file('a.html')],
      ['calendar', '--ics', file('a.ics')],
      ['calendar', '--vdir', file('vdir')],
      ['backup', '--to', file('copy.db')],
      ['config', 'set', 'my-name', 'Robin Vale'],
    ])
      expect([line[0], await session.run([...line, '--quiet'])]).toEqual([line[0], { code: 0, out: '', err: '' }])
    expect(readdirSync(session.folder)).toEqual(expect.arrayContaining(['a.csv', 'a.html', 'a.ics', 'vdir', 'copy.db']))
    for (const line of [['export'], ['report'], ['calendar', '--ics', '-'], ['config', 'get', 'my-name'], ['backup', '--list']])
      expect([line[0], (await session.run([...line, '--quiet'])).out]).not.toEqual([line[0], ''])
  })

  it('told by a template of the person keeps the colours of the template, and shows none that somebody stored', async () => {
    await session.run(['log', 'Evil\u001b[31m Co\u001b]0;pwned\u0007', '--at', '2027-03-01'])
    const template = '\u001b[1m{% for one in due %}{{ one.company }}|{{ one.next.attempt }}{% endfor %}\u001b[0m'
    const { out } = await session.run(['due', '--format', template])
    expect(out).toBe('\u001b[1mEvil Co|1\u001b[0m\n')
  })

  it('as JSON holds nothing that steers a terminal or turns the reading around, and reads back as it was', async () => {
    const name = 'Foo\u009b31mX\u202eabc\u007f\u2066\u200f\u061c'
    await session.run(['log', name, '--with', `${name} Reyes`, '--note', `${name}\u2028`, '--at', '2027-03-01'])
    const lines = [
      ['list'],
      ['show', 'foo'],
      ['due', '--all'],
      ['history'],
      ['show', '\u009b31m'],
      ['due', '--on', '\u202e'],
      ['help', 'due'],
    ]
    for (const line of lines) {
      const { out, err } = await session.run([...line, '--json'])
      expect([line, out + err]).toEqual([line, expect.stringMatching(/^[^\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+$/)])
      JSON.parse(out + err)
    }
    expect(JSON.parse((await session.run(['show', 'foo', '--json'])).out)).toMatchObject({ company: name })
    expect(JSON.parse((await session.run(['show', '\u009b31m', '--json'])).err)).toMatchObject({
      error: { message: 'No opportunity matches "\u009b31m".' },
    })
  })

  it('to a mistake is JSON only when --json is an option', async () => {
    expect((await session.run(['show', 'nobody', '--json'])).err).toMatch(/^\{"error":/)
    expect((await session.run(['show', '--', 'nobody', '--json'])).err).not.toMatch(/^\{/)
  })

  it('never fills more than 80 columns, and fits into 40', async () => {
    await session.run(logAcme)
    for (const [columns, most] of [
      ['200', 80],
      ['40', 40],
      ['12', 40],
    ] as const) {
      session.set({ COLUMNS: columns })
      const { out } = await session.run(['help'])
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(most)
    }
  })

  it.each([
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '0' }, [], false],
    [{}, [], false],
    [{ FORCE_COLOR: '1' }, ['--no-color'], false],
    [{ FORCE_COLOR: '1' }, ['--plain'], false],
  ] as const)('is painted for a pipe only when asked: %j %j', async (env, flags, painted) => {
    session.set(env)
    expect((await session.run(['help', ...flags])).out.includes('\u001b[')).toBe(painted)
  })

  it.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
    [{ TERM: 'dumb' }, false],
  ] as const)('is painted on a terminal unless told not to: %j', async (env, painted) => {
    const terminal = startSession({ isTerminal: { input: () => true, output: () => true }, columns: () => 80 })
    terminal.set(env)
    expect((await terminal.run(['help'])).out.includes('\u001b[')).toBe(painted)
    terminal.remove()
  })

  it('takes a note from standard input', async () => {
    await session.run([...logAcme, '--note', '-'], 'they liked the\nwhiteboard\n')
    expect((await session.run(['history', 'acme', '--json'])).out).toContain('whiteboard')
  })
})

describe('a problem', () => {
  it('is two lines on stderr, and its exit code', async () => {
    const { code, out, err } = await session.run(['show', 'nobody'])
    expect([code, out]).toEqual([3, ''])
    expect(err.trimEnd().split('\n')).toHaveLength(2)
  })

  it('is wrapped between its words on a terminal, and nowhere else', async () => {
    const unknown = ['show', 'a company with a name that nobody would ever think of, whatever they do']
    const narrow = startSession({ columns: () => 40 })
    const { err } = await narrow.run(unknown)
    narrow.remove()
    expect(Math.max(...err.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(err.replaceAll('\n', ' ')).toBe((await session.run(unknown)).err.replaceAll('\n', ' '))
  })

  it('is JSON with --json', async () => {
    const { code, err } = await session.run(['show', 'nobody', '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(err)).toEqual({ error: { code: expect.any(String), message: expect.any(String), hint: expect.any(String) } })
  })

  it('of ours is one sentence, and a stack only with FOLLOWUP_DEBUG=1', async () => {
    const broken = startSession({
      rules: {
        judge: () => {
          throw new Error('a bug')
        },
      },
    })
    const quiet = await broken.run(logAcme)
    expect(quiet).toMatchObject({
      code: 1,
      out: '',
      err: 'followup stopped: a bug.\nThis is a mistake in followup; FOLLOWUP_DEBUG=1 shows more.\n',
    })
    broken.set({ FOLLOWUP_DEBUG: '1' })
    expect((await broken.run(logAcme)).err).toMatch(/\n {4}at /)
    broken.remove()
  })

  it('of a store that is none touches nothing', async () => {
    const file = join(session.folder, 'notes.db')
    writeFileSync(file, 'my notes, not a store')
    for (const argv of [['due'], logAcme]) expect(await session.run([...argv, '--db', file])).toMatchObject({ code: 4, out: '' })
    expect(readFileSync(file, 'utf8')).toBe('my notes, not a store')
  })
})

describe('clock and zone', () => {
  it('come from FOLLOWUP_NOW and TZ', async () => {
    session.at('2027-03-09T23:30:00-05:00', 'Asia/Tokyo')
    expect(JSON.parse((await session.run(['due', '--json'])).out)).toMatchObject({ asOf: '2027-03-10' })
    session.at('2027-03-09T23:30:00', 'Asia/Tokyo')
    expect(JSON.parse((await session.run(['due', '--json'])).out)).toMatchObject({ asOf: '2027-03-09' })
  })

  it('without FOLLOWUP_NOW is that of the machine', async () => {
    const real = startSession({ now: () => Date.parse('2027-05-01T12:00:00Z'), zone: () => 'America/Chicago' })
    real.set({ FOLLOWUP_NOW: undefined, TZ: undefined })
    expect(JSON.parse((await real.run(['due', '--json'])).out)).toMatchObject({ asOf: '2027-05-01' })
    real.remove()
  })

  it.each([
    ['2027-03-09T08:31', '2027-03-09T13:31:00.000Z'],
    ['2027-03-09T08:31:20', '2027-03-09T13:31:20.000Z'],
    ['2027-03-09T08:31Z', '2027-03-09T08:31:00.000Z'],
    ['2027-03-09T08:31:07.250+02:00', '2027-03-09T06:31:07.250Z'],
    ['2027-03-14T02:30', '2027-03-14T07:30:00.000Z'],
  ])('%s in New York is %s', (text, instant) => {
    expect(new Date(instantNamed(text, 'America/New_York')).toISOString()).toBe(instant)
  })

  it.each(['yesterday', '2027-02-30T10:00', '2027-03-09', '2027-03-09T25:00', '12/11/2027', '2027-03-09T08:31 '])(
    'refuses the moment %j',
    (text) => {
      expect(() => instantNamed(text, 'UTC')).toThrow('FOLLOWUP_NOW')
    },
  )

  it.each([
    ['Etc/UTC', 'UTC'],
    [':Europe/Berlin', 'Europe/Berlin'],
    ['../etc/passwd', null],
    ['+02:00', null],
    ['Mars/Base', null],
    ['EST5EDT', 'EST5EDT'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['/etc/localtime', 'America/Chicago'],
    [':/etc/localtime', 'America/Chicago'],
    ['localtime', 'America/Chicago'],
    [':/usr/share/zoneinfo/Europe/Berlin', 'Europe/Berlin'],
    ['/usr/share/zoneinfo/right/Etc/UTC', 'UTC'],
    ['/etc/hosts', null],
    ['posix/Europe/Berlin', 'Europe/Berlin'],
    ['right/UTC', 'UTC'],
    ['posixrules', null],
    ['leapseconds', null],
    ['Factory', null],
    [':', null],
    ['europe/berlin', 'Europe/Berlin'],
  ])('the zone %s is %s', (text, zone) => {
    const at = (path: string): string | null => (path === '/etc/localtime' ? 'America/Chicago' : zoneAt(path))
    for (const has of [() => true, () => false]) expect(zoneNamed(text, { has, at })).toBe(text === 'Mars/Base' && has() ? text : zone)
  })

  it('a TZ in any spelling leads to its zone, whatever the process takes it for', async () => {
    const real = startSession({ offset: () => 0 })
    for (const TZ of [':/usr/share/zoneinfo/Asia/Tokyo', 'posix/Asia/Tokyo', 'asia/tokyo', 'Japan']) {
      real.set({ FOLLOWUP_NOW: '2027-03-09T23:30:00-05:00', TZ })
      expect(await real.run(['due', '--json'])).toMatchObject({ code: 0, out: expect.stringContaining('2027-03-10') })
    }
    real.remove()
  })

  it.each(['Factory', 'posixrules', '/etc/hosts'])('TZ=%s is refused in a sentence', async (TZ) => {
    session.set({ TZ })
    expect(await session.run(['due'])).toMatchObject({
      code: 2,
      err: `TZ is "${TZ}", which is no time zone.\nSet it to one such as Europe/Berlin, or unset it.\n`,
    })
  })

  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '1969-12-31T23:59', '2200-01-01T00:00+14:00'])(
    'FOLLOWUP_NOW=%s is out of reach, in a sentence',
    async (now) => {
      session.at(now, 'America/Chicago')
      expect(await session.run(['due'])).toMatchObject({
        code: 2,
        err: `FOLLOWUP_NOW is "${now}", and that year is out of reach.\nGive a year from 1970 to 2199, as in 2027-03-09T08:31.\n`,
      })
    },
  )
})

describe('settings and places', () => {
  it('come from the environment before the file', async () => {
    writeConfig('country = "US"\ncalls = "never"\n')
    expect((await session.run(['due'])).code).toBe(0)
    session.set({ FOLLOWUP_COUNTRY: 'Narnia' })
    expect(await session.run(['due'])).toMatchObject({
      code: 2,
      err: 'FOLLOWUP_COUNTRY cannot be "Narnia".\nIt takes auto, none, or a country code such as US.\n',
    })
    session.set({ FOLLOWUP_COUNTRY: 'gb' })
    expect((await session.run(['due'])).code).toBe(0)
  })

  it.each([
    ['contry = "US"', 'contry'],
    ['calls = "maybe"', 'calls'],
    ['calls = 3', 'calls'],
    ['calls = ', 'not TOML'],
  ])('a file with %j is refused by name', async (text, named) => {
    const path = writeConfig(`${text}\n`)
    const { code, err } = await session.run(['due'])
    expect(code).toBe(2)
    expect(err).toContain(path)
    expect(err).toContain(named)
  })

  it('demo needs none of them', async () => {
    writeConfig('calls = \n')
    expect(await session.run(['demo'])).toMatchObject({ code: 0, err: '' })
  })

  it('a file that is named need not be there yet, and own files lie beside it', async () => {
    session.set({ FOLLOWUP_CONFIG: join(session.folder, 'elsewhere', 'mine.toml') })
    expect(await session.run(['due'])).toMatchObject({ code: 0 })
    expect(await session.run(['config', 'path'])).toMatchObject({
      out: expect.stringContaining(join(session.folder, 'elsewhere', 'playbooks')),
    })
    expect(await session.run(['config', 'set', 'country', 'US'])).toMatchObject({ code: 0 })
    expect(await session.run(['config', 'get', 'country'])).toMatchObject({ out: expect.stringContaining('US') })
  })

  it('follow the XDG conventions, and ignore folders that are not absolute', () => {
    expect(pathsOf({}, '/home/me', null)).toMatchObject({
      store: '/home/me/.local/share/followup/followup.db',
      configFile: '/home/me/.config/followup/config.toml',
    })
    expect(pathsOf({ XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: 'c' }, '/h', null)).toMatchObject({
      store: '/d/followup/followup.db',
      configDir: '/h/.config/followup',
    })
    expect(pathsOf({ FOLLOWUP_DB: 'b.db' }, '/h', 'a.db')).toMatchObject({ store: 'a.db', storeNamed: true })
  })

  it('a reader creates nothing', async () => {
    await session.run(['due'])
    await session.run(['list'])
    expect(existsSync(join(session.folder, 'data'))).toBe(false)
  })

  it('the first record of a day is followed by a backup, unless that is off', async () => {
    const backups = join(session.folder, 'data', 'followup', 'followup.db.backups')
    await session.run(logAcme)
    expect(existsSync(backups)).toBe(false)
    session.set({ FOLLOWUP_BACKUP: 'daily' })
    await session.run(['retire', 'acme'])
    expect(existsSync(backups)).toBe(true)
  })
})

describe('ids', () => {
  it('are UUIDv7, in the order of making, whatever the clock does', () => {
    const times = [5, 5, 9, 3, 3, 12, ...Array.from({ length: 5000 }, () => 12)]
    let index = 0
    const newId = newIds(
      () => times[index++] ?? 0,
      () => new Uint8Array(8).fill(0xff),
    )
    const ids = times.map(newId)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the executable', () => {
  const start = (argv: readonly string[], options: object = {}) =>
    spawnSync(process.execPath, [bin, ...argv], {
      env: { ...environmentIn(session.folder), HOME: session.folder },
      encoding: 'utf8',
      ...options,
    })

  it('is quiet when nobody reads', async () => {
    const child = spawn(process.execPath, [bin, 'help'], {
      env: { ...environmentIn(session.folder), HOME: session.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, said]).toEqual([0, ''])
  })

  it('reads a note from a pipe, and prints all of a long answer into one', () => {
    const note = 'a long story. '.repeat(20_000)
    expect(start([...logAcme, '--note', '-'], { input: note })).toMatchObject({ status: 0, stderr: '' })
    const input = 'a word after another '.repeat(300_000)
    expect(start(['check', '-'], { input }).stderr).toContain('The text on standard input is over 4 MB.')
    const { stdout } = start(['history', 'acme', '--json'])
    expect(stdout.length).toBeGreaterThan(note.length)
    expect(() => void JSON.parse(stdout)).not.toThrow()
  })

  it('makes the folder of its store when several are the first to record', async () => {
    for (let round = 0; round < 4; round += 1) {
      const env = { ...environmentIn(session.folder), XDG_DATA_HOME: join(session.folder, `round-${String(round)}`, 'a', 'b', 'c') }
      const first = (name: string): Promise<string> =>
        new Promise((resolve) => {
          const child = spawn(process.execPath, [bin, 'log', name, '--new'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
          let says = ''
          child.stderr.on('data', (data: Buffer) => (says += data.toString()))
          child.on('close', (code) => resolve(`${String(code)}${says}`))
        })
      expect(await Promise.all(['Acme', 'Bell', 'Cole', 'Dorn', 'Elm', 'Fir'].map(first))).toEqual(Array.from({ length: 6 }, () => '0'))
    }
  })

  it('takes no record back twice, and opens no opportunity twice, when several do it at once', async () => {
    const env = { ...environmentIn(session.folder), HOME: session.folder }
    const run = (argv: readonly string[]): Promise<number | null> =>
      new Promise((resolve) => {
        spawn(process.execPath, [bin, ...argv], { env, stdio: 'ignore' }).on('close', resolve)
      })
    const six = (argv: readonly string[]): Promise<(number | null)[]> => Promise.all(Array.from({ length: 6 }, () => run(argv)))
    const others = ['Birch', 'Cole'].map((name) => run(['log', name, '--at', '2027-03-01']))
    expect(await six(['log', 'Acme', '--with', 'Dana Reyes', '--at', '2027-03-01'])).toEqual([0, 0, 0, 0, 0, 0])
    expect(await Promise.all(others)).toEqual([0, 0])
    const handles = (await session.run(['list', '--json'])).out.match(/"handle": "\w+"/g)
    expect(handles?.sort()).toEqual(['"handle": "acme"', '"handle": "birch"', '"handle": "cole"'])
    await session.run(['sent', 'acme', 'thank-you'])
    expect((await six(['undo'])).filter((code) => code !== 0 && code !== 1 && code !== 4)).toEqual([])
    const { facts } = JSON.parse((await session.run(['history', '--json'])).out) as {
      readonly facts: readonly { readonly kind: string; readonly data: { readonly facts?: readonly string[] } }[]
    }
    const taken = facts.filter((one) => one.kind === 'retracted').flatMap((one) => one.data.facts ?? [])
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.length).toBe(new Set(taken).size)
  }, 60_000)

  it('reminds twenty times at once, during a write, of each act exactly once', async () => {
    const people = ['Ann', 'Ben', 'Cora', 'Dev', 'Eve']
    for (const name of people)
      await session.run(['log', `${name} Works`, '--with', `${name} <${name}@works.example>`, '--at', '2027-03-01'])
    const env = { ...environmentIn(session.folder), HOME: session.folder }
    const run = (argv: readonly string[]): Promise<string> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [bin, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] })
        let said = ''
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
        child.on('close', (code) => {
          resolve(`${said}[${String(code)}]`)
        })
      })
    const written = run(['log', 'Faye Works', '--with', 'Faye', '--at', '2027-03-02'])
    const said = await Promise.all(Array.from({ length: 20 }, () => run(['remind'])))
    expect(await written).toMatch(/Recorded[^]*\[0\]$/)
    for (const name of people) expect([name, said.join('').split(`thank-you to ${name}`).length - 1]).toEqual([name, 1])
    expect(said.filter((one) => !one.endsWith('[0]'))).toEqual([])
  }, 60_000)

  it.each(['SIGINT', 'SIGTERM'] as const)('demo leaves no folder behind when %s ends it early', async (signal) => {
    const folder = join(session.folder, 'tmp')
    mkdirSync(folder)
    const watcher = watch(folder)
    const made = once(watcher, 'change')
    const child = spawn(process.execPath, [bin, 'demo'], { env: { ...environmentIn(session.folder), TMPDIR: folder }, stdio: 'ignore' })
    const ended = once(child, 'exit')
    await made
    watcher.close()
    child.kill(signal)
    const [code, by] = (await ended) as [number | null, string | null]
    expect([code ?? by, readdirSync(folder)]).toEqual([signal, []])
  })

  it('demo needs a folder for temporary files, and says so', () => {
    const TMPDIR = join(session.folder, 'nowhere')
    expect(start(['demo'], { env: { HOME: session.folder, TMPDIR } })).toMatchObject({
      status: 1,
      stderr: `No temporary folder can be made in ${TMPDIR} (ENOENT).\nName one that can be written to with TMPDIR: TMPDIR=~ followup demo\n`,
    })
  })

  it('says its version and what is due with nothing in the environment', () => {
    expect(start(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(start([], { env: { HOME: session.folder } })).toMatchObject({ status: 0, stderr: '' })
  })
})

it('keeps the order of recording when many commands run in one and the same instant', async () => {
  const session = startSession()
  try {
    session.at('2027-03-02T09:00', 'UTC')
    await session.run(['log', 'Acme Controls', '--with', 'Dana Reyes', '--at', '2027-03-01'])
    for (const phone of ['555 0111', '555 0222', '555 0333', '555 0444'])
      await session.run(['contact', 'edit', 'Dana Reyes', '--phone', phone])
    const { out } = await session.run(['contact', 'list', '--json'])
    expect(out).toContain('"phone": "555 0444"')
    const { out: facts } = await session.run(['history', 'acme', '--json'])
    const ids = [...facts.matchAll(/"id": "([^"]+)"/g)].map((found) => found[1])
    expect(ids).toEqual([...ids].sort())
  } finally {
    session.remove()
  }
})

it("goes on with the default when a playbook of one's own is gone", async () => {
  const folder = join(session.folder, 'config', 'followup', 'playbooks')
  mkdirSync(folder, { recursive: true })
  const shipped = readFileSync(join(import.meta.dirname, '..', 'data', 'playbooks', 'gentle.yaml'), 'utf8')
  writeFileSync(join(folder, 'mine.yaml'), shipped.replace('name: gentle', 'name: mine'))
  await session.run(['log', 'Acme Controls', '--with', 'Dana Reyes', '--playbook', 'mine', '--at', '2027-03-01'])
  expect((await session.run(['why', 'acme'])).out).toContain('Rule        mine')
  writeFileSync(join(folder, 'mine.yaml'), 'name: other')
  const { code, out } = await session.run(['why', 'acme'])
  expect([code, out.includes('Rule        connect-then-call')]).toEqual([0, true])
})

it('refuses a TZ that is no zone, rather than record in another one; doctor tells of it', async () => {
  session.set({ TZ: 'Nowhere/Bad' })
  expect(await session.run(['log', 'Acme Controls'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('TZ is "Nowhere/Bad"') as unknown,
  })
  expect((await session.run(['doctor'])).out).toContain('Nowhere/Bad')
})
