import type { Gate, Tone, ToneFamily } from '../model/tone.js'
import { isNegated, isSomeoneElses } from './gates.js'
import type { Letter } from './letter.js'
import { matchesOf } from './match.js'
import type { Spoken } from './match.js'
import type { Phrase } from './phrase.js'
import { phrasebookOf } from './phrasebook.js'
import type { Fitting, Met } from './phrasebook.js'
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

/** A letter as phrases are searched in it. */
export interface Search {
  readonly letter: Letter
  readonly flows: readonly Flow[]
  /** By their lists, the phrases that may occur. */
  readonly fitting: ReadonlyMap<readonly string[], readonly Fitting[]>
}

/** A sentence of it, and the needs that it meets. */
interface Flow extends Spoken {
  /** The index, in the letter, of its first token. */
  readonly first: number
  readonly met: Met
}

/** Makes a letter ready to be searched for the phrases of a tone. */
export function searchIn(letter: Letter, tone: Tone): Search {
  const book = phrasebookOf(tone)
  const met = book.nothingMet()
  let first = 0
  const flows = letter.sentences.map(({ tokens, ends }): Flow => {
    const forms = tokens.map((token) => (letter.named.has(token) ? `_${token.form}` : token.form))
    const flow = { forms, asks: ends === '?', first, met: book.metBy(forms, met) }
    first += tokens.length
    return flow
  })
  return { letter, flows, fitting: book.fitting(met) }
}

/** Where the phrases of a list occur in a letter, quotations and names left out. A phrase never goes beyond its sentence. */
export function occurrences(list: readonly string[], { letter, flows, fitting }: Search): readonly Found[] {
  const found: Found[] = []
  for (const { needs, phrase } of fitting.get(list) ?? [])
    for (const flow of flows) if (hasAll(flow.met, needs)) found.push(...occurrencesIn(flow, phrase(), letter))
  return found
}

function hasAll(met: Met, needs: readonly number[]): boolean {
  for (const need of needs) if (met[need] !== 1) return false
  return true
}

function occurrencesIn(flow: Flow, phrase: Phrase, { tokens }: Letter): readonly Found[] {
  return matchesOf(phrase, flow).flatMap(([from, end]) => {
    const [first, last] = [flow.first + from, flow.first + end - 1]
    return tokens.slice(first, last + 1).every((token) => token.quoted) ? [] : [{ first, last }]
  })
}

/** What a family of phrases hits in a letter, its gates passed. */
export function familyHits(family: ToneFamily, search: Search): readonly Hit[] {
  const { letter } = search
  const { phrases, unless = [], mended = [], only, spares } = family
  const { kind } = letter.about
  if ((only && !(kind && only.includes(kind))) || (kind && spares?.includes(kind))) return []
  const found = occurrences(phrases, search).filter((one) => passes(one, family, letter))
  if (found.length === 0) return []
  const sentenceOf = ({ first }: Found): number => letter.tokens[first]?.sentence ?? -1
  const excused = new Set(occurrences(unless, search).map(sentenceOf))
  for (const one of occurrences(mended, search)) excused.add(sentenceOf(one)).add(sentenceOf(one) - 1)
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
