import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'smol-toml'
import { withValue } from '../../src/config/patch.js'
import { settingsTable } from '../../src/config/table.js'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'
import { tries } from '../support/tries.js'

describe('one value of a TOML file', () => {
  const cases: readonly (readonly [string, string, string | null, string])[] = [
    ['a comment behind it stays', 'country = "DE"   # home # now\n', 'US', 'country = "US"   # home # now\n'],
    ['a mark in the value is no comment', 'country = "D#E" # x\n', 'US', 'country = "US" # x\n'],
    ['blanks and quotes of the name stay', '  "country"=\'DE\'\t# x\r\nb = 1\r\n', 'US', '  "country"="US"\t# x\r\nb = 1\r\n'],
    ['a value of several lines is one value', 'country = """\nD\nE"""  # x\nb = 1\n', 'US', 'country = "US"  # x\nb = 1\n'],
    ['a number is replaced too', 'country = 49 # x', 'US', 'country = "US" # x'],
    [
      'text that looks like the line is left alone',
      'a = """\ncountry = "DE"\n"""\ncountry = "DE"\n',
      'US',
      'a = """\ncountry = "DE"\n"""\ncountry = "US"\n',
    ],
    ['a section has its own names', 'country = "DE"\n[mail]\ncountry = "FR"\n', 'US', 'country = "US"\n[mail]\ncountry = "FR"\n'],
    [
      'a new line stands before the sections',
      '# top\na = 1\n\n[mail] # m\nx = [1,\n  2] # two\n',
      'US',
      '# top\na = 1\n\ncountry = "US"\n[mail] # m\nx = [1,\n  2] # two\n',
    ],
    ['brackets of a list are no section', 'x = [\n  [1, 2],\n]\n[s]\n', 'US', 'x = [\n  [1, 2],\n]\ncountry = "US"\n[s]\n'],
    ['inline tables stay', 'p = { country = "DE", b = [1] } # p\n', 'US', 'p = { country = "DE", b = [1] } # p\ncountry = "US"\n'],
    ['a last line without an end gets one', 'a = 1', 'US', 'a = 1\ncountry = "US"\n'],
    ['the file may be empty', '', 'US', 'country = "US"\n'],
    ['line ends are those of the file', 'a = 1\r\n', 'US', 'a = 1\r\ncountry = "US"\r\n'],
    ['taking it away takes the line', '# a\ncountry = "DE" # x\nb = 1\n', null, '# a\nb = 1\n'],
    ['what is not there is not taken away', 'b = 1\n', null, 'b = 1\n'],
  ]
  it.each(cases)('%s', (_what, before, value, after) => {
    expect(withValue(before, 'country', value)).toBe(after)
  })

  it('leaves every other line of any file as it was', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/).filter((name) => name !== 'country')
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    const plain = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(fc.oneof(text, fc.constant('country = "x"')), { maxLength: 3 }))
    const table = fc.dictionary(word, plain, { maxKeys: 4 })
    const files = fc.tuple(table, fc.dictionary(fc.stringMatching(/^t[a-z]{1,5}$/), table, { maxKeys: 3 }))
    fc.assert(
      fc.property(files, fc.boolean(), text, ([top, tables], has, value) => {
        const whole = {
          ...Object.fromEntries(Object.entries(top).filter(([name]) => !(name in tables))),
          ...(has ? { country: 'D#"E' } : {}),
          ...tables,
        }
        const before = `# first\n${stringify(whole)}\n# last`
        const after = withValue(before, 'country', value)
        expect(parse(after)).toEqual({ ...parse(before), country: value })
        const others = (one: string): string =>
          one
            .split('\n')
            .filter((line) => !line.startsWith('country = '))
            .join('\n')
            .trimEnd()
        expect(others(after)).toBe(others(before))
        expect(parse(withValue(after, 'country', null))).toEqual(parse(withValue(before, 'country', null)))
      }),
      tries(),
    )
  })

  it('refuses what is no TOML, and what it cannot change alone', () => {
    expect(() => withValue('a = = 1\n', 'country', 'US')).toThrow('The settings are not TOML, see line 1.')
    expect(() => withValue('country = [\n"DE"]\n', 'country', 'US')).toThrow('cannot be changed without touching others')
  })
})

/** What went wrong, wherever its lines were broken. */
function unwrapped({ code, err }: Outcome): readonly [number, string] {
  return [code, err.replaceAll('\n', ' ')]
}

describe('config', () => {
  let session: Session
  const file = (): string => join(session.folder, 'config', 'followup', 'config.toml')
  const put = (text: string): void => {
    mkdirSync(dirname(file()), { recursive: true })
    writeFileSync(file(), text)
  }
  beforeEach(() => {
    session = startSession({ isTerminal: { input: () => true, output: () => true }, columns: () => 80 })
  })
  afterEach(() => session.remove())

  it('says of each setting where it comes from', async () => {
    put('calls = "never"\n')
    session.set({ FOLLOWUP_COUNTRY: 'US' })
    const { out } = await session.run(['config', 'list', '--json'])
    const { settings } = JSON.parse(out) as { settings: { name: string; value: string; from: string }[] }
    expect(settings.map(({ name, value, from }) => [name, value, from])).toEqual([
      ['country', 'US', 'environment'],
      ['calls', 'never', 'file'],
      ['my-name', null, 'default'],
      ['my-number', null, 'default'],
      ['my-hours', null, 'default'],
      ['quiet-hours', null, 'default'],
      ['remind-days', 'mon-sun', 'default'],
      ['discreet', 'false', 'default'],
      ['caldav-url', null, 'default'],
      ['caldav-user', null, 'default'],
      ['caldav-password-command', null, 'default'],
      ['backup', 'off', 'environment'],
      ['playbook', null, 'default'],
      ['my-email', null, 'default'],
      ['mail-provider', null, 'default'],
      ['smtp-host', null, 'default'],
      ['smtp-port', '587', 'default'],
      ['smtp-security', 'starttls', 'default'],
      ['mail-command', null, 'default'],
      ['mail-program', null, 'default'],
      ['imap-host', null, 'default'],
      ['imap-port', '993', 'default'],
      ['imap-security', 'tls', 'default'],
      ['mail-user', null, 'default'],
      ['mail-password-command', null, 'default'],
      ['mail-token-command', null, 'default'],
      ['mail-folders', 'INBOX', 'default'],
      ['drafts-folder', null, 'default'],
      ['keep-bodies', 'false', 'default'],
    ])
    expect(settings.map((one) => one.name)).toEqual(Object.keys(settingsTable))
  })

  it('says what the file has now where the environment is stronger', async () => {
    session.set({ FOLLOWUP_MY_NAME: 'Env Name' })
    const { out } = await session.run(['config', 'set', 'my-name', 'File Name'])
    expect(out).toMatch(/^my-name +File Name +in the file\n/)
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'FOLLOWUP_MY_NAME in the environment is stronger than the file, and still counts: Env Name.',
    )
    const places = (await session.run(['config', 'path'])).out.trimEnd().split('\n')
    expect(new Set(places.map((line) => line.search(/[/~]/)))).toEqual(new Set([15]))
  })

  it('gets one value, for scripts', async () => {
    put('country = "de"\n')
    expect(await session.run(['config', 'get', 'country'])).toEqual({ code: 0, out: 'DE\n', err: '' })
    expect(await session.run(['config', 'get', 'playbook'])).toEqual({ code: 0, out: '\n', err: '' })
  })

  it("makes a file that is the person's alone, in a folder that is too", async () => {
    expect((await session.run(['config', 'set', 'country', 'us'])).code).toBe(0)
    expect(readFileSync(file(), 'utf8')).toBe('country = "US"\n')
    expect([statSync(file()).mode & 0o777, statSync(dirname(file())).mode & 0o777]).toEqual([0o600, 0o700])
    expect(readdirSync(dirname(file()))).toEqual(['config.toml'])
  })

  it('keeps the rest of the file, and a link to it', async () => {
    put('')
    const real = join(session.folder, 'dotfile.toml')
    writeFileSync(real, '# mine\ncalls = "ok" # why not\n')
    chmodSync(real, 0o644)
    const link = join(session.folder, 'linked.toml')
    symlinkSync(real, link)
    session.set({ FOLLOWUP_CONFIG: link })
    expect((await session.run(['config', 'set', 'calls', 'never'])).code).toBe(0)
    expect(readFileSync(real, 'utf8')).toBe('# mine\ncalls = "never" # why not\n')
    expect([lstatSync(link).isSymbolicLink(), statSync(real).mode & 0o777]).toEqual([true, 0o600])
  })

  it.each([
    ['9pm-7:30am', '21:00-07:30'],
    ['9 p.m. - 7.30 am', '21:00-07:30'],
    ['21-7:30AM', '21:00-07:30'],
    ['12am to 6am', '00:00-06:00'],
    ['12pm–1pm', '12:00-13:00'],
    ['9:00-17:30', '09:00-17:30'],
    ['1-5pm', null],
    ['13pm-3am', null],
    ['0am-3am', null],
    ['9pm', null],
  ])('takes hours of the day by either clock: %s', (text, hours) => {
    expect(settingsTable['quiet-hours'].read(text) ?? null).toBe(hours)
  })

  it('is how a file that nobody can read is mended', async () => {
    put('calls = "nver"\n')
    expect(unwrapped(await session.run(['due']))).toEqual([2, `"calls" in ${file()} cannot be "nver". Did you mean: never `])
    expect((await session.run(['doctor'])).out).toContain('cannot be "nver"')
    expect((await session.run(['config', 'set', 'calls', 'never'])).code).toBe(0)
    expect((await session.run(['due'])).code).toBe(0)
  })

  const refused: readonly (readonly [string, string])[] = [
    ['config set contry US', 'There is no setting "contry".\nDid you mean: country\n'],
    ['config get contry', 'There is no setting "contry".\nDid you mean: country\n'],
    ['config set calls nevr', 'calls cannot be "nevr".\nDid you mean: never\n'],
    [
      'config set my-name Robin,0172-5550119',
      'my-name is the name alone; the number has a setting of its own.\nWrite:\nfollowup config set my-name "Robin", then: followup config set my-number "0172-5550119"\n',
    ],
    ['config set country USA', 'country cannot be "USA".\nIt takes auto, none, or a country code such as US.\n'],
    ['config set country UX', '"UX" is not a country code.'],
    ['config set playbook gentel', 'There is no playbook "gentel".'],
    ['config set playbook keep-the-door-open', '"keep-the-door-open" begins after a no, and the setting is for'],
    ['config lst', 'There is no action "lst".\nDid you mean: list\n'],
    ['config set country', 'config set needs a setting and a value.\nFor example: followup config set country US\n'],
    ['config path country', 'config path does not know what to do with "country".\n"followup help config" shows what it takes.\n'],
    ['config edit --no-input', 'An editor needs a terminal.\nWithout one: followup config set NAME VALUE\n'],
  ]
  it('passes over a playbook that begins after a no, and doctor says so', async () => {
    session.set({ FOLLOWUP_PLAYBOOK: 'keep-the-door-open' })
    await session.run(['log', 'Elm Works', '--with', 'Kit Orr'])
    expect((await session.run(['why', 'elm-works'])).out).toContain('connect-then-call')
    expect((await session.run(['doctor'])).out).toContain('keep-the-door-open begins after a no')
    expect((await session.run(['playbook', 'use', 'keep-the-door-open'])).err).toContain('After a no: followup playbook use')
  })
  it.each(refused)('refuses %s', async (line, err) => {
    expect(await session.run(line.split(' '))).toEqual({ code: 2, out: '', err: expect.stringContaining(err) })
    expect(existsSync(file())).toBe(false)
  })

  it('says that the environment is stronger', async () => {
    session.set({ FOLLOWUP_COUNTRY: 'FR' })
    expect((await session.run(['config', 'set', 'country', 'US'])).out).toContain('FOLLOWUP_COUNTRY in the environment is stronger')
  })

  describe('edit', () => {
    const editor = (code: string): void => {
      const script = join(session.folder, 'an editor.cjs')
      writeFileSync(script, `const fs = require('fs'), [, , ...args] = process.argv, file = args.at(-1)\n${code}`)
      session.set({ VISUAL: `${process.execPath} '${script}' --wait "two words"`, EDITOR: 'false' })
    }

    it('opens the editor with its own words and reads the file afterwards', async () => {
      editor(`fs.writeFileSync(file, 'playbook = "gentle" # ' + args.slice(0, 2).join('|') + '\\n')`)
      expect((await session.run(['config', 'edit', '--json'])).out).toContain('"value": "gentle"')
      expect(readFileSync(file(), 'utf8')).toBe('playbook = "gentle" # --wait|two words\n')
    })

    it('shows every setting to someone who has no file yet', async () => {
      editor(`fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('# country = "auto"', 'country = "CH"'))`)
      expect((await session.run(['config', 'edit'])).code).toBe(0)
      expect((await session.run(['config', 'get', 'country'])).out).toBe('CH\n')
    })

    it('says what is wrong with what was written, and leaves it as it is', async () => {
      editor(`fs.writeFileSync(file, 'cals = "never"\\n')`)
      expect(unwrapped(await session.run(['config', 'edit']))).toEqual([
        2,
        `${file()} sets "cals", which is no setting. Did you mean: calls `,
      ])
      expect(readFileSync(file(), 'utf8')).toBe('cals = "never"\n')
    })

    it('a country that is none stops every verb but those that mend it, wherever it is set', async () => {
      session.set({ FOLLOWUP_COUNTRY: 'ZZ' })
      for (const verb of ['due', 'list'])
        expect(await session.run([verb])).toMatchObject({ code: 2, err: expect.stringContaining('"ZZ" is not a country code.') })
      session.set({ FOLLOWUP_COUNTRY: 'uk' })
      expect((await session.run(['due'])).err).toContain('Did you mean GB')
      const { out } = await session.run(['config', 'path'])
      for (const own of ['letters', 'tone', 'hooks', 'playbooks']) expect(out).toContain(`/${own}\n`)
    })

    it('says so when the editor fails, or is not there', async () => {
      editor('process.exit(3)')
      expect(await session.run(['config', 'edit'])).toMatchObject({ code: 6, err: expect.stringContaining('ended with 3.') })
      session.set({ VISUAL: 'no-such-editor; touch x' })
      expect(await session.run(['config', 'edit'])).toMatchObject({
        code: 6,
        err: expect.stringContaining('"no-such-editor;" cannot be started'),
      })
    })
  })
})
