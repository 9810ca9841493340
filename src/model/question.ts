/** One of the answers a question offers; `words` is what is shown and may be typed, in full or its beginning. */
export interface Choice<T extends string> {
  readonly value: T
  readonly words: string
  /** Other words that are taken for it, in lower case. */
  readonly also?: readonly string[]
}

/** A question for a line of text; the hint is shown with it, the help (else the hint) at "?". `again`, where the last answer to it could not be read. */
export interface Lining {
  readonly ask: string
  readonly offer?: string
  readonly hint?: string
  readonly help?: string
  readonly again?: boolean
  readonly back?: Back
}

/** A question with a few answers; `help` says what they mean. */
export interface Choosing<T extends string> {
  readonly ask: string
  readonly choices: readonly [Choice<T>, ...Choice<T>[]]
  readonly help?: string
  readonly back?: Back
}

/** Leaves for the question before, when "<" or "back" is the answer; without it those are answers as any other. */
export type Back = () => never
