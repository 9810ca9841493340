import { Command, CommanderError, Option } from 'commander'
import { faultOf, findVerb, readingOf, readingWithGaps, shortNames } from './arguments.js'
import type { Fault, Globals, Line, Reading } from './arguments.js'
import { shellWord } from './formats/shell-words.js'
import { closest } from './model/nearest.js'
import { Problem } from './problem.js'
import { program, verbNamed } from './program.js'
import { valuesLeft } from './program/other-words.js'
import type { OtherWords } from './program/other-words.js'
import { globals } from './program/table.js'
import type { Flag, Verb } from './program/table.js'

/** Reads any command line; words that a guide may ask for can be missing where `mayAsk`. Throws Problem('usage') with the nearest thing that would have been understood. */
export function readCarefully(argv: readonly string[], mayAsk: (globals: Globals) => boolean = () => false): Reading {
  const found = findVerb(argv)
  if (!found) throw unknownOption(argv.find((arg) => arg.startsWith('-')) ?? '', null)
  const verb = verbNamed(found.word)
  if (!verb) throw unknownVerb(found.word, found.rest)
  refuseMissingValues(found.rest, verb)
  const line = readWithCommander(found.rest, verb)
  const reading = readingOf(found, verb, line)
  if (reading) return reading
  const fault = faultOf(verb, line)
  const unasked = fault?.kind === 'missing' ? readingWithGaps(verb, line) : null
  if (unasked && verb.guide?.when(unasked.args) && mayAsk(unasked.globals)) return unasked
  throw fault ? problemOf(fault, verb, line) : new Problem('usage', `This line of ${verb.name} cannot be read.`, { hint: helpFor(verb) })
}

function readWithCommander(rest: readonly string[], verb: Verb): Line {
  const given = new Map<string, true | string[]>()
  const command = new Command(verb.name).exitOverride().helpOption(false).allowExcessArguments(true)
  command.configureOutput({ writeErr: () => {}, outputError: () => {} }).argument('[words...]')
  for (const flag of [...verb.flags, ...globals]) {
    command.addOption(new Option(syntaxOf(flag)))
    command.on(`option:${flag.name}`, (value: string | null | undefined) => {
      const values = given.get(flag.name)
      if (flag.value === undefined) given.set(flag.name, true)
      else if (Array.isArray(values)) values.push(value ?? '')
      else given.set(flag.name, [value ?? ''])
    })
  }
  try {
    command.parse([...rest], { from: 'user' })
  } catch (error) {
    throw problemOfCommander(error, verb)
  }
  return { words: command.args, given }
}

function syntaxOf(flag: Flag): string {
  const short = shortNames.get(flag.name)
  return `${short === undefined ? '' : `-${short}, `}--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`
}

// `--role --kind manager` would make "--kind" the role.
function refuseMissingValues(rest: readonly string[], verb: Verb): void {
  const flags = [...verb.flags, ...globals]
  const known = new Set(flags.map((flag) => `--${flag.name}`))
  for (let index = 0; index < rest.length && rest[index] !== '--'; index += 1) {
    const flag = flags.find((one) => one.value !== undefined && `--${one.name}` === rest[index])
    if (!flag) continue
    index += 1
    const value = rest[index]
    if (value === undefined || known.has(value)) throw missingValue(flag)
  }
}

function problemOfCommander(error: unknown, verb: Verb): unknown {
  if (!(error instanceof CommanderError)) return error
  const option = /'(.*)'/.exec(error.message)?.[1] ?? ''
  return error.code === 'commander.unknownOption'
    ? unknownOption(option, verb)
    : new Problem('usage', `This line of ${verb.name} cannot be read.`, { hint: helpFor(verb), cause: error })
}

function problemOf(fault: Fault, verb: Verb, { words: [first] }: Line): Problem {
  switch (fault.kind) {
    case 'missing':
      return new Problem('usage', `${verb.name} needs ${withArticle(fault.word.name)}: ${fault.word.help}.`, {
        hint: `For example: ${verb.example}`,
        code: 'missing-word',
      })
    case 'extra':
      return new Problem('usage', `${verb.name} does not know what to do with "${fault.text}".`, {
        hint: `Words that belong together go in quotes; "followup help ${verb.name}" shows the rest.`,
        code: 'extra-word',
      })
    case 'twice':
      return new Problem('usage', `${capital(fault.name)} is given twice.`, { hint: 'Give it once.', code: 'given-twice' })
    case 'choice':
      return unknownChoice(fault.of, { text: fault.text, verb, ...(first === undefined ? {} : { first }) })
  }
}

function unknownVerb(word: string, rest: readonly string[]): Problem {
  const near = closest(
    word,
    program()
      .filter((verb) => !verb.hidden)
      .map((verb) => verb.name),
  )
  if (word === 'redo')
    return new Problem('usage', 'There is no verb "redo".', {
      hint: 'An undo is undone like any record: "followup undo --list" names it.',
      code: 'unknown-verb',
    })
  const hint = near === null ? '"followup help" shows them all.' : `Did you mean: ${['followup', near, ...rest.map(shellWord)].join(' ')}`
  return new Problem('usage', `There is no verb "${word}".`, { hint, code: 'unknown-verb' })
}

function unknownOption(option: string, verb: Verb | null): Problem {
  const name = option.split('=')[0] ?? option
  const near = closest(
    name,
    [...(verb?.flags ?? []), ...globals].map((flag) => `--${flag.name}`),
  )
  const hint = near === null ? helpFor(verb) : `Did you mean: ${near}`
  return new Problem('usage', verb ? `${verb.name} has no option "${name}".` : `There is no option "${name}".`, {
    hint,
    code: 'unknown-option',
  })
}

function unknownChoice(
  of: { readonly name: string; readonly choices?: readonly string[]; readonly also?: OtherWords; readonly value?: string },
  at: { readonly text: string; readonly verb: Verb; readonly first?: string },
): Problem {
  const { text, verb } = at
  const left = valuesLeft(text, of.also)
  const near = left ? null : closest(text, of.choices ?? [])
  const hint =
    near === null
      ? (saidInWords(text, verb) ?? `It is one of: ${(left ?? of.choices ?? []).join(', ')}.`)
      : `Did you mean: ${of.value === undefined ? near : `--${of.name} ${near}`}`
  const swapped = of.value === undefined ? swappedHint(of, at) : null
  const none = `There is no ${of.name === 'as' ? 'ending' : of.name} "${text}".`
  if (swapped) return new Problem('usage', none, { hint: swapped, code: 'unknown-value' })
  const says = of.value === undefined ? none : `--${of.name} cannot be "${text}".`
  return new Problem('usage', says, { hint, code: 'unknown-value' })
}

/** The line with its two words the other way round, where the first of them is the choice. */
function swappedHint(
  of: { readonly choices?: readonly string[]; readonly also?: OtherWords },
  at: { readonly text: string; readonly verb: Verb; readonly first?: string },
): string | null {
  const { first, text, verb } = at
  if (first === undefined || !of.choices?.includes(first)) return null
  return `Did you mean: followup ${verb.name} ${shellWord(text)} ${first}`
}

/** What they wrote is not read by `heard`, but by the person who says what it was. */
function saidInWords(text: string, verb: Verb): string | null {
  if (verb.name !== 'heard' || !text.includes(' ')) return null
  return 'Did they name a day: followup promise OPP DAY. Do they ask you to wait: followup heard OPP holding. "followup help heard" lists the other kinds.'
}

function missingValue(flag: Flag): Problem {
  return new Problem('usage', `--${flag.name} needs a value: ${flag.help}.`, {
    hint: `For example: --${flag.name} ${flag.choices?.[0] ?? flag.value}`,
    code: 'missing-value',
  })
}

function helpFor(verb: Verb | null): string {
  return verb ? `"followup help ${verb.name}" shows what it takes.` : '"followup help" shows what there is.'
}

function withArticle(name: string): string {
  if (name === 'who') return 'a name'
  return name === 'opp' ? 'an opportunity' : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
