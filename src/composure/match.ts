import type { Element, Phrase, Words } from './phrase.js'

/** A sentence as phrases are matched with it: the forms of its words, names beginning with '_', and whether it asks. */
export interface Spoken {
  readonly forms: readonly string[]
  readonly asks: boolean
}

/** Where a phrase occurs in a sentence: pairs of the first word and the one after the last, from left to right, none within another. */
export function matchesOf({ elements, firsts }: Phrase, sentence: Spoken): readonly (readonly [first: number, end: number])[] {
  const found: (readonly [number, number])[] = []
  const [head] = elements
  const last = head?.kind === 'start' ? 1 : sentence.forms.length
  let from = 0
  while (from < last) {
    if (firsts !== null && !isOneOf(sentence.forms[from], firsts)) {
      from += 1
      continue
    }
    const end = matchFrom(elements, { at: from, sentence, done })
    if (end !== null && end > from) {
      found.push([from, end])
      from = end
    } else from += 1
  }
  return found
}

const done = (at: number): number => at

interface Trying {
  readonly at: number
  readonly sentence: Spoken
  /** What has to fit behind it: the end of all, or null. */
  readonly done: (at: number) => number | null
}

/** The end of the first way in which the elements fit from a word on; a shorter gap is tried before a longer one. */
function matchFrom(elements: readonly Element[], { at: start, sentence, done }: Trying, from = 0): number | null {
  const plain = plainWords(elements, from, { forms: sentence.forms, at: start })
  if (plain === null) return null
  const [at, index] = [start + plain, from + plain]
  const element = elements[index]
  if (!element) return done(at)
  const rest = (next: number): number | null => matchFrom(elements, { at: next, sentence, done }, index + 1)
  const end = fit(element, { at, sentence, done }, rest)
  return end ?? (element.optional && (element.kind === 'words' || element.kind === 'either') ? rest(at) : null)
}

/** How many elements from one on are words that must be there, and are; null when one is not. They need no second try. */
function plainWords(
  elements: readonly Element[],
  from: number,
  { forms, at }: Pick<Spoken, 'forms'> & { readonly at: number },
): number | null {
  for (let count = 0; ; count += 1) {
    const element = elements[from + count]
    if (element?.kind !== 'words' || element.optional) return count
    if (!isOneOf(forms[at + count], element)) return null
  }
}

function fit(element: Element, trying: Trying, rest: (at: number) => number | null): number | null {
  const { at, sentence } = trying
  const form = sentence.forms[at]
  switch (element.kind) {
    case 'words':
      return isOneOf(form, element) ? rest(at + 1) : null
    case 'either':
      return firstOf(element.choices, (choice) => matchFrom(choice, { at, sentence, done: rest }))
    case 'gap':
      return gap(element.most, trying, rest)
    case 'number':
      return form !== undefined && number.test(form) ? rest(at + 1) : null
    case 'start':
      return at === 0 ? rest(at) : null
    case 'end':
      return form === undefined ? rest(at) : null
    case 'question':
      return form === undefined && sentence.asks ? rest(at) : null
  }
}

function isOneOf(form: string | undefined, { whole, starts }: Words): boolean {
  return form !== undefined && (whole.has(form) || (starts.length > 0 && starts.some((start) => form.startsWith(start))))
}

const number =
  /^(?:[$€£¥₹]?[1-9]|0$|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|dozen|several|half)$)/

// A gap does not run over another person: what is said of them is not said of me.
function gap(most: number, { at, sentence }: Trying, rest: (at: number) => number | null): number | null {
  for (let skipped = 0; skipped <= most; skipped += 1) {
    const end = rest(at + skipped)
    if (end !== null) return end
    const form = sentence.forms[at + skipped]
    if (form === undefined || form === 'he' || form === 'she' || form === 'they') return null
  }
  return null
}

function firstOf<T>(items: readonly T[], attempt: (item: T) => number | null): number | null {
  for (const item of items) {
    const end = attempt(item)
    if (end !== null) return end
  }
  return null
}
