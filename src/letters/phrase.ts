import { addressed } from './addressed.js'
import type { Addressee } from './addressed.js'

/** How something talked about stands in a letter: as a thing, as a thing of mine, or as what is so: '(that) we both worked at Ford'. */
export type Form = 'thing' | 'mine' | 'fact'

/** Half a sentence as a letter uses it. */
export interface Phrase {
  readonly form: Form
  readonly words: string
}

/** Why it cannot stand in a letter, and how it could be put, a sentence each. */
export interface Unfit {
  readonly why: string
  readonly how: string
}

/** The end of "we talked about", as a letter to this reader has it. */
export function hookPhrase(recorded: string, to: Addressee): Phrase | Unfit {
  const said = tidy(recorded).replace(/^(?:(?:we|i) (?:talked|spoke|chatted) about|about|that)\s+/i, '')
  const fault = faultIn(said)
  if (fault !== null) return fault
  if (ownClause.test(said)) return unfit('It is a sentence of your own.', 'Put it as a thing, as in "my years at Ford".')
  if (/^(?:it|is|was|are|were|and|but|because|so|yes|no|not|nothing)\b/i.test(said))
    return unfit('It does not finish the sentence "we talked about".', 'A noun or two will do, as in "the new kiln".')
  const words = addressed(lowered(said), to)
  if (words === null) return unfit('It does not tell whom it speaks of.', 'Put "you" or "your" for what is theirs, as in "your new kiln".')
  if (/^my\b|^(?:how|why|what|where|when) I\b/i.test(words)) return { form: 'mine', words }
  return { form: isClause(words) ? 'fact' : 'thing', words }
}

/** The end of "they want", as it ends "you would like" in a letter to this reader: up to the first comma. */
export function carePhrase(recorded: string, to: Addressee): Phrase | Unfit {
  const [first = ''] = tidy(recorded)
    .replace(wanting, '')
    .split(/[,;:(]|\s[-–—]\s|\.\s/)
  const said = tidy(first)
  const fault = faultIn(said)
  if (fault !== null) return fault
  if (moment.test(said)) return unfit('It is a time, not something one would like to have.', example)
  const words = addressed(lowered(said), to)
  if (words === null || isClause(words) || notWished.test(words)) return unfit('It does not finish the sentence "you would like".', example)
  return { form: 'thing', words: verb.test(words) ? `to ${words}` : words }
}

/** Whether it can stand in a letter. */
export function isPhrase(one: Phrase | Unfit): one is Phrase {
  return 'words' in one
}

const example = 'A thing or an act, as in "someone who stays" or "to cut scrap".'

function unfit(why: string, how: string): Unfit {
  return { why, how }
}

/** What no letter can hold, whoever reads it. */
function faultIn(text: string): Unfit | null {
  if (!/\p{L}.*\p{L}/u.test(text)) return unfit('There is no word in it.', 'A noun or two will do.')
  if (text.length > longest || text.split(' ').length > mostWords)
    return unfit('It is longer than half a sentence.', 'A noun or two will do.')
  if (!clause.test(text) || /\.(?: |$|\.)| {2}| [,)]|[(] |,(?! )/.test(text))
    return unfit('It has signs that do not belong inside a sentence.', 'Put it in plain words, without : ; ! ? or a full stop.')
  return pay.test(text) ? unfit('Pay stays out of letters until there is an offer.', 'Name another thing.') : null
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '')
}

/** Whether it is a sentence in itself: 'we both worked at Ford', 'the plant is closing'. */
function isClause(words: string): boolean {
  return /^(?:you and I|(?:we|you|they|he|she)(?:['’](?:re|ve|ll|d))?) (?!(?:and|or|\p{L}+ing)\b)/iu.test(words) || thingIs.test(words)
}

const thingIs =
  /^(?:the|a|an|our|your|their) (?!(?:way|time|day|moment|reason|place)\b)(?:(?!you\b|they\b|we\b|he\b|she\b|I\b|that\b|which\b|who\b|is\b)[\p{L}\p{N}'’-]+ ){1,2}(?:is|are|was|were|will|has|have|had)\b/u
const ownClause = /^I(?:['’](?:m|ve|d|ll))?\s/i

const longest = 90
const mostWords = 14

/** Words and the signs that belong inside a clause. */
const clause = /^[\p{L}\p{N}#](?:[\p{L}\p{M}\p{N} '’"“”&/%+#,.()–-]|(?<=\d):(?=\d))*$/u

const pay = /\b(?:salary|salaries|wages?|bonus(?:es)?|compensation|package|pay|money)\b|[$€£]/i

/** The beginning of the sentence, where someone typed it too. */
const wanting =
  /^(?:(?:they|he|she|we)(?:['’]re)?\s+(?:want(?:s|ed)?|needs?|needed|would like|would love|(?:are )?looking for|is looking for)\s+)?(?:to have\s+)?/i

/** When, and not what. */
const moment =
  /^(?:by|before|after|until|till|within|around|from|at|in|on|during|as soon|asap|soon|sooner|now|immediately|today|tomorrow|yesterday|last|(?:the )?(?:end|start|beginning|middle) of (?:the |this |next )?(?:day|week|month|quarter|year|january|february|march|april|may|june|july|august|september|october|november|december)|(?:this|next|every) (?:day|week|month|quarter|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[1-4]|\d+(?:st|nd|rd|th)?(?: of)? (?:days?|weeks?|months?|january|february|march|april|may|june|july|august|september|october|november|december))\b/i

/** What "you would like" cannot go on with. */
const notWished =
  /^(?:i|me|we|us|it|is|was|are|that|this|these|those|yes|no idea|not|don['’]t|nothing|him|her|them|you|your?s|because|and|but|so|if|when|how|why|what)\b|^\p{L}+(?:able|ible|ful|ous|ive|less)$/iu

/** Acts told without their 'to'. */
const verb =
  /^(?:cut|fill|find|get|grow|fix|stop|reduce|improve|keep|build|hire|have|make|run|open|move|launch|win|bring|solve|train|start|finish|raise|save|avoid|replace) \p{L}/u

function lowered(text: string): string {
  return text
    .replace(
      /^(?:The|A|An|My|Our|Your|Their|His|Her|We|You|They|He|She|How|What|Why|When|Where|Someone|Somebody|To|More|Fewer|Less|Not|That)\b/,
      (word) => word.toLowerCase(),
    )
    .replace(/^\p{Lu}\p{Ll}+ing(?= (?:the|a|an|our|my|your|their|his|her)\b)/u, (word) => word.toLowerCase())
}
