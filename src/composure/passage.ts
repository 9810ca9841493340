import { quotedStretches } from './quotation.js'
import type { Span } from './split.js'
import { wordsOf } from './words.js'
import type { Word } from './words.js'

/** Where a word stands: 'subject', 'greeting', 'letter' (core and sign-off). */
export type Place = 'subject' | 'greeting' | 'letter'

/** A word in its sentence. */
export interface Token extends Word {
  readonly place: Place
  /** Number of its sentence and its clause, counted through the whole letter. */
  readonly sentence: number
  readonly clause: number
  /** Between quotation marks. */
  readonly quoted: boolean
}

/** A sentence: its tokens (marks left out) and how it ends. */
export interface Sentence {
  readonly place: Place
  readonly tokens: readonly Token[]
  readonly ends: '.' | '?' | '!'
  /** Written marks inside it, in order, as indices into `tokens` they stand before. */
  readonly marks: readonly { readonly mark: string; readonly before: number }[]
}

/** Cuts a part of a letter into sentences; `from` is the number of the first. A line break joins, a blank line or a list mark parts. */
export function sentencesOf(
  text: string,
  { span, place, from }: { readonly span: Span; readonly place: Place; readonly from: number },
): readonly Sentence[] {
  const sentences: Sentence[] = []
  let clause = from * 1000
  for (const stretch of stretchesOf(text, span)) {
    const own = text.slice(stretch.start, stretch.end)
    const quotes = quotedStretches(own, stretch.start)
    const words = wordsOf(own, stretch.start)
    let quote = 0
    let open = fresh()
    for (const [index, word] of words.entries()) {
      while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= word.start) quote += 1
      const end = endMark(word, words, index)
      if (end) {
        if (open.tokens.length > 0) sentences.push({ place, ...open, ends: end })
        else mend(sentences, end)
        open = fresh()
        clause += 1
      } else if (!/[\p{L}\p{N}]/u.test(word.form)) {
        if (/[,;:()–—-]/.test(word.form)) clause += 1
        open.marks.push({ mark: word.form, before: open.tokens.length })
      } else {
        if (/^(?:and|or|but|because|so|though|although|which|who|while)$/.test(word.form)) clause += 1
        const quoted = (quotes[quote]?.start ?? Infinity) < word.start
        const { form, raw, start, end } = word
        open.tokens.push({ form, raw, start, end, place, sentence: from + sentences.length, clause, quoted })
      }
    }
    if (open.tokens.length > 0) sentences.push({ place, ...open, ends: '.' })
    clause += 1
  }
  return sentences
}

interface Open {
  readonly tokens: Token[]
  readonly marks: { readonly mark: string; readonly before: number }[]
}

function fresh(): Open {
  return { tokens: [], marks: [] }
}

// "Really?!" asks.
function mend(sentences: Sentence[], end: '.' | '?' | '!'): void {
  const last = sentences.at(-1)
  if (last && end === '?' && last.ends === '!') sentences[sentences.length - 1] = { ...last, ends: '?' }
}

const abbreviations = /^(?:mr|mrs|ms|mx|dr|prof|st|vs|etc|jr|sr|inc|ltd|co|corp|approx|dept|ext|e\.g|i\.e|a\.m|p\.m|no|p\.s|ps|ing|dipl)$/

function endMark(word: Word, words: readonly Word[], index: number): '.' | '?' | '!' | null {
  if (word.form === '?' || word.form === '!') return word.form
  if (word.form !== '.' && word.form !== '...') return word.form === '…' || word.form === '•' ? '.' : null
  const before = words[index - 1]
  const after = words[index + 1]
  if (before && before.end === word.start && abbreviations.test(before.form) && after && !/^\p{Lu}/u.test(after.raw)) return null
  if (before && /^(?:mr|mrs|ms|mx|dr|prof|st)$/.test(before.form)) return null
  return '.'
}

/** Paragraphs, and the items of lists. */
function stretchesOf(text: string, { start, end }: Span): readonly Span[] {
  const stretches: Span[] = []
  let from = start
  for (const found of text.slice(start, end).matchAll(/\n(?=[ \t\r]{0,20}(?:\n|[-*•·][ \t]|\d{1,2}[.)][ \t]))/g)) {
    stretches.push({ start: from, end: start + found.index })
    from = start + found.index + 1
  }
  stretches.push({ start: from, end })
  return stretches.filter((one) => one.end > one.start)
}
