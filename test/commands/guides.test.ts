import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { answering } from '../support/answers.js'
import type { Answer, Person } from '../support/answers.js'
import { putProgram } from '../support/machine.js'
import { startSession } from '../support/session.js'
import type { Outcome, Session } from '../support/session.js'

let person: Person | null = null
let session: Session
beforeEach(() => {
  person = null
  session = startSession({ person: { here: () => person !== null, talk: () => Promise.resolve(person?.ask ?? answering([]).ask) } })
  session.at('2027-03-02T17:05', 'America/New_York')
  session.set({ FOLLOWUP_MY_NAME: 'Robin Vale', FOLLOWUP_MY_NUMBER: '574 555 0119' })
})
afterEach(() => session.remove())

/** Runs a line with somebody at the terminal who answers so; every answer must be asked for. */
async function talk(line: string, ...script: Answer[]): Promise<Outcome & { readonly heard: string }> {
  person = answering(script)
  const outcome = await session.run(line.split(' '))
  expect({ left: person.left(), err: outcome.code === 0 ? outcome.err : '' }).toEqual({ left: [], err: '' })
  return { ...outcome, heard: person.heard.join('\n') }
}

async function facts(): Promise<readonly { readonly kind: string; readonly data: Record<string, unknown> }[]> {
  person = null
  const { out } = await session.run(['history', '--json'])
  return (JSON.parse(out) as { readonly facts: Awaited<ReturnType<typeof facts>> }).facts
}

async function acme(): Promise<void> {
  const line = [
    'log',
    'Acme Controls',
    '--role',
    'Operations Director',
    '--at',
    '2027-03-02T15:00',
    '--with',
    'Dana Reyes* <dana@acme.example>',
  ]
  expect((await session.run(line)).code).toBe(0)
}

const dataOf = async (kind: string): Promise<unknown> => (await facts()).findLast((fact) => fact.kind === kind)?.data

describe('log', () => {
  it('names the handle that a new opportunity is given, when two of that name are over', async () => {
    for (const handle of ['acme', 'acme-2']) {
      expect((await session.run(['log', 'Acme', '--with', 'Dana Reyes'])).code).toBe(0)
      expect((await session.run(['close', handle, 'rejected'])).err).toBe('')
    }
    const { heard } = await talk(
      'log Acme --role Director',
      ['When was it', 'yesterday 10:00'],
      ['Where do they sit?', ''],
      ['Who did you meet?', 'Dana Reyes'],
      ['What kind of meeting?', 'panel'],
      ['Seven questions', 'no'],
    )
    expect(heard).toContain('= new, as acme-3')
    expect(await dataOf('opened')).toMatchObject({ handle: 'acme-3' })
  })
  it('does not ask what was given, and leaves the look back for tonight', async () => {
    const { heard, out } = await talk(
      'log Acme --role Director',
      ['When was it', 'yesterday 10:00'],
      ['Where do they sit?', 'nowhere'],
      ['Once more', 'berlin'],
      ['Who did you meet?', 'Dana Reyes, Priya Nair'],
      ['What kind of meeting?', 'panel'],
      ['Seven questions', 'tonight'],
    )
    expect(heard).toContain('= Mon 1 Mar 10:00 on your clock')
    expect(heard).toContain('"nowhere" is not a time zone. A big city on the same clock or a state will do')
    expect(heard).toContain('= Berlin, six hours ahead of you; DE holidays count')
    expect(heard).toContain('= Dana Reyes is the one you write to; Priya Nair gets a separate thank-you')
    expect(heard).toContain('= 6 business days of patience')
    expect(heard).toContain('Tonight, then: followup debrief acme')
    expect(out).toContain('Recorded    interview at Acme, Mon 1 Mar 10:00')
  })
  it('takes a number behind a name for theirs', async () => {
    const { heard } = await talk(
      'log Beta --role Director',
      ['When was it', 'yesterday 10:00'],
      ['Where do they sit?', ''],
      ['Who did you meet?', 'Dana Reyes*, 312 555 0142, Priya Nair p@x.example; +1 312 555 0143'],
      ['What kind of meeting?', ''],
      ['Seven questions', 'tonight'],
    )
    expect(heard).toContain('= Dana Reyes: 312 555 0142\n= Priya Nair: +1 312 555 0143\n= Dana Reyes decides; Priya Nair gets')
    expect((await facts()).filter((fact) => fact.kind === 'met').map((fact) => fact.data)).toMatchObject([
      { name: 'Dana Reyes', phone: '+13125550142' },
      { name: 'Priya Nair', phone: '+13125550143', email: 'p@x.example' },
    ])
  })
  it('says whose an address is that was given with another name', async () => {
    await acme()
    const { heard } = await talk(
      'log Beta --role Director',
      ['When was it', 'yesterday 10:00'],
      ['Where do they sit?', ''],
      ['Who did you meet?', 'John Smith dana@acme.example'],
      ['What kind of meeting?', ''],
      ['Seven questions', 'tonight'],
    )
    expect(heard).toContain('= dana@acme.example is Dana Reyes\n= Dana Reyes is the one you write to')
  })
  it('asks which of two days a weekday means, and books what is to come without offering a look back', async () => {
    const { out } = await talk(
      'log Acme',
      ['Which role?', ''],
      ['When was it', 'fri 10:00'],
      ['Which of the two?', 'next Fri 5 Mar 10:00'],
      ['Where do they sit?', ''],
      ['Who will you meet?', ''],
      ['What kind of meeting?', ''],
    )
    expect(out).toContain('interview booked at Acme, Fri 5 Mar 10:00')
  })
  it('asks whether an interview at a known company is for the same post', async () => {
    await acme()
    const asked: readonly Answer[] = [
      ['When was it', ''],
      ['Who did you meet?', ''],
      ['What kind of meeting?', 'final round'],
      ['Seven questions', 'no'],
    ]
    await talk('log', ['Which company?', 'acme controls'], ['The same post?', ''], ...asked)
    expect((await facts()).filter((fact) => fact.kind === 'opened')).toHaveLength(1)
    await talk(
      'log',
      ['Which company?', 'acme controls'],
      ['The same post?', 'another one'],
      ['Which role?', 'Plant Director'],
      asked[0] ?? ['', ''],
      ['Where do they sit?', ''],
      ...asked.slice(1),
    )
    expect((await facts()).filter((fact) => fact.kind === 'opened')).toHaveLength(2)
  })
})

describe('log of a name that is like an open one', () => {
  it('asks whether that is meant', async () => {
    await acme()
    await talk(
      'log acme',
      ['Is this Acme Controls, which is open?', ''],
      ['When was it', ''],
      ['Who did you meet?', ''],
      ['What kind', ''],
      ['Seven', 'no'],
    )
    await talk('log acme --with Dana', ['Is this Acme Controls, which is open?', 'yes'])
    expect((await facts()).filter((fact) => fact.kind === 'opened')).toHaveLength(1)
    await talk('log acme --with Dana', ['Is this Acme Controls, which is open?', 'no'])
    await talk('log controls --with Dana --new')
    expect((await facts()).filter((fact) => fact.kind === 'opened')).toHaveLength(3)
  })
})

describe('debrief', () => {
  const rest: readonly Answer[] = [
    ['3 of 7', ''],
    ['4 of 7', ''],
    ['One number', ''],
    ['6 of 7', ''],
    ['7 of 7', ''],
  ]
  it('names what is for today at its end, and says that nothing is left only where that is so', async () => {
    await acme()
    session.at('2027-03-03T09:00', 'America/New_York')
    const { heard } = await talk('debrief acme', ['1 of 7', 'the line'], ['2 of 7', ''], ...rest)
    expect(heard).toContain('The thank-you is for today: followup do')
    session.at('2027-03-03T09:05', 'America/New_York')
    person = null
    expect((await session.run(['sent', 'acme', 'thank-you'])).code).toBe(0)
    expect((await talk('debrief acme', ['1 of 7', 'the rota'], ['2 of 7', ''], ...rest)).heard).toContain('Nothing more to do now.')
  })
  it('takes "later" and "skip" as leaving a question', async () => {
    await acme()
    await talk('debrief acme', ['1 of 7', 'later'], ['2 of 7', 'Skip'], ...rest)
    expect(Object.keys((await dataOf('debriefed')) as object)).toEqual(expect.not.arrayContaining(['hooks', 'cares']))
  })
  it('opens the rest of the doubts behind "something else", and reads how they like to be reached', async () => {
    await acme()
    const { heard } = await talk(
      'debrief acme',
      ['1 of 7', ''],
      ['2 of 7', ''],
      ['3 of 7', 'by next friday'],
      ['4 of 7', ''],
      ['One number', 'everything'],
      ['Once more', '1, 8'],
      ['One number', '8'],
      ['Once more', '11'],
      ['6 of 7', 'who knows'],
      ['Once more', 'no calls, they said'],
      ['7 of 7', 'unsure'],
    )
    expect(heard).toContain('"everything" is none of these.')
    expect(heard).toContain('= Fri 12 Mar; no chasing before it')
    expect(await dataOf('debriefed')).toMatchObject({
      landings: ['oversold', 'badly-prepared'],
      pay: 'no',
      reach: 'no-calls',
      want: 'unsure',
    })
  })
  it.each<readonly [answer: string, landings: readonly string[]]>([
    ['I oversold myself, I am worried', ['oversold']],
    ['oversold, I fear', ['oversold']],
    ['I think I rambled, and there was no rapport', ['rambled', 'no-rapport']],
    ['I guess I talked myself up a bit', ['oversold']],
    ['honestly, it went well', ['well']],
  ])('finds the doubt in a sentence: %s', async (answer, landings) => {
    await acme()
    const skipped: readonly Answer[] = ['1', '2', '3', '4'].map((count) => [`${count} of 7`, ''])
    await talk('debrief acme', ...skipped, ['One number', answer], ['6 of 7', ''], ['7 of 7', ''])
    expect(await dataOf('debriefed')).toMatchObject({ landings })
  })
  it.each(["I don't think it went well", 'it was not the notice period', 'worried'])('finds none in: %s', async (answer) => {
    await acme()
    const skipped: readonly Answer[] = ['1', '2', '3', '4'].map((count) => [`${count} of 7`, ''])
    const { heard } = await talk('debrief acme', ...skipped, ['One number', answer], ['Once more', ''], ['6 of 7', ''], ['7 of 7', ''])
    expect(heard).toContain(`"${answer}" is none of these. Take a number from 1 to 8.`)
  })
  it('goes back a question, as often as is wanted, and asks nothing else again', async () => {
    await acme()
    const { heard } = await talk(
      'debrief acme',
      ['1 of 7', '<'],
      ['1 of 7', 'the lime'],
      ['2 of 7', 'fewer surprises'],
      ['3 of 7', '<'],
      ['2 of 7', '<'],
      ['1 of 7', 'the line'],
      ['2 of 7', 'fewer surprises'],
      ['3 of 7', ''],
      ['4 of 7', ''],
      ['One number', ''],
      ['6 of 7', ''],
      ['7 of 7', '<'],
      ['6 of 7', ''],
      ['7 of 7', ''],
    )
    expect(heard).toContain('This is the first question.')
    expect(await dataOf('debriefed')).toMatchObject({ hooks: ['the line'], cares: ['fewer surprises'], want: 'yes' })
  })
  it('goes back to a question as it was asked at first, though its first answer could not be read', async () => {
    await acme()
    const { heard } = await talk(
      'debrief acme',
      ['1 of 7', 'l'],
      ['Once more', 'the lime'],
      ['2 of 7', '<'],
      ['1 of 7', 'the line'],
      ['2 of 7', null],
    )
    expect(heard.match(/says too little/g)).toHaveLength(1)
    expect(await dataOf('debriefed')).toMatchObject({ hooks: ['the line'] })
  })
  it('keeps what can be used of several answers, and asks again for the rest alone', async () => {
    await acme()
    const { heard } = await talk(
      'debrief acme',
      ['1 of 7', 'the line; x; the rota'],
      ['Once more', 'the whiteboard'],
      ['2 of 7', 'fewer surprises; y'],
      ['Once more', ''],
      ['3 of 7', null],
    )
    expect(heard).toContain('"x" says too little; the rest is kept.')
    expect(await dataOf('debriefed')).toMatchObject({ hooks: ['the line', 'the rota', 'the whiteboard'], cares: ['fewer surprises'] })
  })
  it('takes a single letter for a slip', async () => {
    await acme()
    const { heard } = await talk('debrief acme', ['1 of 7', 'l'], ['Once more', 'line 2; the rota'], ['2 of 7', 'x'], ['Once more', null])
    expect(heard).toContain('"l" says too little. A word or more, as the sentence would end')
    expect(await dataOf('debriefed')).toEqual({ hooks: ['line 2', 'the rota'] })
  })
  it('keeps what was said when it is left half way', async () => {
    await acme()
    const { code, err } = await talk('debrief acme', ['1 of 7', 'the line; the rota'], ['2 of 7', null])
    expect([code, err]).toEqual([130, 'Stopped; what was recorded so far is kept.\n'])
    expect(await dataOf('debriefed')).toEqual({ hooks: ['the line', 'the rota'] })
  })
})

describe('letter', () => {
  const toDana = 'letter acme thank-you'

  it('asks what was talked about until it can stand in a letter', async () => {
    await acme()
    const { heard } = await talk(
      toDana,
      ['What did you talk about', 'I grew up nearby'],
      ['What did you talk about', 'how they run the night dock'],
      ['What now', 'later'],
    )
    expect(heard).toContain('"I grew up nearby" cannot stand in a letter. It is a sentence of your own. Put it as a thing')
    expect(heard).toContain('how you run the night dock')
  })
  it('waits where nothing comes to mind, without a refusal', async () => {
    await acme()
    const { heard, code } = await talk(toDana, ['What did you talk about', ''])
    expect([code, heard]).toEqual([0, expect.stringContaining('Then it waits until something comes to your mind')])
  })
})

describe('the other verbs', () => {
  beforeEach(acme)

  it.each<readonly [line: string, script: readonly Answer[], kind: string, data: Record<string, unknown>]>([
    [
      'heard acme',
      [
        ['What came?', 'from a machine'],
        ['Which?', 'out of office'],
        ['first day back', 'mon 15 mar'],
      ],
      'heard',
      { until: '2027-03-15' },
    ],
    [
      'heard acme',
      [
        ['What came?', 'only a sign'],
        ['Which?', ''],
      ],
      'heard',
      { kind: 'reposted' },
    ],
    [
      'call acme',
      [
        ['Who answered?', 'someone else'],
        ['What came of it?', ''],
        ['Their name?', 'this afternoon after 3'],
        ['Once more', 'Lou'],
        ['name a day', ''],
      ],
      'called',
      { outcome: 'assistant-message', gatekeeper: 'Lou' },
    ],
    [
      'call acme',
      [
        ['Who answered?', 'Dana Reyes'],
        ['What came of it?', ''],
        ['name a day', 'next fri'],
      ],
      'promised',
      { day: '2027-03-12' },
    ],
    [
      'call acme',
      [
        ['Who answered?', 'Dana Reyes'],
        ['What came of it?', 'a bad time'],
        ['call again', 'yesterday'],
        ['Once more', 'thu 10:00'],
      ],
      'called',
      { outcome: 'bad-time' },
    ],
    [
      'close acme',
      [
        ['How did it end?', 'you withdrew'],
        ['Why', 'too far'],
      ],
      'closed',
      { as: 'withdrawn', reason: 'too far' },
    ],
    ['promise acme', [['Which day', 'next fri']], 'promised', { day: '2027-03-12' }],
    [
      'snooze',
      [
        ['Which one?', ''],
        ['Until when?', 'today'],
        ['Once more', 'mon 15 mar'],
      ],
      'snoozed',
      { until: '2027-03-15' },
    ],
    [
      'hold',
      [
        ['Who is away?', ''],
        ['first day back', 'mon 15 mar'],
      ],
      'held',
      { until: '2027-03-15' },
    ],
    ['sent acme', [['Which letter was it?', '']], 'sent', { letter: 'thank-you' }],
    [
      'sent acme',
      [
        ['Which letter was it?', 'another'],
        ['Which?', 'withdrawal'],
      ],
      'sent',
      { letter: 'withdraw' },
    ],
    [
      'retire',
      [
        ['Which one?', 'nobody'],
        ['Once more', 'acme'],
      ],
      'retired',
      {},
    ],
    [
      'offer acme',
      [
        ['on paper?', ''],
        ['Base', '142000'],
        ['Bonus', '10%'],
        ['Equity', ''],
        ['Start', '3 may'],
        ['your answer', '1 apr'],
        ['Yours alone', '150,000; 138,000'],
      ],
      'offered',
      { base: '142000', bonus: '10%', start: '2027-05-03', respondBy: '2027-04-01', written: false },
    ],
  ])('%s asks what it needs %j', async (line, script, kind, data) => {
    const { code } = await talk(line, ...script)
    expect(code).toBe(0)
    expect(await dataOf(kind)).toMatchObject(data)
  })

  it('takes nothing for pay that is no amount, and says what it took', async () => {
    const { heard } = await talk(
      'offer acme',
      ['on paper?', ''],
      ['Base', 'around 82k, he wasnt sure'],
      ['Once more', '82k'],
      ['Bonus', ''],
      ['Equity', ''],
      ['Start', ''],
      ['your answer', ''],
      ['Yours alone', 'references'],
      ['Once more', '90k; 80k'],
    )
    expect(heard).toContain('"around 82k, he wasnt sure" is not an amount.')
    expect(heard).toContain('= 82,000')
    expect(heard).toContain('= you hope for 90,000, and walk away below 80,000; kept to yourself')
    expect(await dataOf('offered')).toEqual({ base: '82000', written: false })
  })

  it.each([
    ['142000', '150, 145, 138', ['= you hope for 150,000, 145,000 would be fine, and walk away below 138,000; kept to yourself']],
    ['142000', '150k', ['= you hope for 150,000; kept to yourself']],
    ['48 an hour', '52; 46', ['= you hope for 52, and walk away below 46; kept to yourself']],
  ])('keeps the figures that are mine alone, in thousands beside a base of thousands: %s, %s', async (base, own, said) => {
    const script = [
      ['on paper?', ''],
      ['Base', base],
      ['Bonus', ''],
      ['Equity', ''],
      ['Start', ''],
      ['your answer', ''],
    ] as const
    const { heard, code } = await talk('offer acme', ...script, ['hoped for, fine, walk away', own])
    expect(code).toBe(0)
    expect(heard.split('\n')).toEqual(expect.arrayContaining(said))
    person = null
    const shown = await session.run(['negotiate', 'acme', '--show-floor'])
    if (own.startsWith('150,')) expect(shown.out).toContain('hoped 150,000, fine 145,000, walk away 138,000')
  })

  it('asks again for more than three figures of my own', async () => {
    const script = [
      ['on paper?', ''],
      ['Base', '142000'],
      ['Bonus', ''],
      ['Equity', ''],
      ['Start', ''],
      ['your answer', ''],
    ] as const
    const { heard } = await talk('offer acme', ...script, ['Yours alone', '150, 145, 140, 138'], ['Once more', ''])
    expect(heard).toContain('Those are four figures.')
  })

  it('offers what is on record of an offer, and Enter keeps it', async () => {
    await session.run(['offer', 'acme', '--base', 'EUR 92.000', '--bonus', '10%', '--written', '--respond-by', '2027-03-10'])
    const before = (await facts()).length
    const asked = (base: string): Parameters<typeof talk>[1][] => [
      ['on paper?', ''],
      ['Base', base],
      ['Bonus', ''],
      ['Equity', ''],
      ['Start', ''],
      ['your answer', ''],
      ['Yours alone', ''],
    ]
    const { heard, code } = await talk('offer acme', ...asked(''))
    expect(code).toBe(0)
    expect(heard).toContain('Is it on paper?  [yes], no')
    expect(heard).toContain('Base  [EUR 92,000]')
    expect(heard).toContain('Bonus, anything on top  [10%]')
    expect(heard).toContain('When do they need your answer?  [Wed 10 Mar]')
    expect(heard).toContain('Nothing is new; the offer stays as it is on record.')
    expect(await facts()).toHaveLength(before)
    const small = await talk('offer acme', ...asked('74'))
    expect(small.heard).toContain('= EUR 74 is read as EUR 74 a year; for thousands, write EUR 74,000 or EUR 74k')
    expect(await dataOf('offered')).toEqual({ base: 'EUR 74' })
  })

  it('makes the talk about an offer ready once, and asks again for a figure out of proportion', async () => {
    await session.run(['offer', 'acme', '--base', 'EUR 92.000', '--written', '--respond-by', '2027-03-10'])
    const { heard, out } = await talk(
      'negotiate acme',
      ['The figure', '9800000'],
      ['Once more', '98k'],
      ['such posts pay', '95 to 104 (BLS); 96 to 100 (two boards)'],
      ['A reason', ''],
      ['Wishes', '98k'],
      ['Once more', 'a day at home'],
    )
    expect(heard).toContain('more than twice the EUR 92,000 they offer; a digit may have slipped in.')
    expect(heard).toContain('"98k" is a figure, and a wish is something beside the base.')
    expect(out.replace(/[|\s]+/g, ' ')).toContain('ould we make it EUR 98,000?')
    expect(await dataOf('prepared')).toEqual({
      ask: 'EUR 98000',
      figures: ['95 to 104 (BLS)', '96 to 100 (two boards)'],
      wishes: ['a day at home'],
    })
    expect((await talk('negotiate acme')).code).toBe(0)
  })

  it('asks nothing for a talk before there is an offer', async () => {
    const { code, err } = await talk('negotiate acme')
    expect([code, err]).toEqual([5, expect.stringContaining('has not made an offer yet')])
  })

  it('asks which letter answers an offer', async () => {
    await session.run(['offer', 'acme', '--base', '82k', '--written', '--respond-by', '2027-03-10'])
    const { heard } = await talk('letter acme', ['Which letter?', 'no to the offer'], ['What now?', 'later'])
    expect(heard).toContain('[yes to the offer], no to the offer, request for more time, opening of the negotiation')
    expect(heard).toContain('acme-controls: no to the offer to Dana Reyes')
  })

  it('asks before a chase whether they were in touch, and then records that instead', async () => {
    await session.run(['sent', 'acme', 'thank-you', '--at', '2027-03-02T16:30'])
    await talk(
      'sent acme',
      ['Anything from Dana Reyes since Tue 2 Mar?', 'yes'],
      ['What came?', ''],
      ['What do they say?', ''],
      ['name a day', ''],
    )
    expect((await facts()).map((fact) => fact.kind).slice(-2)).toEqual(['sent', 'heard'])
    await talk('call acme --nothing-heard', ['Who answered?', 'not now'])
    expect((await facts()).at(-1)?.kind).toBe('heard')
  })

  it('asks again for the day of an invitation that cannot be read', async () => {
    const { heard } = await talk(
      'heard acme',
      ['What came?', ''],
      ['What do they say?', 'an invitation'],
      ['Is the day set?', 'whenever'],
      ['Once more', 'thu 10:00'],
    )
    expect(heard).toContain('"whenever" is not a day. Day and hour, as in "thu 10:00" or "tomorrow 9:30".')
    expect(await dataOf('interviewed')).toMatchObject({ booked: true })
  })

  it('goes on to the terms of an offer that was heard', async () => {
    await talk(
      'heard acme',
      ['What came?', ''],
      ['What do they say?', 'an offer'],
      ['The terms now', ''],
      ['on paper?', 'yes'],
      ['Base', '142000'],
      ['Bonus', ''],
      ['Equity', ''],
      ['Start', ''],
      ['your answer', ''],
      ['Yours alone', ''],
    )
    expect(await dataOf('offered')).toEqual({ base: '142000', written: true })
  })

  it('leaves a line that says everything alone', async () => {
    for (const line of ['call acme no-answer', 'heard acme holding', 'show acme', 'sent acme thank-you'])
      expect((await talk(line)).code).toBe(0)
  })
})

describe('somebody with a namesake elsewhere', () => {
  it.each([
    [
      'letter gamma thank-you --nothing-heard',
      [
        ['What did you talk about?', 'the press'],
        ["Sam Poe's mail address?", 'sam@gamma.example'],
        ['What now?', 'later'],
      ],
      { email: 'sam@gamma.example' },
    ],
    [
      'call gamma --nothing-heard',
      [
        ['Who answered?', 'I have the number'],
        ['The number of Sam Poe?', '312 555 0142'],
        ['What number is it?', 'no idea'],
        ['Who answered?', ''],
      ],
      { phone: '+13125550142' },
    ],
  ] as const)('%s: what is asked about somebody is kept with them, and not with a namesake elsewhere', async (line, script, kept) => {
    for (const company of ['Gamma', 'Delta']) await session.run(['log', company, '--with', 'Sam Poe', '--at', '2027-03-01T15:00'])
    for (const company of ['gamma', 'delta']) await session.run(['sent', company, 'thank-you', '--at', '2027-03-02T09:00'])
    for (const company of ['gamma', 'delta']) await session.run(['sent', company, 'love-letter', '--at', '2027-03-02T10:00'])
    if (line.startsWith('call')) session.at('2027-03-16T09:00', 'America/New_York')
    const met = (await facts()).find((fact) => fact.kind === 'met')
    await talk(line, ...script)
    expect(await dataOf('met')).toEqual({ contact: met?.data['contact'], ...kept })
  })

  it('is told apart where the answer to a question is one of two', async () => {
    await session.run(['log', 'Twin', '--with', 'Alex Kim <a1@twin.example>', '--with', 'Alex Kim <a2@twin.example>', '--at', '2027-03-01'])
    await talk(
      'heard twin',
      ['What came?', ''],
      ['What do they say?', 'a friendly word'],
      ['From whom?', 'Alex Kim (a2@twin.example)'],
      ['Did they name a day?', ''],
    )
    const second = (await facts()).find((fact) => fact.data['email'] === 'a2@twin.example')
    expect(await dataOf('heard')).toMatchObject({ contact: second?.data['contact'] })
  })
})

describe('heard', () => {
  it('asks of a role on hold until when', async () => {
    await acme()
    await talk('heard acme', ['What came?', ''], ['What do they say?', 'the role is on hold'], ['Did they say until when?', 'early june'])
    expect(await dataOf('heard')).toMatchObject({ kind: 'on-hold', until: '2027-06-07' })
  })
})

describe('call', () => {
  beforeEach(async () => {
    await acme()
    await session.run(['sent', 'acme', 'thank-you', '--at', '2027-03-02T16:30'])
  })

  it('asks for the hour that was named on my clock, says theirs, and says at the end what is still for today', async () => {
    session.at('2027-02-22T15:00', 'America/New_York')
    const mill = ['log', 'Mill Works', '--with', 'Kara Moss', '--contact-role', 'boss', '--zone', 'chicago', '--phone', '312 555 0199']
    expect((await session.run(mill)).code).toBe(0)
    await session.run(['snooze', 'acme', '2027-03-20'])
    session.at('2027-03-01T10:00', 'America/New_York')
    await session.run(['sent', 'mill', 'love-letter'])
    session.at('2027-03-04T11:00', 'America/New_York')
    const { heard, out } = await talk(
      'do --nothing-heard',
      ['What now?', 'call now'],
      ['Who answered?', 'someone else'],
      ['What came of it?', 'they named a time to call'],
      ['When, on your clock?', '3pm today'],
      ['Their name?', 'Lou'],
    )
    expect(heard).toContain('= Thu 4 Mar 15:00 on your clock, 14:00 in Chicago')
    expect(out).toContain('Done        that was it. Still today: call Kara Moss at 15:00.')
  })

  it('asks of a talk, and takes for granted of a dial in vain, that it was about the other role too', async () => {
    const dana = ['--with', 'Dana Reyes <dana@acme.example>', '--phone', '312 555 0142', '--at', '2027-03-02T15:00', '--quiet']
    expect((await session.run(['log', 'Acme Controls', '--new', '--role', 'Plant Manager', ...dana])).code).toBe(0)
    await session.run(['sent', 'acme-controls-2', 'thank-you', '--at', '2027-03-02T16:30'])
    session.at('2027-03-09T09:00', 'America/New_York')
    await session.run(['sent', 'acme-controls', 'love-letter', '--also', 'acme-controls-2'])
    session.at('2027-03-12T08:30', 'America/New_York')
    const also = [expect.any(String)]
    const { heard } = await talk('call acme-controls --nothing-heard', ['Who answered?', 'nobody'])
    expect(heard).toContain('Together    one call for acme-controls and acme-controls-2')
    expect(await dataOf('called')).toMatchObject({ outcome: 'no-answer', also })
    await session.run(['undo'])
    const spoke = [
      ['Who answered?', 'Dana Reyes'] as const,
      ['What came of it?', 'we spoke'] as const,
      ['Did they name a day', ''] as const,
    ]
    await talk('call acme-controls --nothing-heard', ...spoke, ['Was it about acme-controls-2 too?', 'no'])
    expect(await dataOf('called')).not.toHaveProperty('also')
    await session.run(['undo'])
    await talk('call acme-controls --nothing-heard', ...spoke, ['Was it about acme-controls-2 too?', ''])
    expect(await dataOf('called')).toMatchObject({ outcome: 'spoke', also })
  })

  it('shows the card, and more words as often as they are wanted; Enter records nothing', async () => {
    const before = await facts()
    const { heard } = await talk(
      'call acme --nothing-heard',
      ['Who answered?', 'more words'],
      ['Who answered?', 'more words'],
      ['Who answered?', ''],
    )
    expect(heard).toContain('Hello Dana, this is Robin Vale; we met today about the Operations')
    expect(heard.split('In a rush')).toHaveLength(3)
    expect(heard).toContain('An offer')
    expect(heard).toContain('Nothing was recorded. Looking is not a call.')
    expect(await facts()).toEqual(before)
  })

  it('takes a number that was found, with its kind, and shows the card with it', async () => {
    const { heard } = await talk(
      'call acme --nothing-heard',
      ['Who answered?', 'I have the number'],
      ['The number of Dana Reyes?', 'next to the door'],
      ['Once more', '312 555 0142'],
      ['What number is it?', 'a mobile they gave you'],
      ['Who answered?', 'nobody'],
    )
    expect(heard).toContain('"next to the door" is not a phone number. Digits, as in 312 555 0142')
    expect(heard.indexOf('Find it')).toBeLessThan(heard.indexOf('tel:+13125550142'))
    expect((await facts()).slice(-2)).toMatchObject([
      { kind: 'met', data: { phone: '+13125550142', phoneKind: 'mobile' } },
      { kind: 'called', data: { outcome: 'no-answer' } },
    ])
  })

  it.each<readonly [string, readonly Answer[], readonly string[]]>([
    [
      'yes',
      [
        ['What now?', 'copy'],
        ['Did you send it?', 'yes'],
      ],
      ['called', 'sent'],
    ],
    ['later', [['What now?', 'later']], ['sent', 'called']],
  ])('offers the mail that goes with a voicemail: %s', async (_, answers, kinds) => {
    putProgram(session.folder, 'wl-copy', 'exec /bin/cat >/dev/null')
    session.set({ WAYLAND_DISPLAY: 'wayland-0' })
    const { heard } = await talk('call acme --nothing-heard', ['Who answered?', 'machine'], ['Did you leave a message?', 'yes'], ...answers)
    expect(heard).toContain('acme-controls: mail after the voicemail to Dana Reyes')
    expect((await facts()).slice(-2).map((fact) => fact.kind)).toEqual(kinds)
  })

  it('offers no second mail with a second voicemail', async () => {
    await session.run(['call', 'acme', 'voicemail-left'])
    const before = (await facts()).length
    const { heard } = await talk('call acme --nothing-heard', ['Who answered?', 'machine'], ['Did you leave a message?', 'yes'])
    expect(heard).not.toContain('What now?')
    expect((await facts()).slice(before).map((fact) => fact.kind)).toEqual(['called'])
  })

  it.each<readonly [string, readonly Answer[], boolean]>([
    ['Enter, the yes that is shown', [['Did you send it?', '']], true],
    ['skip', [['Did you send it?', 'skip']], false],
    ['later', [['Did you send it?', 'later']], false],
    [
      'not yet, and once more',
      [
        ['Did you send it?', 'not yet'],
        ['What now?', ''],
        ['Did you send it?', ''],
      ],
      true,
    ],
    [
      'no, and skip',
      [
        ['Did you send it?', 'no'],
        ['What now?', 'skip'],
      ],
      false,
    ],
  ])('after it was handed over, whether it is out: %s', async (_, answers, isOut) => {
    putProgram(session.folder, 'wl-copy', 'exec /bin/cat >/dev/null')
    session.set({ WAYLAND_DISPLAY: 'wayland-0' })
    const before = (await facts()).length
    await talk('letter acme check-in --nothing-heard', ['What now?', ''], ...answers)
    expect((await facts()).slice(before).map((fact) => fact.kind)).toEqual(isOut ? ['sent'] : [])
  })

  it('asks my name once for all the letters of a day', async () => {
    session.set({ FOLLOWUP_MY_NAME: undefined })
    for (const company of ['Birch', 'Calder'])
      await session.run([
        'log',
        company,
        '--with',
        `Ana Ruiz <ana@${company}.example>`,
        '--at',
        '2027-03-02T11:00',
        '--hook',
        'the new kiln',
      ])
    session.at('2027-03-03T08:20', 'America/New_York')
    const { heard } = await talk('do', ['Your name', 'Robin Vale'], ['What now?', 'done'], ['What now?', 'done'])
    expect(heard.match(/^ +\| Robin Vale$/gm)).toHaveLength(2)
  })

  it('asks my name and number once, and keeps them', async () => {
    session.set({ FOLLOWUP_MY_NAME: undefined, FOLLOWUP_MY_NUMBER: undefined })
    const { heard } = await talk(
      'call acme --nothing-heard',
      ['Your name', 'Robin Vale'],
      ['Your number', 'by the phone'],
      ['Your number', ''],
      ['Who answered?', ''],
    )
    expect(heard).toContain('this is Robin Vale')
    expect(heard).toContain('It takes a phone number, or none.')
    await talk('call acme --nothing-heard', ['Who answered?', ''])
  })

  it('takes a number behind my name for mine', async () => {
    session.set({ FOLLOWUP_MY_NAME: undefined, FOLLOWUP_MY_NUMBER: undefined })
    const { heard } = await talk('call acme --nothing-heard', ['Your name', 'Robin Vale, 0172 5550119'], ['Who answered?', ''])
    expect(heard).toContain('= Robin Vale, 0172 5550119')
    expect(heard).toContain('this is Robin Vale;')
    expect((await session.run(['config', 'get', 'my-number'])).out).toBe('0172 5550119\n')
  })

  it('at "<" goes back from the number to the name, and says where there is no going back', async () => {
    session.set({ FOLLOWUP_MY_NAME: undefined, FOLLOWUP_MY_NUMBER: undefined })
    const { heard } = await talk(
      'call acme --nothing-heard',
      ['Your name', '<'],
      ['Your name', 'Robbin'],
      ['Your number', '<'],
      ['Your name', 'Robin Vale'],
      ['Your number', ''],
      ['Who answered?', ''],
    )
    expect(heard).toContain('There is no going back from here; Enter leaves it out.')
    expect(heard).toContain('this is Robin Vale')
  })

  it('says what is kept when somebody leaves in the middle', async () => {
    session.set({ FOLLOWUP_MY_NAME: undefined, FOLLOWUP_MY_NUMBER: undefined })
    const name = await talk('call acme --nothing-heard', ['Your name', 'Robin Vale'], ['Your number', null])
    expect(name.err).toContain('Stopped; nothing was recorded, but your settings keep my-name.')
    session.set({ FOLLOWUP_CONFIG: `${session.folder}/other.toml` })
    const both = await talk('call acme --nothing-heard', ['Your name', ''], ['Your number', ''], ['Who answered?', null])
    expect(both.err).toContain('Stopped; nothing was recorded, but your settings keep my-name and my-number.')
  })
})
