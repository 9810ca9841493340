import type { Gate, ToneFamily, ToneWords } from '../model/tone.js'
import { isNegated, isSomeoneElses } from './gates.js'
import type { Flow, Letter } from './letter.js'
import { matchesOf } from './match.js'
import { headsOf, phraseOf } from './phrase.js'
import type { Phrase } from './phrase.js'
import type { Span } from './split.js'

/** One thing a rule saw: its weight, where it is (null for something missing), and its own advice where it has one. */
export interface Hit {
  readonly points: number
  readonly span: Span | null
  /** The sentence it is in; -1 for none. */
  readonly sentence: number
  readonly family: string
  readonly instead?: string | undefined
  /** Its own reason where it has one. */
  readonly why?: string | undefined
  /** Not made a tip by a calm rest of the letter. */
  readonly certain?: boolean | undefined
}

/** A phrase found: the indices of its tokens in the letter, both inclusive. */
export interface Found {
  readonly first: number
  readonly last: number
}

/** Where phrases occur in a letter, quotations and names left out. A phrase never goes beyond its sentence. */
export function occurrences(phrases: readonly Sought[], letter: Letter): readonly Found[] {
  const found: Found[] = []
  for (const { heads, phrase: read } of phrases) {
    if (!hasAll(heads, letter.vocabulary)) continue
    const phrase = read()
    if (!mayOccur(phrase, letter.vocabulary)) continue
    for (const flow of letter.flows) if (mayOccur(phrase, flow.vocabulary)) found.push(...occurrencesIn(flow, phrase, letter))
  }
  return found
}

function hasAll(words: readonly string[], vocabulary: ReadonlySet<string>): boolean {
  for (const word of words) if (!vocabulary.has(word)) return false
  return true
}

function mayOccur({ anchors }: Phrase, vocabulary: ReadonlySet<string>): boolean {
  return anchors.every((words) => words.some((word) => vocabulary.has(word)))
}

function occurrencesIn(flow: Flow, phrase: Phrase, { tokens }: Letter): readonly Found[] {
  return matchesOf(phrase, flow).flatMap(([from, end]) => {
    const [first, last] = [flow.first + from, flow.first + end - 1]
    return tokens.slice(first, last + 1).every((token) => token.quoted) ? [] : [{ first, last }]
  })
}

/** What a family of phrases hits in a letter, its gates passed. */
export function familyHits(family: ToneFamily, letter: Letter, words: ToneWords): readonly Hit[] {
  const { only, spares } = family
  const { kind } = letter.about
  if ((only && !(kind && only.includes(kind))) || (kind && spares?.includes(kind))) return []
  const { phrases, unless, mended } = phrasesOf(family, words)
  const found = occurrences(phrases, letter).filter((one) => passes(one, family, letter))
  if (found.length === 0) return []
  const sentenceOf = ({ first }: Found): number => letter.tokens[first]?.sentence ?? -1
  const excused = new Set(occurrences(unless, letter).map(sentenceOf))
  for (const one of occurrences(mended, letter)) excused.add(sentenceOf(one)).add(sentenceOf(one) - 1)
  const kept = found.filter((one) => !excused.has(sentenceOf(one)))
  return apart(kept).map((one) => hitOf(one, family, letter))
}

function hitOf({ first, last }: Found, { points, name, why, instead, certain }: ToneFamily, { tokens }: Letter): Hit {
  const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
  return { points, span, sentence: tokens[first]?.sentence ?? -1, family: name, why, instead, certain }
}

const gates: Readonly<Record<Gate, (letter: Letter, at: number) => boolean>> = { negation: isNegated, subject: isSomeoneElses }

function passes({ first }: Found, family: ToneFamily, letter: Letter): boolean {
  const place = letter.tokens[first]?.place
  if (family.where !== undefined && family.where !== place) return false
  return !(family.gates ?? []).some((gate) => gates[gate](letter, first))
}

/** Of those that share words, the first and longest. */
function apart(found: readonly Found[]): readonly Found[] {
  const out: Found[] = []
  for (const one of [...found].sort((a, b) => a.first - b.first || b.last - a.last)) if (one.first > (out.at(-1)?.last ?? -1)) out.push(one)
  return out
}

/** A phrase that is read when a letter has the words it begins with: few have, and reading all takes longer than all else that a check does. */
export interface Sought {
  readonly heads: readonly string[]
  readonly phrase: () => Phrase
}

interface Phrases {
  readonly phrases: readonly Sought[]
  readonly unless: readonly Sought[]
  readonly mended: readonly Sought[]
}
const read = new WeakMap<ToneFamily, Phrases>()
const lists = new WeakMap<readonly string[], readonly Sought[]>()

// A family is made ready once in a run, however many letters it judges.
function phrasesOf(family: ToneFamily, words: ToneWords): Phrases {
  const known = read.get(family)
  if (known) return known
  const { phrases, unless = [], mended = [] } = family
  const fresh = { phrases: soughtIn(phrases, words), unless: soughtIn(unless, words), mended: soughtIn(mended, words) }
  read.set(family, fresh)
  return fresh
}

/** The phrases of a list, each read at most once in a run. */
export function soughtIn(sources: readonly string[], { slots }: ToneWords): readonly Sought[] {
  const known = lists.get(sources)
  if (known) return known
  const fresh = sources.map((source) => soughtOf(source, slots))
  lists.set(sources, fresh)
  return fresh
}

function soughtOf(source: string, slots: ToneWords['slots']): Sought {
  let made: Phrase | null = null
  return { heads: headsOf(source), phrase: () => (made ??= phraseOf(source, slots)) }
}
