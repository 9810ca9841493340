/** A phrase ready to search with: one of `anchors` (words, or beginnings that end with '*') must occur for it to match; an empty list says nothing. */
export interface Phrase {
  readonly source: string
  readonly anchors: readonly string[]
  /** Made when first needed. */
  readonly pattern: () => RegExp
}

type Slots = Readonly<Record<string, readonly string[]>>

/**
 * Reads a phrase of the rules' language (docs/tone.md): words, `word*` for a beginning, `(a|b c)`, `<slot>`, a `?` behind any of these for what
 * may be left out, `..` for up to three words, `...` for up to eight, `NUM` for a number, `^` and `$` for the ends of a sentence, `ASK` for a question's.
 * Throws an Error that says what cannot be read. Nothing in the pattern repeats without bound, so it searches in linear time.
 */
export function phraseOf(source: string, slots: Slots): Phrase {
  const reading: Reading = { rest: source.match(piece) ?? [], slots }
  const elements = sequence(reading)
  const left = reading.rest[0]
  if (left !== undefined) throw new Error(left === ')' ? 'a bracket is not opened' : `"${left.slice(0, 30)}" is not understood`)
  if (elements.every((one) => one.optional)) throw new Error('nothing in it must be there')
  let made: RegExp | null = null
  return { source, anchors: anchorsOf(elements), pattern: () => (made ??= new RegExp(`${patternOf(elements)}(?![^ ])`, 'gu')) }
}

/** The form of a word as the patterns see it: without what has a meaning there. */
export function inText(form: string): string {
  return form.replaceAll('.', '·').replaceAll('?', '¿').replaceAll('!', '¡')
}

/** One element: its pattern, whether it may be left out, and the words one of which it begins with (empty: any). */
interface Element {
  readonly pattern: string
  readonly optional: boolean
  readonly first: readonly string[]
}

interface Reading {
  rest: readonly string[]
  readonly slots: Slots
}

const piece = /\(|\)|\||\.{2,3}|<[a-z-]+>|[^\s()|<>?]+|[?]|\S/g
const word = /^[\p{L}\p{N}_$€£¥%·&'/@-]+\*?$/u
const number =
  '(?: (?:[$€£¥₹]?\\d[^ .?!]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|dozen|several|half))'
const fixed: Readonly<Record<string, Element>> = {
  '..': { pattern: '(?:(?! (?:he|she|they) ) [^ .?!]+){0,3}?', optional: true, first: [] },
  '...': { pattern: '(?:(?! (?:he|she|they) ) [^ .?!]+){0,8}?', optional: true, first: [] },
  '^': { pattern: '(?<=[.?!])', optional: true, first: [] },
  $: { pattern: '(?= [.?!])', optional: true, first: [] },
  ASK: { pattern: ' [?]', optional: false, first: [] },
  NUM: { pattern: number, optional: false, first: [] },
}

function sequence(reading: Reading): readonly Element[] {
  const elements: Element[] = []
  while (reading.rest.length > 0 && reading.rest[0] !== ')' && reading.rest[0] !== '|') elements.push(next(reading))
  if (elements.length === 0) throw new Error(reading.rest[0] === ')' ? 'a bracket holds nothing, or is not opened' : 'it is empty')
  return elements
}

function next(reading: Reading): Element {
  const [head = '', ...rest] = reading.rest
  reading.rest = rest
  const element = head === '(' ? group(reading) : elementOf(head, reading.slots)
  if (reading.rest[0] !== '?') return element
  reading.rest = reading.rest.slice(1)
  return { pattern: `(?:${element.pattern})?`, optional: true, first: [] }
}

function group(reading: Reading): Element {
  const choices = [sequence(reading)]
  while (reading.rest[0] === '|') {
    reading.rest = reading.rest.slice(1)
    choices.push(sequence(reading))
  }
  if (reading.rest[0] !== ')') throw new Error('a bracket is not closed')
  reading.rest = reading.rest.slice(1)
  return eitherOf(choices)
}

function eitherOf(choices: readonly (readonly Element[])[]): Element {
  const anchors = choices.map((elements) => anchorsOf(elements))
  return {
    pattern: `(?:${choices.map(patternOf).join('|')})`,
    optional: choices.some((elements) => elements.every((one) => one.optional)),
    first: anchors.every((words) => words.length > 0) ? anchors.flat() : [],
  }
}

function elementOf(head: string, slots: Slots): Element {
  const known = Object.hasOwn(fixed, head) ? fixed[head] : undefined
  if (known) return known
  const slot = /^<(.*)>$/.exec(head)?.[1]
  if (slot === undefined) return wordOf(head)
  const words = Object.hasOwn(slots, slot) ? slots[slot] : undefined
  if (!words) throw new Error(`there are no words for <${slot}>`)
  return eitherOf(words.map((one) => one.split(' ').map(wordOf)))
}

function wordOf(text: string): Element {
  if (!word.test(text)) throw new Error(`"${text.slice(0, 30)}" is not understood`)
  const stem = text.endsWith('*')
  const letters = (stem ? text.slice(0, -1) : text).replace(/[$*+/]/g, '\\$&')
  return { pattern: ` ${letters}${stem ? '[^ .?!]*' : '(?![^ ])'}`, optional: false, first: [text] }
}

function patternOf(elements: readonly Element[]): string {
  return elements.map((one) => one.pattern).join('')
}

/** The fewest words one of which must be there, a long one before a short one. */
function anchorsOf(elements: readonly Element[]): readonly string[] {
  const lists = elements.filter((one) => one.first.length > 0).map((one) => one.first)
  return [...lists].sort((a, b) => a.length - b.length || (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0] ?? []
}
