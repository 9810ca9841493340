import type { Element, Phrase } from './phrase.js'

/** A sentence as phrases are matched with it: the forms of its words, names beginning with '_', and whether it asks. */
export interface Spoken {
  readonly forms: readonly string[]
  readonly asks: boolean
}

/** Where a phrase occurs in a sentence: pairs of the first word and the one after the last, from left to right, none within another. */
export function matchesOf({ elements }: Phrase, sentence: Spoken): readonly (readonly [first: number, end: number])[] {
  const found: (readonly [number, number])[] = []
  let from = 0
  while (from < sentence.forms.length) {
    const end = matchFrom(elements, { at: from, sentence, done: (at) => at })
    if (end !== null && end > from) {
      found.push([from, end])
      from = end
    } else from += 1
  }
  return found
}

interface Trying {
  readonly at: number
  readonly sentence: Spoken
  /** What has to fit behind it: the end of all, or null. */
  readonly done: (at: number) => number | null
}

/** The end of the first way in which the elements fit from a word on; a shorter gap is tried before a longer one. */
function matchFrom(elements: readonly Element[], trying: Trying, index = 0): number | null {
  const element = elements[index]
  if (!element) return trying.done(trying.at)
  const rest = (at: number): number | null => matchFrom(elements, { ...trying, at }, index + 1)
  const end = fit(element, trying, rest)
  return end ?? (element.optional && (element.kind === 'words' || element.kind === 'either') ? rest(trying.at) : null)
}

function fit(element: Element, trying: Trying, rest: (at: number) => number | null): number | null {
  const { at, sentence } = trying
  const form = sentence.forms[at]
  switch (element.kind) {
    case 'words':
      return form !== undefined && isOneOf(form, element) ? rest(at + 1) : null
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

function isOneOf(form: string, { whole, starts }: { readonly whole: ReadonlySet<string>; readonly starts: readonly string[] }): boolean {
  return whole.has(form) || starts.some((start) => form.startsWith(start))
}

const number =
  /^(?:[$€£¥₹]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|dozen|several|half)$)/

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
