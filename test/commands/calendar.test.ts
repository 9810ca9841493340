import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import ICAL from 'ical.js'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarEntries } from '../../src/commands/calendar/entries.js'
import { settleCalendar } from '../../src/commands/calendar/settle.js'
import { folderShelf } from '../../src/outside/vdir.js'
import { why } from '../../src/commands/why.js'
import { noPaint } from '../../src/views/screen.js'
import { whyView } from '../../src/views/why.js'
import { wideRuler } from '../../src/views/wide.js'
import { openStage, tell } from '../support/stage.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
const folder = (): string => join(session.folder, 'vdir')
const files = (): readonly string[] => readdirSync(folder()).sort()
const textOf = (name: string): string => readFileSync(join(folder(), name), 'utf8')

beforeEach(async () => {
  session = startSession()
  session.at('2027-03-04T09:00', 'America/New_York')
  await session.run([
    'log',
    'Acme Controls',
    '--with',
    'Dana Reyes <dana@acme.example>',
    '--phone',
    '+1 312 555 0142',
    '--at',
    '2027-02-10T10:00',
  ])
  await session.run(['log', 'Zoë & Söhne; Škoda, 日本', '--with', 'Zoë Müller <zoe@x.example>', '--at', '2027-03-15T10:00'])
})
afterEach(() => session.remove())

async function printed(): Promise<string> {
  const { code, out } = await session.run(['calendar', '--ics', '-'])
  expect(code).toBe(0)
  return out
}

describe('a calendar file', () => {
  it('is iCalendar: CRLF, lines of 75 bytes at most, read back by ical.js', async () => {
    const text = await printed()
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
    const [todo] = calendar.getAllSubcomponents('vtodo')
    const [event] = calendar.getAllSubcomponents('vevent')
    expect(String(todo?.getFirstPropertyValue('due'))).toBe('2027-02-18')
    expect(event?.getFirstPropertyValue('summary')).toBe('Interview with Zoë Müller, Zoë & Söhne; Škoda, 日本')
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2027-03-15T14:00:00Z')
    expect(event?.getAllSubcomponents('valarm')).toHaveLength(1)
  })

  it('is the same on another day, and grows its SEQUENCE with what happens', async () => {
    const before = await printed()
    session.at('2027-03-05T09:00', 'America/New_York')
    expect(await printed()).toBe(before)
    await session.run(['snooze', 'acme', '2027-03-10'])
    const after = await printed()
    const sequence = (text: string): number => Number(/love-letter[^]*?SEQUENCE:(\d+)/.exec(text)?.[1])
    expect(sequence(after)).toBeGreaterThan(sequence(before))
  })

  it('has an overdue call in the hours in which it can be made, and an overdue event on today', async () => {
    await session.run(['sent', 'acme', 'love-letter', '--at', '2027-02-25', '--nothing-heard'])
    const starts = async (now: string, ...more: readonly string[]): Promise<readonly (string | undefined)[]> => {
      session.at(now, 'America/New_York')
      const { out } = await session.run(['calendar', '--ics', '-', ...more])
      return [...out.matchAll(/SUMMARY:[^\r]*Acme[^]*?DTSTART(?:;VALUE=DATE)?:(\w+)/g)].map(([, start]) => start)
    }
    // Due on 2 March.
    expect(await starts('2027-03-04T07:00')).toEqual(['20270304T130000Z'])
    expect(await starts('2027-03-04T19:00')).toEqual(['20270305T130000Z'])
    await session.run(['heard', 'acme', 'holding', '--at', '2027-03-04'])
    expect(await starts('2027-03-18T07:00', '--form', 'event')).toEqual(['20270318'])
  })

  it('names nobody when discretion is asked for', async () => {
    await session.run(['sent', 'acme', 'love-letter', '--at', '2027-02-25', '--nothing-heard'])
    expect(await printed()).toMatch(/Call Dana Reyes[^]*Number: \+1 312 555 0142/)
    session.set({ FOLLOWUP_DISCREET: 'true' })
    const text = (await printed()).replaceAll('\r\n ', '')
    expect(text).toMatch(/SUMMARY:A call/)
    expect(text).not.toMatch(/Acme|Dana|Zo|312/i)
  })

  it('is refused without a place', async () => {
    expect((await session.run(['calendar'])).code).toBe(2)
  })
})

describe('a folder of entries', () => {
  const push = async (): Promise<unknown> => {
    const { code, out } = await session.run(['calendar', '--vdir', folder(), '--json'])
    expect(code).toBe(0)
    return (JSON.parse(out) as { pushed: unknown }).pushed
  }
  const none = { created: 0, updated: 0, completed: 0, deleted: 0, ticked: [], passed: 0 }

  it('changes only what changed, and leaves what is not ours alone', async () => {
    mkdirSync(folder())
    writeFileSync(join(folder(), 'dentist.ics'), 'mine')
    expect(await push()).toEqual({ ...none, created: 2 })
    expect(await push()).toEqual(none)
    await session.run(['log', 'Zoë & Söhne; Škoda, 日本', '--reschedule', '--at', '2027-03-16T10:00'])
    expect(await push()).toEqual({ ...none, updated: 1 })
    await session.run(['log', 'Zoë & Söhne; Škoda, 日本', '--cancel'])
    expect(await push()).toEqual({ ...none, deleted: 1 })
    expect(textOf('dentist.ics')).toBe('mine')
  })

  it('completes what was done', async () => {
    await push()
    const letter = files().find((name) => name.includes('love-letter')) ?? ''
    await session.run(['sent', 'acme', 'love-letter', '--nothing-heard'])
    expect(await push()).toEqual({ ...none, created: 1, completed: 1 })
    expect(textOf(letter)).toMatch(/STATUS:COMPLETED/)
    expect(await push()).toEqual(none)
  })

  it('asks about what was ticked elsewhere, writes nothing over it, and records nothing', async () => {
    await push()
    const letter = files().find((name) => name.includes('love-letter')) ?? ''
    const ticked = textOf(letter).replace('STATUS:NEEDS-ACTION', 'STATUS:COMPLETED')
    writeFileSync(join(folder(), letter), ticked)
    const facts = (await session.run(['history', '--json'])).out
    expect(await push()).toEqual({ ...none, ticked: [{ summary: 'Note to Dana Reyes, Acme Controls', handle: 'acme-controls' }] })
    expect(textOf(letter)).toBe(ticked)
    expect((await session.run(['history', '--json'])).out).toBe(facts)
    const { out } = await session.run(['calendar', '--vdir', folder()])
    expect(out.replace(/\s+/g, ' ')).toContain('Did this happen? followup do acme-controls')
  })

  it('says a mail that may be an answer in words, and `why` too', async () => {
    const stage = openStage()
    try {
      const world = await stage.at('2027-03-05T09:00')
      const told = tell(world, { company: 'Calder Works', person: 'Rosa Lind' })
      told.add('interviewed', '2027-03-02T15:00', { stage: 'manager', contacts: [told.contact], booked: false })
      const mail = { kind: 'holding', contact: told.contact, from: 'r@calder.example', messageId: '<m1@calder.example>' } as const
      told.add('arrived', '2027-03-04T10:00', { ...mail, sentence: 'Not yet.' })
      const [entry] = await calendarEntries(world, 'todo')
      expect(entry?.summary).toBe('Read the mail from Rosa Lind, Calder Works')
      const screen = { width: 80, plain: false, paint: noPaint, today: world.clock.today, ruler: wideRuler }
      expect(whyView(await why(world, { opp: 'calder' }), screen)).toContain('a mail that may be an answer comes first')
    } finally {
      stage.remove()
    }
  })

  it('opens again what did not happen after all', async () => {
    const stage = openStage()
    try {
      const world = await stage.at('2027-03-09T09:00')
      const told = tell(world, { company: 'Calder Works', person: 'Rosa Lind' })
      told.add('interviewed', '2027-03-02T15:00', { stage: 'manager', contacts: [told.contact], booked: false })
      const settle = async (): Promise<unknown> => settleCalendar(world, folderShelf(folder()), await calendarEntries(world, 'todo'))
      expect(await settle()).toMatchObject({ created: 1 })
      const [name = ''] = files()
      writeFileSync(join(folder(), name), textOf(name).replace('STATUS:NEEDS-ACTION', 'STATUS:COMPLETED'))
      expect(await settle()).toMatchObject({ ticked: [{ handle: 'calder-works' }] })
      const ticks = world.store.reminders.ticks()
      expect(ticks).toHaveLength(1)
      world.store.reminders.keepTicks(
        ticks.map((one) => ({ ...one, denied: true })),
        world.clock.today,
      )
      expect(await settle()).toMatchObject({ updated: 1, ticked: [] })
      expect(textOf(name)).toContain('STATUS:NEEDS-ACTION')
      expect(world.store.reminders.ticks()).toEqual([])
    } finally {
      stage.remove()
    }
  })

  it('keeps a tick for do, until it is settled', async () => {
    await push()
    const letter = files().find((name) => name.includes('love-letter')) ?? ''
    writeFileSync(join(folder(), letter), textOf(letter).replace('STATUS:NEEDS-ACTION', 'STATUS:COMPLETED'))
    await push()
    await session.run(['sent', 'acme', 'love-letter', '--nothing-heard'])
    expect(await push()).toMatchObject({ created: 1, ticked: [] })
  })

  it('leaves the entries of another store alone', async () => {
    await push()
    const before = files().map(textOf)
    const { code } = await session.run(['calendar', '--vdir', folder(), '--db', join(session.folder, 'other.db')])
    expect(code).toBe(0)
    expect(files().map(textOf)).toEqual(before)
  })
})

describe('a calendar over a file', () => {
  it('takes the place of an older calendar of ours, and of nothing else', async () => {
    const [thesis, own] = [join(session.folder, 'thesis.txt'), join(session.folder, 'own.ics')]
    writeFileSync(thesis, 'ten years of work')
    const refused = await session.run(['calendar', '--ics', thesis])
    expect([refused.code, readFileSync(thesis, 'utf8')]).toEqual([1, 'ten years of work'])
    expect(refused.err).toContain('is there already, and holds something else.')
    await session.run(['calendar', '--ics', own])
    await session.run(['snooze', 'acme', '2027-03-10'])
    expect((await session.run(['calendar', '--ics', own])).code).toBe(0)
    expect(readFileSync(own, 'utf8')).toBe(await printed())
  })
})

describe('a calendar server', () => {
  it('is asked for in words where none is set', async () => {
    const { code, err } = await session.run(['sync', '--calendar'])
    expect(code).toBe(2)
    expect(err).toContain('caldav-url')
    expect((await session.run(['sync'])).code).toBe(2)
  })

  it.each([
    ['changed an entry at the same moment (412), is left alone', 412, 0, /next sync looks again/],
    ['is out of order', 502, 6, /trouble of its own \(502\)/],
    ['refuses to write', 507, 6, /trouble of its own \(507\)/],
    ['leads to another place', 302, 6, /leads somewhere else/],
  ] as const)('that %s', async (_name, status, code, says) => {
    const asked: string[] = []
    const server = createServer((request, answer) => {
      request.resume()
      asked.push(request.method ?? '')
      if (request.method !== 'REPORT') return void answer.writeHead(status, { location: 'http://elsewhere.example/' }).end()
      answer.writeHead(207, { 'content-type': 'application/xml' })
      answer.end('<?xml version="1.0"?><multistatus xmlns="DAV:"/>')
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    session.set({
      FOLLOWUP_CALDAV_URL: `http://127.0.0.1:${String(port)}/me/`,
      FOLLOWUP_CALDAV_USER: 'me',
      FOLLOWUP_CALDAV_PASSWORD: 'secret',
    })
    const ended = await session.run(['sync', '--calendar'])
    server.close()
    expect([ended.code, asked.includes('PUT')]).toEqual([code, true])
    expect((ended.out + ended.err).replace(/\s+/g, ' ')).toMatch(says)
  })

  it('gets no password over a way that is open', async () => {
    session.set({ FOLLOWUP_CALDAV_URL: 'http://calendar.example/me/', FOLLOWUP_CALDAV_USER: 'me', FOLLOWUP_CALDAV_PASSWORD: 'secret' })
    const { code, err } = await session.run(['sync', '--calendar'])
    expect(code).toBe(2)
    expect(err).toContain('The way to calendar.example would be open to anyone on it.')
    expect(err).toContain('followup config set caldav-url https://calendar.example/me/')
  })

  it('that never stops talking is not listened to without end', async () => {
    const piece = Buffer.alloc(1_000_000, ' ')
    const server = createServer((request, answer) => {
      request.resume()
      answer.writeHead(207, { 'content-type': 'application/xml' })
      const more = (): void => void answer.write(piece, (error) => (error ? undefined : setImmediate(more)))
      more()
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    session.set({
      FOLLOWUP_CALDAV_URL: `http://127.0.0.1:${String(port)}/me/`,
      FOLLOWUP_CALDAV_USER: 'me',
      FOLLOWUP_CALDAV_PASSWORD: 'secret',
    })
    const { code, err } = await session.run(['sync', '--calendar'])
    server.closeAllConnections()
    server.close()
    expect([code, err.split('\n')[0]]).toEqual([6, 'The calendar server sends more than any calendar holds.'])
  })

  it('that is not there is said, with exit code 6', async () => {
    session.set({ FOLLOWUP_CALDAV_URL: 'http://127.0.0.1:1/me/x/', FOLLOWUP_CALDAV_USER: 'me', FOLLOWUP_CALDAV_PASSWORD: 'secret' })
    const { code, err } = await session.run(['sync', '--calendar'])
    expect(code).toBe(6)
    expect(err).not.toContain('secret')
  })
})
