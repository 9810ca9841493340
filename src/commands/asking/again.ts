import { isProblem, sentence } from '../../problem.js'
import type { Choice } from '../../model/question.js'
import type { Ask } from '../../world.js'
import type { Understood } from '../typed/moments.js'

/** A question whose answer is read; `mend` replaces the hint of a problem, where that speaks of flags. */
export interface Reading<T> {
  readonly ask: string
  readonly offer?: string
  readonly hint?: string
  /** What may be answered, for "?" too. */
  readonly mend?: string
  readonly read: (text: string) => Understood<T>
}

/** What is asked after an answer that could not be read. */
export const again = { ask: 'Once more, or Enter to skip.', again: true } as const

/** Whether an answer leaves the question instead of answering it. */
export function leavesIt(text: string): boolean {
  return /^(?:later|skip|none|-)?[.!]?$/i.test(text.trim())
}

/** Asks until the answer can be read, and shows what was made of it; null when it was skipped, which with an `offer` it cannot be. */
export async function askAgain<T>(ask: Ask, question: Reading<T>): Promise<T | null> {
  const { read, mend, ...words } = question
  const help = mend === undefined ? {} : { help: mend }
  for (let text = await ask.line({ ...words, ...help }); text !== ''; text = await ask.line({ ...again, ...help })) {
    try {
      const { value, lines } = read(text)
      ask.understood(lines)
      return value
    } catch (error) {
      if (!isProblem(error) || (error.kind !== 'usage' && error.kind !== 'reference')) throw error
      ask.note(`${sentence(error.message)} ${mend ?? error.hint ?? ''}`)
    }
  }
  return null
}

/** Asks until there is an answer that can be read. */
export async function askUntil<T>(ask: Ask, question: Reading<T> & { readonly needed: string }): Promise<T> {
  for (;;) {
    const answer = await askAgain(ask, question)
    if (answer !== null) return answer
    ask.note(question.needed)
  }
}

/** A question of yes or no; Enter takes `first`. */
export async function askYes(ask: Ask, question: string, first: 'yes' | 'no' = 'yes'): Promise<boolean> {
  const yes: Choice<'yes' | 'no'> = { value: 'yes', words: 'yes' }
  const no: Choice<'yes' | 'no'> = { value: 'no', words: 'no' }
  return (await ask.choice({ ask: question, choices: first === 'yes' ? [yes, no] : [no, yes] })) === 'yes'
}

/** Choices from a table of values and their words; Enter takes the first. */
export function choicesOf<T extends string>(words: Readonly<Record<T, string>>, first?: T): readonly [Choice<T>, ...Choice<T>[]] {
  const all = (Object.keys(words) as T[]).map((value) => ({ value, words: words[value] }))
  const [head, ...rest] = first === undefined ? all : [...all].sort((a, b) => Number(b.value === first) - Number(a.value === first))
  if (!head) throw new Error('a question without answers')
  return [head, ...rest]
}
