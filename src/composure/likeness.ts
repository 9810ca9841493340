import type { Likeness } from '../model/likeness.js'
import type { Letter } from './letter.js'
import type { Sentence } from './passage.js'
import type { Span } from './split.js'

/** How a letter reads as a whole. */
export interface Reading {
  /** The score of "anything at all". */
  readonly any: number
  /** The fault with the highest score, that score, and the sentence that has most of it. */
  readonly fault: string
  readonly score: number
  readonly span: Span | null
}

/** What is looked at: the words and pairs of each sentence, and measures of the whole. */
export interface Traits {
  readonly sentences: readonly (readonly string[])[]
  readonly measures: readonly number[]
}

/** A column and how much of it there is. */
export type Share = readonly [column: number, amount: number]

/** Reads a letter by the model; linear in its length. */
export function readingOf(letter: Letter, likeness: Likeness): Reading {
  const sentences = filled(letter)
  const traits = traitsOf(letter)
  const parts = partsOf(traits, likeness).map((part) => scoresOf(part, likeness))
  const measured = deviationsOf(traits, likeness)
  const scores = likeness.rows.map(({ rest }, row) => {
    const weights = measured.map((deviation, at) => deviation * (rest[at] ?? 0))
    return (rest.at(-1) ?? 0) + sum(parts.map((part) => part[row] ?? 0)) + sum(weights)
  })
  const any = scores.at(-1) ?? 0
  const score = Math.max(...scores.slice(0, -1))
  const at = scores.indexOf(score)
  const weights = parts.map((part) => part[at] ?? 0)
  const heaviest = sentences[weights.indexOf(Math.max(...weights))]
  return { any, score, fault: likeness.faults[at] ?? '', span: heaviest ? spanOf(heaviest) : null }
}

/** The traits of a letter. */
export function traitsOf(letter: Letter): Traits {
  const all = filled(letter)
  const sentences = all.map((sentence) => formsOf(sentence, letter))
  return { sentences: sentences.map(pairsToo), measures: measuresOf(all, sentences.flat(), letter.words) }
}

type Space = Pick<Likeness, 'columns' | 'rarity' | 'means' | 'spreads'>

/** The columns of each sentence, weighed so that every sentence counts alike, and as the last those of the measures. */
export function sharesOf(traits: Traits, space: Space): readonly (readonly Share[])[] {
  const parts = partsOf(traits, space).map(({ columns, factor }) => columns.map((column): Share => [column, space.rarity(column) * factor]))
  return [...parts, deviationsOf(traits, space).map((deviation, at): Share => [space.columns.size + at, deviation])]
}

/** The columns of a sentence, and how much of each there is for one of its rarity. */
interface Part {
  readonly columns: readonly number[]
  readonly factor: number
}

function partsOf({ sentences }: Traits, { columns, rarity }: Space): readonly Part[] {
  const scale = 4 / Math.sqrt(Math.max(1, sentences.length))
  return sentences.map((words) => {
    const known = words.flatMap((word) => columns.get(word) ?? [])
    return { columns: known, factor: scale / (Math.sqrt(sum(known.map((column) => rarity(column) ** 2))) || 1) }
  })
}

function deviationsOf({ measures }: Traits, { means, spreads }: Space): readonly number[] {
  return measures.map((measure, at) => Math.max(-4, Math.min(4, (measure - (means[at] ?? 0)) / (spreads[at] ?? 1))) / 2)
}

function filled({ sentences }: Letter): readonly Sentence[] {
  return sentences.filter(({ tokens }) => tokens.length > 0)
}

function spanOf({ tokens }: Sentence): Span {
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }
}

/** What each row makes of a part; in whole numbers to the end, for fractions each take memory in a run that is not warm. */
function scoresOf({ columns, factor }: Part, { rows, weights, rarity }: Likeness): readonly number[] {
  const sums = rows.map(() => 0)
  for (const column of columns) {
    const rare = rarity(column)
    const from = column * rows.length
    for (let row = 0; row < sums.length; row += 1) sums[row] = (sums[row] ?? 0) + rare * (weights[from + row] ?? 0)
  }
  return rows.map(({ unit }, row) => (sums[row] ?? 0) * unit * factor)
}

const short: Readonly<Record<string, string>> = { m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would' }

/** Names and figures as one sign each, short forms written out, and the mark at the end unless it is a full stop. */
function formsOf({ tokens, ends }: Sentence, { named }: Letter): readonly string[] {
  const out: string[] = []
  for (const token of tokens) {
    const form = token.form.toLowerCase().replaceAll('’', "'")
    const [, refused] = /^(.+)n't$/.exec(form) ?? []
    const [, word = '', tail = ''] = /^(.+)'(m|re|ve|ll|d)$/.exec(form) ?? []
    if (named.has(token)) {
      if (out.at(-1) !== '_') out.push('_')
    } else if (/^\d/.test(form)) out.push('#')
    else if (form === 'cannot') out.push('can', 'not')
    else if (refused !== undefined) out.push(refused === 'ca' ? 'can' : refused === 'wo' ? 'will' : refused, 'not')
    else if (tail !== '') out.push(word, short[tail] ?? tail)
    else out.push(form)
  }
  return ends === '.' ? out : [...out, ends]
}

function pairsToo(words: readonly string[]): readonly string[] {
  return [...new Set([...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)])]
}

const own = /^(?:i|me|my|mine|myself)$/
const yours = /^(?:you|your|yours)$/
const no = /^(?:not|no|never|nobody|nothing|none|without|hardly)$/

/** Lengths, questions and loud marks, and the shares of words about the writer, the reader, figures, names and what is not. */
function measuresOf(sentences: readonly Sentence[], words: readonly string[], length: number): readonly number[] {
  const count = Math.max(1, sentences.length)
  const many = Math.max(1, words.length)
  const share = (wanted: RegExp): number => (words.filter((word) => wanted.test(word)).length / many) * 10
  const ending = (mark: string): number => sentences.filter(({ ends }) => ends === mark).length
  return [
    count / 10,
    length / 100,
    ending('?') / count,
    ending('!') / count,
    ending('?'),
    share(own),
    share(yours),
    share(/^#$/),
    share(/^_$/),
    share(no),
    sum(words.map((word) => word.length)) / many / 5,
    many / count / 15,
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
