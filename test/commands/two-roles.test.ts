import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'

let session: Session
beforeEach(async () => {
  session = startSession()
  session.set({ FOLLOWUP_MY_NAME: 'Robin Vale' })
  on('02', '15:00')
  await ok('log', 'Elm Works', '--role', 'Planner', '--phone', '+49305550101', '--at', '10:00', ...karin)
  await ok('log', 'Elm Works', '--new', '--role', 'Buyer', '--at', '14:00', ...karin)
  on('03')
  await ok('sent', 'elm-works', 'thank-you', '--also', 'elm-works-2', '--quiet')
  on('09')
  await ok('sent', 'elm-works', 'love-letter', '--also', 'elm-works-2', '--quiet')
  on('12')
})
afterEach(() => session.remove())

const look = ['--hook', 'the night shift', '--want', 'yes', '--country', 'DE', '--quiet']
const karin = ['--with', 'Karin Berg <karin@elm.example>', '--contact-role', 'boss', ...look]

function run(...argv: readonly string[]): Promise<Outcome> {
  return session.run(argv)
}

async function ok(...argv: readonly string[]): Promise<string> {
  const said = await run(...argv)
  expect({ argv, ...said }).toMatchObject({ argv, code: 0 })
  return said.out.replace(/\s+/g, ' ')
}

function on(day: string, time = '08:10'): void {
  session.at(`2027-03-${day}T${time}`, 'Europe/Berlin')
}

describe('a second dial to one person on one day, in another role', () => {
  it('is told once that one a day is enough', async () => {
    await ok('call', 'elm-works', 'no-answer', '--quiet')
    const said = await ok('call', 'elm-works-2', 'no-answer')
    expect(said).toContain('A call to them about elm-works was on record for that day already, and one a day is enough.')
    expect(said.match(/one a day is enough/g)).toHaveLength(1)
  })

  it('is none where one call was about both, where the line dropped, and on another day', async () => {
    expect(await ok('call', 'elm-works', 'no-answer', '--also', 'elm-works-2')).not.toContain('enough')
    await ok('undo')
    await ok('call', 'elm-works', 'dropped', '--quiet')
    expect(await ok('call', 'elm-works-2', 'no-answer')).not.toContain('enough')
    on('15')
    expect(await ok('call', 'elm-works-2', 'no-answer')).not.toContain('enough')
  })
})

describe('a call that was announced, or that they asked for, in one role', () => {
  const next = async (handle: string) => {
    const { next } = JSON.parse(await ok('show', handle, '--json')) as { next: { step: string; since: string } }
    return `${next.step} ${next.since}`
  }

  it.each([
    ['bad-time', ['--callback', '2027-03-17T10:00'], '2027-03-17'],
    ['assistant-time', ['--callback', '2027-03-17T10:00'], '2027-03-17'],
    ['voicemail-left', [], '2027-03-19'],
    ['assistant-will-call', [], '2027-03-17'],
  ])('is waited for in the other, and is one call for both: %s', async (outcome, more, day) => {
    await ok('call', 'elm-works', outcome, ...more, '--quiet')
    expect([await next('elm-works'), await next('elm-works-2')]).toEqual([`call ${day}`, `call ${day}`])
    on(day.slice(-2), '09:55')
    expect(await ok('due')).toMatch(/elm-works call Karin Berg.* in one call with elm-works-2/)
  })

  it('is waited for no longer once they have answered', async () => {
    await ok('call', 'elm-works', 'bad-time', '--callback', '2027-03-24T10:00', '--quiet')
    expect(await next('elm-works-2')).toBe('call 2027-03-24')
    on('15')
    await ok('heard', 'elm-works', 'question', '--quiet')
    expect(await next('elm-works-2')).toBe('call 2027-03-12')
  })
})

describe('a talk about one role, where they wait for a call about the other', () => {
  it('settles a call of theirs that I missed, and is told once in why', async () => {
    await ok('call', 'elm-works', 'missed-callback', '--quiet')
    on('15')
    expect(await ok('due')).toContain('they rang on Fri 12 Mar')
    await ok('call', 'elm-works-2', 'spoke', '--quiet')
    expect(await ok('due')).not.toContain('they rang')
    expect(await ok('show', 'elm-works')).toContain('Next check in with Karin Berg, Thu 18 Mar')
    expect((await ok('why', 'elm-works', '--plain')).match(/In elm-works-2: your call: spoke/g)).toHaveLength(1)
  })

  it.each([
    ['before the hour they named', '09:00', 'Next call Karin Berg, today 10:00'],
    ['at that hour', '10:00', 'Next call Karin Berg, Thu 18 Mar'],
    ['some days after it', null, 'Next call Karin Berg, Mon 22 Mar'],
  ])('settles the call at a time they named once that has come: %s', async (_when, time, next) => {
    await ok('call', 'elm-works', 'bad-time', '--callback', '2027-03-15T10:00', '--quiet')
    on(time ? '15' : '17', time ?? '09:00')
    await ok('call', 'elm-works-2', 'spoke', '--quiet')
    expect(await ok('show', 'elm-works')).toContain(next)
  })

  it('leaves a call of somebody else there', async () => {
    await ok('contact', 'add', 'Ada Lund <ada@elm.example>', '--for', 'elm-works', '--phone', '+49305550102', '--quiet')
    await ok('call', 'elm-works', 'missed-callback', '--with', 'Ada', '--quiet')
    await ok('call', 'elm-works-2', 'spoke', '--quiet')
    expect(await ok('due')).toContain('elm-works call Ada Lund they rang today')
  })
})

describe('a call about one role that reaches nobody, where they wait for a call about the other', () => {
  const nextOf = async (handle: string) => {
    const { state, next } = JSON.parse(await ok('show', handle, '--json')) as { state: string; next: { step: string; since: string } }
    return `${state} ${next.step} ${next.since}`
  }

  it.each([
    ['no-answer', 'silent call 2027-03-16'],
    ['busy', 'silent call 2027-03-16'],
    ['voicemail-left', 'silent check-in 2027-03-18'],
    ['assistant-message', 'silent check-in 2027-03-18'],
    ['dropped', 'silent call 2027-03-15'],
  ])('rings back as one about this role does: %s', async (outcome, next) => {
    await ok('call', 'elm-works', 'missed-callback', '--quiet')
    on('15')
    expect(await nextOf('elm-works')).toBe('answered call 2027-03-12')
    await ok('call', 'elm-works-2', outcome, '--quiet')
    expect(await nextOf('elm-works')).toBe(next)
    expect(await ok('due')).not.toContain('they rang')
    expect((await ok('why', 'elm-works', '--plain')).match(/In elm-works-2: your call/g)).toHaveLength(1)
  })

  it('is tried once more, whichever role it is told in', async () => {
    await ok('call', 'elm-works', 'missed-callback', '--quiet')
    on('15')
    await ok('call', 'elm-works-2', 'no-answer', '--quiet')
    on('16')
    await ok('call', 'elm-works-2', 'no-answer', '--quiet')
    expect(await nextOf('elm-works')).not.toBe('silent call 2027-03-16')
  })

  it.each([
    ['before their hour', '09:00', 'silent call 2027-03-15'],
    ['at their hour', '10:00', 'silent call 2027-03-16'],
  ])('keeps the time they had named for it once that has come: %s', async (_when, time, next) => {
    await ok('call', 'elm-works', 'bad-time', '--callback', '2027-03-15T10:00', '--quiet')
    on('15', time)
    await ok('call', 'elm-works-2', 'no-answer', '--quiet')
    expect(await nextOf('elm-works')).toBe(next)
  })

  it('leaves a call of somebody else there', async () => {
    await ok('contact', 'add', 'Ada Lund <ada@elm.example>', '--for', 'elm-works', '--phone', '+49305550102', '--quiet')
    await ok('call', 'elm-works', 'missed-callback', '--with', 'Ada', '--quiet')
    on('15')
    await ok('call', 'elm-works-2', 'no-answer', '--quiet')
    expect(await ok('due')).toContain('elm-works call Ada Lund they rang')
  })
})

describe('a wish for no calls, told in one of two roles', () => {
  const steps = async () => {
    const { due, upcoming, waiting } = JSON.parse(await ok('due', '--json')) as Record<string, Standing[]>
    return [...(due ?? []), ...(upcoming ?? []), ...(waiting ?? [])]
      .map(({ handle, state, next }) => `${handle} ${state} ${next?.step ?? ''} ${next?.since ?? ''}`)
      .sort()
  }
  const goodbyes = ['elm-works answered close-the-loop 2027-03-15', 'elm-works-2 answered close-the-loop 2027-03-15']

  beforeEach(() => ok('call', 'elm-works', 'asked-not-to-call', '--quiet'))

  it('brings one closing letter for both', async () => {
    expect(await steps()).toEqual(goodbyes)
    on('15')
    const said = await ok('letter', 'elm-works', '--nothing-heard')
    expect(said).toContain('You told me on Friday that you would rather not be called.')
    expect(said).toContain('about the Planner and Buyer roles')
    expect(said).toContain('ready to send')
    await ok('sent', 'elm-works', 'close-the-loop', '--also', 'elm-works-2', '--quiet')
    expect((await steps()).map((one) => one.replace(/ \w+ park/, ' park'))).toEqual([
      'elm-works park 2027-03-31',
      'elm-works-2 park 2027-03-31',
    ])
  })

  it('speaks of it in the letter for the other alone, and is told once in why', async () => {
    on('15')
    expect(await ok('letter', 'elm-works-2', '--alone', '--nothing-heard')).toContain('Thank you for telling me on Friday')
    const why = await ok('why', 'elm-works-2', '--plain')
    expect(why.match(/In elm-works: your call: asked for no calls/g)).toHaveLength(1)
  })

  it.each(['elm-works', 'elm-works-2'])('is followed by no second goodbye once one is out, in whichever: %s', async (handle) => {
    on('15')
    await ok('sent', handle, 'close-the-loop', '--quiet')
    expect((await steps()).map((one) => one.replace(/ \w+ park/, ' park'))).toEqual([
      'elm-works park 2027-03-31',
      'elm-works-2 park 2027-03-31',
    ])
  })

  it.each(['elm-works', 'elm-works-2'])('takes leave of nobody who goes on talking, in whichever: %s', async (handle) => {
    await ok('heard', handle, 'question', '--quiet')
    expect((await steps()).join()).not.toContain('close-the-loop')
    await ok('undo')
    await ok('heard', handle, 'courtesy', '--quiet')
    expect(await steps()).toEqual(goodbyes)
  })

  it('leaves a role alone in which their time runs', async () => {
    await ok('undo')
    await ok('promise', 'elm-works-2', '2027-03-22', '--quiet')
    await ok('call', 'elm-works', 'asked-not-to-call', '--quiet')
    expect((await steps())[1]).toMatch(/^elm-works-2 promised check-in/)
  })
})

interface Standing {
  readonly handle: string
  readonly state: string
  readonly next: { readonly step: string; readonly since: string } | null
}

describe('one person who has left, told in one role', () => {
  it.each(['elm-works', 'elm-works-2'])('is neither written to nor chased in either: %s', async (handle) => {
    await ok('heard', 'elm-works', 'left', '--quiet')
    expect(await ok('show', handle)).toMatch(/Karin Berg has left \+49 30 5550101/)
    const letter = await run('letter', handle, 'love-letter', '--nothing-heard')
    expect([letter.code, letter.err.split('\n')[0]]).toEqual([5, 'Karin Berg has left Elm Works, and this letter would ask them about it.'])
    const lead = await run('contact', 'edit', 'Karin', '--for', handle, '--lead')
    expect([lead.code, lead.err.split('\n')[0]]).toEqual([5, 'Karin Berg has left Elm Works.'])
    for (const [verb, what] of [
      ['sent', 'check-in'],
      ['call', 'no-answer'],
    ] as const)
      expect(await ok(verb, handle, what)).toContain('Next find who follows Karin Berg, Mon 15 Mar')
  })
})

describe('an offer for one of two roles with one person', () => {
  const offer = ['--respond-by', '2027-03-26', '--written']

  it('is no offer of another employer for the other role, and is not proposed as one', async () => {
    expect(await ok('offer', 'elm-works', ...offer)).not.toContain('competing-offer')
    const { code, err } = await run('letter', 'elm-works-2', 'competing-offer', '--nothing-heard')
    expect([code, err.split('\n')[0]]).toEqual([
      5,
      'The other offer on record is from Elm Works too, and this letter speaks of another employer.',
    ])
  })

  it('leaves one from elsewhere to be told', async () => {
    await ok('offer', 'elm-works', ...offer, '--quiet')
    await ok('log', 'Quayside', '--with', 'Ben Osei <ben@quay.example>', '--contact-role', 'boss', '--country', 'DE', '--quiet')
    expect(await ok('offer', 'quayside', '--respond-by', '2027-03-30')).toContain('followup sent elm-works-2 competing-offer')
    expect(await ok('letter', 'elm-works-2', 'competing-offer', '--nothing-heard')).toContain('by Tuesday 30 March')
  })

  it('is one of this reader where they hire for another company', async () => {
    await ok('log', 'Oak Works', '--with', 'Karin Berg <karin@elm.example>', '--contact-role', 'boss', '--country', 'DE', '--quiet')
    expect(await ok('offer', 'oak-works', ...offer)).not.toContain('competing-offer')
    const { code, err } = await run('letter', 'elm-works-2', 'competing-offer', '--nothing-heard')
    expect([code, err.split('\n')[0]]).toEqual([
      5,
      'Karin Berg knows of the other offer on record, and this letter speaks of another employer.',
    ])
  })
})

describe('a yes to one of two roles with one person', () => {
  const states = async () =>
    (JSON.parse((await run('list', '--all', '--json')).out) as { handle: string; state: string }[])
      .map(({ handle, state }) => `${handle} ${state}`)
      .sort()

  beforeEach(async () => {
    await ok('log', 'Quayside', '--with', 'Ben Osei <ben@quay.example>', '--contact-role', 'boss', '--country', 'DE', '--quiet')
  })

  it.each([
    ['by letter', ['sent', 'elm-works', 'accept']],
    ['by hand', ['close', 'elm-works', '--as', 'hired']],
  ])('closes the other, and is taken back with it: %s', async (_how, yes) => {
    await ok('offer', 'elm-works', '--written', '--quiet')
    const before = await states()
    const said = await ok(...yes)
    expect(said).toContain('elm-works-2 is closed too: Karin Berg knows it from your yes, and no withdrawal is owed there.')
    expect(said).toContain('Still open: quayside.')
    expect(await states()).toEqual(['elm-works closed', 'elm-works-2 closed', 'quayside answered'])
    expect(await ok('show', 'elm-works-2')).toContain('you withdrew')
    await ok('undo')
    expect(await states()).toEqual(before)
  })

  it('lets the other rest while it hangs on something, and closes it once it does not', async () => {
    await ok('offer', 'elm-works', '--by-voice', '--quiet')
    expect(await ok('sent', 'elm-works', 'accept', '--anyway', 'they wait for it')).not.toContain('letter elm-works-2 withdraw')
    expect(await states()).toContain('elm-works-2 retired')
    expect(await ok('offer', 'elm-works', '--written')).toContain('elm-works-2 is closed too')
    expect(await states()).toContain('elm-works-2 closed')
    await ok('undo')
    expect(await states()).toContain('elm-works-2 retired')
  })
})

describe('a yes to one of several roles that one recruiter runs', () => {
  const nina = ['--with', 'Nina Holt <nina@hire.example>', '--contact-role', 'recruiter', ...look]
  const states = async () =>
    (JSON.parse((await run('list', '--all', '--json')).out) as { handle: string; state: string }[])
      .filter(({ handle }) => !handle.startsWith('elm'))
      .map(({ handle, state }) => `${handle} ${state}`)
      .sort()

  const owed =
    'are not closed with it: Nina Holt knows of your yes, and Ash Works and Yew Works should hear it too. One letter to Nina Holt can be about two: followup letter ash-works withdraw --also yew-works'

  beforeEach(async () => {
    await ok('close', 'elm-works', '--as', 'rejected', '--quiet')
    await ok('close', 'elm-works-2', '--as', 'rejected', '--quiet')
    await ok('log', 'Oak Works', '--role', 'Planner', ...nina)
    await ok('log', 'Oak Works', '--new', '--role', 'Buyer', ...nina)
    await ok('log', 'Ash Works', '--role', 'Lead', '--promise', '2027-03-26', ...nina)
    await ok('log', 'Yew Works', '--role', 'Head', ...nina)
    on('15')
    for (const handle of ['oak-works', 'oak-works-2', 'ash-works', 'yew-works']) await ok('sent', handle, 'thank-you', '--quiet')
    await ok('offer', 'oak-works', '--written', '--quiet')
  })

  it.each([
    ['by letter', ['sent', 'oak-works', 'accept']],
    ['by hand', ['close', 'oak-works', '--as', 'hired']],
  ])('closes the others at that company alone, and proposes one withdrawal for the rest: %s', async (_how, yes) => {
    const said = await ok(...yes)
    expect(said).toContain('oak-works-2 is closed too: Nina Holt knows it from your yes')
    expect(said).toContain(`ash-works and yew-works ${owed}`)
    expect(await states()).toEqual(['ash-works answered', 'oak-works closed', 'oak-works-2 closed', 'yew-works answered'])
    const letter = (await ok('letter', 'ash-works')).replace(/ \| /g, ' ')
    expect(letter).toContain('I am stepping back from the Lead role at Ash Works and the Head role at Yew Works.')
    expect(letter).toContain('Please pass it on')
    expect(letter).toContain('ready to send')
    await ok('sent', 'ash-works', 'withdraw', '--also', 'yew-works', '--quiet')
    expect(await states()).toEqual(['ash-works closed', 'oak-works closed', 'oak-works-2 closed', 'yew-works closed'])
  })
})

describe('a yes through a recruiter that hangs on something', () => {
  it('names the other company once it does not', async () => {
    const nina = ['--with', 'Nina Holt <nina@hire.example>', '--contact-role', 'agency', ...look]
    await ok('log', 'Oak Works', '--role', 'Planner', ...nina)
    await ok('log', 'Ash Works', '--role', 'Lead', ...nina)
    await ok('offer', 'oak-works', '--by-voice', '--quiet')
    expect(await ok('sent', 'oak-works', 'accept', '--anyway', 'they wait for it')).not.toContain('not closed with it')
    const said = await ok('offer', 'oak-works', '--written')
    expect(said).toContain('ash-works is not closed with it: Nina Holt knows of your yes, and Ash Works should hear it too.')
    expect(said).toContain('followup letter ash-works withdraw')
    expect(await ok('letter', 'ash-works', 'withdraw')).toContain('ready to send')
  })
})

describe('why of one of two roles with one person', () => {
  interface Why {
    readonly trace: readonly { readonly day: string; readonly what: string; readonly effect: string; readonly counted: readonly string[] }[]
    readonly left: { readonly calls: { readonly left: number } }
  }
  const told = async (handle = 'elm-works-2') => {
    const { trace } = JSON.parse(await ok('why', handle, '--json')) as Why
    return trace.filter(({ what }) => what.startsWith('in ')).map(({ day, what, effect }) => [day, what, effect])
  }

  it('tells what was borne and said in the other, and nothing of what was about both', async () => {
    expect(await told()).toEqual([])
    await ok('call', 'elm-works', 'no-answer', '--quiet')
    on('15')
    await ok('sent', 'elm-works', 'check-in', '--quiet')
    const touches = [
      ['2027-03-12', 'in elm-works: your call: no-answer', 'the same person; counts here too'],
      ['2027-03-15', 'in elm-works: your check-in', 'the same person; counts here too'],
    ]
    expect(await told()).toEqual(touches)
    expect(await told('elm-works')).toEqual([])
    on('16')
    await ok('heard', 'elm-works', 'question', '--quiet')
    await ok('sent', 'elm-works', 'answer', '--quiet')
    expect(await told()).toEqual([
      ...touches,
      ['2027-03-16', 'in elm-works: heard: question', 'the same person; your messages count afresh'],
      ['2027-03-16', 'in elm-works: your answer', 'the same person; rests here too'],
    ])
    const said = await ok('why', 'elm-works-2', '--plain')
    expect(said).toContain('In elm-works: your call: no answer. The same person; counts here too.')
  })

  it('names the other where a wrong number was told there', async () => {
    await ok('call', 'elm-works', 'wrong-number', '--quiet')
    expect(await told()).toEqual([['2027-03-12', 'in elm-works: your call: wrong-number', 'yours, from 2027-03-15']])
    expect(await ok('why', 'elm-works-2', '--plain')).toContain('In elm-works: your call: wrong number.')
  })

  it('tells of an interview there once there was something to bear, and of nothing before the first talk here', async () => {
    const third = ['--new', '--role', 'Lead', '--at', '9:00', ...karin]
    on('22', '10:00')
    await ok('log', 'Elm Works', ...third)
    expect(await told('elm-works-3')).toEqual([])
    expect(await told()).toEqual([['2027-03-22', 'in elm-works-3: interview', 'the same person; your messages count afresh']])
  })
})
