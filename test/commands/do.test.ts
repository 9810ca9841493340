import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { uidOf } from '../../src/commands/calendar/entries.js'
import { call } from '../../src/commands/call.js'
import { doDue } from '../../src/commands/do.js'
import type { DoArgs, DoResult } from '../../src/commands/do.js'
import type { DoPage, DoWorld } from '../../src/commands/do/page.js'
import { converse } from '../../src/main/converse.js'
import { heard } from '../../src/commands/heard.js'
import { snooze } from '../../src/commands/snooze.js'
import type { Fact } from '../../src/model/fact.js'
import { doPage, doView } from '../../src/views/do.js'
import { noPaint } from '../../src/views/screen.js'
import type { Screen } from '../../src/views/screen.js'
import { wideRuler } from '../../src/views/wide.js'
import type { Talk, World } from '../../src/world.js'
import { answering } from '../support/answers.js'
import type { Answer } from '../support/answers.js'
import { openStage, tell } from '../support/stage.js'
import type { Stage, Told } from '../support/stage.js'

let stage: Stage
beforeEach(() => {
  stage = openStage()
})
afterEach(() => stage.remove())

/** A world in which a person talks: its pages and what other verbs print are heard in order. */
function talkingWorld(world: World, script: readonly Answer[]) {
  const person = answering(script)
  const screen: Screen = { width: 80, plain: false, paint: noPaint, today: world.clock.today, ruler: wideRuler }
  const whole: World & DoWorld = { ...world, ask: person.ask, talk: null as never }
  const talk: Talk<DoPage> = {
    show: async (one) => void person.heard.push(doPage(one, screen)),
    run: (verb, args) =>
      converse(
        { verb, args },
        {
          world: whole,
          worldOf: (loaded) => ({
            ...whole,
            talk: { ...talk, show: async (one) => void person.heard.push(loaded.page?.(one, screen) ?? '') },
          }),
          show: async (loaded, result) => void person.heard.push(loaded.view(result as never, screen)),
        },
      ),
  }
  return { world: Object.assign(whole, { talk }) as DoWorld, person, screen }
}

/** What a conversation left behind. */
interface Held {
  readonly result: DoResult
  readonly text: string
  readonly facts: readonly Fact[]
}

async function hold(now: string, args: DoArgs, script: readonly Answer[]): Promise<Held> {
  const world = await stage.at(now)
  const before = world.store.history({}).length
  const { world: talked, person, screen } = talkingWorld(world, script)
  const result = await doDue(talked, args)
  expect(person.left()).toEqual([])
  const facts = world.store.history({}).map((one) => one.fact)
  return { result, text: [...person.heard, doView(result, screen)].join('\n'), facts: facts.slice(before) }
}

/** Acme: an interview on Tue 2 Mar 2027 with Dana, thanked on Wed 3 Mar, silent from Tue 9 Mar. */
async function acme(): Promise<Told> {
  const world = await stage.at('2027-03-02T17:00')
  const told = tell(world, { company: 'Acme Controls', role: 'Operations Director', person: 'Dana Reyes', email: 'dana@acme.example' })
  told.add('interviewed', '2027-03-02T15:00', { stage: 'manager', contacts: [told.contact], booked: false })
  told.add('debriefed', '2027-03-02', {
    hooks: ['restarting the line by hand', 'the whiteboard on line 2'],
    cares: ['fewer surprises'],
    want: 'yes',
  })
  return told
}

function thanked(told: Told): Told {
  told.add('sent', '2027-03-03T09:00', {
    letter: 'thank-you',
    channel: 'email',
    contact: told.contact,
    hook: 'restarting the line by hand',
  })
  return told
}

/** A second role that Dana decides on, with an interview the day after. */
async function secondRole(first: Told): Promise<Told> {
  const world = await stage.at('2027-03-03T17:00')
  const dana = { person: 'Dana Reyes', email: 'dana@acme.example', contact: first.contact }
  const told = tell(world, { company: 'Acme Controls', role: 'Plant Manager', ...dana })
  told.add('interviewed', '2027-03-03T15:00', { stage: 'manager', contacts: [first.contact], booked: false })
  told.add('sent', '2027-03-03T16:00', { letter: 'thank-you', channel: 'email', contact: first.contact })
  return told
}

const nothingHeard: Answer = ['Anything from', '']

describe('one letter for two roles', () => {
  it('is one act, and is on record in both once it is told as done', async () => {
    await secondRole(thanked(await acme()))
    const { facts, text } = await hold('2027-03-10T08:20', {}, [nothingHeard, ['What now?', 'done']])
    expect(text).toContain('Two to do, in one act.')
    expect(text).toContain('Together    one letter for acme-controls and acme-controls-2')
    expect(text).toContain('that was it')
    expect(facts).toMatchObject([
      { kind: 'sent', data: { letter: 'love-letter', also: [facts[1]?.opportunity] } },
      { kind: 'sent', data: { letter: 'love-letter', also: [facts[0]?.opportunity] } },
    ])
  })
})

describe('followup do', () => {
  it('shows the letter, and records what `sent` records, with the hook it used', async () => {
    const told = await acme()
    const { facts, text, result } = await hold('2027-03-03T08:20', {}, [['What now?', 'done']])
    expect(facts).toMatchObject([
      { kind: 'sent', data: { letter: 'thank-you', channel: 'email', contact: told.contact, hook: 'restarting the line by hand' } },
    ])
    expect(text).toMatchInlineSnapshot(`
      "Wed 3 Mar, 8:20. One act. Ctrl-C leaves at any time; what is done stays done.


      1 of 1      acme-controls: thank-you to Dana Reyes

      Why now     a thank-you is fresh for three business days

      Hook        restarting the line by hand
      To          Dana Reyes <dana@acme.example>
      Subject     Yesterday, and thank you

                  | Dear Dana,
                  |
                  | Thank you for making time for me yesterday. What I took home is
                  | that you would like fewer surprises. I would be glad to help
                  | with that, and to work with you. I will also remember our talk
                  | about restarting the line by hand.
                  |
                  | If there is something I can add, I will do it gladly; otherwise
                  | I look forward to what comes next.
                  |
                  | Robin Vale

      Check       ready to send: 64 words, nothing found


      What now?  [copy], mail program, edit, another version, done, later, not this one, why, help
      Recorded    thank-you to Dana Reyes, Wed 3 Mar 8:20
      Next        nothing until Tue 9 Mar (interview + 5 business days)
      Undo        followup undo


      Done        that was it. Nothing more from you today.
      "
    `)
    expect(result.tally).toEqual({ done: 1, of: 1 })
  })

  it('says what is wrong with a letter that would harm before it is recorded as sent, and asks once more', async () => {
    const told = thanked(await acme())
    told.add('heard', '2027-03-04T09:00', { kind: 'question', contact: told.contact })
    const plea = 'I am begging you, I will do anything, please just give me the job or I will lose my house'
    const { facts, text } = await hold('2027-03-05T08:20', {}, [
      ['What would you like to say', plea],
      ['What now?', 'done'],
      ['Did it leave like this?', ''],
      ['What now?', 'done'],
      ['Did it leave like this?', 'yes'],
    ])
    expect(text).toContain('The check would not send this: ')
    expect(facts.map((fact) => fact.kind)).toEqual(['sent'])
  })

  it('asks before a chase whether something came, announces the call, and uses each hook once', async () => {
    thanked(await acme())
    const { facts, text } = await hold('2027-03-09T08:31', {}, [nothingHeard, ['What now?', 'done']])
    expect(text).toContain('Anything from Dana Reyes since Wed 3 Mar?  [no], yes')
    expect(text).toMatch(/call you on Friday\s+\| morning/)
    expect(facts).toMatchObject([{ kind: 'sent', data: { letter: 'love-letter', hook: 'the whiteboard on line 2' } }])
  })

  it.each([
    ['yes', false],
    ['no', true],
  ])('asks whether what was ticked in a calendar happened (%s), and records nothing by it', async (answer, denied) => {
    await acme()
    const world = await stage.at('2027-03-03T08:20')
    const row = world.store.match('acme')[0]
    if (!row) throw new Error('acme is there')
    const uid = uidOf(row, world, { step: 'thank-you', attempt: 1 })
    world.store.reminders.keepTicks([{ opportunity: row.id, uid, denied: false }], world.clock.today)
    const { facts, text } = await hold('2027-03-03T08:20', {}, [
      ['Did this happen?', answer],
      ['What now?', 'later'],
    ])
    expect(text).toContain('This is ticked in your calendar.')
    expect(facts).toEqual([])
    expect((await stage.at('2027-03-03T08:20')).store.reminders.ticks()).toEqual([{ opportunity: row.id, uid, denied }])
  })

  it('does not ask that with --nothing-heard, nor before thanks', async () => {
    thanked(await acme())
    const { text } = await hold('2027-03-09T08:31', { nothingHeard: true }, [['What now?', 'later']])
    expect(text).not.toContain('Anything from')
    expect(text).toContain('0 of 1')
  })

  it('goes on after "later", which records nothing, and puts off what is not for today', async () => {
    await acme()
    const later = await hold('2027-03-03T08:20', {}, [['What now?', 'later']])
    expect(later.facts).toEqual([])
    const off = await hold('2027-03-03T08:20', {}, [
      ['What now?', 'why'],
      ['What now?', 'help'],
      ['What now?', 'not this one'],
      ['Until when?', '<'],
      ['What now?', 'not this one'],
      ['Until when?', 'yesterday'],
      ['What now?', 'not this one'],
      ['Until when?', ''],
    ])
    expect(off.facts).toMatchObject([{ kind: 'snoozed', data: { until: '2027-03-04' } }])
    expect(off.text).toContain('is not ahead')
    expect(off.text).toContain('Counted in business days')
  })

  it('says so and asks again when something was recorded elsewhere meanwhile', async () => {
    const told = thanked(await acme())
    const { facts, text } = await hold('2027-03-09T08:31', {}, [
      nothingHeard,
      [
        'What now?',
        () => {
          told.add('promised', '2027-03-09T08:00', { day: '2027-03-19' as never, words: 'the 19th', via: 'word' })
          return 'done'
        },
      ],
      ['Record this all the same?', 'no'],
      ['What now?', 'later'],
    ])
    expect(text).toContain('Meanwhile acme-controls changed elsewhere')
    expect(text).toContain('Not yet')
    expect(facts.map((fact) => fact.kind)).toEqual(['promised'])
  })

  it('keeps what was recorded when the person leaves, and nothing half-recorded', async () => {
    await acme()
    const world = await stage.at('2027-03-03T08:20')
    const other = tell(world, { company: 'Delmar', person: 'Tomas Weil' })
    other.add('interviewed', '2027-03-02T10:00', { stage: 'manager', contacts: [other.contact], booked: false })
    const leaving = hold('2027-03-03T08:20', {}, [
      ['What now?', 'done'],
      ['What did you talk about?', 'the night shift'],
      ['What now?', null],
    ])
    await expect(leaving).rejects.toMatchObject({ kind: 'interrupted' })
    const left = (await stage.at('2027-03-03T08:30')).store.history({}).map((one) => one.fact.kind)
    expect(left.filter((kind) => kind === 'sent')).toHaveLength(1)
  })

  it('thanks everyone who was there, one after the other, and counts them', async () => {
    const world = await stage.at('2027-03-02T17:00')
    const told = await acme()
    const priya = world.newId() as never
    told.add('met', '2027-03-02', { contact: priya, name: 'Priya Nair', role: 'peer' })
    told.add('interviewed', '2027-03-02T16:00', { stage: 'panel', contacts: [told.contact, priya], booked: false })
    const { text, facts } = await hold('2027-03-03T08:20', {}, [
      ['What now?', 'done'],
      ["Priya Nair's mail address?", ''],
      ['What now?', 'done'],
    ])
    expect(text).toContain('One to do, in two acts.')
    expect(text).toContain('2 of 2      acme-controls: thank-you to Priya Nair')
    expect(facts.map((fact) => fact.kind === 'sent' && [fact.data.contact, fact.data.hook])).toEqual([
      [told.contact, 'restarting the line by hand'],
      [priya, 'the whiteboard on line 2'],
    ])
  })

  it('is the calm line of `due` on a day with nothing in it, and refuses where nobody can be asked', async () => {
    thanked(await acme())
    const { text } = await hold('2027-03-05T08:00', {}, [])
    expect(text).toContain('Nothing from you today. The next day with anything in it: Tue 9 Mar.')
    const world = (await stage.at('2027-03-05T08:00')) as unknown as DoWorld
    await expect(doDue(world, {})).rejects.toMatchObject({
      kind: 'usage',
      code: 'no-input',
    })
  })

  it('takes one opportunity by name although its act comes later, and prepares the interview of tomorrow', async () => {
    const told = thanked(await acme())
    const early = await hold('2027-03-05T08:00', { opp: 'acme' }, [['What now?', '']])
    expect(early.text).toContain('Not yet     due Tue 9 Mar')
    expect(early.facts).toEqual([])
    told.add('interviewed', '2027-03-11T10:00', { stage: 'final', contacts: [told.contact], booked: true })
    const eve = await hold('2027-03-10T19:00', { opp: 'acme' }, [])
    expect(eve.text).toMatchInlineSnapshot(`
      "acme-controls: interview tomorrow 10:00, with Dana Reyes

      Take along  four questions; the first one spares you weeks of guessing
                  | What happens next, and by when would I hear?
                  | If I have a question meanwhile, may I call, or is mail better?
                  | Who else has a say in this?
                  | Is there anything about me that you would like to hear more on?
      They want   fewer surprises
      You clicked restarting the line by hand (used); the whiteboard on line 2
      Thank-yous  note each name and one thing you talked about, before you leave
      After       followup log acme-controls
      "
    `)
  })

  it('shows the key facts of a call, and the hours it waits for', async () => {
    const told = thanked(await acme())
    told.add('sent', '2027-03-09T09:00', { letter: 'love-letter', channel: 'email', contact: told.contact })
    told.add('called', '2027-03-12T08:40', { outcome: 'no-answer', contact: told.contact })
    const { text } = await hold('2027-03-15T09:12', {}, [nothingHeard, ['What now?', 'later']])
    expect(text).toMatchInlineSnapshot(`
      "Mon 15 Mar, 9:12. One act. Ctrl-C leaves at any time; what is done stays done.


      1 of 1      acme-controls: call Dana Reyes, try 2

      Anything from Dana Reyes since Fri 12 Mar?  [no], yes
      Why now     silent since 9 Mar; counted from your last call
      Number      +13125550142                         try 2 of 6
      When        today 16:00-17:30; it is 9:12 in New York now
      Or letters  followup playbook use gentle acme-controls; for all:
                  followup config set calls never

      What now?  [later], call now, not this one, why, help
      Kept        for today 16:00-17:30; "followup do acme-controls" shows this again


      Done        0 of 1. What is left waits in "followup due".
      "
    `)
  })

  it.each([
    [
      'question',
      [
        ['What would you like to say', 'The two references are Ana Ruiz and Tom Bell.'],
        ['What now?', 'done'],
      ],
      [{ kind: 'sent', data: { letter: 'answer' } }],
    ],
    [
      'question',
      [
        ['What would you like to say', ''],
        ['What now?', 'done'],
      ],
      [{ kind: 'sent', data: { letter: 'answer' } }],
    ],
    [
      'invite',
      [
        ['What now?', 'done'],
        ['When is it', 'thu 10:00'],
      ],
      [{ kind: 'interviewed', data: { booked: true } }],
    ],
    [
      'invite',
      [
        ['What now?', 'done'],
        ['When is it', ''],
      ],
      [{ kind: 'sent', data: { letter: 'confirm' } }],
    ],
    [
      'left',
      [['What now?', 'I know who'], ['Who has taken over?', 'Ada Brandt <ada@acme.example>'], nothingHeard, ['What now?', 'later']],
      [{ kind: 'met', data: { name: 'Ada Brandt', lead: true } }],
    ],
    [
      'left',
      [
        ['What now?', 'I know who'],
        ['Who has taken over?', ''],
        ['What now?', 'later'],
      ],
      [],
    ],
    ['offer', [['What now?', 'done']], [{ kind: 'sent', data: { letter: 'offer-thanks' } }]],
    [
      'offer',
      [
        ['What now?', 'I have it on paper'],
        ['By when', 'fri 19 mar'],
      ],
      [{ kind: 'offered', data: { written: true, respondBy: '2027-03-19' } }],
    ],
  ] as const)('after %s asks what the verb needs, and records by it', async (kind, script, left) => {
    const told = thanked(await acme())
    told.add('heard', '2027-03-08T10:00', { kind, contact: told.contact })
    const { facts } = await hold('2027-03-09T09:00', {}, script)
    expect(facts).toMatchObject(left)
    expect(facts).toHaveLength(left.length)
  })

  it('takes the number that was missing, and the answer to an offer', async () => {
    const told = thanked(await acme())
    told.add('called', '2027-03-08T10:00', { outcome: 'wrong-number', contact: told.contact })
    const number = await hold('2027-03-09T09:00', {}, [
      ['What now?', 'I have it'],
      ['The number of Dana Reyes?', '+1 312 555 0143'],
      ['What number is it?', 'the switchboard'],
      nothingHeard,
      ['What now?', 'later'],
    ])
    expect(number.facts).toMatchObject([{ kind: 'met', data: { phone: '+1 312 555 0143', phoneKind: 'switchboard' } }])
    told.add('offered', '2027-03-10', { written: true, respondBy: '2027-03-12' as never })
    const yes = await hold('2027-03-11T09:00', {}, [['What now?', 'I said yes']])
    expect(yes.facts).toMatchObject([
      { kind: 'sent', data: { letter: 'accept' } },
      { kind: 'closed', data: { as: 'hired' } },
    ])
  })

  it('warns of a yes before the paper, and leaves it to the person', async () => {
    const told = thanked(await acme())
    told.add('offered', '2027-03-10', { written: false, respondBy: '2027-03-12' as never })
    const asked = await hold('2027-03-11T09:00', {}, [
      ['What now?', 'I said yes'],
      ['Is the letter out?', ''],
      ['What now?', 'later'],
    ])
    expect(asked.facts).toEqual([])
    expect(asked.text).toContain('[later], ask for paper, I have it on paper, write my answer, I said yes')
    expect(asked.text).toContain('not on paper yet, and a yes is safer once it is. Ask first: followup letter acme-controls offer-thanks')
    const yes = await hold('2027-03-11T09:00', {}, [
      ['What now?', 'I said yes'],
      ['Is the letter out?', 'yes'],
    ])
    expect(yes.facts).toMatchObject([{ kind: 'sent' }, { kind: 'closed', data: { as: 'hired' } }])
    expect(yes.text).toContain('give nothing up before it is there')
  })

  it('asks for paper before the day of a decision, and names the talk', async () => {
    const told = thanked(await acme())
    told.add('offered', '2027-03-10', { base: '82000', respondBy: '2027-03-19' as never })
    const { text } = await hold('2027-03-11T09:00', { opp: 'acme' }, [['What now?', 'later']])
    expect(text).toContain('Decide      Thu 18 Mar; before that, ask for it on paper')
    expect(text).toContain('not on paper yet: ask for that first')
    expect(text).toContain('To bargain  followup negotiate acme-controls')
    expect(text).not.toContain('nothing needs doing')
    told.add('offered', '2027-03-11', { written: true })
    const paper = await hold('2027-03-11T09:00', { opp: 'acme' }, [['What now?', 'later']])
    expect(paper.text).toContain('Not yet     due Thu 18 Mar; nothing needs doing before')
    expect(paper.text).toContain('To bargain  followup negotiate acme-controls')
  })

  it('drafts the answer to an offer', async () => {
    const told = thanked(await acme())
    told.add('offered', '2027-03-10', { written: true, base: '82000', respondBy: '2027-03-12' as never })
    const { text } = await hold('2027-03-11T09:00', {}, [
      ['What now?', 'write my answer'],
      ['Which letter?', 'no to the offer'],
      ['What now?', 'later'],
      ['What now?', 'later'],
    ])
    expect(text).toContain('On offer    base 82,000')
    expect(text).toContain('I have thought it over, and my answer')
  })

  it.each([
    ['not on paper', { written: false }],
    ['on paper', { written: true }],
  ])('leads to a kind no once there was a yes elsewhere: %s', async (_, how) => {
    const told = thanked(await acme())
    told.add('offered', '2027-03-10', { ...how, base: '82000', respondBy: '2027-03-19' as never })
    told.add('retired', '2027-03-11', { hired: true })
    const { text } = await hold('2027-03-11T09:00', { opp: 'acme' }, [['What now?', 'later']])
    expect(text).toContain('acme-controls: your no to Dana Reyes')
    expect(text).toContain('answer by Fri 19 Mar; you took another job, and a kind no, soon,')
    expect(text).not.toContain('ask for that first')
    expect(text).toContain('I have thought it over, and my answer')
    const { facts } = await hold('2027-03-11T09:00', { opp: 'acme' }, [
      ['What now?', 'done'],
      ['Is the letter out?', 'yes'],
    ])
    expect(facts).toMatchObject([
      { kind: 'sent', data: { letter: 'decline' } },
      { kind: 'closed', data: { as: 'declined' } },
    ])
  })

  it('calls a note of mine my own, and only what they asked theirs', async () => {
    const told = thanked(await acme())
    told.add('sent', '2027-03-09T09:00', { letter: 'love-letter', channel: 'email', contact: told.contact })
    await call(await stage.at('2027-03-12T08:20'), { opp: 'acme', outcome: 'mailbox-full', note: 'I should stay calm' })
    const mine = await hold('2027-03-15T08:20', {}, [nothingHeard, ['What now?', 'later']])
    expect(mine.text).toContain('Your note   I should stay calm')
    await heard(await stage.at('2027-03-15T09:20'), { opp: 'acme', kind: 'question', note: 'two references' })
    const theirs = await hold('2027-03-16T08:20', {}, [
      ['What would you like to say', ''],
      ['What now?', 'later'],
    ])
    expect(theirs.text).toContain('They asked  two references')
  })

  it('puts off only what can wait: not a withdrawal of mine', async () => {
    const told = thanked(await acme())
    told.add('debriefed', '2027-03-04T09:00', { want: 'no' })
    const { text } = await hold('2027-03-05T08:20', {}, [['What now?', 'later']])
    expect(text).toContain('withdraw, in a line to Dana Reyes')
    expect(text).not.toContain('not this one')
    const { notes } = await snooze(await stage.at('2027-03-05T08:20'), { opp: 'acme', day: 'mon' })
    expect(notes).toEqual(['This stays: the line in which you withdraw.'])
  })

  it('says that an opportunity has nothing to do', async () => {
    const told = await acme()
    told.add('closed', '2027-03-03', { as: 'withdrawn' })
    expect((await hold('2027-03-04T09:00', { opp: 'acme' }, [])).text).toContain('acme-controls: nothing to do; closed.')
  })
})

describe('a letter that may have left', () => {
  async function handedOver(): Promise<Told> {
    const told = await acme()
    told.add('sending', '2027-03-09T08:20', {
      ...{ letter: 'love-letter', channel: 'email', contact: told.contact },
      ...{ messageId: '<one@example.org>', subject: 'Restarting by hand', hook: 'restarting the line by hand' },
    })
    return told
  }

  it('is asked about before all else; a yes keeps what was handed over', async () => {
    await handedOver()
    const { text, facts } = await hold('2027-03-09T08:31', {}, [['Did it leave', 'yes']])
    expect(text).toContain('was being handed over when the line broke off')
    expect(facts.map((fact) => fact.kind)).toEqual(['sent'])
    expect(facts[0]?.data).toMatchObject({ messageId: '<one@example.org>', hook: 'restarting the line by hand' })
  })

  it('is recorded to the one it was for, where another has the same name', async () => {
    const told = await handedOver()
    told.add('met', '2027-03-02', { contact: (await stage.at('2027-03-02T17:00')).newId() as never, name: 'Dana Reyes', role: 'peer' })
    const { facts } = await hold('2027-03-09T08:31', {}, [['Did it leave', 'yes']])
    expect(facts).toMatchObject([{ kind: 'sent', data: { contact: told.contact, messageId: '<one@example.org>' } }])
  })

  it('is taken back with a no, and then offered again', async () => {
    await handedOver()
    const { text, facts } = await hold('2027-03-09T08:31', {}, [
      ['Did it leave', 'no'],
      ['Anything from Dana Reyes', ''],
      ['What now', 'later'],
    ])
    expect(facts.map((fact) => fact.kind)).toEqual([])
    expect(text).toContain('2 of 2')
  })

  it('waits where the person does not know yet', async () => {
    await handedOver()
    const { facts } = await hold('2027-03-09T08:31', {}, [['Did it leave', '']])
    expect(facts).toEqual([])
  })
})
