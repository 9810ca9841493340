import type { LetterKind } from './act.js'
import type { Severity } from './finding.js'
import type { Likeness } from './likeness.js'

/** An example of a rule: a letter, or a scrap of one, and what is known about it. */
export interface ToneExample {
  readonly text: string
  readonly kind?: LetterKind | undefined
  readonly company?: string | undefined
  readonly contact?: string | undefined
  readonly role?: string | undefined
  readonly known?: readonly string[] | undefined
  readonly offered?: boolean | undefined
}

/** What takes a hit back: 'negation' a "not" just before it; 'subject' a sentence about someone else. Quotation and names always do. */
export type Gate = 'negation' | 'subject'

/** Ways of saying one thing, in the language of phrases (docs/tone.md), and what each hit weighs. */
export interface ToneFamily {
  readonly name: string
  readonly points: number
  readonly phrases: readonly string[]
  /** A hit does not count in a sentence that has one of these. */
  readonly unless?: readonly string[] | undefined
  /** Nor where one of these stands in its sentence or the next: what was said is put right at once. */
  readonly mended?: readonly string[] | undefined
  readonly gates?: readonly Gate[] | undefined
  /** Only in the subject, or only below it; else everywhere. */
  readonly where?: 'subject' | 'letter' | undefined
  /** The kinds of letters it speaks of, also where its rule spares them. */
  readonly only?: readonly LetterKind[] | undefined
  readonly spares?: readonly LetterKind[] | undefined
  /** The most points that all its hits together give. */
  readonly most?: number | undefined
  /** Its own reason and advice instead of the rule's. */
  readonly why?: string | undefined
  readonly instead?: string | undefined
  /** So plain that a calm rest of the letter does not make it a tip. */
  readonly certain?: boolean | undefined
}

/** The points of a letter at which a finding of each severity is made. */
export type ToneLevels = Readonly<Partial<Record<Severity, number>>>

/** What is counted in code rather than by phrases. */
export type Measure =
  | 'length'
  | 'connection'
  | 'greeting'
  | 'slots'
  | 'company'
  | 'capitals'
  | 'marks'
  | 'emoji'
  | 'asks'
  | 'generic'
  | 'self'
  | 'merits'
  | 'abstract'
  | 'links'
  | 'thread'

/** One rule of the composure check; one file of data/tone or of the person's own tone/. */
export interface ToneRule {
  readonly id: string
  readonly name: string
  readonly severity: Severity
  readonly why: string
  readonly instead: string
  readonly levels: ToneLevels
  /** Points in one sentence that make a warning by themselves. */
  readonly sentence?: number | undefined
  /** Points for each hundred words that make a warning by themselves, from the second hit on. */
  readonly density?: number | undefined
  readonly only?: readonly LetterKind[] | undefined
  readonly spares?: readonly LetterKind[] | undefined
  /** Its findings are only tips in a letter that as a whole reads calm. */
  readonly tempered?: boolean | undefined
  /** Does not speak once an offer is on record; without one it speaks of a negotiation-opener too. */
  readonly beforeOffer?: boolean | undefined
  /** The letters of `only` must say one of these, else that is the finding. */
  readonly requires?: readonly string[] | undefined
  /** Does not speak of a letter that holds so many words of its own matter. */
  readonly concrete?: number | undefined
  /** What is enough in letters of some kinds. */
  readonly enough?: { readonly only: readonly LetterKind[]; readonly phrases: readonly string[] } | undefined
  /** The letter is acquitted where all of these groups are said. */
  readonly acquits?: readonly (readonly string[])[] | undefined
  readonly measures?: readonly Measure[] | undefined
  readonly families?: readonly ToneFamily[] | undefined
  readonly flagged: readonly (string | ToneExample)[]
  readonly clean: readonly (string | ToneExample)[]
}

/** How many words a letter of a kind has: the good range and the limits, all inclusive. */
export interface LetterLength {
  readonly good: readonly [number, number]
  readonly limit: readonly [number, number]
}

/** Words that the rules share. */
export interface ToneWords {
  /** Slots of phrases: {need} is any of slots.need. */
  readonly slots: Readonly<Record<string, readonly string[]>>
  readonly lengths: Readonly<Partial<Record<LetterKind, LetterLength>>>
  /** Words that say nothing about one job rather than another; `word*` is a beginning. */
  readonly generic: readonly string[]
  /** Words in capitals that do not shout. */
  readonly acronyms: readonly string[]
  /** Titles and particles before or after a name. */
  readonly titles: readonly string[]
  /** Each line names one name: its usual short forms. */
  readonly nicknames: readonly (readonly string[])[]
  /** Greetings of nobody in particular. */
  readonly nobody: readonly string[]
}

/** What each phrase needs of a sentence, so that few phrases are read. Needs are numbered from 1. */
export interface PhraseIndex {
  readonly lists: readonly (readonly string[])[]
  /** For each phrase, list after list, the numbers of its needs and a nought; all of them must be met. */
  readonly needs: readonly number[]
  /** The first number that no need has. */
  readonly next: number
  /** Sorted, each with its name and a tab before what lies in it: words, beginnings and pairs with the numbers of needs they meet ('|word:1,2|word*:3|two words:4|'). */
  readonly drawers: readonly string[]
}

/** The same as it lies in a file: the lists are those of the shipped rules, the drawers a line each. */
export type PhraseIndexFile = Pick<PhraseIndex, 'needs' | 'next'> & { readonly drawers: string }

/** All lists of phrases of these rules. */
export function phraseLists(rules: readonly ToneRule[]): readonly (readonly string[])[] {
  return rules.flatMap(({ families = [], requires = [], enough, acquits = [] }) => [
    ...families.flatMap(({ phrases, unless = [], mended = [] }) => [phrases, unless, mended]),
    ...[requires, enough?.phrases ?? [], ...acquits],
  ])
}

/** The rules of the composure check, shipped and own, and the words they share. */
export interface Tone {
  readonly rules: readonly ToneRule[]
  readonly words: ToneWords
  /** Of the lists of shipped rules, where the program is built; the needs of others are worked out in a run. */
  readonly index: PhraseIndex | null
  /** How labelled letters read. */
  readonly likeness: Likeness
  /** A sentence for each of the person's own files that cannot be used and is left out. */
  readonly notices: readonly string[]
}
