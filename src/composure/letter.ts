import type { LetterContext } from '../model/finding.js'
import type { Spoken } from './match.js'
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
  readonly flows: readonly Flow[]
  /** The words that occur, and all beginnings of them from three letters on. */
  readonly vocabulary: ReadonlySet<string>
}

/** A sentence as phrases are searched in it. */
export interface Flow extends Spoken {
  /** The index, in the letter, of its first token. */
  readonly first: number
  readonly vocabulary: ReadonlySet<string>
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
  const flows = flowsOf(sentences, named)
  return { text, about, parts, sentences, tokens, named, words, flows, vocabulary: new Set(flows.flatMap((flow) => [...flow.vocabulary])) }
}

function limited(spans: readonly Span[]): readonly Span[] {
  let left = MOST_LETTERS
  return spans.flatMap(({ start, end }) => {
    const taken = Math.min(left, end - start)
    left -= taken
    return taken > 0 ? [{ start, end: start + taken }] : []
  })
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

// Scripts without blanks between words: six letters a word.
function countWords(text: string): number {
  const letters = text.match(dense)?.length ?? 0
  const rest = letters === 0 ? text : text.replace(dense, ' ')
  return (rest.match(/\S+/g) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.round(letters / 6)
}

function flowsOf(sentences: readonly Sentence[], named: ReadonlySet<Token>): readonly Flow[] {
  let first = 0
  return sentences.map(({ tokens, ends }) => {
    const forms = tokens.map((token) => (named.has(token) ? `_${token.form}` : token.form))
    const flow = { forms, asks: ends === '?', first, vocabulary: vocabularyOf(forms) }
    first += tokens.length
    return flow
  })
}

function vocabularyOf(forms: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>()
  for (const form of forms) {
    if (all.has(form)) continue
    all.add(form)
    for (let length = 1; length <= Math.min(form.length, 14); length += 1) all.add(`${form.slice(0, length)}*`)
  }
  return all
}
