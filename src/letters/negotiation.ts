import { amount } from '../model/amount.js'
import type { Preparation } from '../model/fact.js'
import { capital } from './slots.js'

/** The fixed parts of what is said. */
export interface AskPhrases {
  readonly open: string
  readonly figures: string
  readonly reason: string
  readonly ask: string
  readonly look: string
  readonly beside: string
  readonly wishes: string
}

/**
 * What one says to open the talk, as sentences that can be spoken: the figures, one reason with the figure asked for, then at most two wishes. With
 * `beside` it is not about the base.
 */
export function askWords(phrases: AskPhrases, { figures = [], reasons = [], wishes = [], ask }: Preparation, beside = false): string {
  const asking = ask === undefined ? (beside ? phrases.beside : phrases.look) : `${phrases.ask} ${amount(ask)}?`
  const [reason] = reasons
  const wanted = wishes.slice(0, 2).map((one) => bare(one))
  return [
    phrases.open,
    figures.length > 0 && !beside ? `${phrases.figures} ${figures.map(sourced).join(', and ')}.` : '',
    reason === undefined ? asking : `${phrases.reason} ${because(reason)}: ${asking.charAt(0).toLowerCase()}${asking.slice(1)}`,
    wanted.length > 0 ? `${phrases.wishes} ${wanted.join(', and about ')}.` : '',
  ]
    .filter((part) => part !== '')
    .map(capital)
    .join(' ')
}

/** '145 to 158 (three job boards)' as it is said: '145 to 158, according to three job boards'. */
function sourced(figure: string): string {
  return amount(figure.trim())
    .replace(/\s*\(([^()]*)\)\s*$/, ', according to $1')
    .replace(/[.;,\s]+$/, '')
}

/** 'because I have ...' of a clause, 'because of the ...' of a noun. */
function because(reason: string): string {
  const text = bare(reason).replace(/^because (?:of )?/i, '')
  return /^(?:i|i['’]\w+|we|my team|it|there|that|this|you|they)\s/i.test(text) && !/^(?:that|this) \w+$/i.test(text)
    ? `because ${text}`
    : `because of ${text}`
}

/** The words without what ends a sentence, beginning as inside one. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/[\s.,;!?]+$/, '')
    .replace(/^(?:The|A|An|My|Our|One|Two|Three|More|Because|We|It|There|That|This|And)\b/, (word) => word.toLowerCase())
}
