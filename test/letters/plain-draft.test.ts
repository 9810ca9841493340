import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { plainDraft } from '../../src/letters/plain-draft.js'
import type { LetterFacts } from '../../src/letters/plain-draft.js'
import { greeting, job, slot } from '../../src/letters/slots.js'
import { letterKinds } from '../../src/model/act.js'
import type { LetterKind } from '../../src/model/act.js'

const full: LetterFacts = {
  reader: 'Dana Reyes',
  decides: true,
  company: 'Acme Controls',
  role: 'Operations Director',
  want: 'yes',
  met: 'on Tuesday',
  hooks: ['the whiteboard on line 2', 'training shift leads'],
  cares: ['fewer surprises at shift change'],
  promised: 'Friday 5 March',
  callOn: 'on Friday morning',
  rang: 'this morning',
}
const bare: LetterFacts = {
  reader: null,
  decides: false,
  company: 'Acme Controls',
  role: null,
  want: 'unsure',
  met: null,
  hooks: [],
  cares: [],
  promised: null,
  callOn: null,
  rang: null,
}

/** Words that the table of letters allows, greeting and signature apart; nothing here is shorter than 30 or longer than 130. */
const limits: Readonly<Partial<Record<LetterKind, readonly [number, number]>>> = {
  'thank-you': [30, 130],
  'love-letter': [35, 130],
  'check-in': [30, 130],
  'after-voicemail': [30, 130],
  'close-the-loop': [30, 130],
  'rejection-reply': [30, 130],
  reconnect: [30, 130],
}
const written = Object.keys(limits) as LetterKind[]

function textOf(kind: LetterKind, facts: LetterFacts): string {
  const draft = plainDraft(kind, facts)
  return draft ? [draft.subject, draft.greeting, ...draft.paragraphs].join('\n') : ''
}

const recorded = fc.oneof(
  fc.constantFrom('fewer surprises', 'the {whiteboard}', 'Dana', "Dana's line", 'their pumps', 'pay', 'a\u001b[31mb', 'what? no!', ''),
  fc.string({ maxLength: 120 }),
)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value)
const anyFacts: fc.Arbitrary<LetterFacts> = fc.record({
  reader: maybe(fc.constantFrom('Dana Reyes', 'Dr. Tomas Weil', 'Weil, Tomas', '{name}', 'Dr.')),
  decides: fc.boolean(),
  company: fc.constantFrom('Acme Controls', 'Müller & Söhne'),
  role: maybe(fc.constantFrom('Operations Director', 'Engineer (m/w/d)', '{role}', 'the best job')),
  want: fc.constantFrom('yes' as const, 'unsure' as const, 'no' as const),
  met: maybe(fc.constantFrom('yesterday', 'on Tuesday')),
  hooks: fc.array(recorded, { maxLength: 3 }),
  cares: fc.array(recorded, { maxLength: 3 }),
  promised: maybe(fc.constantFrom('Friday 5 March')),
  callOn: maybe(fc.constantFrom('on Friday morning')),
  rang: maybe(fc.constantFrom('this morning')),
})

describe('a plain draft', () => {
  it.each(
    written.flatMap((kind) =>
      [full, { ...full, want: 'unsure' as const }, bare, { ...bare, want: 'yes' as const }].map((facts) => [kind, facts] as const),
    ),
  )('of a %s keeps to the length of its kind', (kind, facts) => {
    const words = plainDraft(kind, facts)?.words ?? 0
    const [least, most] = limits[kind] ?? [0, 0]
    expect(words).toBeGreaterThanOrEqual(least)
    expect(words).toBeLessThanOrEqual(most)
  })

  it.each(written)('of a %s holds no gap, no shouting and no pleading, whatever was recorded', (kind) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const text = textOf(kind, facts)
        expect(text).not.toMatch(/[{}!]|undefined|null|\s[\s.,]|desperate|please|just checking|asap/i)
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
        expect(plainDraft(kind, facts)).toEqual(plainDraft(kind, facts))
        expect(plainDraft(kind, facts)?.words).toBeLessThanOrEqual(130)
      }),
    )
  })

  it('is left to the person where only they can know what to say', () => {
    expect(letterKinds.filter((kind) => plainDraft(kind, full) === null)).toEqual(letterKinds.filter((kind) => !written.includes(kind)))
  })

  it('of the note says that I want it, names the call and uses the first hook', () => {
    expect(plainDraft('love-letter', full)).toMatchInlineSnapshot(`
      {
        "greeting": "Dear Dana,",
        "hook": "the whiteboard on line 2",
        "paragraphs": [
          "Thank you again for our conversation on Tuesday. Our talk about the whiteboard on line 2 has stayed with me. I have kept in mind that you want fewer surprises at shift change.",
          "I would like to say it plainly: I want this job, and I would love to be part of your team. I will try you by phone on Friday morning; if a mail suits you better, one line is plenty.",
        ],
        "subject": "The Operations Director role",
        "words": 73,
      }
    `)
  })

  it('with little on record is still a whole letter', () => {
    expect(textOf('thank-you', bare)).toMatchInlineSnapshot(`
      "Thank you
      Hello,
      Thank you for your time.
      I would be glad to hear more about the role whenever it suits you. If there is anything more you would like to know from me, I am happy to answer."
    `)
  })

  it('takes the next hook where the first would not fit, and says which it took as it was recorded', () => {
    const facts = { ...full, hooks: ['their pumps', 'We talked about the flood of 2019.'] }
    expect(plainDraft('love-letter', facts)).toMatchObject({ hook: 'We talked about the flood of 2019.' })
    expect(textOf('love-letter', facts)).toContain('Our talk about the flood of 2019 has stayed with me.')
    expect(plainDraft('check-in', facts)?.hook).toBeNull()
  })

  it('never says that I want the job where I am not sure', () => {
    expect(textOf('love-letter', { ...full, want: 'unsure' })).not.toContain('I want this job')
  })
})

describe('what was recorded', () => {
  it.each([
    ['restarting the line by hand', 'restarting the line by hand'],
    ['The whiteboard on line 2.', 'the whiteboard on line 2'],
    ['they want fewer surprises', 'fewer surprises'],
    ['Kanban', 'Kanban'],
    ['their old machines', null],
    ['Dana’s whiteboard', null],
    ['the salary', null],
    ['we liked it', null],
    ['rockets! and more', null],
    ['a very long thing that goes on and on and on until nobody remembers how it began', null],
    ['', null],
  ])('%j fits as %j', (text, fits) => expect(slot(text, 'Dana Reyes')).toBe(fits))

  it.each([
    ['Dana Reyes', 'Dear Dana,'],
    ['Dr. Tomas Weil', 'Dear Dr Weil,'],
    ['Reyes, Dana', 'Dear Dana,'],
    ['O’Brien', 'Dear O’Brien,'],
    ['{contact}', 'Hello,'],
    [null, 'Hello,'],
  ])('%j is greeted with %j', (name, words) => expect(greeting(name)).toBe(words))

  it.each([
    ['Operations Director', 'the Operations Director role'],
    ['Engineer (m/w/d)', 'the Engineer role'],
    ['Saturday job', 'the Saturday job'],
    [null, 'the role'],
  ])('the role %j is called %j', (role, words) => expect(job(role)).toBe(words))
})
