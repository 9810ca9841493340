import type { LetterContext } from '../model/finding.js'
import { nameWords } from './names.js'
import { sentencesOf } from './passage.js'
import type { Sentence, Token } from './passage.js'
import { joined, split } from './split.js'
import type { Parts, Span } from './split.js'

/** A letter ready to be judged. */
export interface Letter {
  readonly text: string
  readonly about: LetterContext
  readonly parts: Parts
  /** Sentences of subject, core and sign-off, in this order. */
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  /** Tokens that belong to names: never triggers. */
  readonly named: ReadonlySet<Token>
  /** Words of the core, all of them. */
  readonly words: number
}

/** How many letters of one's own text are looked at; what is beyond them is only counted. */
const MOST_LETTERS = 20_000

/** Takes a letter apart, once for all rules; linear in its length. */
export function readLetter(text: string, about: LetterContext): Letter {
  const parts = split(text)
  const subject = parts.subject ? sentencesOf(text, { span: parts.subject, place: 'subject', from: 0 }) : []
  const spans = limited([...parts.core, ...(parts.signOff ? [parts.signOff] : [])].sort((a, b) => a.start - b.start))
  const sentences = joined(spans).reduce<readonly Sentence[]>(
    (all, span) => [...all, ...sentencesOf(text, { span, place: 'letter', from: all.length })],
    subject,
  )
  const tokens = sentences.flatMap((sentence) => sentence.tokens)
  const named = nameWords(sentences, about)
  const words = parts.core.reduce((sum, span) => sum + countWords(text.slice(span.start, span.end)), 0)
  return { text, about, parts, sentences, tokens, named, words }
}

function limited(spans: readonly Span[]): readonly Span[] {
  let left = MOST_LETTERS
  return spans.flatMap(({ start, end }) => {
    const taken = Math.min(left, end - start)
    left -= taken
    return taken > 0 ? [{ start, end: start + taken }] : []
  })
}

// Scripts without blanks between words. Made only for texts that have letters so far from ours: to read it takes longer than to count.
const mayBeDense = /[\u0e00-\u1fff\u2e80-\uffff]/
const dense = (): RegExp => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

// Six letters a word.
function countWords(text: string): number {
  const letters = mayBeDense.test(text) ? (text.match(dense())?.length ?? 0) : 0
  const rest = letters === 0 ? text : text.replace(dense(), ' ')
  return (rest.match(/\S+/g) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.round(letters / 6)
}
