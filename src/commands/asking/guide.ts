import type { Written } from '../../model/result.js'
import type { OpportunityRow } from '../../model/store.js'
import type { World } from '../../world.js'

/** The arguments of a verb under their camelCase names, as far as they are known. */
export type Answers = Readonly<Record<string, string | readonly string[] | true>>

/** A line of the program: a verb and its arguments. */
export interface Line {
  readonly verb: string
  readonly args: Answers
}

/**
 * What came of asking: the arguments filled in, another line to run in its place, or nothing to do (null). With `stopped` the person left, and
 * what they said until then is kept. `about` is the opportunity as it was when the questions began.
 */
export type Asked =
  | { readonly args: Answers; readonly about?: OpportunityRow; readonly stopped?: true }
  | { readonly instead: Line; readonly about?: OpportunityRow }
  | null

/** Asks a person at a terminal for what a verb needs and was not told. */
export interface Guide {
  /** Asking does nothing else, so that one may go back to the question before. */
  readonly goesBack?: true
  readonly ask: (world: World, args: Answers) => Promise<Asked>
  /** What may follow once it is on record: a line to run next, or null. */
  readonly after?: (world: World, told: { readonly result: Written; readonly args: Answers }) => Promise<Line | null>
}

/** The one word given for an argument; undefined when it is missing, or is no word. */
export function word(args: Answers, name: string): string | undefined {
  const value = args[name]
  return typeof value === 'string' ? value : undefined
}
