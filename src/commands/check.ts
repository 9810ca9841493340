import { check as checkText } from '../composure/check.js'
import { isOfLanguage } from '../composure/language.js'
import { letterKinds } from '../model/act.js'
import type { LetterKind } from '../model/act.js'
import type { Checkup, LetterContext } from '../model/finding.js'
import { nearest } from '../model/nearest.js'
import type { Tone } from '../model/tone.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'

export interface CheckArgs {
  readonly file?: string
  readonly for?: string
  readonly kind?: string
  readonly company?: string
  readonly contact?: string
  readonly strict?: true
  readonly all?: true
}

/** What the check says, and what its view shows beside it. Only the checkup is printed by --json. */
export interface CheckResult extends Checkup {
  /** Not enumerable, so that JSON holds the checkup alone. */
  readonly shown: Shown
}

/** The letter's lines, its kind's good length, the rules' names, and how many rules to show, and findings of each; what of the person's own files was left out. */
export interface Shown {
  readonly lines: readonly string[]
  readonly good: readonly [number, number] | null
  readonly names: ReadonlyMap<string, string>
  readonly most: number
  readonly leftOut: readonly string[]
}

/** Judges a letter from a file or standard input; with --for by what is recorded. Records nothing. Throws Problem('failed') for what is no text. */
export async function check(world: Needs<'store' | 'tone' | 'readText' | 'readInput'>, args: CheckArgs): Promise<CheckResult> {
  const kind = kindOf(args.kind)
  const recorded = args.for === undefined ? () => nothingRecorded : (await import('./check/on-record.js')).onRecord(world, args.for)
  const text = args.file === undefined || args.file === '-' ? await world.readInput() : await world.readText(args.file)
  if (text.trim() === '') throw new Problem('failed', 'There is no letter to check.', { hint: 'Write a few lines first.', code: 'empty' })
  const about = {
    ...recorded(text),
    kind,
    ...(args.company ? { company: args.company } : {}),
    ...(args.contact ? { contact: args.contact } : {}),
  }
  const tone = await world.tone()
  const checkup = checkText(text, about, tone)
  const result = args.strict ? strictly(checkup) : checkup
  return withShown(result, {
    lines: text.split(/\r?\n/),
    good: goodLength(kind, tone),
    names: namesOf(tone, checkup),
    most: args.all ? Infinity : 3,
    leftOut: tone.notices,
  })
}

/** The kind whose rules apply; null without one. Throws Problem('usage') for what is no kind. */
function kindOf(kind: string | undefined): LetterKind | null {
  if (kind === undefined) return null
  const found = letterKinds.find((one) => one === kind)
  if (found) return found
  const meant = nearest(kind, letterKinds)
  throw new Problem('usage', `There is no kind of letter "${kind.slice(0, 40)}".`, {
    hint: `${meant === null ? '' : `Did you mean ${meant}? `}The kinds are ${letterKinds.join(', ')}.`,
    code: 'kind',
  })
}

const nothingRecorded: Omit<LetterContext, 'kind'> = { company: null, contact: null, role: null, known: [], offered: null }

function strictly(checkup: Checkup): Checkup {
  return checkup.verdict === 'send' && checkup.findings.length > 0 ? { ...checkup, verdict: 'revise' } : checkup
}

function goodLength(kind: LetterKind | null, { words }: Tone): Shown['good'] {
  return kind === null ? null : (words.lengths[kind]?.good ?? null)
}

/** What is vague about a letter in another language is only how it reads here. */
function namesOf({ rules }: Tone, { findings }: Checkup): ReadonlyMap<string, string> {
  const names = new Map(rules.map((rule) => [rule.id, rule.name]))
  return findings.some(isOfLanguage) ? names.set('vague', 'language') : names
}

function withShown(checkup: Checkup, shown: Shown): CheckResult {
  return Object.defineProperty({ ...checkup }, 'shown', { value: shown, enumerable: false }) as CheckResult
}
