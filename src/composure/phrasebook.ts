import { phraseLists } from '../model/tone.js'
import type { PhraseIndex, Tone } from '../model/tone.js'
import { indexOf, needFinder } from './phrase-index.js'
import { phraseOf } from './phrase.js'
import type { Phrase } from './phrase.js'

/** The phrases of a tone. A run reads only those whose needs a letter meets: reading all takes longer than all else that a check does. */
export interface Phrasebook {
  /** The needs that a sentence of these forms meets, marked in `letter` too. */
  readonly metBy: (forms: readonly string[], letter: Met) => Met
  /** A letter, or sentence, of which no need is known to be met. */
  readonly nothingMet: () => Met
  /** The phrases of each list whose needs are met, in the list's order. */
  readonly fitting: (met: Met) => ReadonlyMap<readonly string[], readonly Fitting[]>
}

/** A 1 at the number of each need that is met. */
export type Met = Uint8Array

/** A phrase that may occur, and what a sentence must meet for it to occur there. */
export interface Fitting {
  readonly needs: readonly number[]
  readonly phrase: () => Phrase
}

const books = new WeakMap<Tone, Phrasebook>()

/** The phrasebook of a tone, made once in a run. */
export function phrasebookOf(tone: Tone): Phrasebook {
  const known = books.get(tone)
  if (known) return known
  const fresh = bookOf(tone)
  books.set(tone, fresh)
  return fresh
}

function bookOf({ rules, index, words: { slots } }: Tone): Phrasebook {
  const indexes = indexesOf(rules, index, slots)
  const finders = indexes.map(needFinder)
  const nothingMet = (): Met => new Uint8Array(indexes.at(-1)?.next ?? 0)
  const read = new Map<string, Phrase>()
  const phrase = (source: string): Phrase => {
    const known = read.get(source) ?? phraseOf(source, slots)
    read.set(source, known)
    return known
  }
  return {
    nothingMet,
    metBy: (forms, letter) => {
      const met = nothingMet()
      for (const find of finders)
        for (let at = 0; at < forms.length; at += 1)
          for (const need of find(forms[at] ?? '', forms[at + 1] ?? '')) met[need] = letter[need] = 1
      return met
    },
    fitting: (met) => new Map(indexes.flatMap((one) => fittingIn(one, met, phrase))),
  }
}

/** The index of shipped rules, and one of all lists that it lacks. */
function indexesOf(rules: Tone['rules'], index: PhraseIndex | null, slots: Tone['words']['slots']): readonly PhraseIndex[] {
  const known = new Set(index?.lists)
  const others = phraseLists(rules).filter((list) => list.length > 0 && !known.has(list))
  return [...(index ? [index] : []), ...(others.length > 0 ? [indexOf(others, slots, index?.next ?? 1)] : [])]
}

function fittingIn(
  { lists, needs }: PhraseIndex,
  met: Met,
  read: (source: string) => Phrase,
): readonly (readonly [readonly string[], readonly Fitting[]])[] {
  let at = 0
  return lists.map((list) => {
    const fitting: Fitting[] = []
    for (const source of list) {
      const from = at
      let isMet = true
      for (let need = needs[at] ?? 0; need !== 0; need = needs[at] ?? 0) {
        isMet &&= met[need] === 1
        at += 1
      }
      if (isMet) fitting.push({ needs: needs.slice(from, at), phrase: () => read(source) })
      at += 1
    }
    return [list, fitting]
  })
}
