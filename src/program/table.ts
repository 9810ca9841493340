import type { Guide } from '../commands/asking/guide.js'
import type { Named } from '../commands/complete/place.js'
import type { Screen } from '../views/screen.js'
import type { OtherWords } from './other-words.js'
import type { Talk, World } from '../world.js'

/** The sections of `followup help`, in order. */
export const groups = [
  'Every day',
  'After an interview',
  'Reaching out',
  'Something came in',
  'Understanding',
  'Pausing and ending',
  'Keeping house',
] as const
export type Group = (typeof groups)[number]

/** One option, `--name`; without `value` it is a switch. Its key among the arguments is the name in camelCase. */
export interface Flag {
  readonly name: string
  /** How the help calls its value: 'DAY', 'TEXT'. */
  readonly value?: string
  /** May be given more than once; the argument is then a list, in order. */
  readonly repeat?: true
  /** The only values it takes. */
  readonly choices?: readonly string[]
  /** Other words for them. */
  readonly also?: OtherWords
  /** What its value names, for completion. */
  readonly names?: readonly Named[]
  readonly help: string
}

/** One word after the verb. A flag of the same name is another way to say it. */
export interface Positional {
  readonly name: string
  readonly help: string
  readonly required?: true
  readonly choices?: readonly string[]
  readonly also?: OtherWords
  /** What it names, for completion. */
  readonly names?: readonly Named[]
  /** Takes all the words that are left, joined by spaces. */
  readonly rest?: true
  /** Takes all the words that are left, as a list. */
  readonly many?: true
  /** With this flag on the line the word is left out, and what follows moves up. */
  readonly unless?: string
}

/** What the command sees: positionals and flags under their camelCase names; absent ones are missing. */
export type Args = Readonly<Record<string, string | readonly string[] | true>>

/** A verb's code, loaded when it runs. Only `pair` makes one, so that a view fits its command. */
export interface Loaded {
  readonly run: (world: World, args: never) => Promise<unknown>
  readonly view: (result: never, screen: Screen) => string
  /** The view in pages that a person at a terminal leafs through; together they are the view. */
  readonly pages?: (result: never, screen: Screen) => readonly string[]
  /** How the pages of its conversation are drawn. */
  readonly page?: (page: never, screen: Screen) => string
}

/** One row of the table of contents. */
export interface Verb {
  readonly name: string
  readonly group: Group
  /** What it does, a few words in lower case. */
  readonly summary: string
  /** One command line that can be typed as it is. */
  readonly example: string
  /** Further command lines for its own page of help. */
  readonly more?: readonly string[]
  readonly positionals: readonly Positional[]
  readonly flags: readonly Flag[]
  /** Whether it records facts: 'always' opens the store for writing at once, so that a read-only one is refused before anything else. */
  readonly writes: 'always' | 'sometimes' | 'never'
  /** Runs, with the defaults, although the settings cannot be read: it is how they are mended. */
  readonly mends?: true
  /** Needs no setting of the person's, and so runs with the defaults where they cannot be read. */
  readonly withoutSettings?: true
  /** Not listed in the help. */
  readonly hidden?: true
  readonly load: () => Promise<Loaded>
  /** On a terminal, when `when` says that something is missing, its guide asks for it; elsewhere what is missing is a usage error. */
  readonly guide?: { readonly when: (args: Args) => boolean; readonly load: () => Promise<Guide> }
  /** Whether a result only says what was put into a file, a setting or another program: with --quiet it is not told, as what was recorded is not. */
  readonly isPutAway?: (result: never) => boolean
  /** The exit code of a result; 0 without it. */
  readonly exit?: (result: never, args: Args) => number
}

/** Verbs by their names, each made when it is asked for: who runs one does not wait for the rest. */
export type Verbs = Readonly<Record<string, () => Verb>>

/** A command and the view of its result. */
export function pair<A, R>(run: (world: World, args: A) => Promise<R>, view: (result: R, screen: Screen) => string): Loaded {
  return { run, view }
}

/** A command whose result is told in pages. */
export function leafed<A, R>(run: (world: World, args: A) => Promise<R>, pages: (result: R, screen: Screen) => readonly string[]): Loaded {
  return { run, pages, view: (result: R, screen: Screen) => pages(result, screen).join('') }
}

/** A command that talks, the view of its result and of the pages in between. */
export function talking<A, P, R>(
  run: (world: Omit<World, 'talk'> & { readonly talk: Talk<P> }, args: A) => Promise<R>,
  views: { readonly view: (result: R, screen: Screen) => string; readonly page: (page: P, screen: Screen) => string },
): Loaded {
  return { run, ...views }
}

/** The options that every verb takes, before or after it. */
export const globals: readonly Flag[] = [
  { name: 'db', value: 'FILE', names: ['file'], help: 'the store to use (default: followup/followup.db in the XDG data folder)' },
  { name: 'json', help: 'print the result as JSON' },
  { name: 'quiet', help: 'print nothing where something was recorded or written' },
  { name: 'no-input', help: 'never ask; missing words are an error' },
  { name: 'no-color', help: 'no colour' },
  { name: 'plain', help: 'marks as words, no columns: for screen readers' },
  { name: 'yes', help: 'yes to what would be asked' },
  { name: 'version', help: 'print the version (-V)' },
  { name: 'help', help: 'print help (-h)' },
]

/** A flag's key among the arguments: 'contact-role' becomes 'contactRole'. */
export function keyOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** True of arguments in which one of these is missing: what a guide is for. */
export function lacks(...names: readonly string[]): (args: Args) => boolean {
  return (args) => names.some((name) => args[name] === undefined)
}

/** True of arguments in which all of these are missing, or the first. */
export function lacksAll(first: string, ...names: readonly string[]): (args: Args) => boolean {
  return (args) => args[first] === undefined || names.every((name) => args[name] === undefined)
}

/** True of results that have one of these. */
export function has(...keys: readonly string[]): (result: object) => boolean {
  return (result) => keys.some((key) => key in result)
}

/** For verbs that need to know nothing but which opportunity. */
export const whichOne: NonNullable<Verb['guide']> = {
  when: lacks('opp'),
  load: async () => (await import('../commands/asking/which-one.js')).whichGuide,
}
