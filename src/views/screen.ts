import type { Day } from '../model/day.js'

/** Five meanings a text can be painted with; each returns the text, perhaps between escape sequences, of the same width. */
export type Paint = Readonly<Record<'strong' | 'quiet' | 'good' | 'warn' | 'bad', (text: string) => string>>

/** Measures text beyond Latin, Greek and Cyrillic; too slow to load when nobody needs it. */
export interface Ruler {
  /** Columns that the text takes on a terminal. */
  readonly width: (text: string) => number
  /** The text as a reader sees its letters. */
  readonly clusters: (text: string) => readonly string[]
}

/** What a view writes on. */
export interface Screen {
  /** Columns; views never fill more than 80. */
  readonly width: number
  /** Lines of the terminal, where it says; views that are to fit one screen take it for 24 where nobody does. */
  readonly rows?: number
  /** One fact a line and marks as words, for screen readers. */
  readonly plain: boolean
  readonly paint: Paint
  /** My day. */
  readonly today: Day
  /** Given when `needsRuler` says so of what will be shown; without it every code point counts as one column. */
  readonly ruler?: Ruler
  /** True within a list that was seen to hold printable ASCII alone: nothing is cleaned or measured then, letter by letter. */
  readonly ascii?: boolean
  /** True on a terminal: right-to-left names are set apart, so that they do not turn the rest of the line around. */
  readonly isolate?: boolean
}

/** Paints nothing. */
export const noPaint: Paint = { strong: same, quiet: same, good: same, warn: same, bad: same }

function same(text: string): string {
  return text
}
