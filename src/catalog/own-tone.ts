import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { letterKinds } from '../model/act.js'
import type { Tone, ToneRule } from '../model/tone.js'

/** A person's own tone rules, and a sentence for each file that cannot be used. */
export interface OwnRules {
  readonly rules: readonly ToneRule[]
  readonly notices: readonly string[]
}

/** Reads the person's own rules; a rule of a shipped id may leave out what stays as shipped. Never throws. */
export function readOwnRules(folder: string, shipped: Tone): OwnRules {
  const rules: ToneRule[] = []
  const notices: string[] = []
  for (const file of filesIn(folder).slice(0, MOST_FILES)) {
    const read = readOne(join(folder, file), shipped)
    if (typeof read === 'string') notices.push(`tone/${file}: ${read} It is left out until then.`)
    else rules.push(read)
  }
  return { rules, notices }
}

const MOST_FILES = 50
const MOST_BYTES = 256 * 1024

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file))
      .sort()
  } catch {
    return []
  }
}

const LINE = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))
const PHRASES = v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(500))
const KINDS = v.array(v.picklist(letterKinds))
const POINTS = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
const EXAMPLE = v.union([
  v.string(),
  v.strictObject({
    text: v.string(),
    kind: v.optional(v.picklist(letterKinds)),
    company: v.optional(v.string()),
    contact: v.optional(v.string()),
    role: v.optional(v.string()),
    known: v.optional(v.array(v.string())),
    offered: v.optional(v.boolean()),
  }),
])
const FAMILY = v.strictObject({
  name: LINE,
  points: POINTS,
  phrases: PHRASES,
  unless: v.optional(PHRASES),
  mended: v.optional(PHRASES),
  gates: v.optional(v.array(v.picklist(['negation', 'subject']))),
  where: v.optional(v.picklist(['subject', 'letter'])),
  only: v.optional(KINDS),
  spares: v.optional(KINDS),
  most: v.optional(POINTS),
  why: v.optional(LINE),
  instead: v.optional(LINE),
  certain: v.optional(v.boolean()),
})
const RULE = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(40)),
  name: LINE,
  severity: v.picklist(['error', 'warning', 'hint']),
  why: LINE,
  instead: LINE,
  levels: v.strictObject({ hint: v.optional(POINTS), warning: v.optional(POINTS), error: v.optional(POINTS) }),
  sentence: v.optional(POINTS),
  density: v.optional(POINTS),
  concrete: v.optional(POINTS),
  only: v.optional(KINDS),
  spares: v.optional(KINDS),
  tempered: v.optional(v.boolean()),
  beforeOffer: v.optional(v.boolean()),
  requires: v.optional(PHRASES),
  acquits: v.optional(v.array(PHRASES)),
  enough: v.optional(v.strictObject({ only: KINDS, phrases: PHRASES })),
  measures: v.optional(
    v.array(
      v.picklist([
        'length',
        'connection',
        'greeting',
        'slots',
        'company',
        'capitals',
        'marks',
        'emoji',
        'asks',
        'generic',
        'self',
        'merits',
        'abstract',
        'links',
        'thread',
      ]),
    ),
  ),
  families: v.optional(v.array(FAMILY)),
  flagged: v.array(EXAMPLE),
  clean: v.array(EXAMPLE),
})

/** The rule of a file, or the sentences that say what is wrong with it. */
function readOne(path: string, shipped: Tone): ToneRule | string {
  const value = valueOf(path)
  if (value === null) return 'it cannot be read as YAML of at most 256 KB.'
  const base = shipped.rules.find((rule) => rule.id === value['id'])
  const result = v.safeParse(RULE, { ...base, ...value })
  if (!result.success) return faultOf(result.issues[0])
  return phraseFault(result.output) ?? (result.output as ToneRule)
}

function valueOf(path: string): Readonly<Record<string, unknown>> | null {
  try {
    const { size } = statSync(path)
    const value: unknown = size > MOST_BYTES ? null : parse(readFileSync(path, 'utf8'), { logLevel: 'error' })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const where = (issue.path ?? []).map((item) => String(item.key)).join(', ')
  if (issue.expected === 'never') return `"${where}" is no key of a tone rule; docs/tone.md lists them.`
  return issue.received === 'undefined'
    ? `"${where}" is missing; docs/tone.md says what it takes.`
    : `"${where}" does not fit; docs/tone.md says what it takes.`
}

// A bracket that is not closed, the likeliest slip of the pen; the rest is said where a phrase is used.
function phraseFault({ families = [], requires = [] }: v.InferOutput<typeof RULE>): string | null {
  const phrases = [...requires, ...families.flatMap((family) => [...family.phrases, ...(family.unless ?? []), ...(family.mended ?? [])])]
  const open = phrases.find((phrase) => phrase.split('(').length !== phrase.split(')').length)
  return open === undefined ? null : `a bracket is not closed in "${open.slice(0, 60)}".`
}
