import type { LetterKind } from './act.js'

/** How grave a finding of the composure check is: an error stops the letter, a warning asks for a second look, a hint is taste. */
export type Severity = 'error' | 'warning' | 'hint'

/** One thing the composure check saw; line and column count from 1, all three in code points of the text as given; null where something is missing. */
export interface Finding {
  /** An id of the tone rules: 'desperation', 'no-ask'. */
  readonly rule: string
  readonly severity: Severity
  readonly line: number | null
  readonly column: number | null
  readonly length: number | null
  /** The words it is about; null where something is missing. */
  readonly text: string | null
  readonly why: string
  readonly instead: string
}

/** What the check says of a whole letter; findings worst first, `words` of the letter's own core. */
export interface Checkup {
  readonly findings: readonly Finding[]
  readonly words: number
  readonly verdict: 'send' | 'revise' | 'stop'
}

/** What is known about a letter; names are never triggers. Without a kind, rules bound to one are skipped. */
export interface LetterContext {
  readonly kind: LetterKind | null
  readonly company: string | null
  /** The reader's full name. */
  readonly contact: string | null
  readonly role: string | null
  /** Other names and recorded words (colleagues, hooks, what they care about) that are never triggers. */
  readonly known: readonly string[]
  /** An offer is recorded, so pay may be spoken of; null = nobody looked, so the kind of the letter decides. */
  readonly offered: boolean | null
}
