import type { Calendar } from './model/calendar.js'
import type { Shelf } from './model/entry.js'
import type { Exchange } from './model/exchange.js'
import type { Day, LocalTime, Moment } from './model/day.js'
import type { Playbook } from './model/playbook.js'
import type { PhoneWords } from './model/phone.js'
import type { LetterBook, Outgoing } from './model/letter.js'
import type { Caught, Mail } from './model/mail.js'
import type { Line, Outlet } from './model/lines.js'
import type { Mailbox } from './model/mailbox.js'
import type { Choosing, Lining } from './model/question.js'
import type { ReplyRules } from './model/replies.js'
import type { Rhythm, Ringer, Schedule, ScheduleFound } from './model/schedule.js'
import type { SettingState, Settings } from './model/settings.js'
import type { Sheet, SheetForm } from './model/sheet.js'
import type { Store } from './model/store.js'
import type { Tone } from './model/tone.js'
import type { ZoneTable } from './model/zones.js'

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
  /** The time zones of the world, with their former names. */
  zones(): ZoneTable
  /** ISO country of a zone, or 'unknown'. */
  countryOf(zone: string): string
  /** How an interview may have landed, the likely doubts first: `doubt` is in the interviewer's voice, null where there is none; `order` counts those asked about first; `phone` is what to do on the phone. */
  landings(): readonly {
    readonly code: string
    readonly label: string
    readonly doubt: string | null
    readonly phone: string | null
    readonly order?: number
  }[]
  /** Checks one playbook file; returns what is wrong, a sentence each. */
  checkPlaybook(path: string): readonly string[]
}

/**
 * The conversation with a person at a terminal: one question at a time, on standard error. Every method throws Problem('interrupted') at Ctrl-C,
 * Ctrl-D and the end of input; what was recorded before stays. No lock is held and no clock is read while it waits.
 */
export interface Ask {
  /** False without a terminal and with --no-input: then nothing may be asked, and what is missing is a usage error that names its flag. */
  readonly able: boolean
  /** A line of text, trimmed; Enter alone gives `offer`, or '' (skipped). "?" shows `help`, and the question stays open. */
  line(question: Lining): Promise<string>
  /** One of a few answers; Enter alone gives the first. "?" shows `help`, or is the answer 'help' where there is one. */
  choice<T extends string>(question: Choosing<T>): Promise<T>
  /** Says something between two questions, as it stands; it ends with a newline. */
  say(text: string): void
  /** Says a sentence or two between questions, cleaned and wrapped. */
  note(text: string): void
  /** Shows what was made of an answer, a line each, cleaned and marked as such. */
  understood(lines: readonly string[]): void
  /** Shows what may be answered by its number, from `first` (else 1) on, one a line: the number, the words, and an aside. */
  numbered(rows: readonly { readonly words: string; readonly aside: string }[], first?: number): void
}

/** A conversation that goes through several verbs. */
export interface Talk<Page> {
  /** Shows a page of the conversation, drawn by the verb's own view of its pages. */
  show(page: Page): Promise<void>
  /** Runs another line as if it had been typed: what it leaves out is asked, what came of it is shown. Throws whatever that line throws. */
  run(verb: string, args: Readonly<Record<string, string | readonly string[] | true>>): Promise<void>
}

/** The file of the person's settings. Its methods throw Problem('usage') for what is no setting, no value of it, or no TOML. */
export interface Config {
  readonly file: string
  /** Where the person's own files lie; none of them need exist. */
  readonly places: readonly { readonly what: string; readonly path: string }[]
  /** All settings, read anew from environment and file. */
  read(): Promise<readonly SettingState[]>
  /** Changes one line of the file and nothing else in it; null takes the line away. */
  set(name: string, value: string | null): Promise<void>
  /** Opens the file in the person's editor, and reads it afterwards; without a terminal Problem('usage'). */
  edit(): Promise<void>
}

/** Where a shell's completion was put; `startup` is the file of the shell that reads it, null when the shell finds it by itself. */
export interface InstalledCompletion {
  readonly file: string
  readonly startup: { readonly file: string; readonly added: boolean } | null
}

/** Teaching the person's shell. */
export interface Completions {
  /** The name of the person's shell, as SHELL tells it. */
  readonly shell: string | null
  /** Puts a script where a shell reads it; doing it again changes nothing more. Throws Problem('failed') when it cannot be written. */
  install(shell: string, script: string): InstalledCompletion
}

/** What the program stands on, as it was found; nothing in it is judged yet. */
export interface Footing {
  /** FOLLOWUP_NOW stands in for the clock. */
  readonly clockHeld: boolean
  /** Who named the zone. */
  readonly zoneSaid: string
  /** The file of settings; `exists` is null where nobody may look, which the settings say themselves; `shared`: others on this machine may read or write it; `named`: FOLLOWUP_CONFIG says where it lies. */
  readonly settings: { readonly path: string; readonly exists: boolean | null; readonly shared: boolean; readonly named: boolean }
  /** The person's own list of holidays. */
  readonly holidays: string | null
  /** A sentence for each of the person's own files that cannot be used. */
  readonly leftOut: readonly string[]
  /** How many letters of the person's own can be used. */
  readonly letters: number
  readonly terminal: { readonly input: boolean; readonly output: boolean; readonly columns: number | null; readonly kind: string | null }
  readonly editor: { readonly program: string; readonly named: boolean; readonly found: boolean }
  readonly node: string
  readonly sqlite: string
}

/** Ways to reach the person beyond this terminal. */
export interface Heralds {
  /** A notice on the person's desktop. Throws Problem('outside') where there is none. */
  notify(title: string, body: string): void
  /** Runs a command line of the person's own with this on its standard input; a minute at most. Throws Problem('outside') when it fails. */
  command(line: string, input: string): void
  /** Why no notice could be shown from here, a sentence; null when one could. */
  noDesktop(): string | null
}

/** The person's own executables in `hooks/` of the folder of settings. */
export interface Hooks {
  /** Runs one with JSON on its standard input, ten seconds at most; a sentence when it failed, null when it is not there or did well. */
  run(name: 'on-due' | 'on-silent' | 'on-heard', told: unknown): string | null
}

/** Mail that came to the person elsewhere. Each mail is read within bounds of time and memory. */
export interface MailIn {
  /** The mail in a file, or with '-' on standard input. Throws Problem('failed') when it cannot be read. */
  read(path: string): Promise<Mail>
  /** Every mail in a file (one, or an mbox), in a folder (a Maildir, or of .eml files), or in bytes, one after the other. Throws Problem('failed') where there is none. */
  readAll(source: string | Uint8Array, each: (caught: Caught) => void): Promise<void>
  /** The person's mailbox; nothing is opened yet. Throws Problem('usage') where the settings name none. */
  mailbox(): Mailbox
  /** The words by which mails are known. */
  readonly rules: ReplyRules
}

/** A letter made into a mail; `from` and `to` are bare addresses, `messageId` has its angle brackets. */
export interface Mailing {
  readonly from: string
  readonly to: string
  readonly messageId: string
  readonly bytes: Uint8Array
}

/** Ways by which a letter leaves as mail; none of them asks, so who calls `send` has asked. */
export interface MailOut {
  /** How `send` goes, in words; null where neither a server nor a command is named. */
  readonly route: string | null
  /** My own address. Throws Problem('usage') where it is not known. */
  me(): string
  /** Whether a mailbox for drafts is named. */
  readonly hasDrafts: boolean
  /** The letter as a mail (RFC 5322). Throws Problem('usage') where my own address or the reader's is not known. */
  compose(letter: Outgoing): Promise<Mailing>
  /** The same for a file, which a mail program opens as a draft; addresses that are not known are left out. */
  file(letter: Outgoing): Promise<Uint8Array>
  /** Writes such a file, for my eyes only. Throws Problem('failed') where it cannot be written. */
  save(path: string, bytes: Uint8Array): void
  /** Opens it in my mail program. Throws Problem('outside') where there is none, Problem('failed') where the letter is too long for that. */
  open(letter: Outgoing): Promise<void>
  /** Puts it into the drafts of my mailbox; returns the folder's name. Throws Problem('outside'). */
  keep(letter: Outgoing): Promise<string>
  /** Tries each way that the settings name and says in a sentence what it found; nothing is sent. Each throws Problem with what is wrong. */
  readonly trials: readonly { readonly check: string; readonly run: () => Promise<string> }[]
  /** Hands it over, once. Throws Problem('outside'): with the code 'not-sent' it has certainly not left, with 'unknown' nobody knows. */
  send(mailing: Mailing): Promise<void>
}

/** Pages of the person's own, in files. */
export interface Pages {
  /** Whether a person at a terminal reads what is printed. */
  readonly shown: boolean
  /** Writes it, whole or not at all, where nothing else is, and never to where a link leads; its full path. Throws Problem('failed'). */
  save(path: string, text: string): string
  /** Opens the file in the person's browser. Throws Problem('outside') where there is none. */
  open(path: string): Promise<void>
}

/** Where calendars are kept. */
export interface Calendars {
  /** Puts a text in the place of a file, whole or not at all. */
  save(path: string, text: string): void
  /** A folder with a file for each entry; made when it is not there. */
  folder(path: string): Shelf
  /** The person's calendar server. Throws Problem('usage') where the settings name none, Problem('outside') without a password. */
  server(): Promise<Shelf>
}

/** The machine's own schedulers. Its methods throw Problem('outside') when one does not do as told; nothing of anyone else's is touched. */
export interface Schedules {
  /** Those that run here, the best first. */
  available(): readonly Ringer[]
  /** The reminder as this program, on this store, with these settings, would be run by them; `words` follow `remind`. */
  draft(rhythm: Rhythm, words: readonly string[]): Schedule
  found(): readonly ScheduleFound[]
  /** Puts it there, in the place of an earlier one; says where. */
  install(ringer: Ringer, schedule: Schedule): string
  /** Leaves no trace of it; without one nothing happens. */
  remove(ringer: Ringer): void
  exists(path: string): boolean
}

/** Everything a command may touch. A command takes `Needs<...>`, so its signature lists what it can reach. */
export interface World {
  readonly clock: Clock
  readonly settings: Settings
  /** Loaded by the few who look after the settings themselves. */
  readonly config: () => Promise<Config>
  readonly completions: () => Promise<Completions>
  readonly footing: () => Promise<Footing>
  readonly schedules: () => Promise<Schedules>
  readonly mailIn: () => Promise<MailIn>
  readonly mailOut: () => Promise<MailOut>
  readonly calendars: () => Promise<Calendars>
  readonly pages: () => Promise<Pages>
  readonly heralds: () => Promise<Heralds>
  readonly hooks: () => Promise<Hooks>
  /** A result as the view of this verb writes it, unpainted; `plain` without columns. */
  readonly drawn: (result: unknown, how: { readonly plain: boolean }) => Promise<string>
  readonly catalog: Catalog
  /** What is said on the phone, turn by turn; read when first asked for. */
  readonly phone: () => Promise<PhoneWords>
  /** The rules of the composure check; read when first asked for. */
  readonly tone: () => Promise<Tone>
  /** Letters as templates, shipped and own; read when first asked for. */
  readonly letters: () => Promise<LetterBook>
  /** Puts a text on the person's clipboard as it stands. Throws Problem('outside') where there is none. */
  readonly copyText: (text: string) => Promise<void>
  /** The text as the person leaves it in their editor. Throws Problem('outside') when that fails. */
  readonly editText: (text: string, name: string) => Promise<string>
  /** Writes a text into a file that the person names, which others may not read. Throws Problem('failed') where it cannot be. */
  readonly writeText: (path: string, text: string) => Promise<void>
  /** The text of a file that the person names; throws Problem('failed') for what is no text. */
  readonly readText: (path: string) => Promise<string>
  /** The beginning of a file that the person names, or with '-' of standard input: at most one byte more than `most`. Throws Problem('failed'). */
  readonly readBytes: (path: string, most: number) => Promise<Uint8Array>
  /** The lines of a text that the person names, or with '-' of standard input, from the first as often as they are asked for. Throws Problem('failed'). */
  readonly readLines: (path: string) => Promise<() => Iterable<Line>>
  /** Where what may be large goes piece by piece: a new file, or with null standard output. Throws Problem('failed') where a file is, unless it may be written over. */
  readonly outlet: (path: string | null, over: boolean) => Promise<Outlet>
  /** The rows in the bytes of a file that anybody may have written, taken apart within bounds of time and memory. Throws Problem('failed'). */
  readonly readSheet: (bytes: Uint8Array, form: SheetForm) => Promise<Sheet>
  /** The tables in a folder of somebody's own data that tell of applications or people, in order; none where it holds mails. */
  readonly sheetsIn: (folder: string) => Promise<readonly string[]>
  readonly store: Store
  /** Facts out of the store, and those of other stores into it. */
  readonly exchange: () => Promise<Exchange>
  /** A new UUIDv7, greater than all before it in this run. */
  readonly newId: () => string
  /** Standard input as text, for `--note -`; throws Problem('usage') on a terminal. */
  readonly readInput: () => Promise<string>
  /** The person, when there is one at a terminal. */
  readonly ask: Ask
  readonly talk: Talk<never>
  /** A throw-away world whose store lives in memory or a temporary folder, at a given ISO instant: for `demo`. */
  readonly scratch: () => Promise<ScratchWorld>
}
/** `demo`'s throw-away store: run a command line at a moment, get what it printed. */
export interface ScratchWorld {
  run(at: string, argv: readonly string[]): Promise<string>
  remove(): void
}

/** The part of the world a command asks for. */
export type Needs<K extends keyof World> = Pick<World, K>
