import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'
import { split } from '../../src/composure/split.js'
import { phraseOf } from '../../src/composure/phrase.js'
import { wordsOf } from '../../src/composure/words.js'
import type { Finding, LetterContext } from '../../src/model/finding.js'
import { letterKinds } from '../../src/model/act.js'
import type { ToneExample, ToneRule } from '../../src/model/tone.js'
import { tries } from '../support/tries.js'

const tone = await readShippedTone('data')
const nothing: LetterContext = { kind: null, company: null, contact: null, role: null, known: [], offered: null }

function found(rule: ToneRule, example: string | ToneExample): readonly Finding[] {
  const { text, ...said }: ToneExample = typeof example === 'string' ? { text: example } : example
  const about = {
    kind: said.kind ?? rule.only?.[0] ?? null,
    company: said.company ?? null,
    contact: said.contact ?? null,
    role: said.role ?? null,
    known: said.known ?? [],
    offered: said.offered ?? null,
  }
  return check(text, about, tone).findings.filter((one) => one.rule === rule.id && one.severity !== 'hint')
}

function nameOf(example: string | ToneExample): string {
  return typeof example === 'string' ? example : `${example.text} ${JSON.stringify({ ...example, text: undefined })}`
}

describe.each(tone.rules.map((rule) => [rule.id, rule] as const))('the rule %s', (_id, rule) => {
  it.each(rule.flagged.map((example) => [nameOf(example), example] as const))('flags %s', (_name, example) => {
    expect(found(rule, example)).not.toEqual([])
  })
  it.each(rule.clean.map((example) => [nameOf(example), example] as const))('spares %s', (_name, example) => {
    expect(found(rule, example)).toEqual([])
  })
})

describe('the tone rules as data', () => {
  it('are the twenty-one', () => {
    expect(tone.rules).toHaveLength(21)
  })
  it('have phrases that can be read', () => {
    const phrases = tone.rules.flatMap((rule) => [
      ...(rule.requires ?? []),
      ...(rule.enough?.phrases ?? []),
      ...(rule.families ?? []).flatMap((family) => [...family.phrases, ...(family.unless ?? [])]),
    ])
    expect(phrases.length).toBeGreaterThan(500)
    for (const phrase of phrases) expect(() => phraseOf(phrase, tone.words.slots)).not.toThrow()
  })
  it('have a length for every kind of letter', () => {
    expect(Object.keys(tone.words.lengths).sort()).toEqual([...letterKinds].sort())
    for (const { good, limit } of Object.values(tone.words.lengths)) {
      expect(limit[0]).toBeLessThan(good[0])
      expect(good[0]).toBeLessThan(good[1])
      expect(good[1]).toBeLessThan(limit[1])
    }
  })
})

describe('a letter is taken apart', () => {
  const part = (text: string, name: 'subject' | 'greeting' | 'signOff'): string | null => {
    const span = split(text)[name]
    return span && text.slice(span.start, span.end)
  }
  it.each([
    ['Subject: Tuesday\n\nDear Dana,\nThank you.\n\nBest,\nSam', 'Tuesday', 'Dear Dana,', 'Best,'],
    ['Dear Dana, thank you for Tuesday.\nKind regards\nSam', null, 'Dear Dana,', 'Kind regards'],
    ['Good morning Mr. Lee,\n\nThank you.\n\nYours sincerely,\nSam', null, 'Good morning Mr. Lee,', 'Yours sincerely,'],
    ['Dear Dana,\n\nThank you.\n\nAll the best,\nSam', null, 'Dear Dana,', 'All the best,'],
    ['Dear Dana,\n\nThank you.\n\nWith my very  best wishes\nSam', null, 'Dear Dana,', 'With my very  best wishes'],
    ['Thank you for Tuesday.', null, null, null],
    ['Dana,\nthank you.\nSam', null, 'Dana,', null],
  ])('%j', (text, subject, greeting, signOff) => {
    expect([part(text, 'subject'), part(text, 'greeting'), part(text, 'signOff')]).toEqual([subject, greeting, signOff])
  })
  it.each([
    ['Thank you.\n\nOn Mon, 1 Mar 2027 at 9:00, Dana <d@x.example> wrote:\n> I beg you'],
    ['Thank you.\n\n-----Original Message-----\nFrom: Dana\nI beg you'],
    ['Thank you.\n> I beg you'],
    ['Thank you.\n\n-- \nI beg you, Ltd'],
  ])('what is quoted or below the signature is not judged: %j', (text) => {
    expect(check(text, nothing, tone).findings).toEqual([])
  })
  it('a sentence that was put below the name in haste is judged, a signature is not', () => {
    const letter = 'Thank you for Tuesday.\n\nBest,\nSam Okafor\nHead of Planing, Begging & Sons Ltd\n+1 312 555 0177'
    expect(check(letter, nothing, tone).findings).toEqual([])
    expect(check(`${letter}\nI am begging you to answer me.`, nothing, tone).verdict).toBe('stop')
  })
  it('a postscript is judged', () => {
    expect(check('Thank you for Tuesday.\n\nBest,\nSam\n\nPS: I beg you.', nothing, tone).verdict).toBe('stop')
  })
})

describe('findings', () => {
  it('count lines and columns in code points of the text as given', () => {
    const text = 'Subject: Hi\r\n\r\n𝒟ear Dana,\r\n\r\nÜber 𝒟: “x” — I’m begging you.\r\n'
    const [finding] = check(text, nothing, tone).findings
    expect(finding).toMatchObject({ rule: 'desperation', line: 5, column: 15 })
    expect(finding?.text).toBe('I’m begging')
    expect(finding?.length).toBe(Array.from(finding?.text ?? '').length)
  })
  it('of two alike that which stands earlier in the text comes first', () => {
    const { findings } = check('Dear Dana,\n\nWhat does it pay? How much would I earn?\n\nRobin', { ...nothing, kind: 'thank-you' }, tone)
    expect(findings.filter(({ rule }) => rule === 'salary-early').map(({ column }) => column)).toEqual([1, 19])
  })

  it('are worst first, and each rule speaks before any rule speaks twice', () => {
    const { findings } = check('I beg you. I implore you. Thank you!! Any updates?? I just maybe think so, perhaps.', nothing, tone)
    expect(findings[0]).toMatchObject({ rule: 'desperation', severity: 'error' })
    const severities = findings.map((one) => ['error', 'warning', 'hint'].indexOf(one.severity))
    expect(severities).toEqual([...severities].sort((a, b) => a - b))
  })
  it('of two that weigh the same, need comes before marks, which are called what they are', () => {
    const { findings } = check('Dear Al,\n\nSorry to bother you again. Is there any news?? I really need this job.\n\nRobin', nothing, tone)
    const rules = findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule)
    expect(rules[0]).toBe('desperation')
    expect(findings.find(({ text }) => text === '??')).toMatchObject({
      why: 'Question marks in a row sound impatient.',
      instead: 'One is enough.',
    })
  })

  it('stop, revise or send', () => {
    expect(check('I beg you.', nothing, tone).verdict).toBe('stop')
    expect(check('Thank you for the tour 😊', nothing, tone).verdict).toBe('revise')
    expect(check('Thank you for the tour.', nothing, tone).verdict).toBe('send')
  })
  it('have the words they speak of, wherever the text comes from', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('I beg you. ', 'Sorry, sorry! ', '😊', 'ÄÖ\n', 'CALL ME BACK ', '\r\n', '“', ' [Name] ', 'ﬁ ')),
        (pieces) => {
          const text = pieces.join('')
          const lines = text.split('\n')
          for (const { line, column, length, text: words } of check(text, nothing, tone).findings) {
            if (line === null || column === null || length === null) continue
            const rest = [lines[line - 1] ?? '', ...lines.slice(line)].join('\n')
            expect(
              Array.from(rest)
                .slice(column - 1, column - 1 + length)
                .join(''),
            ).toBe(words)
          }
        },
      ),
      tries(),
    )
  })
})

describe('names and styles', () => {
  it.each([
    ['We met at Deadline Couriers by the last gate.', { company: 'Deadline Couriers' }],
    ['Thank you for the morning at Bonus Foods.', { company: 'Bonus Foods' }],
    ['Please give my regards to Grace Beggs and Will Hope.', { contact: 'Grace Beggs' }],
    ['You said: "I am desperate for a fitter, I beg you."', {}],
    ['Thank you for the intervew on wenesday, I realy enjoyed the talk about the boats.', {}],
    ['Respected Sir, kindly do the needful and revert. I remain, yours faithfully', {}],
    ['I am having interest for the post since many years and I am much thankful.', {}],
  ])('are never a fault: %s', (text, about) => {
    expect(check(text, { ...nothing, ...about }, tone).findings).toEqual([])
  })
})

describe('a reader with a nickname in quotes', () => {
  const rest = '\n\nThank you for the tour of the dock.\n\nRobin'
  const wrong = (greeting: string, contact: string): readonly (string | null)[] =>
    check(`${greeting}${rest}`, { ...nothing, contact }, tone).findings.flatMap((one) => (one.rule === 'wrong-name' ? [one.instead] : []))
  it.each(['Dear Priya,', 'Dear PJ,', 'Dear Ms Nair,'])('may be greeted %s', (greeting) => {
    expect(wrong(greeting, 'Priya "PJ" Nair')).toEqual([])
  })
  it.each([
    ['Priya "PJ" Nair', 'Dear Priya,'],
    ['"PJ" Nair', 'Dear PJ,'],
    ['Dr. Priya Nair "PJ"', 'Dear Dr. Nair,'],
  ])('%s is greeted %s instead of by another name', (contact, instead) => {
    expect(wrong('Dear Dana,', contact)).toEqual([instead])
  })
})

describe('pay', () => {
  const text = 'Could we talk about the base salary?'
  it.each([
    [null, null, true],
    ['check-in', false, true],
    ['check-in', true, false],
    ['negotiation-opener', null, false],
    ['negotiation-opener', true, false],
    ['negotiation-opener', false, true],
  ] as const)('in a %s, an offer recorded: %s', (kind, offered, flagged) => {
    const { findings } = check(text, { ...nothing, kind, offered }, tone)
    expect(findings.some((one) => one.rule === 'salary-early')).toBe(flagged)
  })
})

describe('words', () => {
  it.each([
    ["I'm sure we won't", ['i', 'am', 'sure', 'we', 'will', 'not']],
    ['e.g. 3.5 % at 9 a.m.', ['e.g', '.', '3.5', '%', 'at', '9', 'a.m', '.']],
    ['the just-transition team', ['the', 'just-transition', 'team']],
    ['Sooo ＫＥＥＮ, Zoë', ['so', 'keen', ',', 'zoe']],
  ])('%s', (text, forms) => {
    expect(wordsOf(text, 0).map((word) => word.form)).toEqual(forms)
  })
})

describe('capitals', () => {
  it('are told apart from exclamation marks in what to write instead', () => {
    const { findings } = check('Dear Dana,\n\nI NEED this and I WANT it!!!\n\nRobin', nothing, tone)
    const instead = new Map(findings.filter((one) => one.rule === 'shouting').map((one) => [one.text, one.instead]))
    expect(instead.get('NEED')).toMatch(/small letters/)
    expect(instead.get('!!!')).toMatch(/exclamation mark/)
  })
})
