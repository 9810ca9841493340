import { endOfWord, typedWords } from '../formats/bash-line.js'
import { filesWanted } from '../formats/completion-scripts.js'
import type { Needs } from '../world.js'
import { subjectOf } from './complete/place.js'
import type { Table } from './complete/place.js'
import { valuesOf } from './complete/values.js'

export interface CompleteArgs {
  readonly shell?: string
  /** bash: the line up to the cursor, and the end of it that will be replaced. */
  readonly line?: string
  readonly cut?: string
  /** zsh and fish: the words after the program's name, the last one being typed. */
  readonly word?: readonly string[]
}

/** What may stand where the cursor is, each as the shell has to insert it. */
export interface Completions {
  readonly words: readonly string[]
}

type World = Needs<'store' | 'catalog' | 'config'>

/** The command that completes lines of this table; it looks into the store and changes nothing. */
export function complete(table: Table): (world: World, args: CompleteArgs) => Promise<Completions> {
  return async (world, { shell, line = '', cut = '', word = [''] }) => {
    if (shell !== 'bash') return { words: await found(world, table, shell === 'fish' ? forFish(word) : word) }
    const typed = withoutVariables(typedWords(line))
    const last = typed.at(-1)
    if (typed.length < 2 || !last) return { words: [] }
    const words = await found(
      world,
      table,
      typed.slice(1).map((one) => one.value),
    )
    return { words: words.flatMap((one) => (one === filesWanted ? one : (endOfWord(one, last, cut) ?? []))) }
  }
}

async function found(world: World, table: Table, words: readonly string[]): Promise<readonly string[]> {
  const { before, typed, subject } = subjectOf(table, words)
  const values = await valuesOf(world, subject, { typed, table })
  if (subject.kind === 'files') return values
  const begins = (value: string): boolean => value.startsWith(typed) || value.toLowerCase().startsWith(typed.toLowerCase())
  // What holds control characters or turns the reading direction could not be seen for what it is.
  return [...new Set(values)].filter((value) => begins(value) && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(value)).map((value) => before + value)
}

// Fish hands over the last word with its quotes, and chooses among the values by itself.
function forFish(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? ''
  return /["'\\]/.test(last) ? [...words.slice(0, -1), /^(--[a-z-]+=)/.exec(last)?.[1] ?? ''] : words
}

function withoutVariables<Word extends { readonly value: string }>(words: readonly Word[]): readonly Word[] {
  const first = words.findIndex(({ value }) => !/^[A-Za-z_]\w*=/.test(value))
  return words.slice(Math.max(first, 0))
}
