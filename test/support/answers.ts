import { Problem } from '../../src/problem.js'
import type { Ask } from '../../src/world.js'

/** One question by a part of it, and what is answered: words of a choice or a line ('' = Enter), null = Ctrl-C, or something done before answering. */
export type Answer = readonly [question: string, answer: string | null | (() => string)]

/** A person with their answers ready: a question out of turn fails, and so does an answer nobody asked for. */
export interface Person {
  readonly ask: Ask
  /** Everything that was said and asked, in order. */
  readonly heard: string[]
  /** The answers that nobody asked for. */
  readonly left: () => readonly Answer[]
}

/** A person who gives these answers, in this order. */
export function answering(script: readonly Answer[]): Person {
  const heard: string[] = []
  const waiting = [...script]
  const answer = (asked: string): string => {
    const next = waiting.shift()
    if (!next?.length || !asked.includes(next[0])) throw new Error(`asked out of turn: ${asked} (expected: ${next?.[0] ?? 'nothing'})`)
    if (next[1] === null) throw new Problem('interrupted', 'Stopped')
    return typeof next[1] === 'string' ? next[1] : next[1]()
  }
  const ask: Ask = {
    able: true,
    line: async ({ ask: words, offer, back }) => {
      heard.push(offer ? `${words}  [${offer}]` : words)
      const said = answer(words)
      if (said === '<') back?.()
      return said || (offer ?? '')
    },
    choice: async ({ ask: words, choices, back }) => {
      heard.push(`${words}  ${choices.map((one, index) => (index === 0 ? `[${one.words}]` : one.words)).join(', ')}`)
      const said = answer(words)
      if (said === '<') back?.()
      const found = said === '' ? choices[0] : choices.find((one) => one.words === said || one.also?.includes(said))
      if (!found) throw new Error(`"${said}" is no answer to: ${heard.at(-1) ?? ''}`)
      return found.value
    },
    say: (text) => void heard.push(text),
    note: (text) => void heard.push(text),
    understood: (lines) => void heard.push(...lines.map((line) => `= ${line}`)),
    numbered: (rows, first = 1) => void heard.push(...rows.map((row, index) => `${String(index + first)}  ${row.words}`)),
  }
  return { ask, heard, left: () => waiting }
}
