import { amount } from '../model/amount.js'
import type { Preparation } from '../model/fact.js'
import { capital } from './slots.js'

/** The fixed parts of what is said. */
export interface AskPhrases {
  readonly open: string
  /** To open where nobody said that they want the job. */
  readonly openUnsaid: string
  readonly figures: string
  readonly reason: string
  /** Before a reason that may be a sentence or a thing. */
  readonly why: string
  readonly ask: string
  readonly look: string
  readonly beside: string
  readonly wishes: string
}

/** What the words hang on beside what was made ready. */
export interface Asking {
  /** It is not about the base. */
  readonly beside?: boolean
  /** I said that I want the job. */
  readonly wanted?: boolean
}

/** What one says to open the talk, as sentences that can be spoken: the figures, one reason with the figure asked for, then at most two wishes. */
export function askWords(phrases: AskPhrases, prepared: Preparation, { beside = false, wanted = false }: Asking = {}): string {
  const { figures = [], reasons = [], wishes = [], ask } = prepared
  const asking = ask === undefined ? (beside ? phrases.beside : phrases.look) : `${phrases.ask} ${amount(ask)}?`
  const besides = wishes.slice(0, 2).map((one) => bare(one))
  return [
    wanted ? phrases.open : phrases.openUnsaid,
    figures.length > 0 && !beside ? `${phrases.figures} ${figures.map(sourced).join(', and ')}.` : '',
    ...(reasons[0] === undefined ? [asking] : reasoned(phrases, reasons[0], asking)),
    besides.length > 0 ? `${phrases.wishes} ${besides.join(', and about ')}.` : '',
  ]
    .filter((part) => part !== '')
    .map(capital)
    .join(' ')
}

/** '145 to 158 (three job boards)', '72-80 BLS', as it is said: '145 to 158, according to three job boards'. */
function sourced(figure: string): string {
  return amount(figure.trim())
    .replace(/\s*\(([^()]*)\)\s*$/, ', according to $1')
    .replace(bareSource, '$1, according to $2')
    .replace(/[.;,\s]+$/, '')
}

/** A name right behind the last number that is no currency. */
const bareSource =
  /^([^\p{L}]*(?:to [^\p{L}]*)?\dk?) (?!(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|SGD|JPY)\b)(\p{Lu}[\p{L}&.-]+(?: \p{L}+){0,3})$/u

/** One reason, and what is asked for it: 'I ask because ...: could we ...?'; where nobody can tell a clause from a thing, in two sentences that do for both. */
function reasoned({ reason, why }: AskPhrases, text: string, asking: string): readonly string[] {
  const cause = because(bare(text))
  return cause === null ? [`${why} ${bare(text)}.`, asking] : [`${reason} ${cause}: ${asking.charAt(0).toLowerCase()}${asking.slice(1)}`]
}

/** 'because I have ...' of a clause, 'because of the ...' of a thing; null of what may be either. */
function because(text: string): string | null {
  if (/^because\b/i.test(text)) return text.replace(/^because/i, 'because')
  if (subject.test(text) && !/^(?:that|this) \w+$/i.test(text)) return `because ${text}`
  if (achieved.test(text)) return `because I ${text}`
  const main = text.replace(clauseAfter, '')
  if (verb.test(main)) return `because ${text}`
  return maybeVerb.test(main) ? null : `because of ${text}`
}

const subject = /^(?:i|i['’]\w+|we|my team|it|there|that|this|you|they|he|she)\s/i
/** 'I restarted' of 'the two lines I restarted'. */
const clauseAfter = /\s(?:that|which|who|whom|where|when|I|we|you|they)\s.*$/
const verb =
  /\S\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|(?:starts?|begins?|began|opens?|needs?|means?|takes?|brings?|goes|went|comes|came|grows?|grew|becomes?|became)(?=\s(?:in|on|at|by|from|with|this|next|to|the|a|an|my|your|more|me|up|down|off|out|over|well)\b|$))\b/i
/** What somebody did, told without the 'I': 'cut unplanned stops by a third'. */
const achieved =
  /^(?:(?:cut|led|built|ran|brought|set up|took|grew|won|made|kept|sold|taught|wrote|found|held) (?!(?:of|in|on|and|by)\b)|\p{L}+ed (?:the|an?|my|our|two|three|four|five|\d+|all|both)\b)/iu
/** A word that may be a verb, or one of many things: 'starts', 'lines', 'restarted'. */
const maybeVerb = /(?:[^s\s]s|ed)\s+\S/i

/** The words without what ends a sentence, beginning as inside one. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/[\s.,;!?]+$/, '')
    .replace(/^(?:The|A|An|My|Our|One|Two|Three|More|Because|We|It|There|That|This|And)\b/, (word) => word.toLowerCase())
}
