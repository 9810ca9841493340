/** A phrase ready to search with. */
export interface Phrase {
  /** One of these is its first word; null where it may begin with any. */
  readonly firsts: Words | null
  readonly elements: readonly Element[]
}

/** Words, and beginnings of words. */
export interface Words {
  readonly whole: ReadonlySet<string>
  readonly starts: readonly string[]
}

/** One element of a phrase; `optional` ones may be left out. */
export type Element =
  | ({ readonly kind: 'words'; readonly optional: boolean } & Words)
  | { readonly kind: 'either'; readonly optional: boolean; readonly choices: readonly (readonly Element[])[] }
  | { readonly kind: 'gap'; readonly optional: true; readonly most: number }
  | { readonly kind: 'start' | 'end'; readonly optional: true }
  | { readonly kind: 'number' | 'question'; readonly optional: false }

type Slots = Readonly<Record<string, readonly string[]>>

/**
 * Reads a phrase of the rules' language (docs/tone.md): words, `word*` for a beginning, `(a|b c)`, `<slot>`, a `?` behind any of these for what
 * may be left out, `..` for up to three words, `...` for up to eight, `NUM` for a number, `^` and `$` for the ends of a sentence, `ASK` for a question's.
 * Throws an Error that says what cannot be read. Nothing repeats without bound, so it is searched in linear time.
 */
export function phraseOf(source: string, slots: Slots): Phrase {
  const reading: Reading = { rest: source.match(piece) ?? [], at: 0, slots }
  const elements = sequence(reading)
  const left = reading.rest[reading.at]
  if (left !== undefined) throw new Error(left === ')' ? 'a bracket is not opened' : `"${left.slice(0, 30)}" is not understood`)
  if (elements.every((one) => one.optional)) throw new Error('nothing in it must be there')
  return { elements, firsts: firstsOf(elements) }
}

interface Reading {
  readonly rest: readonly string[]
  at: number
  readonly slots: Slots
}

const piece = /\(|\)|\||\.{2,3}|<[a-z-]+>|[^\s()|<>?]+|[?]|\S/g
const word = /^[\p{L}\p{N}_$€£¥%·&'/@-]+\*?$/u
const fixed: Readonly<Record<string, Element>> = {
  '..': { kind: 'gap', optional: true, most: 3 },
  '...': { kind: 'gap', optional: true, most: 8 },
  '^': { kind: 'start', optional: true },
  $: { kind: 'end', optional: true },
  ASK: { kind: 'question', optional: false },
  NUM: { kind: 'number', optional: false },
}

function sequence(reading: Reading): readonly Element[] {
  const elements: Element[] = []
  for (let head = reading.rest[reading.at]; head !== undefined && head !== ')' && head !== '|'; head = reading.rest[reading.at])
    elements.push(next(reading))
  if (elements.length === 0) throw new Error('it is empty, or a bracket is')
  return elements
}

function next(reading: Reading): Element {
  const head = reading.rest[reading.at] ?? ''
  reading.at += 1
  const element = head === '(' ? group(reading) : elementOf(head, reading.slots)
  if (reading.rest[reading.at] !== '?') return element
  reading.at += 1
  return element.kind === 'words' || element.kind === 'either' ? { ...element, optional: true } : element
}

/** Single words of a bracket are one set, which is looked up rather than tried one by one. */
function group(reading: Reading): Element {
  const words = { whole: new Set<string>(), starts: [] as string[] }
  const longer: (readonly Element[])[] = []
  do {
    const [one = '', next] = reading.rest.slice(reading.at, reading.at + 2)
    if ((next === '|' || next === ')') && word.test(one) && !Object.hasOwn(fixed, one)) {
      addWord(one, words)
      reading.at += 1
    } else addChoice(sequence(reading), words, longer)
    reading.at += 1
  } while (reading.rest[reading.at - 1] === '|')
  if (reading.rest[reading.at - 1] !== ')') throw new Error('a bracket is not closed')
  return eitherOf(words, longer)
}

interface OpenWords {
  readonly whole: Set<string>
  readonly starts: string[]
}

function addWord(text: string, { whole, starts }: OpenWords): void {
  if (text.endsWith('*')) starts.push(text.slice(0, -1))
  else whole.add(text)
}

function addChoice(choice: readonly Element[], { whole, starts }: OpenWords, longer: (readonly Element[])[]): void {
  const [only] = choice
  if (choice.length > 1 || only?.kind !== 'words' || only.optional) longer.push(choice)
  else {
    for (const one of only.whole) whole.add(one)
    starts.push(...only.starts)
  }
}

function eitherOf({ whole, starts }: Words, longer: readonly (readonly Element[])[]): Element {
  const words: Element = { kind: 'words', optional: false, whole, starts }
  if (longer.length === 0) return words
  const all = whole.size + starts.length === 0 ? longer : [...longer, [words]]
  return { kind: 'either', optional: false, choices: all }
}

const slotElements = new WeakMap<readonly string[], Element>()

function elementOf(head: string, slots: Slots): Element {
  const known = Object.hasOwn(fixed, head) ? fixed[head] : undefined
  if (known) return known
  const slot = /^<(.*)>$/.exec(head)?.[1]
  if (slot === undefined) return wordOf(head)
  const words = Object.hasOwn(slots, slot) ? slots[slot] : undefined
  if (!words) throw new Error(`there are no words for <${slot}>`)
  const made = slotElements.get(words) ?? slotOf(words)
  slotElements.set(words, made)
  return made
}

function slotOf(lines: readonly string[]): Element {
  const words = { whole: new Set<string>(), starts: [] as string[] }
  const longer: (readonly Element[])[] = []
  for (const line of lines)
    if (word.test(line)) addWord(line, words)
    else longer.push(line.split(' ').map(wordOf))
  return eitherOf(words, longer)
}

function wordOf(text: string): Element {
  if (!word.test(text)) throw new Error(`"${text.slice(0, 30)}" is not understood`)
  return text.endsWith('*')
    ? { kind: 'words', optional: false, whole: new Set(), starts: [text.slice(0, -1)] }
    : { kind: 'words', optional: false, whole: new Set([text]), starts: [] }
}

/** The words with which a sequence may begin; null where that may be any, or none. */
function firstsOf(elements: readonly Element[]): Words | null {
  const whole = new Set<string>()
  const starts: string[] = []
  for (const element of elements) {
    const choices = element.kind === 'words' ? [element] : element.kind === 'either' ? element.choices.map(firstsOf) : [null]
    for (const choice of choices) {
      if (choice === null) return null
      for (const one of choice.whole) whole.add(one)
      starts.push(...choice.starts)
    }
    if (!element.optional) return { whole, starts }
  }
  return null
}
