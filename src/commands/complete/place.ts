/** What a word of a line can name. */
export type Named = 'opportunity' | 'person' | 'company' | 'playbook' | 'landing' | 'verb' | 'setting' | 'file'

/** A word or option, as far as completion cares. */
export interface Slot {
  readonly name: string
  /** Absent: a switch (of an option); a word always takes something. */
  readonly value?: string
  readonly repeat?: true
  readonly rest?: true
  readonly many?: true
  readonly unless?: string
  readonly choices?: readonly string[]
  readonly names?: readonly Named[]
}
export interface Row {
  readonly name: string
  readonly hidden?: true
  readonly positionals: readonly Slot[]
  readonly flags: readonly Slot[]
}
export interface Table {
  readonly verbs: readonly Row[]
  readonly globals: readonly Slot[]
}

/** What is wanted at the cursor. */
export type Subject =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'named'; readonly names: readonly Named[] }
  | { readonly kind: 'files' }

/** Where the cursor stands: what is wanted, what of it is typed, and what of the word stays before it ('--role='). */
export interface Place {
  readonly subject: Subject
  readonly typed: string
  readonly before: string
}

/** The place of the last of these words, which follow the program's name. */
export function subjectOf(table: Table, words: readonly string[]): Place {
  const typed = words.at(-1) ?? ''
  const line = walked(table, words.slice(0, -1))
  const flags = [...(line.verb?.flags ?? []), ...table.globals]
  const attached = line.ended ? null : /^(--[a-z-]+)=([^]*)$/.exec(typed)
  if (attached) return { ...plain(wantedBy(slotNamed(flags, attached[1] ?? '')), attached[2] ?? ''), before: `${attached[1] ?? ''}=` }
  if (line.open) return plain(wantedBy(line.open), typed)
  if (typed.startsWith('-') && !line.ended) return plain(list(flagNames(flags, line.given)), typed)
  if (!line.verb) return plain(list(table.verbs.filter((verb) => !verb.hidden).map((verb) => verb.name)), typed)
  const places = line.verb.positionals.filter((place) => place.unless === undefined || !line.given.has(place.unless))
  const last = places.at(-1)
  const place = places[line.words] ?? (last?.rest || last?.many ? last : undefined)
  return plain(wantedBy(place), typed)
}

/** What was typed before the cursor: `open` is an option that still wants its value. */
interface Line {
  readonly verb: Row | null
  readonly words: number
  readonly given: ReadonlySet<string>
  readonly open: Slot | null
  readonly ended: boolean
}

function walked(table: Table, words: readonly string[]): Line {
  const given = new Set<string>()
  let line: Line = { verb: null, words: 0, given, open: null, ended: false }
  for (const word of words) {
    const flags = [...(line.verb?.flags ?? []), ...table.globals]
    if (line.open) line = { ...line, open: null }
    else if (word === '--' && !line.ended) line = { ...line, ended: true }
    else if (word.startsWith('--') && !line.ended) {
      const slot = slotNamed(flags, word.replace(/=[^]*$/, ''))
      if (slot) given.add(slot.name)
      line = { ...line, open: slot?.value !== undefined && !word.includes('=') ? slot : null }
    } else if (line.verb) line = { ...line, words: line.words + 1 }
    else line = { ...line, verb: table.verbs.find((verb) => verb.name === word) ?? unknown }
  }
  return line
}

const unknown: Row = { name: '', positionals: [], flags: [] }

function slotNamed(flags: readonly Slot[], option: string): Slot | undefined {
  return flags.find((flag) => `--${flag.name}` === option)
}

function flagNames(flags: readonly Slot[], given: ReadonlySet<string>): readonly string[] {
  return flags.filter((flag) => flag.repeat || !given.has(flag.name)).map((flag) => `--${flag.name}`)
}

function wantedBy(slot: Slot | undefined): Subject {
  if (slot?.choices) return list(slot.choices)
  if (slot?.names?.includes('file')) return { kind: 'files' }
  return slot?.names ? { kind: 'named', names: slot.names } : list([])
}

function list(words: readonly string[]): Subject {
  return { kind: 'words', words }
}

function plain(subject: Subject, typed: string): Place {
  return { subject, typed, before: '' }
}
