import type { Calendar } from './model/calendar.js'
import type { Day, LocalTime, Moment } from './model/day.js'
import type { Playbook } from './model/playbook.js'
import type { Settings } from './model/settings.js'
import type { Store } from './model/store.js'

/** The one reading of the clock of this run. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly epochMs: number
  /** My zone, an IANA name. */
  readonly zone: string
  readonly today: Day
  /** Now in my zone, to the minute, as the time of a fact. */
  readonly moment: Moment
  /** The wall clock in another zone, 'YYYY-MM-DDTHH:MM'. */
  in(zone: string): LocalTime
}

/** data/ and the person's own files, validated; loaded when first asked for. Throws Problem('usage') for an unknown name. */
export interface Catalog {
  playbook(name: string): Playbook
  /** As `playbook`, but the default for a name that is gone or broken: one lost file must not stop the day. */
  follow(name: string): Playbook
  playbooks(): readonly { readonly playbook: Playbook; readonly own: boolean }[]
  /** 'none', 'unknown' or an ISO code. */
  calendar(country: string): Calendar
  /** ISO country of a zone, or 'unknown'. */
  countryOf(zone: string): string
  /** Landing codes with the words for the interviewer's doubt. */
  landings(): readonly { readonly code: string; readonly label: string }[]
  /** Checks one playbook file; returns what is wrong, a sentence each. */
  checkPlaybook(path: string): readonly string[]
}

/** One of the answers a question offers; `words` is what is shown and may be typed, in full or its beginning. */
export interface Choice<T extends string> {
  readonly value: T
  readonly words: string
}

/**
 * The conversation with a person at a terminal: one question at a time, on standard error. Every method throws Problem('interrupted') at Ctrl-C,
 * Ctrl-D and the end of input; what was recorded before stays. No lock is held and no clock is read while it waits.
 */
export interface Ask {
  /** False without a terminal and with --no-input: then nothing may be asked, and what is missing is a usage error that names its flag. */
  readonly able: boolean
  /** A line of text, trimmed; Enter alone gives `offer`, or '' (skipped). */
  line(question: { readonly ask: string; readonly offer?: string; readonly hint?: string }): Promise<string>
  /** One of a few answers; Enter alone gives the first. */
  choice<T extends string>(question: { readonly ask: string; readonly choices: readonly [Choice<T>, ...Choice<T>[]] }): Promise<T>
  /** Says something between two questions, as it stands; it ends with a newline. */
  say(text: string): void
}

/** Everything a command may touch. A command takes `Needs<...>`, so its signature lists what it can reach. */
export interface World {
  readonly clock: Clock
  readonly settings: Settings
  readonly catalog: Catalog
  readonly store: Store
  /** A new UUIDv7, greater than all before it in this run. */
  readonly newId: () => string
  /** Standard input as text, for `--note -`; throws Problem('usage') on a terminal. */
  readonly readInput: () => Promise<string>
  /** The person, when there is one at a terminal. */
  readonly ask: Ask
  /** A throw-away world whose store lives in memory or a temporary folder, at a given ISO instant: for `demo`. */
  readonly scratch: () => ScratchWorld
}
/** `demo`'s throw-away store: run a command line at a moment, get what it printed. */
export interface ScratchWorld {
  run(at: string, argv: readonly string[]): Promise<string>
  remove(): void
}

/** The part of the world a command asks for. */
export type Needs<K extends keyof World> = Pick<World, K>
