import { readFileSync, writeFileSync } from 'node:fs'
import { readShippedLetters } from '../src/catalog/letter-files.js'
import { sharesOf, traitsOf } from '../src/composure/likeness.js'
import type { Traits } from '../src/composure/likeness.js'
import { readLetter } from '../src/composure/letter.js'
import { draftLetter } from '../src/letters/draft.js'
import type { LikenessFile } from '../src/model/likeness.js'
import type { LetterFacts } from '../src/model/letter.js'
import { fit, scoreOf } from './logistic.js'
import type { Example } from './logistic.js'
import { readLetters } from './tone-figures.js'
import type { LabelledLetter } from './tone-figures.js'

// npm run tone:train: makes data/likeness.json from the labelled letters, but for the sealed ones.
const files = [
  'sample',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'used',
  'held-back',
  'blind',
  'unseen',
]
// These are counted or compared, not worded.
const measured = new Set(['length', 'emoji', 'wrong-name'])
/** Of good letters that a model had not seen, so many in 100 may read like a fault, and so many in 100 of the bad ones calm. */
const falseAlarms = 1.5
const overlooked = 15
const leastSentences = 3

/** A letter to learn from; its `set` is what is left out to see how the others judge it. */
interface Lesson {
  readonly set: string
  readonly faults: readonly string[]
  readonly isBad: boolean
  readonly traits: Traits
}
type Space = Parameters<typeof sharesOf>[1]
interface Model {
  readonly space: Space
  readonly rows: readonly Float64Array[]
}

const lessons = files.flatMap(lessonsOf)
const drafts = draftsOf()
const faults = [...new Set(lessons.flatMap((one) => one.faults))].filter((fault) => !measured.has(fault)).sort()
const apart = new Map(files.flatMap((file) => judgedByOthers(file)))
const scale = scaleOf(lessons.filter((one) => !one.isBad).map((one) => apart.get(one) ?? []))
const { space, rows } = learned(lessons)
writeFileSync('data/likeness.json', `${JSON.stringify(fileOf(space, scale.folded(rows)))}\n`)
process.stdout.write(
  `${lessons.length} letters, ${space.columns.size} words and pairs; ${thresholdsOf()
    .map((one) => one.toFixed(2))
    .join(', ')}\n`,
)

function lessonsOf(file: string): readonly Lesson[] {
  return readLetters(readFileSync(`test/fixtures/letters/${file}.jsonl`, 'utf8')).map((letter) => lessonOf(letter, file))
}

function lessonOf({ kind, company, contact, subject, body, faults: labelled, label }: LabelledLetter, set: string): Lesson {
  const text = subject === null ? body : `Subject: ${subject}\n\n${body}`
  const letter = readLetter(text, { kind, company, contact, role: null, known: [], offered: null })
  return { set, faults: labelled, isBad: label === 'bad', traits: traitsOf(letter) }
}

/** Our own drafts of the sample stories are good letters too, but there are many of them and they are alike. */
function draftsOf(): readonly Lesson[] {
  const samples = JSON.parse(readFileSync('data/sample/letters.json', 'utf8')) as readonly { readonly facts: LetterFacts }[]
  const book = { ...readShippedLetters('data'), notices: [] }
  return book.templates.flatMap((template) =>
    samples.flatMap(({ facts }) => {
      const draft = draftLetter({ ...book, templates: [template] }, facts, { kind: template.kind, used: [], elsewhere: [], version: 0 })
      if (draft === null) return []
      const { company, reader: contact } = facts
      const letter = { id: template.id, kind: template.kind, label: 'good', faults: [], subject: draft.subject, body: draft.text } as const
      return [lessonOf({ ...letter, company, contact }, 'drafts')]
    }),
  )
}

function learned(from: readonly Lesson[]): Model {
  const own = spaceOf(from)
  const all = [...from, ...drafts].map((lesson) => ({ lesson, ...vectorOf(lesson, own) }))
  const rowFor = (so: (lesson: Lesson) => boolean, weight: number): Float64Array => {
    const examples = all.map(({ lesson, columns, amounts }): Example => {
      const is = so(lesson)
      return { columns, amounts, so: is ? 1 : 0, count: lesson.set === 'drafts' ? 0.3 : is ? weight : 1 }
    })
    return fit(examples, own.columns.size + own.means.length)
  }
  return { space: own, rows: [...faults.map((fault) => rowFor((one) => one.faults.includes(fault), 3)), rowFor((one) => one.isBad, 1)] }
}

function spaceOf(from: readonly Lesson[]): Space {
  const counts = new Map<string, number>()
  const sentences = from.flatMap((one) => one.traits.sentences)
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= leastSentences)
  const spread = (from[0]?.traits.measures ?? []).map((_, at) => spreadOf(from.map((one) => one.traits.measures[at] ?? 0)))
  return {
    columns: new Map(kept.map(([word], at) => [word, at])),
    rarity: (column) => Math.log(sentences.length / (kept[column]?.[1] ?? 1)),
    means: spread.map(({ mean }) => mean),
    spreads: spread.map(({ deviation }) => deviation),
  }
}

function vectorOf({ traits }: Lesson, own: Space): Pick<Example, 'columns' | 'amounts'> {
  const sum = new Map<number, number>()
  for (const part of sharesOf(traits, own)) for (const [column, amount] of part) sum.set(column, (sum.get(column) ?? 0) + amount)
  return { columns: Int32Array.from(sum.keys()), amounts: Float64Array.from(sum.values()) }
}

function judgedByOthers(set: string): readonly (readonly [Lesson, readonly number[]])[] {
  const model = learned(lessons.filter((one) => one.set !== set))
  return lessons
    .filter((one) => one.set === set)
    .map((one) => [one, model.rows.map((row) => scoreOf(vectorOf(one, model.space), row))] as const)
}

interface Scale {
  /** The scores of a letter in standard deviations over good letters: of each fault with that of "anything" added, and of "anything". */
  scaled(scores: readonly number[]): readonly number[]
  /** The same, folded into the rows. */
  folded(rows: readonly Float64Array[]): readonly Float64Array[]
}

function scaleOf(good: readonly (readonly number[])[]): Scale {
  const any = faults.length
  const single = [...faults.keys(), any].map((at) => spreadOf(good.map((scores) => scores[at] ?? 0)))
  const alone = (value: number, at: number): number => (value - (single[at]?.mean ?? 0)) / (single[at]?.deviation ?? 1)
  const both = (scores: readonly number[], at: number): number => alone(scores[at] ?? 0, at) + alone(scores[any] ?? 0, any)
  const double = faults.map((_, at) => spreadOf(good.map((scores) => both(scores, at))))
  const centred = (value: number, at: number): number => (value - (double[at]?.mean ?? 0)) / (double[at]?.deviation ?? 1)
  return {
    scaled: (scores) => [...faults.map((_, at) => centred(both(scores, at), at)), alone(scores[any] ?? 0, any)],
    folded: (own) =>
      own.map((row, at) =>
        row.map((_, column) => {
          const isConstant = column === row.length - 1
          const scores = own.map((other) => other[column] ?? 0)
          if (isConstant) return at === any ? alone(scores[any] ?? 0, any) : centred(both(scores, at), at)
          const slope = (of: number): number => (scores[of] ?? 0) / (single[of]?.deviation ?? 1)
          return at === any ? slope(any) : (slope(at) + slope(any)) / (double[at]?.deviation ?? 1)
        }),
      ),
  }
}

function thresholdsOf(): readonly [fault: number, calm: number] {
  const scores = lessons.map((one) => ({ one, scaled: scale.scaled(apart.get(one) ?? []) }))
  const best = scores.filter(({ one }) => !one.isBad).map(({ scaled }) => Math.max(...scaled.slice(0, -1)))
  const any = scores.filter(({ one }) => one.isBad).map(({ scaled }) => scaled.at(-1) ?? 0)
  return [percentile(best, 100 - falseAlarms), percentile(any, overlooked)]
}

function fileOf({ columns, rarity, means, spreads }: Space, own: readonly Float64Array[]): LikenessFile {
  const words = columns.size
  const units = own.map((row) => row.subarray(0, words).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127)
  const bytes = own.flatMap((row, at) => Array.from(row.subarray(0, words), (weight) => Math.round(weight / (units[at] ?? 1))))
  const [fault, calm] = thresholdsOf()
  return {
    columns: [...columns.keys()].join('\n'),
    rarity: Array.from({ length: words }, (_, column) => Math.round(rarity(column) * 100)),
    means: means.map(rounded),
    spreads: spreads.map(rounded),
    faults,
    units: units.map(rounded),
    rest: own.map((row) => Array.from(row.subarray(words), rounded)),
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    fault: rounded(fault),
    calm: rounded(calm),
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(6))
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((share / 100) * sorted.length))] ?? 0
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  return { mean, deviation: Math.sqrt(variance) + 1e-6 }
}
