import type { Element, Words } from './phrase.js'

/** What a sentence must hold: one of these words, beginnings of words (`word*`) and pairs of neighbours (`two words`). */
export type Need = readonly string[]

/** What a sentence must hold for these elements to fit anywhere in it; what fewest sentences hold comes first. */
export function needsOf(elements: readonly Element[]): readonly Need[] {
  const pairs = elements.map((element, at) => pairsOf(element, elements[at + 1]))
  const needs = elements.flatMap((element, at) => {
    const pair = pairs[at]
    if (pair) return [pair]
    return pairs[at - 1] ? [] : needOf(element)
  })
  return needs.map((need) => [...new Set(need)]).sort((a, b) => commonness(a) - commonness(b))
}

/** A longer list of pairs is no more telling than two lists of words. */
const MOST_PAIRS = 4

/** Two words that must stand side by side; null where they need not, or are too many. */
function pairsOf(element: Element, next: Element | undefined): Need | null {
  const [first, second] = [surely(element), next && surely(next)]
  if (!first || !second || first.starts.length + second.starts.length > 0 || first.whole.size * second.whole.size > MOST_PAIRS) return null
  return [...first.whole].flatMap((one) => [...second.whole].map((other) => `${one} ${other}`))
}

function surely(element: Element): Words | null {
  return element.kind === 'words' && !element.optional ? element : null
}

function needOf(element: Element): readonly Need[] {
  if (element.optional) return []
  if (element.kind === 'words') return needOfWords(element)
  if (element.kind !== 'either') return []
  const needs = element.choices.map((choice) => needsOf(choice)[0] ?? [])
  return needs.every((need) => need.length > 0) ? [needs.flat()] : []
}

/** Beginnings are filed under three letters, so that shorter ones cannot be found. */
export const FILED_LETTERS = 3

function needOfWords({ whole, starts }: Words): readonly Need[] {
  if (starts.some((start) => start.length < FILED_LETTERS)) return []
  return [[...whole, ...starts.map((start) => `${start}*`)]]
}

/** Roughly how many sentences hold one of a list: a pair is rarer than a word. */
function commonness(need: Need): number {
  return need.reduce((sum, one) => sum + (one.includes(' ') ? 0.2 : 1), 0)
}
