import { describe, expect, it } from '@jest/globals'
import { startMailHost } from '../support/smtp.js'
import type { Outcome } from '../support/session.js'
import { elmWorks, karin, look } from '../support/two-roles.js'

const { session, ok, on, twoRoles, callsDue } = elmWorks()

interface Shown {
  readonly state: string
  readonly next: { readonly step: string; readonly since: string } | null
}

async function show(handle: string): Promise<Shown> {
  return JSON.parse(await ok('show', handle, '--json')) as Shown
}

async function together(handle: string): Promise<readonly string[]> {
  return (JSON.parse(await ok('why', handle, '--json')) as { together: readonly string[] }).together
}

interface Drafted {
  readonly text: string
  readonly also: readonly { readonly handle: string }[]
  readonly checkup: { readonly verdict: string }
}

async function letter(...argv: readonly string[]): Promise<Drafted> {
  return JSON.parse(await ok('letter', ...argv, '--nothing-heard', '--json')) as never
}

const both = 'the Planner and Buyer roles'

describe('letters to one person that fall due within three business days', () => {
  it.each([
    ['02', true],
    ['03', true],
    ['04', true],
    ['05', false],
  ])('are one where the other talk was on the %s: %s', async (second, one) => {
    await twoRoles(second)
    on('09')
    expect([await together('elm-works'), await together('elm-works-2')]).toEqual(one ? [['elm-works-2'], ['elm-works']] : [[], []])
    expect((await letter('elm-works')).text.includes(both)).toBe(one)
  })

  it('are one, however late it is, when both are due', async () => {
    await twoRoles('08')
    on('15')
    expect(await together('elm-works')).toEqual(['elm-works-2'])
  })

  it('are two where they have named a day that has not passed', async () => {
    await twoRoles('03', '--promise', '2027-03-09')
    on('09')
    expect(await together('elm-works')).toEqual([])
    on('10')
    expect(await together('elm-works')).toEqual(['elm-works-2'])
  })

  it('are two where one of them is no longer open, or is for somebody else', async () => {
    await twoRoles('03')
    on('09')
    await ok('contact', 'add', 'Ada Lund <ada@elm.example>', '--for', 'elm-works-2', '--lead', '--quiet')
    expect(await together('elm-works')).toEqual([])
    await ok('undo')
    await ok('close', 'elm-works-2', '--as', 'rejected', '--quiet')
    expect(await together('elm-works')).toEqual([])
  })

  it('are one for thanks too', async () => {
    on('02')
    await ok('log', 'Elm Works', '--role', 'Planner', ...karin)
    await ok('log', 'Elm Works', '--new', '--role', 'Buyer', ...karin)
    expect((await letter('elm-works', 'thank-you')).text).toContain(both)
    await ok('sent', 'elm-works', 'thank-you', '--also', 'elm-works-2')
    expect([(await show('elm-works')).next?.step, (await show('elm-works-2')).next?.step]).toEqual(['love-letter', 'love-letter'])
  })
})

describe('a letter that speaks of two roles', () => {
  it('is one message in both, and one undo takes it back', async () => {
    await twoRoles('03')
    on('09')
    const before = [await show('elm-works'), await show('elm-works-2')]
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    const after = [await show('elm-works'), await show('elm-works-2')]
    expect(after.map(({ next }) => [next?.step, next?.since])).toEqual([
      ['call', '2027-03-12'],
      ['call', '2027-03-12'],
    ])
    expect(await ok('why', 'elm-works-2')).toContain('3 of 4 messages')
    await ok('undo')
    expect([await show('elm-works'), await show('elm-works-2')]).toEqual(before)
  })

  it('goes on record in the other role as what was next there', async () => {
    await twoRoles('03')
    on('04')
    await ok('heard', 'elm-works-2', 'holding', '--promise', '2027-03-08', '--quiet')
    on('10')
    expect((await show('elm-works-2')).next?.step).toBe('check-in')
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    const { facts } = JSON.parse(await ok('history', 'elm-works-2', '--json')) as { facts: { data: { letter?: string } }[] }
    expect(facts.at(-1)?.data.letter).toBe('check-in')
  })

  it('that came back is due again in both, one address for both', async () => {
    await twoRoles('03')
    on('09')
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    await ok('heard', 'elm-works-2', 'bounce', '--quiet')
    expect(await together('elm-works')).toEqual(['elm-works-2'])
  })

  it('that may have left is asked about in both, and is never sent again by itself', async () => {
    const host = await startMailHost({ drops: 'after-data' })
    session().set({
      ...{ FOLLOWUP_MY_EMAIL: 'me@example.org', FOLLOWUP_SMTP_HOST: '127.0.0.1' },
      ...{ FOLLOWUP_SMTP_PORT: String(host.port), FOLLOWUP_SMTP_SECURITY: 'starttls' },
    })
    await twoRoles('03')
    on('09')
    expect((await session().run(['letter', 'elm-works', '--send', '--yes', '--nothing-heard'])).code).toBe(6)
    for (const handle of ['elm-works', 'elm-works-2']) {
      expect(await ok('due')).toContain('it may have left')
      expect((await session().run(['letter', handle, 'love-letter', '--send', '--yes', '--nothing-heard'])).code).toBe(5)
    }
    await ok('sent', 'elm-works', 'love-letter', '--quiet')
    expect((await show('elm-works-2')).next?.step).toBe('call')
    await host.close()
  })

  it('is for opportunities with the same reader, and for letters that can be about several', async () => {
    await twoRoles('03')
    await ok('log', 'Birch', '--with', 'Al Bo', '--quiet')
    const refused = async (...argv: readonly string[]): Promise<readonly [number, string]> => {
      const { code, err }: Outcome = await session().run(argv)
      return [code, err.split('\n')[0] ?? '']
    }
    expect(await refused('sent', 'elm-works', 'love-letter', '--also', 'birch')).toEqual([3, 'Karin Berg is not on record at birch.'])
    expect(await refused('sent', 'elm-works', 'love-letter', '--also', 'elm-works')).toEqual([
      2,
      '"elm-works" is the one that this is about already.',
    ])
    expect(await refused('sent', 'elm-works', 'answer', '--also', 'elm-works-2')).toEqual([
      2,
      'A letter of that kind (answer) is about one opportunity alone.',
    ])
  })

  it('is about one alone with --alone, and about a role that is not near with --also', async () => {
    await twoRoles('05')
    on('09')
    expect((await letter('elm-works', '--also', 'elm-works-2')).text).toContain(both)
    expect((await letter('elm-works')).also).toEqual([])
  })

  it('gives way to one about this role alone where that is wanted, and says so when only this one left', async () => {
    await twoRoles('03')
    on('09')
    const { text, also } = await letter('elm-works', '--alone')
    expect(also).toEqual([])
    expect(text).not.toContain('Buyer')
    expect(await ok('sent', 'elm-works', 'love-letter')).toContain('followup sent elm-works love-letter --also elm-works-2')
    expect((await show('elm-works-2')).next?.since).toBe('2027-03-12')
  })

  it('names the houses where a recruiter has both, and passes the check in either direction', async () => {
    on('02')
    const ria = ['--with', 'Ria Moss <ria@pool.example>', '--contact-role', 'agency', ...look]
    await ok('log', 'Elm Works', '--role', 'Planner', ...ria)
    await ok('log', 'Birch', '--role', 'Buyer', ...ria)
    const one = await letter('elm-works', 'check-in', '--also', 'birch')
    expect(one.text).toContain('the Planner role at Elm Works and the Buyer role at Birch')
    await ok('log', 'Cork', '--role', 'Clerk', ...ria)
    expect((await letter('cork', 'thank-you')).also).toHaveLength(1)
    const other = await letter('birch', 'check-in', '--also', 'elm-works')
    expect([one.checkup.verdict, other.checkup.verdict]).toEqual(['send', 'send'])
  })

  it('is about each role once where the company has the handle for its name, and none that is closed', async () => {
    on('02')
    await ok('log', 'Acme', '--role', 'Planner', ...karin)
    await ok('log', 'Acme', '--new', '--role', 'Buyer', ...karin)
    on('09')
    expect(await together('acme-2')).toEqual(['acme'])
    await ok('close', 'acme', '--as', 'rejected', '--quiet')
    expect(await together('acme-2')).toEqual([])
    expect((await letter('acme-2')).also).toEqual([])
  })

  it('says only what is true of both: the wish, the day, and nothing of a talk that was special', async () => {
    await twoRoles('03')
    await ok('debrief', 'elm-works-2', '--want', 'unsure')
    on('10')
    const { text } = await letter('elm-works')
    expect(text).toContain(both)
    expect(text).not.toMatch(/I want|love to|my answer|2 March|3 March|a yes/)
    on('04')
    await ok('log', 'Elm Works', '--new', '--role', 'Clerk', '--with', 'Tom Hart <tom@elm.example>', ...look)
    await ok('contact', 'add', 'Karin Berg <karin@elm.example>', '--for', 'elm-works-3', '--lead')
    await ok('sent', 'elm-works-3', 'thank-you', '--to', 'tom', '--quiet')
    on('11')
    expect((await letter('elm-works')).also.map(({ handle }) => handle)).toEqual(['elm-works-2'])
    expect(await ok('letter', 'elm-works', '--nothing-heard')).toContain('for elm-works-3 goes by itself')
  })

  it('does not thank for a job that is wanted and one that is not in one breath', async () => {
    on('02')
    await ok('log', 'Elm Works', '--role', 'Planner', ...karin)
    await ok('log', 'Elm Works', '--new', '--role', 'Buyer', ...karin.map((word) => (word === 'yes' ? 'no' : word)))
    const { text, also } = await letter('elm-works', 'thank-you')
    expect([also, text.includes('Buyer')]).toEqual([[], false])
  })

  it('names three roles at most', async () => {
    on('02')
    for (const role of ['Planner', 'Buyer', 'Clerk', 'Cook']) await ok('log', 'Elm Works', '--new', '--role', role, ...karin)
    expect((await letter('elm-works', 'thank-you')).also).toHaveLength(2)
  })

  it('waits for what nobody hurries: a role on hold until a day, one that I put off', async () => {
    await twoRoles('02')
    on('09')
    await ok('snooze', 'elm-works-2', '2027-03-10', '--quiet')
    expect(await together('elm-works')).toEqual([])
    await ok('undo')
    expect(await together('elm-works')).toEqual(['elm-works-2'])
    await ok('heard', 'elm-works-2', 'on-hold', '--until', '2027-03-09', '--quiet')
    expect(await together('elm-works')).toEqual([])
  })

  it('keeps my own words for both, and drafts anew once they speak of one that is over', async () => {
    await twoRoles('03')
    on('09')
    const facts = async (handle: string): Promise<readonly string[]> =>
      (JSON.parse(await ok('history', handle, '--json')) as { facts: { kind: string }[] }).facts.map(({ kind }) => kind)
    expect(await facts('elm-works-2')).not.toContain('drafted')
    const host = await startMailHost({ drops: 'after-data' })
    await host.close()
    session().set({
      ...{ FOLLOWUP_MY_EMAIL: 'me@example.org', FOLLOWUP_SMTP_HOST: '127.0.0.1' },
      ...{ FOLLOWUP_SMTP_PORT: String(host.port), FOLLOWUP_SMTP_SECURITY: 'starttls' },
    })
    expect((await session().run(['letter', 'elm-works', '--send', '--yes', '--nothing-heard'])).code).toBe(6)
    expect(await facts('elm-works-2')).toContain('drafted')
    expect((await letter('elm-works-2')).also).toMatchObject([{ handle: 'elm-works' }])
    await ok('close', 'elm-works', '--as', 'rejected', '--quiet')
    const anew = await letter('elm-works-2')
    expect([anew.also, anew.text.includes('Planner')]).toEqual([[], false])
  })

  it('is told of once where it came back, and takes no other letter along', async () => {
    await twoRoles('03')
    on('09')
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    on('10')
    await ok('sent', 'elm-works-2', 'love-letter', '--anyway', 'a second thought', '--quiet')
    expect(await ok('heard', 'elm-works', 'bounce')).toContain('one message with elm-works-2')
    expect((await session().run(['heard', 'elm-works-2', 'bounce'])).code).toBe(1)
    const { lastTouch } = JSON.parse(await ok('show', 'elm-works-2', '--json')) as { lastTouch: string }
    expect(lastTouch).toBe('2027-03-10')
  })

  it('leaves no trace of a role that was forgotten', async () => {
    await twoRoles('03')
    on('09')
    await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
    await ok('forget', 'elm-works-2', '--yes')
    expect(await ok('history', 'elm-works', '--json')).not.toContain('also')
    expect(await ok('undo')).not.toContain('--also')
  })
})

describe('calls to one person that are due within three business days', () => {
  it('are one, as the card and the day say', async () => {
    await callsDue()
    expect(await together('elm-works-2')).toEqual(['elm-works'])
    expect(await ok('call', 'elm-works', '--card')).toContain('one call for elm-works and elm-works-2: ask about both')
    expect(await ok('due')).toContain('in one call with elm-works-2')
  })

  it('count once where one was for both, and the next is one again', async () => {
    await callsDue()
    await ok('call', 'elm-works', 'no-answer', '--also', 'elm-works-2', '--quiet')
    expect(await ok('why', 'elm-works-2')).toContain('5 of 6 calls')
    expect([(await show('elm-works')).next?.since, (await show('elm-works-2')).next?.since]).toEqual(['2027-03-15', '2027-03-15'])
    await ok('undo')
    expect(await ok('why', 'elm-works-2')).toContain('6 of 6 calls')
  })

  it('end the wait in both once they were talked about, with the day that was named', async () => {
    await callsDue()
    await ok('call', 'elm-works', 'spoke', '--also', 'elm-works-2', '--promise', '2027-03-19', '--quiet')
    const states = [await show('elm-works'), await show('elm-works-2')]
    expect(states.map(({ state, next }) => [state, next?.since])).toEqual([
      ['promised', '2027-03-23'],
      ['promised', '2027-03-23'],
    ])
  })

  it('leave the other to come three business days later where only one was told, and say so', async () => {
    await callsDue()
    const said = await ok('call', 'elm-works', 'spoke')
    expect(said).toContain('followup call elm-works spoke --also elm-works-2')
    expect((await show('elm-works-2')).next?.since).toBe('2027-03-17')
  })

  it.each(['wrong-number', 'asked-not-to-call'])('say nothing of the other role where it holds for the person: %s', async (outcome) => {
    await callsDue()
    expect(await ok('call', 'elm-works', outcome)).not.toContain('--also')
    expect((await show('elm-works-2')).next?.step).not.toBe('call')
  })

  it.each(['asks-something', 'booked', 'offer', 'no'])('are no place for what is about one alone: %s', async (outcome) => {
    await callsDue()
    const { code, err } = await session().run(['call', 'elm-works', outcome, '--also', 'elm-works-2'])
    expect([code, err]).toEqual([2, expect.stringContaining('followup call elm-works-2 spoke')])
    expect(await ok('call', 'elm-works', outcome)).not.toContain('--also')
  })
})
