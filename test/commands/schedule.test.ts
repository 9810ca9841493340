import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { crontabOf, crontabScript, putCrontab, putProgram } from '../support/machine.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
})
afterEach(() => {
  session.remove()
})

const program = (name: string, script: string): void => {
  putProgram(session.folder, name, script)
}
const table = (): string => crontabOf(session.folder)

const own = '# mine\n15 4 * * * backup --all  # 100\\%'

describe('schedule by cron', () => {
  beforeEach(() => {
    putCrontab(session.folder)
  })

  it('comes into a crontab once, moves, and leaves it byte for byte as it was', async () => {
    writeFileSync(table(), own)
    const installed = await session.run(['schedule', 'install'])
    expect(installed).toMatchObject({ code: 0, err: '' })
    expect(installed.out).toContain('8:30, mon-fri: printed, so cron mails it')
    await session.run(['schedule', 'install', '--at', '7:05am', '--days', 'daily', '--command', 'tee "50% off"'])
    const text = readFileSync(table(), 'utf8')
    expect(text.startsWith(`${own}\n`)).toBe(true)
    expect(text.match(/^5 7 \* \* \* .* remind --command 'tee "50\\% off"'$/gm)).toHaveLength(1)
    expect(text.match(/>>> followup/g)).toHaveLength(1)
    const { out } = await session.run(['schedule', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      done: 'status',
      standing: [{ ringer: 'cron', at: '07:05', days: [1, 2, 3, 4, 5, 6, 7], next: { day: '2027-03-03', time: '07:05' }, faults: [] }],
      unread: [],
      last: null,
    })
    expect((await session.run(['schedule', 'remove'])).out).toBe('Removed; nothing of it is left.\n')
    expect(readFileSync(table(), 'utf8')).toBe(own)
  })

  it('carries the settings of the shell along, and never a password', async () => {
    session.set({
      FOLLOWUP_MAIL_PASSWORD: 'hunter2',
      FOLLOWUP_CALDAV_PASSWORD: 'hunter3',
      FOLLOWUP_MAIL_TOKEN: 'hunter4',
      FOLLOWUP_CALLS: 'never',
    })
    await session.run(['schedule', 'install'])
    const text = readFileSync(table(), 'utf8')
    expect(text).toContain('FOLLOWUP_CALLS=never')
    expect(text).not.toMatch(/hunter|PASSWORD|TOKEN/)
  })

  it('leaves no crontab where there was none', async () => {
    await session.run(['schedule', 'install'])
    await session.run(['schedule', 'remove'])
    expect((await session.run(['schedule', 'remove'])).out).toContain('No reminder is set up.')
    expect(() => readFileSync(table())).toThrow('ENOENT')
  })

  it('says when Node or the program is no longer where it was, in doctor too', async () => {
    await session.run(['schedule', 'install'])
    const moved = readFileSync(table(), 'utf8').replaceAll(/"node":"[^"]*"/g, '"node":"/old/v18/bin/node"')
    writeFileSync(table(), moved)
    expect((await session.run(['schedule'])).out).toContain('Node is no longer at /old/v18/bin/node.')
    const doctor = await session.run(['doctor'])
    expect(doctor.out.replaceAll(/\s+/g, ' ')).toContain('the daily reminder will not come: Node is no longer at /old/v18/bin/node.')
    expect(doctor.code).toBe(1)
  })

  it('touches nothing when its marks were changed by hand', async () => {
    await session.run(['schedule', 'install'])
    const broken = readFileSync(table(), 'utf8').replace('# <<< followup\n', '')
    writeFileSync(table(), broken)
    const { code, err } = await session.run(['schedule', 'install'])
    expect([code, err]).toEqual([6, expect.stringContaining('crontab -e')])
    expect(readFileSync(table(), 'utf8')).toBe(broken)
    expect((await session.run(['schedule'])).out).toContain('was changed by hand')
  })
})

describe('a crontab that does not do as told', () => {
  it('is left alone when it cannot be read', async () => {
    program('crontab', 'echo "you are not allowed" >&2; exit 1')
    const { code, err } = await session.run(['schedule', 'install'])
    expect(code).toBe(6)
    expect(err).toContain('Your crontab cannot be read (you are not allowed).')
  })

  it('is put back when what it kept is not what it was given', async () => {
    writeFileSync(table(), own)
    program('crontab', crontabScript(session.folder).replace('/bin/cat > "$T"', '/usr/bin/head -n 3 > "$T"'))
    const { code, err } = await session.run(['schedule', 'install'])
    expect(code).toBe(6)
    expect(err).toContain('It is as it was.')
    expect(readFileSync(table(), 'utf8')).toBe(own)
  })
})

describe('schedule by systemd', () => {
  it('writes a timer and a service, tells systemd, and takes both away again', async () => {
    const log = join(session.folder, 'told')
    program('systemctl', `echo "$*" >> "${log}"`)
    await session.run(['schedule', 'install', '--at', '9:15'])
    const folder = join(session.folder, 'config', 'systemd', 'user')
    expect(readFileSync(join(folder, 'followup-remind.timer'), 'utf8')).toContain('OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 09:15:00')
    expect(readFileSync(join(folder, 'followup-remind.service'), 'utf8')).toContain('"remind" "--notify"')
    const status = await session.run(['schedule'])
    expect(status.out).toContain('9:15, mon-fri: a notice')
    expect(status.out).toContain('There is no notify-send here')
    await session.run(['schedule', 'remove'])
    expect(readFileSync(log, 'utf8')).toContain('--user enable --now followup-remind.timer')
    expect(readFileSync(log, 'utf8')).toContain('--user disable --now followup-remind.timer')
    expect(() => readFileSync(join(folder, 'followup-remind.timer'))).toThrow('ENOENT')
  })
})

describe('hooks', () => {
  it('are told what is due, what is silent and what was heard; their failure stops nothing', async () => {
    const hooks = join(session.folder, 'config', 'followup', 'hooks')
    mkdirSync(hooks, { recursive: true })
    const hook = (name: string, script: string): void => {
      writeFileSync(join(hooks, name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(hooks, name), 0o755)
    }
    for (const name of ['on-due', 'on-silent', 'on-heard']) hook(name, `/bin/cat > "${join(session.folder, name)}"`)
    const told = (name: string): unknown => JSON.parse(readFileSync(join(session.folder, name), 'utf8'))
    await session.run(['log', 'Acme', '--with', 'Dana <dana@acme.example>', '--at', '2027-03-02'])
    session.at('2027-03-12T09:00:00Z', 'UTC')
    await session.run(['remind'])
    expect(told('on-due')).toMatchObject([{ handle: 'acme', state: 'silent' }])
    expect(told('on-silent')).toMatchObject([{ handle: 'acme' }])
    await session.run(['heard', 'acme', 'courtesy'])
    expect(told('on-heard')).toMatchObject({ handle: 'acme', fact: { kind: 'heard' }, standing: { state: 'waiting' } })
    session.set({ FOLLOWUP_MAIL_PASSWORD: 'hunter2' })
    hook('on-heard', `echo "-$FOLLOWUP_MAIL_PASSWORD-" > "${join(session.folder, 'saw')}"`)
    await session.run(['heard', 'acme', 'courtesy'])
    expect(readFileSync(join(session.folder, 'saw'), 'utf8')).toBe('--\n')
    hook('on-heard', 'exit 4')
    const { code, out } = await session.run(['heard', 'acme', 'courtesy'])
    expect(code).toBe(0)
    expect(out).toContain('The hook on-heard did not do well: it ended with 4.')
    rmSync(join(hooks, 'on-heard'))
    expect((await session.run(['heard', 'acme', 'courtesy'])).out).not.toContain('hook')
  })
})
