import type { Gate, ToneFamily, ToneWords } from '../model/tone.js'
import { isNegated, isSomeoneElses } from './gates.js'
import type { Letter } from './letter.js'
import type { Token } from './passage.js'
import { phraseOf } from './phrase.js'
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
}

/** A phrase found: the indices of its tokens in the letter, both inclusive. */
export interface Found {
  readonly first: number
  readonly last: number
}

/** Where phrases occur in a letter, quotations and names left out. */
export function occurrences(phrases: readonly Phrase[], letter: Letter): readonly Found[] {
  return phrases.flatMap((phrase) => {
    if (phrase.anchors.length > 0 && !phrase.anchors.some((word) => letter.vocabulary.has(word))) return []
    const found: Found[] = []
    for (const match of letter.flow.matchAll(phrase.pattern())) {
      const first = tokenAt(letter.places, match.index)
      const last = tokenAt(letter.places, match.index + Math.max(1, match[0].length) - 1)
      if (match[0] !== '' && !tokensOf(letter, { first, last }).every((token) => token.quoted)) found.push({ first, last })
    }
    return found
  })
}

/** What a family of phrases hits in a letter, its gates passed. */
export function familyHits(family: ToneFamily, letter: Letter, words: ToneWords): readonly Hit[] {
  const { only, spares } = family
  const { kind } = letter.about
  if ((only && !(kind && only.includes(kind))) || (kind && spares?.includes(kind))) return []
  const { phrases, unless } = phrasesOf(family, words)
  const found = occurrences(phrases, letter).filter((one) => passes(one, family, letter))
  if (found.length === 0) return []
  const excused = new Set(occurrences(unless, letter).map(({ first }) => letter.tokens[first]?.sentence))
  const kept = found.filter(({ first }) => !excused.has(letter.tokens[first]?.sentence))
  return apart(kept).map((one) => hitOf(one, family, letter))
}

function hitOf({ first, last }: Found, { points, name, instead }: ToneFamily, { tokens }: Letter): Hit {
  const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
  return { points, span, sentence: tokens[first]?.sentence ?? -1, family: name, instead }
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

function tokensOf({ tokens }: Letter, { first, last }: Found): readonly Token[] {
  return tokens.slice(first, last + 1)
}

/** The last token that begins at or before an offset of the flow. */
function tokenAt(places: readonly number[], offset: number): number {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

interface Phrases {
  readonly phrases: readonly Phrase[]
  readonly unless: readonly Phrase[]
}
const read = new WeakMap<ToneFamily, Phrases>()
const lists = new WeakMap<readonly string[], readonly Phrase[]>()

// A family is read once in a run, however many letters it judges.
function phrasesOf(family: ToneFamily, words: ToneWords): Phrases {
  const known = read.get(family)
  if (known) return known
  const fresh = { phrases: readPhrases(family.phrases, words), unless: readPhrases(family.unless ?? [], words) }
  read.set(family, fresh)
  return fresh
}

/** Phrases of a list, read once in a run. */
export function readPhrases(sources: readonly string[], { slots }: ToneWords): readonly Phrase[] {
  const known = lists.get(sources)
  if (known) return known
  const fresh = sources.map((source) => phraseOf(source, slots))
  lists.set(sources, fresh)
  return fresh
}
