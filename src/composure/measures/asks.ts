import type { ToneWords } from '../../model/tone.js'
import type { Letter } from '../letter.js'
import { oneOf } from '../one-of.js'
import type { Sentence, Token } from '../passage.js'
import type { Hit } from '../search.js'

/** Distinct requests, 1 each: questions and "please send …", taken apart at commas and "and"; the choices of one question are one. */
export function askHits({ sentences, about }: Letter, _words: ToneWords): readonly Hit[] {
  const own = sentences.filter((sentence) => sentence.place === 'letter' && !sentence.tokens.every((token) => token.quoted))
  const hits = own.flatMap((sentence) => {
    const firsts = asksOf(sentence)
    return firsts.map((first, nth) => hitOf(sentence, first, firsts[nth + 1]))
  })
  // Four points of one package, what opens them, and when to talk.
  const package_ = about.kind === 'negotiation-opener' && hits.length <= 7
  return package_ ? [] : hits
}

function hitOf({ tokens }: Sentence, first: Token, next: Token | undefined): Hit {
  const last = (next ? tokens[tokens.indexOf(next) - 1] : tokens.at(-1)) ?? first
  return { points: 1, span: { start: first.start, end: Math.max(first.end, last.end) }, sentence: -2 - first.start, family: 'ask' }
}

/** A way of asking: what must stand there for it, how it is said, and, where that leaves one open, which words may follow. */
interface Asking {
  readonly holds: readonly string[]
  readonly said: RegExp
  readonly acts?: (word: string) => boolean
}

const sending = oneOf(
  'send share tell let give forward confirm provide include call ring explain pass put introduce show reply return say name bring arrange copy point clarify advise update keep look ask write add sign book check',
)
const having = oneOf('have ask get see visit meet borrow know trouble bring come call ring speak talk sit')
// One expression for all of them, or with the words that follow in it, takes longer to compile than all others of the check.
const askings: readonly Asking[] = [
  { holds: ['please ', 'kindly ', 'do '], said: /\b(?:please|kindly|do) (?=(?:also |just |kindly )?(\w+))/g, acts: sending },
  {
    holds: ['may i ', 'might i ', 'could i ', 'can i '],
    said: /\b(?:may|might|could|can) i (?=(?:also |please |perhaps )?(\w+))/g,
    acts: having,
  },
  {
    holds: ['could you ', 'can you ', 'would you ', 'will you ', 'might you '],
    said: /\b(?:could|can|would|will|might) you (?:please |also |kindly |perhaps |possibly )?(?!be\b)\w+/g,
  },
  { holds: ['let me '], said: /\blet me (?:know|have|hear)\b/g },
  {
    holds: ['tell me', 'send me', 'give me', 'show me', 'forward me', 'introduce me'],
    said: /(?:^|\b(?:and|or|then|just|also|but|so) )(?:tell|send|give|show|forward|introduce) me\b/g,
  },
  {
    holds: ['i would ', 'i should '],
    said: /\bi (?:would|should) (?:also |dearly |very much )?(?:like|love|be (?:very )?(?:glad|grateful|happy)|appreciate)(?: (?:to (?:know|hear|get|receive)|it if|if|of|for))/g,
  },
  { holds: ['to know'], said: /\bi (?:also )?(?:want|need|wish) to know\b/g },
  { holds: ['wonder'], said: /\bi (?:am )?(?:also )?wonder(?:ing|ed)? (?:if|whether|who|what|when|how)\b/g },
  { holds: ['it would '], said: /\bit would (?:also )?(?:be|help) .{0,30}(?:to (?:hear|know|have|see|learn|get)|if you)/g },
]

/** Where in a sentence the first request begins; -1 without one. */
function requestIn(text: string): number {
  const places = askings.filter(({ holds }) => holds.some((words) => text.includes(words))).flatMap((one) => placeOf(one, text) ?? [])
  return places.length === 0 ? -1 : Math.min(...places)
}

function placeOf({ said, acts }: Asking, text: string): number | undefined {
  return [...text.matchAll(said)].find(([, word = '']) => acts === undefined || acts(word))?.index
}

const opens = oneOf(
  'who whom whose what when where why how which is are was were do does did has have will would can could may might should shall am whether if the a an my your some any their his her its all two three please also to let send share tell give proof proofread lend ask call phone ring forward introduce sign show explain confirm provide check review read put pass arrange copy help look write email mail meet recommend feedback directions details information parking dates names copies contact advice book answer keep find connect point return extend schedule organise organize set bring get make remind update invite vouch speak talk spare name describe list state advise clarify waive hold reserve sending putting telling giving lending introducing showing letting sharing calling forwarding arranging asking explaining confirming',
)

/** The first token of each request in a sentence. */
function asksOf({ tokens, ends, marks }: Sentence): readonly Token[] {
  const text = tokens.map((token) => token.form).join(' ')
  const asks = requestIn(text)
  if (ends !== '?' && asks === -1) return []
  if (isRhetorical(text) || (ends === '?' && tokens.at(-1)?.quoted)) return []
  const from = ends === '?' ? 0 : text.slice(0, asks).split(' ').length - 1
  const firsts = segmentsOf({ tokens: tokens.slice(from), marks, from })
  return ends === '?' && firsts.length > 1 && isLead(firsts[0]?.form ?? '') ? firsts.slice(1) : firsts
}

/** "When you next hire, may I come?" and "I'd love the job; may I come?" ask once. */
function isLead(form: string): boolean {
  return !opens(form) || /^(?:when|if|should)$/.test(form)
}

function isRhetorical(text: string): boolean {
  return /^(?:have you ever|isn't it|is not it|who (?:would|could) have|you know what|why not|guess what|remember (?:when|the)|did you know|does that sound|shall we say|right|or not|how about that|and do you know|can you believe|(?:if|should) .* let me know$)/.test(
    text,
  )
}

/** A sentence in pieces at its commas and "and"; a piece counts when it begins as a request, a question or a wished-for thing does. */
function segmentsOf({
  tokens,
  marks,
  from,
}: {
  readonly tokens: readonly Token[]
  readonly marks: Sentence['marks']
  readonly from: number
}): readonly Token[] {
  const said = tokens.map((token) => token.form)
  const cuts = new Set(marks.filter(({ mark }) => /^[,;:–—]$/.test(mark)).map(({ before }) => before - from))
  const firsts: Token[] = []
  for (const [at, token] of tokens.entries()) {
    if (at === 0) firsts.push(token)
    else if (token.form === 'and' && comesTo(said.slice(Math.max(0, at - 3), at), said[at + 1])) continue
    else if (cuts.has(at) && token.form !== 'and' && token.form !== 'or') addFirst(firsts, token, tokens[at + 1])
    else if (token.form === 'and' && tokens[at + 1]) addFirst(firsts, tokens[at + 1], tokens[at + 2])
  }
  return firsts
}

/** "Come in and talk" is one thing to ask for. */
function comesTo(before: readonly string[], next: string | undefined): boolean {
  return (
    before.some((form) => /^(?:come|drop|stop|call|pop|visit|meet|sit)$/.test(form)) &&
    /^(?:talk|speak|see|show|meet|look|have|say|hear|watch)$/.test(next ?? '')
  )
}

function addFirst(firsts: Token[], token: Token | undefined, next: Token | undefined): void {
  if (
    !token ||
    !opens(token.form) ||
    (token.form === 'some' && next?.form === 'time') ||
    (token.form === 'if' && /^(?:so|not|yes|possible|you|it|that|i)$/.test(next?.form ?? ''))
  )
    return
  firsts.push(token)
}
