import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadPhone } from '../../src/catalog/phone.js'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'
import { dialable } from '../../src/formats/phone.js'
import { spokenWords, wordsIn } from '../../src/letters/call-card.js'
import type { Speaking } from '../../src/letters/call-card.js'
import type { LetterContext } from '../../src/model/finding.js'
import { turns } from '../../src/model/phone.js'
import type { PhoneWords, Turn } from '../../src/model/phone.js'
import { tries } from '../support/tries.js'

const full: Speaking = {
  me: 'Robin Vale',
  number: '(574) 555-0119',
  person: 'Dana Reyes',
  reading: 'them',
  assistant: 'Lou',
  role: 'Operations Director',
  company: 'Acme Controls',
  confidential: false,
  recruiter: false,
  agreed: false,
  offered: false,
  written: false,
  unmet: false,
  want: 'yes',
  met: 'on 2 March',
  house: false,
  byPhone: false,
  hooks: ['training shift leads'],
  landings: ['oversold'],
  there: '08:12',
  soon: 'tomorrow at 8:15',
  again: 'on Tuesday 23 March, soon after ten',
  mail: true,
  later: 'on Tuesday 23 March',
}
const bare: Speaking = {
  ...full,
  me: null,
  number: null,
  person: null,
  assistant: null,
  role: null,
  company: null,
  met: null,
  hooks: [],
  landings: [],
  soon: null,
  again: null,
  later: null,
}

let words: PhoneWords
beforeAll(async () => {
  words = await loadPhone({ shipped: 'data/phone', own: 'data/phone/none' })
})

const say = (turn: Turn, facts: Speaking): string => spokenWords(words, facts).find((one) => one.turn === turn)?.words ?? ''
const all = (facts: Speaking): string =>
  spokenWords(words, facts)
    .map((one) => one.words)
    .join('\n')

describe('what is said on the phone', () => {
  it('has words for every turn, the repair only where one is recorded', () => {
    expect(spokenWords(words, full).map((one) => one.turn)).toEqual(turns)
    expect(spokenWords(words, bare).map((one) => one.turn)).toEqual(turns.filter((turn) => turn !== 'repair'))
  })

  it('is said with what is on record', () => {
    expect(all(full)).toMatchInlineSnapshot(`
      "Hello Dana, this is Robin Vale; we met on 2 March about the Operations Director role. Is now a good moment, or later?
      I've been thinking about training shift leads. I'd love to do this job, and I wanted to tell you so myself.
      I talked a lot about my own work; yours is what interests me.
      Where do things stand?
      Thank you. May I call again on Tuesday 23 March if I haven't heard, or is a mail easier?
      I can hear it's a bad moment. Would tomorrow at 8:15 suit you better?
      Of course. When would be a sensible time to ask again?
      Good morning Lou, my name is Robin Vale. I met Dana Reyes on 2 March about the Operations Director role. What is a good moment to catch Dana for two minutes?
      Thank you, Lou; I'll ring then. Would you tell Dana that I called?
      Hello Dana, Robin Vale here, (574) 555-0119. We spoke on 2 March about the Operations Director role. I've been thinking about training shift leads and would love to do this job. A short mail follows, and I'll try again on Tuesday 23 March, soon after ten. Robin Vale, (574) 555-0119. Thank you.
      Thank you for calling. Let me step somewhere quiet. I'm glad you rang. I wanted to tell you I'd love the job. Where are you with it?
      Thank you for telling me. I enjoyed meeting you, and I'd be glad if you thought of me another time.
      Thank you; I'm very glad. May I repeat the terms, so that I have them right? Could you send them in writing, with the day by which you would like my answer?"
    `)
  })

  it('leaves out what nobody recorded, and never shows a slot', () => {
    expect(say('open', bare)).toBe('Hello; it is about the role. Is now a good moment, or later?')
    expect(say('voicemail', bare)).toBe('Hello. It is about the role. A short mail follows. Thank you.')
    expect(all(bare)).not.toMatch(/[{}[\]]/)
  })

  it('names no mail on a later voicemail, with which none goes', () => {
    expect(say('voicemail', { ...full, mail: false })).toContain("this job. I'll try again on Tuesday 23 March, soon after ten. Robin")
    expect(say('voicemail', { ...bare, mail: false })).toBe('Hello. It is about the role. Thank you.')
  })

  it.each([
    [
      'to one who arranges',
      { recruiter: true },
      "I've been thinking about training shift leads. I'm as interested in the Operations Director role as before.",
    ],
    ['unsure', { want: 'unsure' }, "I've been thinking about training shift leads. I'd like to hear a little more about the work."],
    [
      'before the first talk',
      { unmet: true, met: null, hooks: [] },
      "I'm interested in the Operations Director role, and I'd be glad to hear more about it.",
    ],
    ['without anything talked about', { hooks: [] }, "I'd love to do this job, and I wanted to tell you so myself."],
  ] as const)('%s', (_name, facts, expected) => {
    expect(say('why', { ...full, ...facts })).toBe(expected)
  })

  it('says nothing of a talk that is still to come as if it had been', () => {
    const facts: Speaking = { ...full, unmet: true, met: null, hooks: [] }
    expect(all(facts)).not.toMatch(/\b(?:love|enjoyed|met|spoke|I've been thinking)\b/)
    expect(say('no', facts)).toBe("Thank you for telling me. I'd be glad if you thought of me another time.")
    expect(say('call-back', facts)).toContain("I'd be glad to hear more about the Operations Director role.")
  })

  it('keeps a confidential role from assistants and machines, and names it to them', () => {
    const facts = { ...full, confidential: true }
    for (const turn of ['assistant', 'message', 'voicemail'] as const) expect(say(turn, facts)).not.toContain('Operations')
    expect(say('assistant', facts)).toContain('I met Dana Reyes on 2 March.')
    expect(say('open', facts)).toContain('Operations Director')
  })

  it('gives the number twice on a machine, and asks nobody to ring back', () => {
    expect(say('voicemail', full).split('(574) 555-0119')).toHaveLength(3)
    expect(say('voicemail', full)).not.toMatch(/ring back|call (?:me )?back/i)
  })

  it('a voicemail has at most 60 words, whatever was recorded', () => {
    const some = (most: number) =>
      fc
        .array(fc.constantFrom('line', 'shift', 'of', 'the', 'training', 'Monday', 'whiteboard'), { minLength: 1, maxLength: most })
        .map((one) => one.join(' '))
    fc.assert(
      fc.property(some(20), some(12), some(3), (hook, role, me) => {
        expect(wordsIn(say('voicemail', { ...full, hooks: [hook], role, me, number: '+44 20 7946 0958 12' }))).toBeLessThanOrEqual(60)
      }),
      tries(),
    )
  })

  it('is kind and short: no exclamation marks, no blame, each turn at most 60 words', () => {
    for (const { words: text } of spokenWords(words, full)) {
      expect(text).not.toMatch(/!|sorry|unfortunately|just |desperate|bother/i)
      expect(wordsIn(text)).toBeLessThanOrEqual(60)
    }
  })
})

describe('own words', () => {
  let own = ''
  beforeEach(() => {
    own = join(mkdtempSync(join(tmpdir(), 'followup-test-')), 'phone')
    mkdirSync(own)
  })
  afterEach(() => rmSync(join(own, '..'), { recursive: true, force: true }))
  const load = (): Promise<PhoneWords> => loadPhone({ shipped: 'data/phone', own })

  it('replace one turn, and the landings they name', async () => {
    writeFileSync(join(own, 'ask.yaml'), 'label: Ask\nwhen: then\nsay: ["How is it going[, {contact}]?"]\n')
    writeFileSync(join(own, 'repairs.yaml'), 'oversold: { say: I would rather listen today. }\n')
    words = await load()
    expect([say('ask', full), say('repair', full), words.notices]).toEqual(['How is it going, Dana?', 'I would rather listen today.', []])
    expect(words.repairs['rambled']).toBeDefined()
    words = await loadPhone({ shipped: 'data/phone', own: 'none' })
  })

  it.each([
    ['ask.yaml', 'label: [', 'phone/ask.yaml cannot be read as a table of words.'],
    ['ask.yaml', 'label: Ask\nsay: []\n', 'phone/ask.yaml needs label and when, a text each.'],
    ['ask.yaml', 'label: Ask\nwhen: then\nsay: What?\n', 'phone/ask.yaml needs say, a list of sentences.'],
    ['ask.yaml', 'label: Ask\nwhen: then\nsay: [{ whenever: What }]\n', 'phone/ask.yaml needs say, a list of sentences.'],
    ['greet.yaml', 'label: Ask\n', 'phone/greet.yaml names no turn;'],
    ['repairs.yaml', 'oversold: text\n', 'phone/repairs.yaml has lines other than say and leave.'],
  ])('that cannot be used are left out and said: %s %j', async (file, text, says) => {
    writeFileSync(join(own, file), text)
    const loaded = await load()
    expect(loaded.notices.join()).toContain(says)
    expect(loaded.scripts).toEqual(words.scripts)
  })
})

describe('numbers', () => {
  it.each([
    ['312 555 0142', 'US', 'tel:+13125550142', '+1 312 555 0142', '312 555 0142'],
    ['3125550142', 'US', 'tel:+13125550142', '+1 312 555 0142', '(312) 555-0142'],
    ['0151 5550199', 'DE', 'tel:+491515550199', '+49 151 5550199', '0151 5550199'],
    ['+49 151 5550199', 'DE', 'tel:+491515550199', '+49 151 5550199', '+49 151 5550199'],
    ['+44 20 7946 0958', 'US', 'tel:+442079460958', '+44 20 7946 0958', '020 7946 0958'],
    ['020 7946 0958', 'GB', 'tel:+442079460958', '+44 20 7946 0958', '020 7946 0958'],
    ['312 555 0142 x204', 'US', 'tel:+13125550142;ext=204', '+1 312 555 0142 ext. 204', '(312) 555-0142 ext. 204'],
  ])('%s from %s', (typed, country, uri, international, national) => {
    expect(dialable(typed, country)).toMatchObject({ uri, international, national })
  })

  it.each([
    ['312 555 0142', null],
    ['12', 'US'],
    ['312 555 0142', 'ZZ'],
  ])('%s from %s is left as it was typed', (typed, country) => {
    expect(dialable(typed, country)).toBeNull()
  })
})

describe('composure of what is said', () => {
  it('nothing in any turn, for any landing and any wish, is more than a hint', async () => {
    const tone = await readShippedTone('data')
    const about = (turn: Turn): LetterContext => ({
      kind: null,
      company: 'Acme Controls',
      contact: overheard.has(turn) ? 'Lou' : 'Dana Reyes',
      role: 'Operations Director',
      known: [...full.hooks, 'Lou', 'Dana Reyes', 'Robin Vale'],
      offered: false,
    })
    const wishes: readonly Partial<Speaking>[] = [{}, { want: 'unsure' }, { recruiter: true }, { confidential: true }]
    const told = [
      ...wishes.map((wish) => ({ ...full, ...wish })),
      ...Object.keys(words.repairs).map((code) => ({ ...full, landings: [code] })),
      { ...full, role: null },
    ]
    const found = told.flatMap((facts) =>
      spokenWords(words, facts).flatMap((one) =>
        check(one.words, about(one.turn), tone)
          .findings.filter((finding) => finding.severity !== 'hint')
          .map((finding) => `${one.turn}: ${finding.rule}: ${finding.text ?? ''}`),
      ),
    )
    expect([...new Set(found)]).toEqual([])
  })
})

const overheard: ReadonlySet<Turn> = new Set<Turn>(['assistant', 'message'])
