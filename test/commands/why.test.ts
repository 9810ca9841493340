import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(() => {
  session = startSession()
})
afterEach(() => session.remove())

async function tell(now: string, ...lines: readonly (readonly string[])[]): Promise<void> {
  session.at(now, 'America/New_York')
  for (const line of lines) expect({ line, ...(await session.run([...line, '--quiet'])) }).toMatchObject({ line, code: 0 })
}

/** The ledger as rows of day, what and effect. */
async function ledger(now: string): Promise<readonly string[]> {
  session.at(now, 'America/New_York')
  const { out } = await session.run(['why', 'acme', '--json'])
  const { trace } = JSON.parse(out) as {
    readonly trace: readonly { readonly day: string; readonly what: string; readonly effect: string }[]
  }
  return trace.map(({ day, what, effect }) => `${day.slice(5)} ${what}: ${effect}`)
}

const met = ['log', 'Acme', '--at', '2027-03-02T15:00', '--with', 'Dana Reyes <dana@acme.example>']

describe('the ledger of days', () => {
  it('over two years has the year in all of its rows, and no day of another line', async () => {
    await tell('2026-12-03T16:00', ['log', 'Acme', '--at', '2026-12-02T15:00', '--with', 'Dana Reyes <dana@acme.example>'])
    await tell('2026-12-16T10:00', ['heard', 'acme', 'out-of-office', '--until', '21 dec'])
    await tell('2027-01-08T10:00', ['sent', 'acme', 'check-in'])
    const { out } = await session.run(['why', 'acme'])
    const rows = out.split('\n').filter((line) => /^ {2}\w{3} [ \d]\d /.test(line))
    expect(rows.map((line) => line.slice(2, 18).trimEnd())).toEqual([
      'Wed  2 Dec 2026',
      'Wed  9 Dec 2026',
      'Wed 16 Dec 2026',
      'Wed 23 Dec 2026',
      'Fri  8 Jan 2027',
      'Fri 15 Jan 2027',
    ])
    expect(rows[3]).toContain(' 21 Dec + 2   (22 23)  ')
    for (const verb of ['show', 'history']) expect((await session.run([verb, 'acme'])).out).not.toMatch(/^ {2}\w{3} [ \d]\d \w{3} {2,}/m)
  })

  it('says of a talk in which no day was named that the day named before stands', async () => {
    await tell('2027-03-02T16:00', [...met, '--promise', '12 mar'])
    await tell('2027-03-05T10:00', ['call', 'acme', 'spoke'])
    await tell('2027-03-08T10:00', ['call', 'acme', 'spoke', '--promise', '19 mar'])
    expect(await ledger('2027-03-08T11:00')).toEqual([
      '03-02 interview: their clock starts',
      '03-02 they named 2027-03-12: their day counts from here',
      '03-05 your call: spoke: the day they named stands',
      '03-08 your call: spoke: the day they named stands',
      '03-08 they named 2027-03-19: their day counts from here',
      '03-23 2027-03-19 + 2: silent, if nothing is heard',
    ])
  })

  it('says of "call me on Monday" that a call is agreed, which is mine', async () => {
    await tell('2027-03-02T16:00', [...met, '--phone', '+1 312 555 0142'])
    await tell('2027-03-09T10:00', ['sent', 'acme', 'love-letter'])
    session.at('2027-03-12T10:00', 'America/New_York')
    const { out } = await session.run(['call', 'acme', 'bad-time', '--callback', 'mon 15 mar'])
    expect(out).toContain('Next        call Dana Reyes, Mon 15 Mar, try 2 of 6\n')
    expect((await session.run(['why', 'acme'])).out.split('\n')[0]).toMatch(/ a call is agreed$/)
    expect((await session.run(['list'])).out).toMatch(/^ {2}acme +call Dana Reyes, try 2 +Mon 15 Mar\n/)
    expect((await session.run(['plan', 'acme'])).out).toMatch(/ Mon 15 Mar +call 2 +they asked you to\s+call then\n/)
    expect((await ledger('2027-03-12T11:00')).slice(-2)).toEqual([
      '03-12 your call: bad-time: a call is agreed for 2027-03-15',
      '03-15 the call you agreed on: yours; they asked for it',
    ])
  })

  it('does not call days silent on which an interview was booked', async () => {
    await tell('2027-03-05T11:00', met, ['log', 'acme', '--at', '2027-03-18T10:00'])
    const told = '03-09 2027-03-02 + 5: an interview was booked by then'
    expect(await ledger('2027-03-08T11:00')).toContain(told)
    expect(await ledger('2027-03-16T11:00')).toContain(told)
    await tell('2027-03-19T09:00', ['log', 'acme', '--at', '2027-03-18T10:00'])
    expect(await ledger('2027-03-19T11:00')).toContain(told)
    expect(await ledger('2027-03-19T11:00')).toContain('03-25 2027-03-18 + 5: silent, if nothing is heard')
  })

  it('calls a day silent that came after the interview was called off', async () => {
    await tell('2027-03-05T11:00', met, ['log', 'acme', '--at', '2027-03-18T10:00'])
    await tell('2027-03-08T11:00', ['log', 'acme', '--cancel'])
    expect(await ledger('2027-03-10T11:00')).toContain('03-09 2027-03-02 + 5: silent; nothing heard')
  })

  it('calls them silent where it was booked only later', async () => {
    await tell('2027-03-05T11:00', met)
    await tell('2027-03-10T11:00', ['log', 'acme', '--at', '2027-03-18T10:00'])
    expect(await ledger('2027-03-11T11:00')).toContain('03-09 2027-03-02 + 5: silent; nothing heard')
  })
})
