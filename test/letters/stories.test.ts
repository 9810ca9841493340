import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { loadLetters } from '../../src/catalog/letters.js'
import { readShippedTone } from '../../src/catalog/tone.js'
import { check } from '../../src/composure/check.js'
import { draftLetter } from '../../src/letters/draft.js'
import { faultIn } from '../../src/letters/fault.js'
import { letterKinds } from '../../src/model/act.js'
import type { LetterKind } from '../../src/model/act.js'
import { letterIs } from '../../src/model/kinds.js'
import type { Checkup } from '../../src/model/finding.js'
import type { Draft, LetterFacts, LetterTemplate } from '../../src/model/letter.js'

interface Sample {
  readonly story: string
  readonly facts: LetterFacts
}

const told = JSON.parse(readFileSync('data/sample/letters.json', 'utf8')) as readonly Sample[]
/** The same stories, to somebody whom one does not ring. */
const uncalled = told.map(({ story, facts }) => ({ story: `${story}; no calls`, facts: { ...facts, noCalls: true } }))
/** The same stories, to a recruiter from outside the company. */
const outside = told.map(({ story, facts }) => ({
  story: `${story}; to an agency`,
  facts: { ...facts, reading: 'outside' as const, decides: false },
}))
/** The same stories, to somebody who was at none of the talks. */
const unmet = told.map(({ story, facts }) => ({
  story: `${story}; never met`,
  facts: {
    ...facts,
    reading: 'house' as const,
    met: null,
    others: null,
    landing: null,
    missed: null,
    unmet: true,
    talkedWith: 'Al Bo on Tuesday',
  },
}))
/** The same stories, after my yes or a change of the terms that is not on paper. */
const unwritten = [...told, ...outside].flatMap(({ story, facts }) => [
  { story: `${story}; accepted`, facts: { ...facts, written: false, accepted: true } },
  { story: `${story}; changed`, facts: { ...facts, written: false, changed: true } },
])
/** The same stories, each told once for several jobs, to one of these readers; nothing was missed there, and no machine said no. */
const several = told.map((_, at) => {
  const { story, facts } = [told, uncalled, outside][at % 3]?.[at] as Sample
  const plain = { ...facts, missed: null, automaticNo: null, internal: false }
  return { story: `${story}; several jobs`, facts: { ...plain, both: at % 2 === 0 ? 'the Planner and Buyer roles' : 'both roles' } }
})
const samples = [...told, ...uncalled, ...outside, ...unmet, ...unwritten, ...several]
const book = await loadLetters({ dataDir: 'data', built: null, own: 'no-such-folder' }, faultIn)
const tone = await readShippedTone('data')
const afterAnOffer: ReadonlySet<LetterKind> = new Set<LetterKind>(['accept', 'decline', 'negotiation-opener', 'offer-thanks', 'extension'])

/** The letter that one template makes of a story, drafted once; null where what it needs is not known. */
function drafted(template: LetterTemplate, sample: Sample): Draft | null {
  const known = drafts.get(sample) ?? new Map<LetterTemplate, Draft | null>()
  drafts.set(sample, known)
  const draft = known.get(template)
  if (draft !== undefined) return draft
  const wanted = { kind: template.kind, used: [], elsewhere: [], version: 0 }
  const fresh = draftLetter({ ...book, templates: [template] }, sample.facts, wanted)
  known.set(template, fresh)
  return fresh
}

const drafts = new Map<Sample, Map<LetterTemplate, Draft | null>>()

function checked(
  { subject, text }: Draft,
  kind: LetterKind,
  { company, reader, role, hooks, cares, others, talkedWith }: LetterFacts,
): Checkup {
  const known = [...hooks, ...cares, ...(others === null ? [] : [others]), ...(talkedWith ? ['Al Bo'] : [])]
  return check(`Subject: ${subject}\n\n${text}`, { kind, company, contact: reader, role, known, offered: afterAnOffer.has(kind) }, tone)
}

/** Who does not want the job is drafted no letter that wishes for it. */
function isAllowed(kind: LetterKind, { facts }: Sample): boolean {
  return facts.want !== 'no' || !letterIs(kind, 'wishes')
}

/** Where a kind has letters for what is special about a story, only they are for it, and what asks for paper is for nothing else. */
function isFor(template: LetterTemplate, { facts }: Sample): boolean {
  const special = (['unmet', 'accepted', 'changed', 'both'] as const).find((name) => facts[name])
  if (special === undefined || template.slots.includes(special)) return true
  return special === 'unmet' && !book.templates.some((one) => one.kind === template.kind && one.slots.includes(special))
}

/** Its sentences, without greeting, signature, and what is recorded. */
function sentencesOf({ text }: Draft): readonly string[] {
  return text
    .split('\n\n')
    .slice(1)
    .flatMap((paragraph) => paragraph.split(/(?<=[.?])\s+/))
}

/** What is wrong with a letter, with its text; null when it is calm, of a good length, and has nothing left over of the template. */
function faultsOf({ words: [least, most], kind }: LetterTemplate, { story, facts }: Sample, draft: Draft): object | null {
  const { findings, words } = checked(draft, kind, facts)
  const grave = findings.filter((one) => one.severity !== 'hint')
  const left = /[{}[\]<>|]|\bnull\b|undefined| {2}|\.\.|,,| [,.?]/.exec(`${draft.subject}\n${draft.text}`)
  const fits = words >= least && words <= most
  return grave.length === 0 && fits && !left && !draft.text.includes('!') ? null : { story, ...draft, grave, words, left: left?.[0] }
}

/** What two letters have in common that are judged alike. */
function alike({ company, reader, role, hooks, cares, others }: LetterFacts, { subject, text }: Draft): string {
  return JSON.stringify([company, reader, role, hooks, cares, others, subject, text])
}

describe.each(book.templates.map((one) => [one.id, one] as const))('the letter %s', (_id, template) => {
  const fitting = samples.filter((sample) => isAllowed(template.kind, sample) && isFor(template, sample))
  const made = fitting.flatMap((sample) => {
    const draft = drafted(template, sample)
    return draft === null ? [] : [{ sample, draft }]
  })
  const distinct = new Map(made.map((one) => [alike(one.sample.facts, one.draft), one])).values()

  it('is written for a story at least', () => {
    expect(made.length).toBeGreaterThanOrEqual(template.slots.length === 0 ? fitting.length : 4)
  })

  it('is calm and of a good length in every story', () => {
    expect([...distinct].flatMap(({ sample, draft }) => faultsOf(template, sample, draft) ?? [])).toEqual([])
  })
})

describe('to somebody outside', () => {
  it.each(outside.map((sample) => [sample.story, sample] as const))('no letter speaks as if to the employer: %s', (_story, sample) => {
    const texts = book.templates
      .filter((one) => isAllowed(one.kind, sample))
      .flatMap((one) => drafted(one, sample) ?? [])
      .map(({ subject, text }) => `${subject}\n${text}`)
    expect(texts.filter((text) => asEmployer.test(text))).toEqual([])
  })
})

describe('for several jobs', () => {
  it.each(several.map((sample) => [sample.story, sample] as const))('a letter that can be about them names them: %s', (_story, sample) => {
    const kinds = letterKinds.filter((kind) => isAllowed(kind, sample) && book.templates.some((one) => one.kind === kind && isSeveral(one)))
    expect(kinds).toHaveLength(sample.facts.want === 'no' ? 2 : 6)
    for (const kind of kinds.filter((one) => one !== 'value-add')) {
      const draft = draftLetter(book, sample.facts, { kind, used: [], elsewhere: [], version: 0 })
      expect(draft).toMatchObject({ speaksOfAll: true })
      expect(draft?.text).toContain(sample.facts.both)
    }
  })
})

function isSeveral({ slots }: LetterTemplate): boolean {
  return slots.includes('both')
}

const asEmployer =
  /\byour (?:team|people|offer|decision|side|trust|confidence|work)\b|\b(?:all|any|one|both|either) of (?:you|us)\b|\b(?:join|work with|considering|chose) you\b|\bconsidered me\b|\byou would like (?!to know|me\b)|\byou (?:expect|decide)\b|\byours\b/iu

describe('where calls are stopped', () => {
  it.each(uncalled.map((sample) => [sample.story, sample] as const))('no letter asks for one or announces one: %s', (_story, sample) => {
    const own = sample.facts.own ?? ''
    const texts = book.templates.flatMap((one) => drafted(one, sample) ?? []).map(({ subject, text }) => `${subject}\n${text}`)
    const asking = texts.filter((text) => !text.includes(`${sample.facts.company} may `))
    expect(asking.filter((text) => /\b(?:calls?|ring|phone|by voice)\b/i.test(text.replace(own, '')))).toEqual([])
  })
})

describe('two letters of one kind to one person', () => {
  it.each(letterKinds)('%s: no two versions share a sentence', (kind) => {
    for (const sample of samples) {
      const all = book.templates
        .filter((one) => one.kind === kind)
        .flatMap((one) => drafted(one, sample) ?? [])
        .map((draft) =>
          sentencesOf(draft).filter((sentence) => !recorded(sample).some((words) => sentence.toLowerCase().includes(words.toLowerCase()))),
        )
      const flat = all.flat().filter((sentence) => sentence.split(' ').length > 3)
      expect([sample.story, flat.filter((sentence, index) => flat.indexOf(sentence) !== index)]).toEqual([sample.story, []])
    }
  })
})

describe('two letters of different kinds to one person', () => {
  it.each(samples.map((sample) => [sample.story, sample] as const))('share no sentence: %s', (_story, sample) => {
    const all = book.templates.flatMap((one) => {
      const draft = drafted(one, sample)
      const said = draft === null ? [] : sentencesOf(draft).filter((sentence) => sentence.split(' ').length > 4)
      return [...new Set(said)].filter((sentence) => !recorded(sample).some((words) => sentence.includes(words.slice(1))))
    })
    expect(all.filter((sentence, index) => all.indexOf(sentence) !== index)).toEqual([])
  })
})

/** What stands in any letter of a story, word for word. */
function recorded({ facts: { own, landing, me, number } }: Sample): readonly string[] {
  return [own, landing === null ? null : (book.repairs[landing] ?? null), me, number].flatMap((one) => one ?? [])
}

describe('a draft', () => {
  it('is the same for the same facts, byte for byte', () => {
    for (const sample of samples)
      for (const kind of letterKinds) {
        const wanted = { kind, used: [], elsewhere: [], version: 0 }
        expect(draftLetter(book, sample.facts, wanted)).toEqual(draftLetter(book, structuredClone(sample.facts), wanted))
      }
  })

  it('of the note says the doubt once, in one sentence, and mends nothing twice', () => {
    const [story] = samples
    const note = draftLetter(book, story?.facts as LetterFacts, { kind: 'love-letter', used: [], elsewhere: [], version: 0 })
    expect(note?.text.split('my own work').length).toBe(2)
    expect(note?.repair).toBe('oversold')
  })
})
