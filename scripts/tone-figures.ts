import { check } from '../src/composure/check.js'
import type { Finding } from '../src/model/finding.js'
import type { LetterKind } from '../src/model/act.js'
import type { Tone } from '../src/model/tone.js'

/** A letter with what is wrong with it, as someone said who did not know the rules. */
export interface LabelledLetter {
  readonly id: string
  readonly kind: LetterKind
  readonly label: 'good' | 'bad'
  readonly faults: readonly string[]
  readonly subject: string | null
  readonly body: string
  readonly company: string | null
  readonly contact: string | null
  readonly tricky?: boolean
}

/** A letter and the check's findings of warning and error. */
export interface Judged {
  readonly letter: LabelledLetter
  readonly findings: readonly Finding[]
}

/** Letters of a file, a JSON object a line. */
export function readLetters(text: string): readonly LabelledLetter[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledLetter)
}

/** What the check says of a letter, hints left out. */
export function judgedBy(tone: Tone, letter: LabelledLetter): Judged {
  const { kind, company, contact, subject, body } = letter
  const about = { kind, company, contact, role: null, known: [], offered: null }
  const { findings } = check(subject === null ? body : `Subject: ${subject}\n\n${body}`, about, tone)
  return { letter, findings: findings.filter((one) => one.severity !== 'hint') }
}

/** The shares that the bar is about, each from 0 to 1; an empty group is 1 for what should be high, 0 for what should be low. */
export interface Shares {
  readonly badFlagged: number
  readonly faultsFound: number
  readonly byFault: ReadonlyMap<string, readonly [found: number, of: number]>
  readonly goodFlagged: number
  readonly trickyFlagged: number
}

/** Counts them. */
export function sharesOf(judged: readonly Judged[]): Shares {
  const bad = judged.filter(({ letter }) => letter.label === 'bad')
  const good = judged.filter(({ letter }) => letter.label === 'good')
  const tricky = good.filter(({ letter }) => letter.tricky === true)
  const byFault = new Map<string, readonly [number, number]>()
  for (const { letter, findings } of bad)
    for (const fault of letter.faults) {
      const [found, of] = byFault.get(fault) ?? [0, 0]
      byFault.set(fault, [found + (findings.some((one) => one.rule === fault) ? 1 : 0), of + 1])
    }
  const pairs = [...byFault.values()]
  const flagged = (all: readonly Judged[]): number => all.filter(({ findings }) => findings.length > 0).length
  return {
    badFlagged: bad.length === 0 ? 1 : flagged(bad) / bad.length,
    faultsFound: pairs.length === 0 ? 1 : sum(pairs.map(([found]) => found)) / sum(pairs.map(([, of]) => of)),
    byFault,
    goodFlagged: good.length === 0 ? 0 : flagged(good) / good.length,
    trickyFlagged: tricky.length === 0 ? 0 : flagged(tricky) / tricky.length,
  }
}

/** The figures as text, and for each fault what was found where it was labelled. */
export function figuresOf(judged: readonly Judged[]): string {
  const { badFlagged, faultsFound, byFault, goodFlagged, trickyFlagged } = sharesOf(judged)
  const count = (wanted: (one: Judged) => boolean): number => judged.filter(wanted).length
  const good = count(({ letter }) => letter.label === 'good')
  const lines = [
    `${judged.length} letters, ${judged.length - good} bad, ${good} good (${count(({ letter }) => letter.label === 'good' && letter.tricky === true)} of them tricky)`,
    `bad letters with a finding    ${percent(badFlagged)}   (bar: at least 90 %)`,
    `faults found                  ${percent(faultsFound)}   (bar: at least 80 %, each at least 60 %)`,
    `good letters with a finding   ${percent(goodFlagged)}   (bar: at most 5 %)`,
    `tricky good with a finding    ${percent(trickyFlagged)}   (bar: at most 10 %)`,
    '',
    'fault              found    also flagged by',
    ...[...byFault]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([fault, [found, of]]) => `${fault.padEnd(18)} ${String(found).padStart(2)} / ${String(of).padEnd(2)}  ${others(fault, judged)}`,
      ),
    `(good letters)              ${others(null, judged)}`,
  ]
  return `${lines.join('\n')}\n`
}

/** In letters with this fault (null: in good letters), what else was found and is not labelled, and how often. */
function others(fault: string | null, judged: readonly Judged[]): string {
  const counts = new Map<string, number>()
  for (const { letter, findings } of judged) {
    if (fault === null ? letter.label === 'bad' : !letter.faults.includes(fault)) continue
    for (const rule of new Set(findings.map((one) => one.rule)))
      if (!letter.faults.includes(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, times]) => `${rule} ${times}`)
    .join(', ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`
}
