import { verbNamed } from './program.js'
import { valueMeant } from './program/other-words.js'
import { globals, keyOf } from './program/table.js'
import type { Args, Flag, Positional, Verb } from './program/table.js'

/** What every verb can be told, beside its own words. */
export interface Globals {
  readonly db: string | null
  readonly json: boolean
  readonly quiet: boolean
  readonly noInput: boolean
  readonly noColor: boolean
  readonly plain: boolean
  readonly yes: boolean
  readonly version: boolean
  readonly help: boolean
}

/** A command line understood. With --help it is the verb `help`, and the words of the verb were not looked at; with --version neither. */
export interface Reading {
  readonly verb: Verb
  readonly args: Args
  readonly globals: Globals
}

/** What is wrong with the words of a line. */
export type Fault =
  | { readonly kind: 'missing'; readonly word: Positional }
  | { readonly kind: 'extra'; readonly text: string }
  | { readonly kind: 'choice'; readonly of: Flag | Positional; readonly text: string }
  | { readonly kind: 'twice'; readonly name: string }

/** The verb's word, whether it was typed, and the line without it. */
export interface FoundVerb {
  readonly word: string
  readonly typed: boolean
  readonly rest: readonly string[]
}

/** A line taken apart: words in order; options under their names, switches true, values in order. */
export interface Line {
  readonly words: readonly string[]
  readonly given: ReadonlyMap<string, true | readonly string[]>
}

/** Reads an ordinary command line, fast; null for anything unusual, which `readCarefully` understands or refuses. */
export function readArguments(argv: readonly string[]): Reading | null {
  const found = findVerb(argv)
  const verb = found && verbNamed(found.word)
  if (!verb) return null
  const line = readTokens(found.rest, verb)
  return line && readingOf(found, verb, line)
}

/** Finds the verb; a line without a word, or with an option of `due` first, is `due`; null when the line begins with an unknown option. */
export function findVerb(argv: readonly string[]): FoundVerb | null {
  let index = 0
  for (let arg = argv[0]; arg?.startsWith('-') && arg !== '--'; arg = argv[index]) {
    const flag = globalFlag(arg)
    if (!flag) return isOptionOfDue(arg) ? { word: 'due', typed: false, rest: argv } : null
    index += flag.value !== undefined && !arg.includes('=') ? 2 : 1
  }
  const word = argv[index]
  if (word === undefined || word === '--') return { word: 'due', typed: false, rest: argv }
  return { word, typed: true, rest: argv.toSpliced(index, 1) }
}

/** The reading of a line, or null when `faultOf` finds a fault in it. */
export function readingOf(found: FoundVerb, verb: Verb, line: Line): Reading | null {
  const read = globalsOf(line)
  const help = read.help ? verbNamed('help') : null
  if (help) return { verb: help, args: found.typed ? { topic: verb.name } : {}, globals: read }
  if (read.version) return { verb, args: {}, globals: read }
  return faultOf(verb, line) ? null : { verb, args: argsOf(verb, line), globals: read }
}

/** The reading of a line in which words are missing, and nothing else is wrong. */
export function readingWithGaps(verb: Verb, line: Line): Reading {
  return { verb, args: argsOf(verb, line), globals: globalsOf(line) }
}

/** The first thing that is wrong with the words and values of a line; null when nothing is. */
export function faultOf(verb: Verb, { words, given }: Line): Fault | null {
  for (const flag of [...verb.flags, ...globals]) {
    const fault = faultOfFlag(flag, given.get(flag.name))
    if (fault) return fault
  }
  const places = placesOf(verb, given)
  const extra = words[places.length]
  const last = places.at(-1)
  if (extra !== undefined && !last?.rest && !last?.many) return { kind: 'extra', text: extra }
  for (const [index, place] of places.entries()) {
    const fault = faultOfWord(place, words[index], given.get(place.name))
    if (fault) return fault
  }
  return null
}

function faultOfFlag(flag: Flag, values: true | readonly string[] | undefined): Fault | null {
  if (values === undefined || values === true) return null
  if (values.length > 1 && !flag.repeat) return { kind: 'twice', name: `--${flag.name}` }
  const wrong = flag.choices && values.find((value) => !flag.choices?.includes(valueMeant(value, flag)))
  return wrong === undefined ? null : { kind: 'choice', of: flag, text: wrong }
}

function faultOfWord(place: Positional, word: string | undefined, flagged: true | readonly string[] | undefined): Fault | null {
  if (word === undefined) return place.required ? { kind: 'missing', word: place } : null
  if (place.choices && !place.choices.includes(valueMeant(word, place))) return { kind: 'choice', of: place, text: word }
  return flagged === undefined ? null : { kind: 'twice', name: `the ${place.name}` }
}

function placesOf(verb: Verb, given: Line['given']): readonly Positional[] {
  return verb.positionals.filter((place) => place.unless === undefined || !given.has(place.unless))
}

function argsOf(verb: Verb, { words, given }: Line): Args {
  const args: Record<string, string | readonly string[] | true> = {}
  for (const [index, place] of placesOf(verb, given).entries()) {
    const word = place.rest ? words.slice(index).join(' ') : words[index]
    if (place.many && word !== undefined) args[keyOf(place.name)] = words.slice(index)
    else if (word !== undefined) args[keyOf(place.name)] = valueMeant(word, place)
  }
  for (const flag of verb.flags) {
    const value = valueOf(flag, given.get(flag.name))
    if (value !== undefined) args[keyOf(flag.name)] = value
  }
  for (const name of ['yes', 'json', 'plain', 'no-input']) if (given.has(name)) args[keyOf(name)] = true
  return args
}

function valueOf(flag: Flag, values: true | readonly string[] | undefined): string | readonly string[] | true | undefined {
  if (values === undefined || values === true) return values
  const meant = values.map((value) => valueMeant(value, flag))
  return flag.repeat ? meant : meant.at(-1)
}

function globalsOf({ given }: Line): Globals {
  const db = given.get('db')
  return {
    db: db === undefined || db === true ? null : (db.at(-1) ?? null),
    json: given.has('json'),
    quiet: given.has('quiet'),
    noInput: given.has('no-input'),
    noColor: given.has('no-color'),
    plain: given.has('plain'),
    yes: given.has('yes'),
    version: given.has('version'),
    help: given.has('help'),
  }
}

/** What is not said as "--name", "--name VALUE" or "--name=VALUE", or by its letter, is unusual: null. */
function readTokens(rest: readonly string[], verb: Verb): Line | null {
  const flags = new Map([...verb.flags, ...globals].flatMap((flag) => spellings(flag).map((spelling) => [spelling, flag] as const)))
  const words: string[] = []
  const given = new Map<string, true | string[]>()
  for (let at = 0; at < rest.length; at += 1) {
    const text = rest[at] ?? ''
    if (text === '--') return { words: [...words, ...rest.slice(at + 1)], given }
    if (!text.startsWith('-') || text === '-') {
      words.push(text)
      continue
    }
    const equals = text.startsWith('--') ? text.indexOf('=') : -1
    const flag = flags.get(equals === -1 ? text : text.slice(0, equals))
    if (!flag) return null
    if (flag.value === undefined) {
      if (equals !== -1) return null
      given.set(flag.name, true)
      continue
    }
    const value = equals === -1 ? rest[(at += 1)] : text.slice(equals + 1)
    if (value === undefined || (equals === -1 && flags.has(value))) return null
    const values = given.get(flag.name)
    if (Array.isArray(values)) values.push(value)
    else given.set(flag.name, [value])
  }
  return { words, given }
}

function spellings({ name }: Flag): readonly string[] {
  const short = shortNames.get(name)
  return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]
}

function globalFlag(arg: string): Flag | undefined {
  const name = arg.split('=')[0]
  return globals.find((flag) => name === `--${flag.name}` || (arg.length === 2 && shortNames.get(flag.name) === arg[1]))
}

function isOptionOfDue(arg: string): boolean {
  const name = arg.split('=')[0]
  return verbNamed('due')?.flags.some((flag) => name === `--${flag.name}`) ?? false
}

/** Options with a letter of their own. */
export const shortNames: ReadonlyMap<string, string> = new Map([
  ['version', 'V'],
  ['help', 'h'],
])
