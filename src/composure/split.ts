import { quotedFrom, isQuotedLine } from './quoted.js'

/** A stretch of the text as given: UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The parts of a letter; the core is all that is one's own between greeting and sign-off, and a postscript. */
export interface Parts {
  readonly subject: Span | null
  readonly greeting: Span | null
  readonly core: readonly Span[]
  readonly signOff: Span | null
  readonly signature: readonly Span[]
  readonly quoted: readonly Span[]
}

/** One line: its offsets without the newline, and its text. */
interface Line extends Span {
  readonly text: string
}

/** Takes a letter apart; linear in its length. */
export function split(text: string): Parts {
  const lines = linesOf(text)
  const subject = subjectOf(lines)
  const rest = lines.slice(subject === null ? 0 : 1)
  const from = quotedFrom(rest.map((line) => line.text))
  const own = rest.slice(0, from).filter((line) => !isQuotedLine(line.text))
  const quoted = [...rest.slice(0, from).filter((line) => isQuotedLine(line.text)), ...rest.slice(from)]
  const first = own.findIndex((line) => line.text.trim() !== '')
  const greeting = first === -1 ? null : greetingOf(own[first])
  const body = bodyOf(own.slice(Math.max(0, first)), greeting)
  const { core, signOff, signature } = closingOf(body)
  return { subject, greeting, core: joined(core), signOff, signature: joined(signature), quoted: joined(quoted) }
}

/** No letter is longer, with the mails quoted below it: what follows is not looked at. */
const MOST_TEXT = 200_000

function linesOf(whole: string): readonly Line[] {
  const text = whole.slice(0, MOST_TEXT)
  const lines: Line[] = []
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    lines.push({ start, end, text: text.slice(start, end).replace(/\r$/, '') })
    start = end + 1
  }
  return lines
}

/** A mail's line holds no more (RFC 5322, 2.1.1). */
const MOST_SUBJECT = 998

function subjectOf(lines: readonly Line[]): Span | null {
  const line = lines[0]
  const label = line && /^\s{0,8}subject\s{0,3}:[ \t]{0,8}/i.exec(line.text)
  return line && label ? { start: line.start + label[0].length, end: line.start + Math.min(line.text.length, MOST_SUBJECT) } : null
}

const greetingWord =
  /^\s{0,8}(?:dear|hi|hiya|hello|hey|heya|hallo|good (?:morning|afternoon|evening|day)|greetings|salutations|respected|esteemed|to whom it may concern|to the|attention|attn|namaste|salaam?|as-salam\w*|salut|bonjour|ciao|hola|guten tag|sir|madam|ma'am|mr|ms|mrs|dr|prof(?:essor)?)\b/i

/** The greeting at the head of a line: up to its comma where the letter goes on behind it, else the whole short line. */
function greetingOf(line: Line | undefined): Span | null {
  if (!line) return null
  const text = line.text.slice(0, 200)
  if (!greetingWord.test(text)) return bareName.test(text) ? line : null
  const stop = /(?:,(?!\s*(?:(?:Dr|Mr|Ms|Mrs|Prof)\b|[A-Z][\p{L}'’-]+\s*(?:,|and|&)))|[:;!]|\s[-–—])/u.exec(text)
  if (stop && wordsIn(text.slice(0, stop.index)) <= 9) return { start: line.start, end: line.start + stop.index + 1 }
  return wordsIn(line.text) <= 7 ? { start: line.start, end: line.start + line.text.length } : null
}

const bareName = /^\s{0,8}[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}(?: [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}){0,2}\s?[,:–—-]\s*$/u

function wordsIn(text: string): number {
  return (text.match(/\S+/g) ?? []).length
}

function bodyOf(lines: readonly Line[], greeting: Span | null): readonly Line[] {
  if (!greeting) return lines
  return lines
    .map((line) => (line.end <= greeting.end ? null : line.start < greeting.end ? tail(line, greeting.end) : line))
    .filter((line) => line !== null)
}

function tail(line: Line, from: number): Line {
  return { start: from, end: line.end, text: line.text.slice(from - line.start) }
}

// "With my very best wishes": what leads up to it, how warm it is, and the word itself. In one expression they take twenty times as long to compile.
const lead = /^\s{0,8}(?:with )?(?:my |our |the )?(?:very |most |once more |again )?/i
const warmth =
  /^(?:best|kind(?:est)?|warm(?:est)?|sincere|many|heartfelt|good|friendly|fond(?:est)?|cordial|all (?:my|the) best|every good)?\s?/i
const goodbye =
  /^(?:regards|wishes|rgds|best|all (?:my|the) best|greetings|warmly|sincerely|cordially|respectfully|faithfully|cheers|thanks|thank you|gratitude|appreciation|respect|thx|ta|yours?|obliged|gratefully|hopefully|love|until (?:then|soon|\w+day)|see you|take care|talk soon|speak soon|looking forward|have a \w+ (?:day|week|weekend)|namaste)\b/i

function saysGoodbye(text: string): boolean {
  const said = text.replace(lead, '')
  return goodbye.test(said) || goodbye.test(said.replace(warmth, ''))
}

/** Core, sign-off and signature: the last short line that says goodbye, and what follows it but a postscript. */
function closingOf(lines: readonly Line[]): Pick<Parts, 'core' | 'signOff' | 'signature'> {
  const dashes = lines.findIndex((line) => /^-- ?$/.test(line.text))
  const own = dashes === -1 ? lines : lines.slice(0, dashes)
  const below = dashes === -1 ? [] : lines.slice(dashes)
  const filled = own.map((line, index) => ({ line, index })).filter(({ line }) => line.text.trim() !== '')
  const last = filled.slice(-9)
  const goodbyes = last.filter(
    ({ line, index }, at) => index > (filled[0]?.index ?? 0) && isSignOff(line.text, textsOf(last.slice(at + 1))),
  )
  // "Thank you." may be the last sentence rather than the goodbye, and below the goodbye a company may be called "Best Ltd".
  const taken = goodbyes.find(({ line }) => !/[.?!]\s*$/.test(line.text)) ?? goodbyes.at(-1)
  const at = taken ? taken.index : nameLine(last, filled.length)
  if (at === undefined) return { core: own, signOff: null, signature: below }
  const signs = taken !== undefined
  const after = own.slice(signs ? at + 1 : at)
  const script = after.findIndex((line) => /^\s{0,8}p\.?\s?s\b/i.test(line.text))
  const isMine = (line: Line, index: number): boolean => (script !== -1 && index >= script) || isSaid(line.text)
  return {
    core: [...own.slice(0, at), ...after.filter(isMine)],
    signOff: signs ? (own[at] ?? null) : null,
    signature: [...after.filter((line, index) => !isMine(line, index)), ...below],
  }
}

/** Whether a line below the name is a sentence, added there in haste, and no part of the signature. */
function isSaid(text: string): boolean {
  return wordsIn(text) >= 5 && /[.?!]["'”’)]?\s*$/.test(text)
}

function textsOf(lines: readonly { readonly line: Line }[]): readonly string[] {
  return lines.map(({ line }) => line.text)
}

/** Lines that follow each other are one stretch. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last && span.start - last.end <= 2) out[out.length - 1] = { start: last.start, end: span.end }
    else out.push(span)
  }
  return out
}

/** A line that says goodbye, with nothing after it but a name, a few short lines and a postscript. */
function isSignOff(text: string, after: readonly string[]): boolean {
  if (!saysGoodbye(text)) return false
  const words = wordsIn(text)
  const ends = after.findIndex((line) => /^\s{0,8}p\.?\s?s\b/i.test(line))
  const rest = ends === -1 ? after : after.slice(0, ends)
  if (rest.some((line) => wordsIn(line) > 7 && !/[@|+]|\d{4}/.test(line))) return false
  const comma = /,\s*$/.test(text)
  return comma ? words <= 8 : words <= 5 && (!/[.?!]\s*$/.test(text) || rest.length > 0)
}

/** The last line where it is a name alone. */
function nameLine(last: readonly { readonly line: Line; readonly index: number }[], filled: number): number | undefined {
  const end = last.at(-1)
  if (!end || filled < 2) return undefined
  return /^\s{0,8}(?:[-–—]\s?)?\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: (?:[\p{Lu}][\p{L}\p{M}'’.-]{0,30}|de|van|von|der|al|bin)){0,3}\s*$/u.test(
    end.line.text,
  ) && !/[.]$/.test(end.line.text.replace(/\b\p{Lu}\.$/u, '').trim())
    ? end.index
    : undefined
}
