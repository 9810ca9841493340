import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CallCard } from '../../src/commands/call/card.js'
import type { PlanResult } from '../../src/commands/plan.js'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.at('2027-03-02T17:05', 'America/New_York')
  await run(
    'log',
    'Acme Controls',
    '--role',
    'Operations Director',
    '--at',
    '15:00',
    '--zone',
    'chicago',
    '--with',
    'Dana Reyes* <dana@acme.example>',
  )
  await run(
    'debrief',
    'acme',
    '--hook',
    'restarting the line by hand',
    '--hook',
    'training shift leads',
    '--cares',
    'fewer surprises at shift change',
    '--landing',
    'oversold',
  )
  await at('2027-03-03T08:30', 'sent', 'acme', 'thank-you', '--hook', 'restarting the line by hand')
})
afterEach(() => session.remove())

async function run(...argv: string[]): Promise<string> {
  const { code, out, err } = await session.run(argv)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

async function at(now: string, ...argv: string[]): Promise<string> {
  session.at(now, 'America/New_York')
  return run(...argv)
}

async function card(now: string, ...more: string[]): Promise<CallCard> {
  return JSON.parse(await at(now, 'call', 'acme', '--card', '--json', ...more)) as CallCard
}

const dana = (...more: string[]): Promise<string> => run('contact', 'edit', 'Dana', ...more)

/** The note, and two calls in vain: the third is due on Tue 16 Mar, the hours 10-11 or 8-9 in Chicago. */
async function twice(): Promise<void> {
  await dana('--phone', '312 555 0142', '--assistant', 'Lou', '--say', 'DAY-na RAY-ess')
  await at('2027-03-09T09:04', 'sent', 'acme', 'love-letter')
  await at('2027-03-12T09:41', 'call', 'acme', 'no-answer')
  await at('2027-03-15T17:10', 'call', 'acme', 'no-answer')
}

describe('the call card as data', () => {
  it('has whom, where, when, which try, and what to say', async () => {
    await twice()
    expect(await card('2027-03-16T09:12')).toMatchObject({
      person: {
        name: 'Dana Reyes',
        say: 'DAY-na RAY-ess',
        phone: '+13125550142',
        tel: 'tel:+13125550142',
        phoneKind: 'unknown',
        assistant: 'Lou',
      },
      attempt: 3,
      of: 6,
      unasked: null,
      there: '08:12',
      here: '09:12',
      fair: { from: '08:00', to: '09:00' },
      voicemail: true,
      cares: ['fewer surprises at shift change'],
      hook: 'training shift leads',
      repair: 'I talked a lot about my own work; yours is what interests me.',
      question: 'Where do things stand?',
      leaveOut: ['your record', 'pay', 'how often you called'],
      normal: { source: 'sales figures, Leads360', year: 2012 },
      tried: [
        { on: '2027-03-12', time: '09:41' },
        { on: '2027-03-15', time: '17:10' },
      ],
    })
  })

  it('names what is normal at the third try alone', async () => {
    await twice()
    await at('2027-03-16T09:12', 'call', 'acme', 'no-answer')
    expect((await card('2027-03-17T09:12')).normal).toBeNull()
  })

  it('names the next fair hours on both clocks, and never the hour of last time', async () => {
    await twice()
    const { hours, fair } = await card('2027-03-16T17:12')
    expect(fair).toBeNull()
    expect(hours).toMatchObject([
      { on: '2027-03-17', from: '08:00', here: { on: '2027-03-17', from: '09:00', to: '10:00' } },
      { on: '2027-03-17', from: '10:00' },
      { on: '2027-03-18', from: '08:00' },
    ])
  })

  it.each([
    ['08:59', null],
    ['09:00', '08:00'],
    ['09:59', '08:00'],
    ['10:00', null],
    ['11:00', '10:00'],
    ['13:00', null],
    ['19:00', null],
  ])('at %s on my clock the fair hours on theirs begin at %s', async (time, from) => {
    await twice()
    expect((await card(`2027-03-16T${time}`)).fair?.from ?? null).toBe(from)
  })

  it('names no hours on a day that is left alone, nor on the first after a quiet window', async () => {
    await dana('--phone', '312 555 0142')
    for (const now of ['2027-12-24T10:00', '2027-12-28T10:00', '2028-01-01T10:00', '2028-01-03T10:15'])
      expect((await card(now)).hours.map(({ on }) => on)).toEqual(['2028-01-04', '2028-01-04', '2028-01-04'])
    expect((await card('2028-01-03T11:15')).fair).toBeNull()
  })

  it('keeps to the hours in which I can telephone', async () => {
    await twice()
    await run('config', 'set', 'my-hours', '11:30-14:00')
    const { hours } = await card('2027-03-16T09:12')
    expect(hours[0]).toMatchObject({ on: '2027-03-16', from: '10:30', to: '11:00', here: { from: '11:30', to: '12:00' } })
    const { touches } = JSON.parse(await run('plan', 'acme', '--json')) as PlanResult
    const calls = touches.flatMap(({ step, window }) => (step === 'call' ? (window?.here ?? []) : []))
    expect(calls.length).toBeGreaterThan(2)
    for (const { from, to } of calls) expect([from >= '11:30', to <= '14:00']).toEqual([true, true])
  })

  it.each([
    ['early', '2027-03-10T09:00', ['sent', 'acme', 'love-letter']],
    ['other', '2027-03-09T09:00', ['contact']],
    ['stopped', '2027-03-09T09:00', ['stop', 'Dana Reyes', '--calls']],
    ['never', '2027-03-09T09:00', ['config', 'set', 'calls', 'never']],
  ] as const)('says why no call is asked for: %s', async (unasked, now, line) => {
    await dana('--phone', '312 555 0142')
    await at('2027-03-09T08:55', ...line)
    expect((await card(now)).unasked).toBe(unasked)
  })

  it('of a mobile has three tries', async () => {
    await dana('--phone', '312 555 0142', '--phone-kind', 'mobile')
    expect(await card('2027-03-09T09:00')).toMatchObject({ attempt: 1, of: 3, person: { phoneKind: 'mobile' } })
  })

  it('greets who answered last time by name', async () => {
    await dana('--phone', '312 555 0142')
    await at('2027-03-09T09:04', 'call', 'acme', 'assistant-message', '--gatekeeper', 'Lou Ortiz')
    const { person, scripts } = await card('2027-03-12T09:00')
    expect(person?.assistant).toBe('Lou Ortiz')
    expect(scripts.find((one) => one.turn === 'message')?.words).toContain('Thank you, Lou;')
  })

  it('asks the assistant for the name without the nickname in quotes', async () => {
    await twice()
    await dana('--name', 'Danielle "Dana" Reyes')
    const { scripts } = await card('2027-03-16T09:12')
    const said = scripts.map(({ words }) => words).join(' ')
    expect(said).toContain('Danielle Reyes')
    expect(said).not.toContain('"')
  })

  it('without a number says so', async () => {
    await at('2027-03-09T09:04', 'sent', 'acme', 'love-letter')
    expect(await card('2027-03-12T09:00')).toMatchObject({ unasked: 'no-number', person: { phone: null, tel: null } })
  })

  it('mends nothing that was talked over', async () => {
    await twice()
    await at('2027-03-16T09:12', 'call', 'acme', 'spoke')
    expect(await card('2027-03-24T09:12')).toMatchObject({
      repair: null,
      advice: null,
      leaveOut: ['pay', 'how often you called'],
      tried: [],
    })
  })

  it('looking is no dial, and an outcome does not go with it', async () => {
    await twice()
    session.at('2027-03-16T09:12', 'America/New_York')
    const before = await run('history', '--json')
    await card('2027-03-16T09:12')
    expect(await run('history', '--json')).toBe(before)
    const { code, err } = await session.run(['call', 'acme', 'no-answer', '--card'])
    expect([code, err]).toEqual([2, expect.stringContaining('The card is for before the call')])
  })
})

describe('the call card on a screen', () => {
  it.each([80, 72, 60])('leaves room for the question at %d columns, with all that matters most', async (columns) => {
    await twice()
    session.set({ COLUMNS: String(columns) })
    const lines = (await at('2027-03-16T09:12', 'call', 'acme', '--card')).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(20)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns)
    const text = lines.join('\n')
    for (const part of [
      'Dana Reyes (DAY-na RAY-ess)',
      '+1 312 555 0142',
      'tel:+13125550142',
      'try 3 of 6',
      '8:12 in Chicago',
      'Open',
      'Ask',
      'Repair',
      'Third try',
      '2012',
    ])
      expect(text).toContain(part)
  })

  it('--scripts has every turn once', async () => {
    await twice()
    const text = await at('2027-03-16T09:12', 'call', 'acme', '--scripts')
    for (const label of ['Open', 'Close', 'In a rush', 'Not yet', 'Lou', 'And then', 'Voicemail', 'They ring', 'A no', 'An offer'])
      expect(text.split('\n').filter((line) => line.startsWith(`${label} `))).toHaveLength(1)
  })
})

describe('the times that the scripts propose', () => {
  async function munich(): Promise<(turn: string) => string> {
    session.at('2027-03-12T09:00', 'America/Chicago')
    const person = ['--with', 'Jonas Brenner <jb@brenner.example>', '--phone', '+49 89 5550101', '--zone', 'Berlin', '--country', 'DE']
    await run('log', 'Brenner', '--role', 'Engineer', ...person, '--at', '10 mar')
    await run('sent', 'brenner', 'thank-you', '--at', '11 mar')
    session.at('2027-03-18T09:00', 'America/Chicago')
    await run('sent', 'brenner', 'love-letter')
    session.at('2027-03-23T09:10', 'America/Chicago')
    const found = JSON.parse(await run('call', 'brenner', '--card', '--json')) as CallCard
    return (turn) => found.scripts.find((one) => one.turn === turn)?.words ?? ''
  }

  it('lie in the hours that both sides have', async () => {
    session.set({ FOLLOWUP_MY_HOURS: '7:30-19:00' })
    const said = await munich()
    expect(said('rushed')).toContain('Would tomorrow at 16:15 suit you better?')
    expect(said('voicemail')).toMatch(/again .*, soon after four/)
  })

  it('are left to them where both sides have none', async () => {
    session.set({ FOLLOWUP_MY_HOURS: '14:00-19:00' })
    const said = await munich()
    expect(said('rushed')).toContain('When would suit you better?')
    expect(said('voicemail')).not.toContain('soon after')
  })

  it('are their first fair hours in my waking day where I named none of mine', async () => {
    expect((await munich())('rushed')).toContain('Would tomorrow at 16:15 suit you better?')
  })
})
