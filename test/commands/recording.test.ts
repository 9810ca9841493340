import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startSession } from '../support/session.js'
import type { Session } from '../support/session.js'
import type { FactKind } from '../../src/model/fact.js'

let session: Session
let minute = ''
let second = 0
beforeEach(() => {
  session = startSession()
  minute = '2027-03-09T09:00'
  second = 0
})
afterEach(() => session.remove())

/** Runs a line one second after the last, so that ids are in the order of recording as they are in life. */
function run(argv: readonly string[]): ReturnType<Session['run']> {
  second += 1
  session.at(`${minute}:${String(second).padStart(2, '0')}`, 'America/New_York')
  return session.run(argv)
}

interface Answer {
  readonly recorded: string
  readonly notes: readonly string[]
  readonly understood: readonly string[]
  readonly facts: readonly {
    readonly id: string
    readonly kind: FactKind
    readonly opportunity: string | null
    readonly data: Record<string, unknown>
  }[]
  /** Of `show`. */
  readonly company?: string
  readonly standing: {
    readonly handle: string
    readonly state: string
    readonly court: string | null
    readonly next: { readonly step: string; readonly on: string } | null
  } | null
}

/** Runs a line that must work and returns what it recorded. */
async function done(...argv: string[]): Promise<Answer> {
  const { code, out, err } = await run([...argv, '--json'])
  expect({ argv, code, err }).toEqual({ argv, code: 0, err: '' })
  return JSON.parse(out) as Answer
}

/** Runs a line that must be refused: its exit code and what it said. */
async function refused(...argv: string[]): Promise<readonly [number, string]> {
  const { code, err } = await run(argv)
  return [code, err]
}

/** What a person reads. */
async function text(...argv: string[]): Promise<string> {
  const { code, out, err } = await run(argv)
  expect({ argv, code, err }).toEqual({ argv, code: 0, err: '' })
  return out
}

const kinds = (answer: Answer): readonly FactKind[] => answer.facts.map((fact) => fact.kind)
const dana = 'Dana Reyes* <dana@acme.example>'

/** An interview at Acme Controls on Tue 2 March, thanked, and silent since today. */
async function acme(...more: string[]): Promise<Answer> {
  const opened = await done('log', 'Acme Controls', '--at', '2027-03-02T15:00', '--with', dana, '--phone', '+1 312 555 0142', ...more)
  await done('sent', 'acme', 'thank-you', '--at', '2027-03-03T08:00')
  return opened
}

describe('a number that is told', () => {
  const phoneOf = ({ facts }: Answer): unknown => facts.find((one) => one.data['phone'] !== undefined)?.data['phone']

  it.each([
    [['--phone', '312 555 0142', '--zone', 'chicago'], '+1 312 555 0142', '+13125550142'],
    [['--phone', '(312) 555-0142 ext. 204', '--zone', 'chicago'], '+1 312 555 0142 x204', '+13125550142;ext=204'],
    [['--phone', '020 7946 0123', '--zone', 'london'], '+44 20 7946 0123', '+442079460123'],
    [['--phone', '0044 20 7946 0123'], '+44 20 7946 0123', '+442079460123'],
    [['--phone', '030 1234567'], '030 1234567', '030 1234567'],
    [['--phone', '55 0142'], '55 0142', '55 0142'],
  ])('is kept in one form where its country is known: %j', async (flags, shown, json) => {
    const { understood } = await done('log', 'Q', '--with', 'A One <a@p.example>', ...flags)
    expect(understood.includes(shown)).toBe(shown !== flags[1])
    expect(await text('show', 'q')).toContain(shown)
    expect(await text('contact', 'list')).toContain(shown)
    expect((await run(['due', '--all', '--json'])).out).toContain(`"phone": "${json}"`)
    expect(await text('call', 'q', '--card')).toContain(shown.replace(' x', ' ext. '))
  })

  it('is in the same form whichever verb it is told with', async () => {
    await done('log', 'Q', '--with', 'A One <a@p.example>', '--zone', 'chicago')
    expect((await done('contact', 'edit', 'A One', '--phone', '3125550142')).recorded).toContain('phone +1 312 555 0142')
    expect(phoneOf(await done('debrief', 'q', '--phone', '312.555.0143'))).toBe('+13125550143')
    expect(phoneOf(await done('contact', 'add', 'Jo Park', '--for', 'q', '--phone', '020 7946 0123', '--zone', 'london'))).toBe(
      '+442079460123',
    )
    expect(phoneOf(await done('contact', 'edit', 'Jo Park', '--phone', '020 7946 0124'))).toBe('+442079460124')
  })
})

describe('one address told twice in one line', () => {
  it.each([
    [['A One <a@p.example>', 'C Three <A@P.example>'], ['A One'], ['a@p.example is A One']],
    [
      ['A One <a@p.example>', 'B Two', 'C Three* <a@p.example>'],
      ['A One', 'B Two'],
      ['a@p.example is A One', 'A One decides'],
    ],
    [['A One <a@p.example>', 'A One* <a@p.example>'], ['A One'], ['A One decides']],
    [
      ['A One', 'A One*', 'B Two*'],
      ['A One', 'B Two'],
      ['A One decides', 'B Two decides'],
    ],
  ])('is one person: %j', async (people, names, said) => {
    const { facts, understood } = await done('log', 'Pell', ...people.flatMap((one) => ['--with', one]))
    expect(facts.filter(({ kind }) => kind === 'met').map(({ data }) => data['name'])).toEqual(names)
    expect(understood.filter((line) => / (?:is|decides)\b/.test(line))).toEqual(said)
    expect(facts.find(({ kind }) => kind === 'interviewed')?.data['contacts']).toHaveLength(names.length)
  })

  it('is who has it on record, whatever the names', async () => {
    await done('log', 'Pell', '--with', 'A One <a@p.example>')
    const { understood } = await done('log', 'Orlo', '--with', 'C Three <a@p.example>', '--with', 'D Four <a@p.example>')
    expect(understood.filter((line) => / is A One/.test(line))).toEqual(['a@p.example is A One'])
  })
})

describe('a person by whose name an opportunity is meant', () => {
  const contactOf = ({ facts }: Answer): unknown =>
    facts.find((one) => one.kind === 'sent' || one.kind === 'called' || one.kind === 'heard')?.data['contact']
  it('is who a letter went to, who was rung and who answered, unless another is named', async () => {
    const opened = await done(
      'log',
      'Northgate',
      '--at',
      '2027-03-08T10:00',
      '--with',
      'Jim Doyle <j@n.example>',
      '--with',
      'Sue Park <s@n.example>',
    )
    const [jim, sue] = ['Jim Doyle', 'Sue Park'].map((name) => opened.facts.find((one) => one.data['name'] === name)?.data['contact'])
    expect(jim).not.toBe(sue)
    const lines: readonly (readonly string[])[] = [
      ['sent', 'sue', 'thank-you'],
      ['call', 'sue', 'no-answer'],
      ['heard', 'sue', 'courtesy'],
    ]
    for (const line of lines) expect([line, contactOf(await done(...line))]).toEqual([line, sue])
    expect(contactOf(await done('sent', 'sue', 'check-in', '--to', 'jim'))).toBe(jim)
    expect(contactOf(await done('sent', 'northgate', 'check-in'))).toBe(jim)
    expect(await text('letter', 'sue', 'check-in', '--anyway', 'trial')).toContain('Sue')
  })
  it('stays who it went to on the way back after an undo', async () => {
    await done('log', 'Northgate', '--at', '2027-03-08T10:00', '--with', 'Jim Doyle <j@n.example>', '--with', 'Sue Park <s@n.example>')
    await done('sent', 'northgate', 'thank-you', '--to', 'sue')
    expect((await text('undo')).replace(/\s+/g, ' ')).toContain('"followup sent northgate thank-you --to sue"')
  })
})

describe('what was entered wrongly', () => {
  it('is a role that is put right without another interview', async () => {
    await done('log', 'Bramwell & Sons', '--at', '2027-03-01', '--role', 'Plant manger')
    expect((await run(['log', 'bramwell-and-sons', '--role', 'Plant manager'])).err).toContain('--correct if the role was written wrongly')
    const { facts } = await done('log', 'bramwell', '--role', 'Plant manager', '--correct')
    expect(facts.map((one) => [one.kind, one.data])).toEqual([['described', { role: 'Plant manager' }]])
    expect((await run(['log', 'bramwell', '--correct'])).err).toContain('Nothing would change.')
    expect((await run(['log', 'bramwell', '--correct', '--role', 'x', '--kind', 'screen'])).err).toContain('--kind is about an interview')
  })
  it('is an answer of the look back that a new one replaces, the others staying as they were', async () => {
    await done('log', 'Acme Controls', '--at', '2027-03-01', '--with', dana, '--hook', 'the lime', '--cares', 'peace', '--pay', 'they')
    await done('debrief', 'acme', '--hook', 'the rota', '--assistant', 'Lu', '--want', 'no')
    await done('debrief', 'acme', '--again', '--hook', 'the line', '--cares', 'none', '--assistant', 'none', '--want', 'yes')
    const shown = await run(['show', 'acme', '--json'])
    expect(JSON.parse(shown.out)).toMatchObject({
      hooks: [{ text: 'the line' }],
      cares: [],
      want: 'yes',
      pay: 'they',
      people: [{ assistant: null }],
    })
    await run(['undo'])
    expect(JSON.parse((await run(['show', 'acme', '--json'])).out)).toMatchObject({
      hooks: [{ text: 'the lime' }, { text: 'the rota' }],
      want: 'no',
      people: [{ assistant: 'Lu' }],
    })
    const { steps } = JSON.parse(await text('undo', '--list', '--json')) as { readonly steps: readonly { readonly id: string }[] }
    expect(await text('undo', steps[0]?.id ?? '')).toMatch(/^Put back/)
    expect(await run(['show', 'acme', '--json'])).toEqual(shown)
    expect(await text('undo')).toMatch(/^Taken back/)
  })
})

describe('log', () => {
  it('opens what is new, and another interview there is a further round', async () => {
    const first = await acme()
    expect(kinds(first)).toEqual(['opened', 'met', 'interviewed'])
    expect(first.understood).toContain('new, as acme-controls')
    const second = await done('log', 'ACME  controls', '--at', '2027-03-08T10:00')
    expect(kinds(second)).toEqual(['interviewed'])
    expect(second.facts[0]?.data['contacts']).toEqual(first.facts[1] && [first.facts[1].data['contact']])
    expect(second.recorded).toBe('second interview at Acme Controls, Mon 8 Mar 10:00')
  })

  it('takes the handle for the company, never the start of its name', async () => {
    await acme()
    expect((await done('log', 'acme-controls')).standing?.handle).toBe('acme-controls')
    expect((await done('log', 'Acme')).standing?.handle).toBe('acme')
  })

  it('asks before it takes another role for the same one, and --new opens a second', async () => {
    await acme('--role', 'Operations Director')
    const [code, says] = await refused('log', 'Acme Controls', '--role', 'Plant Manager')
    expect(code).toBe(2)
    expect(says).toContain('--new')
    expect((await done('log', 'Acme Controls', '--role', 'Plant Manager', '--new')).standing?.handle).toBe('acme-controls-2')
    expect((await refused('log', 'Acme Controls'))[0]).toBe(3)
    expect((await done('log', 'Acme Controls', '--role', 'plant manager')).standing?.handle).toBe('acme-controls-2')
    expect((await done('log', 'acme-controls-2')).standing?.handle).toBe('acme-controls-2')
  })

  it('names the one that a slip of the hand may have meant, however many others are open, and not when --new says that it is new', async () => {
    for (let index = 0; index < 52; index += 1) await done('log', `Zeal ${String(index)} Works`)
    await done('log', 'Zephyr Mills')
    const slipped = await done('log', 'Zephir Mills')
    expect(slipped.notes.join(' ')).toContain('There is also Zephyr Mills (zephyr-mills), open.')
    const other = await done('log', 'Zephyr Mill', '--new')
    expect(other.notes.join(' ')).not.toContain('There is also')
  })

  it("puts a company's name right: letters, lists and references have the new one, the handle stays, and undo brings the old one back", async () => {
    await done('log', 'Acme Contrls', '--with', dana)
    const put = await done('log', 'acme-contrls', '--correct', '--name', ' Acme  Controls ')
    expect(put.understood).toEqual(['Acme Controls; its handle stays acme-contrls'])
    expect(put.standing).toMatchObject({ handle: 'acme-contrls', company: 'Acme Controls' })
    expect((await done('show', 'controls')).company).toBe('Acme Controls')
    expect((await done('log', 'Acme Controls', '--at', '2027-03-09')).standing?.handle).toBe('acme-contrls')
    expect((await refused('log', 'acme-contrls', '--correct', '--name', 'Acme Controls'))[1]).toContain('Nothing would change')
    expect((await refused('log', 'Tern Works', '--name', 'Tern'))[1]).toContain('--name goes with --correct')
    await done('undo')
    await done('undo')
    expect((await done('show', 'acme')).company).toBe('Acme Contrls')
  })

  it('does not rename a company that is on the stop list by its name', async () => {
    await done('log', 'Acme Contrls')
    await done('stop', 'Acme Contrls')
    expect((await refused('log', 'acme-contrls', '--correct', '--name', 'Acme Controls'))[1]).toContain('on your stop list by that name')
    await done('log', 'acme-contrls', '--correct', '--name', 'ACME Contrls')
    expect((await done('show', 'acme')).company).toBe('ACME Contrls')
  })

  it('says so when an interview of that day is on record already', async () => {
    await acme()
    const again = await done('log', 'Acme Controls', '--at', '2027-03-02T16:00')
    expect(again.notes[0]).toBe('An interview with them was on record for that day already. If it was the same one: followup undo')
    const later = await done('log', 'Acme Controls', '--at', '2027-03-08T16:00')
    expect(later.notes.join(' ')).not.toContain('on record for that day')
  })

  it('takes the number of something talked about for its words, and no number that is none', async () => {
    await acme('--hook', 'the cold store', '--hook', 'the night shift')
    const { facts } = await done('sent', 'acme', 'thank-you', '--hook', '2')
    expect(facts[0]?.data).toMatchObject({ hook: 'the night shift' })
    expect((await refused('sent', 'acme', 'check-in', '--hook', '3'))[1]).toContain('There are 2 hooks, and 3 is none of them.')
  })

  it('refuses a day back that was over when it was heard', async () => {
    await acme()
    const [code, says] = await refused('heard', 'acme', 'out-of-office', '--until', '2027-03-01')
    expect([code, says]).toEqual([2, expect.stringContaining('Mon 1 Mar lies before the day on which you heard it.')])
  })

  it('opens anew where all are closed', async () => {
    await acme()
    await done('close', 'acme', 'withdrawn')
    expect((await done('log', 'Acme Controls')).standing?.handle).toBe('acme-controls-2')
  })

  it.each([
    ['Müller & Söhne GmbH', 'muller-and-sohne-gmbh'],
    ['Müller & Söhne Präzisionswerkzeuge GmbH', 'muller-and-sohne-prazisionswerkzeuge'],
    ["O'Neill Ltd.", 'oneill-ltd'],
    ['Ærø Bådværft', 'aero-badvaerft'],
    ['株式会社', 'opportunity'],
    ['A'.repeat(60), 'a'.repeat(40)],
  ])('slugs %s as %s', async (company, handle) => {
    expect((await done('log', company)).standing?.handle).toBe(handle)
  })

  it('knows people by their address everywhere, and by their name at the company', async () => {
    const first = await acme()
    const id = first.facts[1]?.data['contact']
    const elsewhere = await done('log', 'Delmar', '--with', 'D. Reyes <DANA@acme.example>')
    expect(elsewhere.facts[1]?.data).toMatchObject({ contact: id, name: 'Dana Reyes', phone: '+13125550142' })
    const again = await done('log', 'Acme Controls', '--new', '--with', 'dana  reyes')
    expect(again.facts.find((fact) => fact.kind === 'met')?.data).toMatchObject({ contact: id, email: 'dana@acme.example' })
  })

  it('keeps a nickname in quotes with the name, greets by the first name, and lets a letter use either', async () => {
    const first = await done(
      'log',
      'Acme Controls',
      '--at',
      '2027-03-02T15:00',
      '--with',
      'Priya "PJ" Nair <p@x.example>',
      '--hook',
      'the dock',
    )
    expect(first.facts[1]?.data).toMatchObject({ name: 'Priya "PJ" Nair' })
    const letter = await text('letter', 'acme', 'love-letter', '--nothing-heard')
    expect(letter).toContain('Dear Priya,')
    expect(letter).not.toContain("somebody else's name")
    await done('contact', 'edit', 'PJ', '--phone', '312 555 0142')
    const again = await done('log', 'Acme Controls', '--new', '--with', 'Priya Nair')
    expect(again.facts.find((fact) => fact.kind === 'met')?.data).toMatchObject({ name: 'Priya "PJ" Nair', email: 'p@x.example' })
  })

  it('takes a number behind a name for their number', async () => {
    const { facts, understood } = await done('log', 'Acme Controls', '--with', 'Robin Vale, 0172 5550119')
    expect(facts[1]?.data).toMatchObject({ name: 'Robin Vale', phone: '0172 5550119' })
    expect(understood).toContain('Robin Vale: 0172 5550119')
    const added = await done('contact', 'add', 'Sam Poe 0172 5550118', '--for', 'acme')
    expect(added.facts[0]?.data).toMatchObject({ name: 'Sam Poe', phone: '0172 5550118' })
    expect(await refused('contact', 'edit', 'Sam Poe', '--name', 'Sam Poet, 0172 5550118')).toEqual([
      2,
      '--name is a name alone.\nUse --email for an address, --phone for a number, --contact-role for a role.\n',
    ])
  })

  it('books ahead, moves, takes off, and a log on the day tells how it went', async () => {
    const booked = await done('log', 'Quayside', '--at', 'thu 10:00', '--with', 'Ada Brandt')
    expect(booked.standing).toMatchObject({ state: 'answered', next: { step: 'interview', on: '2027-03-11' } })
    const moved = await done('log', 'quayside', '--reschedule', '--at', '2027-03-12T10:00')
    expect(moved.standing?.next?.on).toBe('2027-03-12')
    minute = '2027-03-12T12:00'
    const held = await done('log', 'quayside', '--hook', 'the flood of 2019')
    expect(held.recorded).toBe('interview at Quayside, Fri 12 Mar 10:00, as booked')
    expect(held.standing?.next).toMatchObject({ step: 'thank-you', on: '2027-03-15' })
    await done('log', 'quayside', '--at', '2027-03-20T10:00')
    expect((await done('log', 'quayside', '--cancel')).recorded).toBe('the interview at Quayside on Sat 20 Mar 10:00 is off')
    expect((await refused('log', 'quayside', '--cancel'))[0]).toBe(2)
  })

  it('keeps whose days count', async () => {
    const answer = await done('log', 'Delmar', '--zone', 'chicago')
    expect(answer.facts[0]?.data).toMatchObject({ zone: 'America/Chicago', country: 'US' })
    const none = await done('log', 'Orlo', '--country', 'none')
    expect(none.facts[0]?.data).toMatchObject({ zone: 'America/New_York', country: 'none' })
  })

  it.each([
    [['--zone', 'atlantis'], 'not a time zone'],
    [['--country', 'XX'], 'not a country'],
    [['--with', 'Dana Reyes <dana at acme>'], 'not a mail address'],
    [['--with', 'Dana Reyes, Priya Nair'], 'not one person'],
    [['--with', 'dana@acme.example'], 'Who is dana@acme.example'],
    [['--with', 'Dana Reyes', '--phone', 'call me'], 'not a phone number'],
    [['--with', 'Dana Reyes', '--phone', '12'], 'too short for a phone number'],
    [['--with', 'Dana Reyes', '--phone', '12 x204'], 'too short for a phone number'],
    [['--phone', '555 0142'], 'Nobody is named'],
    [['--landing', 'overslod'], 'no landing "overslod"'],
    [['--playbook', 'nagging'], 'no playbook "nagging"'],
    [['--at', 'fri', '--promise', '2027-03-01'], 'lies before the day'],
    [['--reschedule', '--at', 'fri'], 'No interview is booked'],
    [['--note', ' '], 'The note is empty'],
  ])('refuses %j, and keeps nothing', async (flags, says) => {
    const [code, said] = await refused('log', 'Acme Controls', ...flags)
    expect(code).toBe(2)
    expect(said).toContain(says)
    expect((await refused('show', 'acme'))[0]).toBe(3)
  })
})

describe('the day they named', () => {
  it.each([
    ['debrief', ['debrief', 'acme', '--promise', 'end of next week'], '2027-03-12', 'interview'],
    ['heard', ['heard', 'acme', '--promise', 'end of next week'], '2027-03-19', 'reply'],
    ['call', ['call', 'acme', 'spoke', '--promise', 'end of next week'], '2027-03-19', 'call'],
    ['promise', ['promise', 'acme', 'end of next week'], '2027-03-19', 'word'],
  ])('%s counts it from when it was said, and shows it', async (_verb, argv, day, via) => {
    await acme()
    const answer = await done(...argv)
    expect(answer.facts.find((fact) => fact.kind === 'promised')?.data).toEqual({ day, words: 'end of next week', via })
    expect(answer.understood).toEqual([expect.stringMatching(/^Fri 1[29] Mar$/)])
  })

  it('keeps no day where none was named', async () => {
    await acme()
    const answer = await done('heard', 'acme', 'holding', '--promise', 'soon')
    expect(kinds(answer)).toEqual(['heard'])
    expect(answer.understood).toEqual(['no day in that; usual patience'])
    expect((await refused('promise', 'acme', 'soon'))[0]).toBe(2)
  })
})

describe('the same letter to a second person there', () => {
  it('is another version, though nobody knows what the first was made from', async () => {
    await done('log', 'Acme', '--at', '2027-03-01T15:00', '--with', dana, '--with', 'Priya Nair <priya@acme.example>')
    const template = async (to: string): Promise<unknown> =>
      (JSON.parse(await text('letter', 'acme', 'check-in', '--to', to, '--nothing-heard', '--json')) as { readonly template: string })
        .template
    const first = await template('Dana')
    await done('sent', 'acme', 'check-in', '--to', 'Dana')
    expect(await template('Priya')).not.toBe(first)
  })
})

describe('sent', () => {
  it('takes kind and reader from the plan when nothing is said', async () => {
    const opened = await done('log', 'Acme Controls', '--at', '2027-03-08T15:00', '--with', dana, '--with', 'Priya Nair')
    const ids = opened.facts.filter((fact) => fact.kind === 'met').map((fact) => fact.data['contact'])
    expect((await done('sent', 'acme')).facts[0]?.data).toMatchObject({ letter: 'thank-you', contact: ids[0] })
    expect((await done('sent', 'acme')).facts[0]?.data).toMatchObject({ letter: 'thank-you', contact: ids[1] })
  })

  it('names the flag where the plan has no letter next', async () => {
    await acme()
    await done('sent', 'acme')
    expect(await refused('sent', 'acme')).toEqual([2, expect.stringContaining('--kind')])
  })

  it('records what left, whatever a rule would have said', async () => {
    await acme()
    await done('stop', 'dana', '--letters')
    expect((await done('sent', 'acme', 'check-in')).notes.join(' ')).toContain('stop list')
    for (const kind of ['value-add', 'check-in', 'value-add']) await done('sent', 'acme', kind)
    await done('stop', 'dana', '--letters', '--lift')
    expect((await done('sent', 'acme', 'check-in')).notes.join(' ')).toContain('Four messages were unanswered')
  })

  it('asks whether a closed one is meant before it records chasing there', async () => {
    await acme()
    await done('heard', 'acme', 'rejection')
    expect(await refused('sent', 'acme', 'check-in')).toEqual([5, expect.stringContaining('followup reopen acme-controls')])
    await done('sent', 'acme', 'rejection-reply')
    await done('sent', 'acme', 'check-in', '--anyway', 'it had left before')
  })
})

describe('call', () => {
  it('counts tries, and a conversation starts the count afresh', async () => {
    await acme()
    await done('sent', 'acme')
    minute = '2027-03-12T09:41'
    expect((await done('call', 'acme', 'no-answer')).recorded).toBe('call to Dana Reyes, no answer, Fri 12 Mar 9:41, try 1 of 6')
    const spoke = await done('call', 'acme', '--outcome', 'spoke')
    expect(spoke.notes[0]).toContain('afresh')
    expect(spoke.standing).toMatchObject({ state: 'waiting', next: { on: '2027-03-19' } })
  })

  it('a wish not to be called holds wherever that person is met', async () => {
    await acme()
    await done('log', 'Delmar', '--at', '2027-03-02', '--with', 'Dana Reyes <dana@acme.example>')
    const answer = await done('call', 'acme', 'asked-not-to-call')
    expect(kinds(answer)).toEqual(['called', 'stopped'])
    expect((await done('call', 'delmar', 'no-answer')).notes.join(' ')).toContain('stop list')
  })

  it('a meeting agreed on the phone is booked', async () => {
    await acme()
    const answer = await done('call', 'acme', 'booked', '--callback', 'fri 10:00')
    expect(kinds(answer)).toEqual(['called', 'interviewed'])
    expect(answer.standing).toMatchObject({ state: 'answered', next: { step: 'interview', on: '2027-03-12' } })
  })

  it.each([
    [['call', 'acme'], 'A word is missing: what came of the call.'],
    [['call', 'acme', 'no-answer', '--promise', 'fri'], 'does not go with'],
    [['call', 'acme', 'spoke', '--callback', 'fri'], 'does not go with'],
    [['call', 'acme', 'bad-time', '--callback', '2027-03-01T10:00'], 'lies before the call'],
    [['call', 'acme', 'busy', '--at', '10:00'], 'still to come'],
    [['heard', 'acme'], 'A word is missing: '],
    [['heard', 'acme', 'rejection', '--promise', 'fri'], 'does not go with'],
    [['heard', 'acme', 'question', '--until', 'fri'], 'does not go with'],
    [['heard', 'acme', 'question', '--of', 'check-in'], 'does not go with'],
    [['close', 'acme'], 'A word is missing: how it ended.'],
    [['hold', 'dana'], '--until is missing'],
    [['snooze', 'acme', 'today'], 'not ahead'],
    [['debrief', 'acme'], 'nothing to keep'],
    [['offer', 'acme', '--written', '--by-voice'], 'do not go together'],
    [['offer', 'acme', '--respond-by', '2027-03-01'], 'before the offer'],
    [['contact', 'add', 'Lou Ortiz'], '--for'],
    [['contact', 'edit', 'dana'], 'Nothing would change'],
  ])('%j is a usage error', async (argv, says) => {
    await acme()
    const [code, said] = await refused(...argv)
    expect(said).toContain(says)
    expect(code).toBe(2)
  })

  it.each([
    ['sent', 'acme', 'check-in', '--to', 'Nobody'],
    ['heard', 'acme', 'question', '--from', 'Nobody'],
    ['hold', 'Nobody', '--until', 'fri'],
    ['stop', 'Nobody'],
    ['retire', 'nobody'],
  ])('%s %s: an unknown name is exit 3', async (...argv) => {
    await acme()
    expect((await refused(...argv))[0]).toBe(3)
  })
})

describe('a day that cannot be read', () => {
  it.each([
    [['heard', 'acme', 'holding', '--at', 'someday'], 'After --at write today, tomorrow, fri'],
    [['hold', 'Dana', '--until', 'someday'], 'After --until write today, tomorrow, fri'],
    [['offer', 'acme', '--base', '82k', '--respond-by', 'fri 31'], 'After --respond-by write'],
    [['call', 'acme', 'bad-time', '--callback', '30 feb'], 'February 2027 ends'],
    [['snooze', 'acme', 'someday'], 'Write today, tomorrow, fri'],
  ])('%j: the hint names the flag it is typed after', async (line, hint) => {
    await acme()
    const [code, err] = await refused(...line)
    expect([code, err]).toEqual([2, expect.stringContaining(hint)])
  })
})

describe('heard', () => {
  it('on a closed one is kept, and says how to open it', async () => {
    await acme()
    await done('close', 'acme', 'no-response')
    const answer = await done('heard', 'acme', 'question')
    expect(answer.standing?.state).toBe('closed')
    expect(answer.notes).toEqual(['Acme Controls stays closed. If it is not over: followup reopen acme-controls'])
    expect((await done('reopen', 'acme')).standing?.state).not.toBe('closed')
    expect((await refused('reopen', 'acme'))[0]).toBe(1)
  })

  it("a machine's no is no end while a person is in touch", async () => {
    await acme()
    await done('heard', 'acme', 'courtesy')
    const answer = await done('heard', 'acme', 'rejection', '--automated')
    expect(answer.standing?.state).toBe('answered')
    expect(answer.notes[0]).toContain('ask them')
  })

  it.each(['reposted', 'viewed', 'no-show', 'freeze'])('%s changes nothing', async (kind) => {
    await acme()
    const before = (JSON.parse(await text('show', 'acme', '--json')) as Answer['standing'])?.next
    const answer = await done('heard', 'acme', kind)
    expect(answer.standing?.next).toEqual(before)
    expect(answer.notes[0]).toMatch(/^Nothing changes/)
  })

  it('that nobody came, before the interview, says that it is still to come and how to call it off', async () => {
    await done('log', 'Mint', '--at', '2027-03-17 10:00', '--with', dana)
    const { notes, standing } = await done('heard', 'mint', 'no-show')
    expect(notes).toEqual([
      'The interview on Wed 17 Mar is still to come, and stays booked. If it is off: followup log mint --cancel',
      'At another time: followup log mint --reschedule --at WHEN',
    ])
    expect(standing?.next?.step).toBe('interview')
    expect((await done('log', 'mint', '--cancel')).standing?.next).toBeNull()
  })

  it('that nobody came once its hour has struck takes it off', async () => {
    await done('log', 'Mint', '--at', '2027-03-17 10:00', '--with', dana)
    minute = '2027-03-17T10:20'
    expect((await done('heard', 'mint', 'no-show')).notes[0]).toMatch(/^It counts as not held/)
  })
})

describe('pausing', () => {
  it('a holiday puts everything off and brings it back one a day, but not what waits for me', async () => {
    for (const company of ['Orlo', 'Pell', 'Tern']) await done('log', company, '--at', '2027-03-01', '--with', `${company} Lead`)
    for (const company of ['orlo', 'pell', 'tern']) await done('sent', company, 'thank-you', '--at', '2027-03-02')
    await done('heard', 'tern', 'question')
    const answer = await done('snooze', '--all', '2027-03-15')
    expect(answer.standing).toBeNull()
    expect(answer.facts.map((fact) => fact.data['until'])).toEqual(['2027-03-15', '2027-03-16'])
    expect(answer.notes.join(' ')).toContain('tern stays: what they asked for')
  })

  it('of several says which comes first, or that all rests until a day', async () => {
    await done('log', 'Birch', '--at', '2027-03-08T15:00', '--with', dana)
    await done('log', 'Calder', '--at', '2027-03-02T15:00', '--with', dana)
    expect(await text('stop', 'Dana Reyes', '--calls')).toMatch(/^Next +birch: thank-you to Dana Reyes, today 8:00-18:00$/m)
    expect(await text('snooze', '--all', 'mon 15 mar')).toMatch(/^Next +nothing until Tue 16 Mar$/m)
    await done('undo')
    await done('heard', 'calder', 'question')
    const { first } = (await done('snooze', '--all', 'mon 15 mar')) as Answer & { readonly first: unknown }
    expect(first).toMatchObject({ handle: 'calder', standing: { next: { step: 'answer', on: '2027-03-10' } } })
  })

  it('a person who is away is away in every opportunity', async () => {
    await acme()
    await done('log', 'Delmar', '--at', '2027-03-02', '--with', 'Dana Reyes <dana@acme.example>')
    const answer = await done('hold', 'Dana Reyes', '--until', '2027-03-15')
    expect(answer.notes[0]).toContain('acme-controls')
    expect(answer.notes[0]).toContain('delmar')
    expect(JSON.parse(await text('show', 'acme', '--json'))).toMatchObject({ state: 'waiting', next: { on: '2027-03-17' } })
  })

  it('retire and resume once each, whatever goes before them in the standing', async () => {
    await acme()
    await done('offer', 'acme', '--base', '90k')
    expect(await refused('resume', 'acme')).toEqual([1, expect.stringContaining('acme-controls is under way already.')])
    await done('retire', 'acme')
    expect(await refused('retire', 'acme')).toEqual([1, expect.stringContaining('acme-controls is retired already.')])
    expect((await done('resume', 'acme')).recorded).toBe('acme-controls starts again')
    expect((await refused('resume', 'acme'))[0]).toBe(1)
    expect((await refused('reopen', 'acme'))[0]).toBe(1)
    await done('snooze', 'acme', '+3bd')
    expect((await done('resume', 'acme')).recorded).toBe('acme-controls starts again')
    expect((await refused('resume', 'acme'))[0]).toBe(1)
    await done('retire', 'acme')
    expect((await done('reopen', 'acme')).recorded).toBe('Acme Controls is open again')
  })

  it('retire and resume', async () => {
    await acme()
    expect((await done('retire', 'acme')).standing).toMatchObject({ state: 'retired', next: null })
    expect((await done('resume', 'acme')).standing).toMatchObject({ state: 'silent' })
  })

  it('a stop on a company takes every act from the plan, and lifting it brings them back', async () => {
    await acme()
    expect((await done('stop', 'Acme Controls')).standing?.next).toBeNull()
    expect((await done('stop', 'Acme Controls', '--lift')).standing?.next).not.toBeNull()
  })

  it('lifts what is on the stop list and nothing else, in whichever order it came there', async () => {
    await acme()
    await done('log', 'Delmar', '--with', 'Dana Reyes <dana@acme.example>')
    const lift = (...more: string[]): Promise<Answer> => done('stop', 'dana', '--lift', ...more)
    expect(await refused('stop', 'dana', '--lift')).toEqual([1, expect.stringContaining('Nothing to Dana Reyes is on the stop list.')])
    await done('stop', 'dana', '--calls')
    const letters = expect.stringContaining('Letters to Dana Reyes are not on the stop list.')
    expect(await refused('stop', 'dana', '--lift', '--letters')).toEqual([1, letters])
    await done('stop', 'dana', '--letters')
    expect((await lift('--letters')).recorded).toBe('letters to Dana Reyes are fine again')
    expect(await refused('stop', 'dana', '--lift', '--letters')).toEqual([1, letters])
    expect((await lift()).recorded).toBe('calls to Dana Reyes are fine again')
    expect((await refused('stop', 'dana', '--lift'))[0]).toBe(1)
  })
})

describe('offer', () => {
  it('keeps private figures out of everything that is printed', async () => {
    await acme()
    const argv = ['offer', 'acme', '--base', '142000', '--floor', '138111', '--hoped', '150222', '--respond-by', '2027-03-16']
    const { out } = await run([...argv, '--json'])
    const printed = [
      out,
      await text('offer', 'acme', '--floor', '138111'),
      await text('undo', '--list', '--json'),
      await text('undo', '--json'),
    ]
    for (const said of printed) expect(said).not.toMatch(/138111|150222/)
    expect((JSON.parse(out) as Answer).standing).toMatchObject({ state: 'offer', next: { step: 'decide-offer', on: '2027-03-15' } })
    const short = await text('offer', 'acme', '--hoped', '150', '--fine', '145', '--floor', '138')
    expect(short).toContain('= figures of your own below 1,000 are taken as thousands, as the base is')
    expect(short).not.toMatch(/150|145|138/)
    expect(await text('negotiate', 'acme', '--show-floor')).toContain('hoped 150,000, fine 145,000, walk away 138,000')
  })
})

describe('contact', () => {
  interface Listed {
    readonly people: readonly { readonly contact: { readonly name: string }; readonly stops: readonly Record<string, unknown>[] }[]
  }
  const stopsListed = async (...args: string[]): Promise<unknown> =>
    (JSON.parse(await text('contact', 'list', ...args, '--json')) as Listed).people.map(({ contact, stops }) => [contact.name, stops])

  it('list shows what is on the stop list for each', async () => {
    await acme('--with', 'Lou Ortiz <lou@acme.example>', '--with', 'Ann Poe <ann@acme.example>')
    await done('call', 'acme', 'asked-not-to-call', '--with', 'lou')
    await done('stop', 'Ann Poe', '--letters', '--reason', 'she is on leave')
    const none = { calls: false, letters: false, reason: null, company: null }
    expect(await stopsListed()).toEqual([
      ['Ann Poe', [{ ...none, letters: true, reason: 'she is on leave' }]],
      ['Dana Reyes', []],
      ['Lou Ortiz', [{ ...none, calls: true, reason: 'asked not to be called' }]],
    ])
    expect(await text('contact', 'list', '--for', 'acme')).toMatch(
      /Ann Poe.*\n +no letters: she is on leave\n[^]*Lou Ortiz.*\n +no calls: asked not to be called\n/,
    )
    await done('stop', 'Lou Ortiz', '--calls', '--lift')
    expect(await stopsListed('lou')).toEqual([['Lou Ortiz', []]])
    await done('stop', 'Acme Controls', '--letters')
    expect(await stopsListed('dana')).toEqual([['Dana Reyes', [{ ...none, letters: true, company: 'Acme Controls' }]]])
    expect(await text('contact', 'list', 'dana')).toContain('no letters (all at Acme Controls)')
  })

  it('knows a number that was told of a person in one opportunity in the others too, and an undo takes it back in both', async () => {
    await done('log', 'Acme Controls', '--role', 'Planner', '--at', '2027-03-02T15:00', '--with', dana)
    const second = [
      'log',
      'Acme Controls',
      '--new',
      '--role',
      'Buyer',
      '--at',
      '2027-03-02T15:00',
      '--with',
      'Dana Reyes <dana@acme.example>',
    ]
    await done(...second, '--phone', '+1 312 555 0142')
    const numberIn = async (handle: string): Promise<unknown> =>
      (await text('show', handle)).includes('+1 312 555 0142') || (await text('show', handle)).includes('+13125550142')
    expect([await numberIn('acme-controls'), await numberIn('acme-controls-2')]).toEqual([true, true])
    expect(await text('history', 'acme-controls')).toContain('details: phone number')
    await done('debrief', 'acme-controls', '--phone', '+1 312 555 0199')
    expect(await text('show', 'acme-controls-2')).toContain('0199')
    await text('undo')
    expect([await numberIn('acme-controls'), await numberIn('acme-controls-2')]).toEqual([true, true])
    await text('undo')
    expect(await numberIn('acme-controls')).toBe(false)
  })

  it('says whose an address is that was given with another name', async () => {
    await acme()
    const john = 'John Smith <dana@acme.example>'
    expect((await done('log', 'Beta', '--with', john, '--at', 'yesterday')).understood).toContain('dana@acme.example is Dana Reyes')
    expect((await done('log', 'Gamma', '--with', 'DANA  Reyes <dana@acme.example>', '--at', 'yesterday')).understood.join()).not.toContain(
      'Dana',
    )
    await done('log', 'Tern', '--with', 'Lou Ortiz', '--at', 'yesterday')
    expect((await done('contact', 'add', john, '--for', 'tern')).understood).toEqual(['dana@acme.example is Dana Reyes'])
    expect(await text('contact')).not.toContain('John')
  })

  it('adds, changes and lists people', async () => {
    await acme()
    const added = await done('contact', 'add', 'Lou Ortiz <lou@acme.example>', '--for', 'acme', '--contact-role', 'assistant')
    expect(added.facts[0]?.data).toMatchObject({ name: 'Lou Ortiz', role: 'assistant' })
    expect((await done('contact', 'edit', 'lou', '--phone', '312 555 0100')).facts[0]).toMatchObject({ opportunity: null })
    expect((await done('contact', 'edit', 'lou', '--lead')).facts[0]?.data).toMatchObject({ lead: true })
    const list = await text('contact')
    expect(list).toContain('Dana Reyes')
    expect(list).toContain('312 555 0100')
    expect((await refused('contact', 'edit', 'lou', '--email', 'dana@acme.example'))[0]).toBe(1)
  })

  it('the right number settles a wrong one', async () => {
    await acme()
    expect((await done('call', 'acme', 'wrong-number')).standing?.state).toBe('answered')
    expect((await done('contact', 'edit', 'dana', '--phone', '312 555 0199')).standing?.state).not.toBe('answered')
  })
})

describe('undo', () => {
  it('goes back step by step, leaves things as they were, and says what stays', async () => {
    expect((await refused('undo'))[0]).toBe(1)
    await acme()
    const before = await text('show', 'acme', '--json')
    await done('sent', 'acme')
    expect(await text('undo')).toContain(
      'Not undone  the note itself, if it left;\n            "followup sent acme-controls love-letter" records it again',
    )
    expect(await text('show', 'acme', '--json')).toBe(before)
    await done('undo')
    await done('undo')
    expect((await refused('undo'))[0]).toBe(1)
    expect((await refused('show', 'acme'))[0]).toBe(3)
  })

  it('of an undo is the redo, by the id that the list names', async () => {
    await acme()
    await done('sent', 'acme')
    const after = JSON.parse(await text('show', 'acme', '--json')) as { readonly next: unknown }
    await done('undo')
    const { steps } = JSON.parse(await text('undo', '--list', '--json')) as {
      readonly steps: readonly { readonly id: string; readonly undo: boolean; readonly says: string }[]
    }
    expect(steps[0]).toMatchObject({ undo: true, says: 'note to Dana Reyes, Tue 9 Mar 9:00' })
    expect(await text('undo', steps[0]?.id ?? '')).toMatch(/^Put back {4}note to Dana Reyes, Tue 9 Mar 9:00\n/)
    expect((JSON.parse(await text('show', 'acme', '--json')) as { readonly next: unknown }).next).toEqual(after.next)
    expect(await text('undo')).toContain('Taken back  the record of your note')
  })

  interface Step {
    readonly id: string
    readonly undo: boolean
    readonly undone: boolean
    readonly says: string
  }
  const steps = async (): Promise<readonly Step[]> =>
    (JSON.parse(await text('undo', '--list', '--json')) as { readonly steps: readonly Step[] }).steps

  it('puts nothing back onto an opportunity that is taken back itself', async () => {
    await done('log', 'Acme', '--with', 'Dana Reyes')
    await done('sent', 'acme', 'thank-you')
    await done('undo')
    await done('undo')
    const [opening, thanks] = await steps()
    expect([opening?.says, thanks?.says]).toEqual([
      'interview at Acme, Tue 9 Mar 9:00; with it the opportunity, Dana Reyes',
      'thank-you to Dana Reyes, Tue 9 Mar 9:00',
    ])
    expect(await refused('undo', thanks?.id ?? '')).toEqual([
      1,
      `Acme is taken back itself, so this has nothing to stand on.\nPut that back first: followup undo ${String(opening?.id)}\n`,
    ])
    expect(await text('undo', opening?.id ?? '')).toMatch(/^Put back {4}interview at Acme/)
    expect(await text('undo', thanks?.id ?? '')).toMatch(/^Put back {4}thank-you to Dana Reyes/)
    expect(await text('undo')).toContain('"followup sent acme thank-you"')
  })

  it('of what was put back takes it away again, but not from under what stands on it', async () => {
    await done('log', 'Acme', '--with', 'Dana Reyes')
    await done('undo')
    expect(await text('undo', (await steps())[0]?.id ?? '')).toMatch(/^Put back/)
    const back = (await steps())[0]?.id ?? ''
    await done('sent', 'acme', 'thank-you')
    expect(await refused('undo', back)).toEqual([1, expect.stringContaining('Acme has later records')])
    await done('undo')
    expect(await text('undo', back)).toMatch(/^Taken back {2}interview at Acme/)
    expect((await refused('show', 'acme'))[0]).toBe(3)
  })

  it('leaves what others stand on, and what is taken back already', async () => {
    await acme()
    const { steps } = JSON.parse(await text('undo', '--list', '--json')) as { readonly steps: readonly { readonly id: string }[] }
    expect((await refused('undo', steps[1]?.id ?? ''))[0]).toBe(1)
    await done('undo')
    expect((await refused('undo', steps[0]?.id ?? ''))[0]).toBe(1)
    expect((await refused('undo', 'ffffffff'))[0]).toBe(3)
  })
})

describe('what a person reads', () => {
  it('a record closes with what was understood, Recorded, Next and Undo', async () => {
    await acme()
    expect(await text('heard', 'acme', 'holding', '--promise', 'end of next week')).toBe(
      [
        '= Fri 19 Mar',
        'Recorded    Dana Reyes answered: a decision by Fri 19 Mar',
        'Next        nothing until Tue 23 Mar (their day + 2 business days)',
        'Undo        followup undo',
        '',
      ].join('\n'),
    )
  })

  it('says the same in words for a screen reader, and fits a narrow screen', async () => {
    await acme()
    expect(await text('call', 'acme', 'spoke', '--promise', 'fri', '--plain')).toContain(
      'Understood: Fri 12 Mar\nRecorded: spoke with Dana Reyes',
    )
    session.set({ COLUMNS: '40' })
    // What is copied is never wrapped by us.
    const lines = (await text('undo')).split('\n').filter((line) => !line.includes('"followup '))
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40)
  })
})
