import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readCarefully } from '../src/arguments-careful.js'
import { readArguments } from '../src/arguments.js'
import type { Reading } from '../src/arguments.js'
import { isProblem } from '../src/problem.js'
import { program, verbNamed } from '../src/program.js'
import { globals, groups } from '../src/program/table.js'
import type { Flag, Verb } from '../src/program/table.js'
import { shellWords } from './support/transcript.js'
import { tries } from './support/tries.js'

/** What a reader makes of a line, in a form that can be compared; null for a line that it refuses. */
function understood(read: (argv: readonly string[]) => Reading | null, argv: readonly string[]): unknown {
  try {
    const reading = read(argv)
    return reading && { verb: reading.verb.name, args: reading.args, globals: reading.globals }
  } catch (error) {
    if (isProblem(error) && error.kind === 'usage') return null
    throw error
  }
}

const texts = fc.oneof(
  fc.constantFrom('', '-', '--', '-5', '3d', 'a=b', '--role', '--kind=x', '__proto__', 'naïve ☕', '-x', '-h'),
  fc.string({ maxLength: 6 }),
)

function valueFor(flag: { readonly choices?: readonly string[] }): fc.Arbitrary<string> {
  return flag.choices ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...flag.choices) }, texts) : texts
}

function pieceOf(flag: Flag): fc.Arbitrary<readonly string[]> {
  const name = `--${flag.name}`
  if (flag.value === undefined) return fc.oneof({ weight: 9, arbitrary: fc.constant([name]) }, fc.constant([`${name}=yes`]))
  return valueFor(flag).chain((value) => fc.constantFrom([name, value], [`${name}=${value}`]))
}

/** Command lines around one verb: mostly sound, with every way to spoil one. */
function linesOf(verb: Verb): fc.Arbitrary<readonly string[]> {
  const word = verb.positionals.map(valueFor)
  const words = fc
    .integer({ min: 0, max: word.length + 1 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => word[index] ?? texts)))
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...verb.flags, ...globals).chain(pieceOf) },
    texts.map((text) => [text]),
    fc.constantFrom(['-V'], ['-h'], ['-Vh'], ['--nothing']),
  )
  return fc
    .tuple(fc.array(fc.constantFrom(...globals).chain(pieceOf), { maxLength: 1 }), words, fc.array(piece, { maxLength: 3 }))
    .chain(([before, said, pieces]) =>
      fc
        .shuffledSubarray([...said.map((one) => [one]), ...pieces], { minLength: said.length + pieces.length })
        .map((parts) => [...before.flat(), verb.name, ...parts.flat()]),
    )
}

describe('the two readers of command lines', () => {
  it('agree on every line that the fast one reads', () => {
    let read = 0
    const lines = fc.constantFrom(...program()).chain(linesOf)
    fc.assert(
      fc.property(lines, (argv) => {
        const fast = understood(readArguments, argv)
        if (fast === null) return
        read += 1
        expect(understood(readCarefully, argv)).toEqual(fast)
      }),
      tries(4000),
    )
    expect(read).toBeGreaterThan(1000)
  })

  it('agree on every line that is refused: the careful one has a sentence and a hint for it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...program()).chain(linesOf), (argv) => {
        try {
          readCarefully(argv)
        } catch (error) {
          expect(error).toMatchObject({
            name: 'Problem',
            kind: 'usage',
            hint: expect.stringMatching(/./),
            message: expect.stringMatching(/[.?]$/),
          })
          expect(readArguments(argv)).toBeNull()
        }
      }),
      tries(1500),
    )
  })

  const alike: readonly (readonly [string, string, object])[] = [
    ['a bare line is due', '', { verb: 'due', args: {} }],
    ['options alone are those of due', '--on tomorrow --json', { verb: 'due', args: { on: 'tomorrow', json: true } }],
    ['globals stand before the verb', '--db x.db --json show acme', { verb: 'show', args: { opp: 'acme', json: true } }],
    ['and after it', 'show acme --db=x.db', { verb: 'show', args: { opp: 'acme' } }],
    ['the second word says the outcome', 'call acme no-answer', { args: { opp: 'acme', outcome: 'no-answer' } }],
    ['as the flag does', 'call acme --outcome=no-answer', { args: { opp: 'acme', outcome: 'no-answer' } }],
    ['another word for an outcome will do', 'call acme "left voicemail"', { args: { outcome: 'voicemail-left' } }],
    ['in any letters', 'call acme --outcome Reached', { args: { outcome: 'spoke' } }],
    ['another word for what came in will do', 'heard acme OOO', { args: { opp: 'acme', kind: 'out-of-office' } }],
    ['the owner decides', 'log A --contact-role owner', { args: { contactRole: 'boss' } }],
    ['a value may begin with a dash', 'sent acme --note - --at -3d', { args: { opp: 'acme', note: '-', at: '-3d' } }],
    ['after -- everything is a word', 'search -- --role x', { args: { text: '--role x' } }],
    ['import takes several files', 'import "a b.csv" c.ics --dry-run', { args: { file: ['a b.csv', 'c.ics'], dryRun: true } }],
    ['and one is a list, too', 'import a.csv --map "X=company" --as tsv', { args: { file: ['a.csv'], map: ['X=company'], as: 'csv' } }],
    ['repeated options are lists', 'log A --with B --with C', { args: { company: 'A', with: ['B', 'C'] } }],
    ['also when given once', 'log A --hook x', { args: { hook: ['x'] } }],
    ['snooze --all leaves the opportunity out', 'snooze --all 2027-03-18', { args: { all: true, day: '2027-03-18' } }],
    ['--help is the help of the verb', 'call --help', { verb: 'help', args: { topic: 'call' } }],
    ['-h alone is the contents', '-h', { verb: 'help', args: {} }],
    ['an empty text is a text', 'debrief acme --pay ""', { args: { opp: 'acme', pay: '' } }],
  ]
  it.each(alike)('%s: %s', (_what, line, expected) => {
    const argv = shellWords(line)
    expect(understood(readArguments, argv)).toMatchObject(expected)
    expect(understood(readCarefully, argv)).toEqual(understood(readArguments, argv))
  })

  const refused: readonly (readonly [string, string])[] = [
    ['log A --role --kind manager', '--role needs a value'],
    ['log A --role', '--role needs a value'],
    ['log A --role x --role y', '--role is given twice'],
    ['call acme no-answer --outcome busy', 'The outcome is given twice'],
    ['snooze --all acme fri', 'snooze does not know what to do with "fri"'],
    ['due --count=3', 'due has no option "--count"'],
    ['--db', '--db needs a value'],
    ['call acme -5', 'There is no outcome "-5"'],
    ['call acme gatekeeper', 'There is no outcome "gatekeeper"'],
    ['close acme fired', 'There is no ending "fired"'],
    ['heard acme auto-reply', 'There is no kind "auto-reply"'],
    ['call acme __proto__', 'There is no outcome "__proto__"'],
    ['due -x', 'due has no option "-x"'],
    ['show', 'show needs an opportunity'],
  ]
  it.each(refused)('refuses %s', (line, message) => {
    expect(readArguments(shellWords(line))).toBeNull()
    expect(() => readCarefully(shellWords(line))).toThrow(message)
  })
})

describe('the table of verbs', () => {
  it('has other words only for values that there are, and none that is a value itself', () => {
    const places = program().flatMap((verb) => [...verb.positionals, ...verb.flags].filter((one) => one.also !== undefined))
    expect(places.length).toBeGreaterThan(4)
    for (const { choices = [], also = {} } of places) {
      expect(
        Object.values(also)
          .flat()
          .filter((value) => !choices.includes(value)),
      ).toEqual([])
      expect(Object.keys(also).filter((word) => choices.includes(word))).toEqual([])
    }
  })

  it.each(program().map((verb) => [verb.name, verb] as const))(
    '%s: its examples can be typed, and its words have no surprises',
    (_name, verb) => {
      for (const example of [verb.example, ...(verb.more ?? [])])
        expect(understood(readArguments, shellWords(example).slice(1))).not.toBeNull()
      expect(groups).toContain(verb.group)
      const names = [...verb.flags, ...globals].map((flag) => flag.name)
      expect(new Set(names).size).toBe(names.length)
      const firstOptional = verb.positionals.findIndex((place) => !place.required)
      if (firstOptional >= 0) expect(verb.positionals.slice(firstOptional).some((place) => place.required)).toBe(false)
      for (const text of [verb.summary, ...verb.flags.map((flag) => flag.help)]) expect(text).toMatch(/^[^!]*(?:[^.!]|\.\.\.)$/)
    },
  )

  it('each summary leaves a gap before the example in the table of contents', () => {
    const beside = program().filter(({ group }) => group !== 'Pausing and ending' && group !== 'Keeping house')
    expect(beside.filter(({ summary }) => summary.length > 34).map(({ name }) => name)).toEqual([])
  })

  it('finds each verb by its name, and nothing else', () => {
    for (const { name } of program()) expect(verbNamed(name)?.name).toBe(name)
    expect([verbNamed('nothing'), verbNamed('toString')]).toEqual([null, null])
  })

  it.each(program().map((verb) => [verb.name, verb] as const))('%s: its code is there', async (_name, verb) => {
    const { run, view } = await verb.load()
    expect([typeof run, typeof view]).toEqual(['function', 'function'])
  })

  it('gives every recording verb --at and --note', () => {
    const lacking = program().filter(
      (verb) => verb.writes === 'always' && !['at', 'note'].every((name) => verb.flags.some((flag) => flag.name === name)),
    )
    expect(lacking.map((verb) => verb.name)).toEqual([])
  })
})
