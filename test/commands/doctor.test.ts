import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DoctorResult } from '../../src/commands/doctor.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
  session.at('2027-03-09T10:00', 'America/Chicago')
})
afterEach(() => session.remove())

async function examined(): Promise<DoctorResult & { readonly code: number }> {
  const { code, out } = await session.run(['doctor', '--json'])
  return { ...(JSON.parse(out) as DoctorResult), code }
}

async function wrongs(): Promise<readonly (readonly [string, string, string | null])[]> {
  const { findings, ok, code } = await examined()
  expect([ok, code]).toEqual(findings.every((one) => one.ok) ? [true, 0] : [false, 1])
  return findings.filter((one) => !one.ok).map(({ check, says, hint }) => [check, says, hint] as const)
}

function put(name: string, text: string, mode = 0o600): void {
  const folder = join(session.folder, 'config', 'followup')
  for (const own of ['playbooks', 'tone']) mkdirSync(join(folder, own), { recursive: true })
  writeFileSync(join(folder, name), text)
  chmodSync(join(folder, name), mode)
}

/** A place that nobody can look at, not even root: a link to itself. */
function putLoop(name: string): void {
  put('other.toml', '')
  symlinkSync(name, join(session.folder, 'config', 'followup', name))
}

describe('doctor', () => {
  it('has a finding for the store and for all it stands on', async () => {
    await session.run(['log', 'Acme', '--at', 'mon 1 mar'])
    await session.run(['backup'])
    const { findings, ok } = await examined()
    expect(ok).toBe(true)
    const around = ['clock', 'zone', 'country', 'playbooks', 'own-files', 'settings', 'terminal', 'editor', 'versions', 'reminders']
    expect(findings.map((one) => one.check)).toEqual([
      ...['integrity', 'facts', 'caches', 'file-mode', 'folder-mode', 'backup-mode', 'neighbours', 'backups'],
      ...around,
    ])
    const says = new Map(findings.map((one) => [one.check, one.says]))
    expect(says.get('clock')).toBe('the clock is held at 2027-03-09 10:00 by FOLLOWUP_NOW')
    expect(says.get('zone')).toBe('your days are those of America/Chicago, as TZ says')
    expect(says.get('country')).toBe('the holidays of US, 2025 to 2032')
    expect(says.get('versions')).toMatch(/^Node \d+\.\d+\.\d+, SQLite 3\.\d+\.\d+$/)
  })

  it('is not alone in saying that the settings cannot be looked at', async () => {
    putLoop('config.toml')
    for (const verb of ['due', 'config']) {
      const { code, err } = await session.run([verb])
      expect([code, err]).toEqual([1, expect.stringMatching(/^The settings in .* cannot be read \(ELOOP\)\./)])
    }
  })

  it('is well on an empty machine', async () => {
    expect(await wrongs()).toEqual([])
  })

  const cases: readonly (readonly [string, () => void, readonly [string, string, string]])[] = [
    ['settings that others may read', () => put('config.toml', '', 0o644), ['settings', 'other users', 'chmod 600']],
    ['settings that cannot be looked at', () => putLoop('config.toml'), ['surroundings', 'cannot be read (ELOOP)', '']],
    ['settings that cannot be', () => put('config.toml', 'calls = "x"'), ['surroundings', 'cannot be "x"', '']],
    [
      'a playbook of your own that is broken',
      () => put('playbooks/mine.yaml', 'name: ['),
      ['own-files', 'a file of your own', 'playbook check'],
    ],
    ['a tone rule of your own that is broken', () => put('tone/mine.yaml', 'id: ['), ['own-files', 'a file of your own', 'tone/mine.yaml']],
    ['a playbook that is not there', () => session.set({ FOLLOWUP_PLAYBOOK: 'nope' }), ['playbooks', 'nope', 'config set playbook']],
    ['an editor that is not there', () => session.set({ EDITOR: 'no-such-editor -w' }), ['editor', 'no-such-editor, cannot', 'VISUAL']],
    ['a year without known holidays', () => session.at('2034-03-09T10:00', 'America/Chicago'), ['country', '2025 to 2032 only', 'newer']],
    ['a zone that is none', () => session.set({ TZ: 'Mars/Olympus' }), ['surroundings', 'no time zone', '']],
  ]
  it.each(cases)('names %s, and what to do', async (_what, spoil, [check, says, hint]) => {
    spoil()
    const found = (await wrongs()).find(([name]) => name === check)
    expect(found).toEqual([check, expect.stringContaining(says), hint === '' ? null : expect.stringContaining(hint)])
  })

  it('is not the only one to name a playbook that is left out, nor a tone rule', async () => {
    put('playbooks/mine.yaml', 'name: [')
    put('tone/mine.yaml', 'id: [')
    const letter = join(session.folder, 'letter.txt')
    writeFileSync(letter, 'Dear Dana,\n\nThank you.')
    const { out, err } = await session.run(['check', letter])
    expect(out).toMatch(/^Left out +tone\/mine\.yaml: it cannot be read/m)
    expect(err).toMatch(/mine\.yaml.+left out until then; "followup playbook check /s)
    expect((await session.run(['list', '--json'])).err).toBe('')
  })

  it('names the newest backup where the store is damaged or empty, and ends as what cannot be used', async () => {
    await session.run(['log', 'Acme', '--at', 'mon 1 mar'])
    await session.run(['backup'])
    const store = join(session.folder, 'data', 'followup', 'followup.db')
    const restoreLine: unknown = expect.stringMatching(/^"followup restore \S+-asked\.db" puts back/)
    for (const [size, says] of [
      [5000, 'is damaged'],
      [0, 'holds nothing, and it has backups'],
    ] as const) {
      truncateSync(store, size)
      const { findings, code } = await examined()
      expect([code, findings[0]]).toEqual([4, { check: 'store', ok: false, says: `${store} ${says}`, hint: restoreLine }])
    }
  })

  it('does not close a folder that everybody uses', async () => {
    const folder = join(session.folder, 'shared')
    mkdirSync(folder)
    session.set({ FOLLOWUP_DB: join(folder, 'f.db') })
    await session.run(['log', 'Acme', '--at', 'mon 1 mar'])
    await session.run(['backup'])
    const told = async (mode: number): Promise<unknown> => {
      chmodSync(folder, mode)
      return (await wrongs()).map(([check, , hint]) => [check, hint])
    }
    expect(await told(0o755)).toEqual([['folder-mode', `Close it with "chmod 700 ${folder}".`]])
    expect(await told(0o1777)).toEqual([['folder-mode', 'Keep the store in a folder of your own.']])
  })

  it('notices a clock that stands before what was recorded', async () => {
    await session.run(['log', 'Acme', '--at', 'mon 1 mar'])
    await session.run(['backup'])
    session.at('2027-03-08T10:00', 'America/Chicago')
    expect(await wrongs()).toEqual([['clock', expect.stringContaining('a record was made at 2027-03-09T16:00'), expect.any(String)]])
  })

  it('says it a line at a time, and plainly', async () => {
    session.set({ EDITOR: 'no-such-editor' })
    const { out, code } = await session.run(['doctor', '--plain'])
    expect(code).toBe(1)
    expect(out).toContain('Not ok. Your editor, no-such-editor, cannot be found. Name another one in VISUAL or EDITOR.\n')
    expect(out).toContain('Ok. The holidays of US, 2025 to 2032.\n')
  })
})
