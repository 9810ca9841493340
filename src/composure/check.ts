import type { Checkup, Finding, LetterContext, Severity } from '../model/finding.js'
import type { Likeness } from '../model/likeness.js'
import type { Tone, ToneRule } from '../model/tone.js'
import { foreignLanguage, languageFinding } from './language.js'
import { readLetter } from './letter.js'
import { readingOf } from './likeness.js'
import type { Reading } from './likeness.js'
import type { Letter } from './letter.js'
import { measure } from './measures.js'
import { concreteWords } from './measures/content.js'
import { placeFinder } from './places.js'
import { weigh } from './score.js'
import type { Verdict } from './score.js'
import { familyHits, occurrences, searchIn } from './search.js'
import type { Hit, Search } from './search.js'

/** Judges a letter by the tone rules: findings worst first, each rule's gravest before any rule's second, and of two alike that of the graver rule. Linear in the text's length. */
export function check(text: string, about: LetterContext, tone: Tone): Checkup {
  const letter = readLetter(text, about)
  const language = foreignLanguage(letter)
  const rules = language === null ? tone.rules : tone.rules.filter((rule) => anyLanguage.has(rule.id))
  const place = placeFinder(text)
  const reading = letter.words < fewWords || language !== null ? null : readingOf(letter, tone.likeness)
  const search = searchIn(letter, tone)
  const ranked = rules.flatMap((rule) => {
    const verdict = heard(weigh(rule, hitsOf(rule, search, tone), letter), rule, { reading, likeness: tone.likeness, about })
    return (verdict?.hits ?? []).map((hit, nth) => ({
      nth,
      hit,
      weight: weights[rule.severity],
      finding: findingOf({ rule, hit, severity: verdict?.severity ?? 'hint' }, place),
    }))
  })
  ranked.sort(
    (a, b) =>
      weights[b.finding.severity] - weights[a.finding.severity] ||
      a.nth - b.nth ||
      b.weight - a.weight ||
      b.hit.points - a.hit.points ||
      startOf(a.hit) - startOf(b.hit),
  )
  const findings = [
    ...unread(letter, language),
    ...ranked.map(({ finding }) => finding).filter(({ text: words }) => letter.words > 0 || words !== null),
  ]
  return { findings, words: letter.words, verdict: verdictOf(findings) }
}

/** Rules that look at no words, or only at names. */
const anyLanguage: ReadonlySet<string> = new Set(['length', 'wrong-name', 'shouting', 'emoji'])

/** What keeps a letter from being judged at all: there is none, or it is in a language that the rules do not know. */
function unread({ words }: Letter, language: string | null): readonly Finding[] {
  const nowhere = { line: null, column: null, length: null, text: null }
  if (words === 0)
    return [{ rule: 'length', severity: 'error', ...nowhere, why: 'There is no letter here yet.', instead: 'Write a few lines first.' }]
  return language === null ? [] : [languageFinding(language)]
}

/** Shorter ones are no whole that could be read. */
const fewWords = 25

/** What a rule says once the letter as a whole was read: less where it is calm, unless it is this fault that it reads most like, and something where it clearly reads like it. */
function heard(
  verdict: Verdict | null,
  rule: ToneRule,
  { reading, likeness, about }: { readonly reading: Reading | null; readonly likeness: Likeness; readonly about: LetterContext },
): Verdict | null {
  if (reading === null) return verdict
  const isCertain = verdict?.hits.some((hit) => hit.certain) ?? false
  const isChance = verdict && rule.tempered && !isCertain && reading.any < likeness.calm && reading.fault !== rule.id
  const spoken = isChance ? { ...verdict, severity: 'hint' as const } : verdict
  if (!appliesTo(rule, about) || reading.fault !== rule.id || reading.score < likeness.fault || (spoken && spoken.severity !== 'hint'))
    return spoken
  const hit = { points: 1, span: reading.span, sentence: -1, family: 'whole', why: `As a whole it reads like ${rule.name}. ${rule.why}` }
  return { severity: 'warning', hits: [hit] }
}

const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, hint: 1 }

function startOf({ span }: Hit): number {
  return span?.start ?? Infinity
}

function verdictOf(findings: readonly Finding[]): Checkup['verdict'] {
  if (findings.some((one) => one.severity === 'error')) return 'stop'
  return findings.some((one) => one.severity === 'warning') ? 'revise' : 'send'
}

// Before an offer even the letter that opens the talk about it is too early.
function appliesTo({ only, spares, beforeOffer }: ToneRule, { kind, offered }: LetterContext): boolean {
  if (beforeOffer && offered === true) return false
  if (beforeOffer && offered === false && kind === 'negotiation-opener') return true
  if (kind && spares?.includes(kind)) return false
  return !only || (kind !== null && only.includes(kind))
}

function hitsOf(rule: ToneRule, search: Search, tone: Tone): readonly Hit[] {
  const { letter } = search
  const ofKind = (rule.families ?? []).filter(({ only }) => letter.about.kind !== null && only?.includes(letter.about.kind))
  if (!appliesTo(rule, letter.about)) return ofKind.flatMap((family) => familyHits(family, search))
  const said = (phrases: readonly string[]): boolean => occurrences(phrases, search).length > 0
  if (rule.acquits && rule.acquits.length > 0 && rule.acquits.every(said)) return []
  const { enough, requires, concrete } = rule
  if (concrete !== undefined && concreteWords(letter, tone.words).length >= concrete) return []
  const isEnough = enough && letter.about.kind && enough.only.includes(letter.about.kind) && said(enough.phrases)
  const missing = requires && !isEnough && !said(requires) ? [{ points: 2, span: null, sentence: -1, family: 'missing' }] : []
  return [
    ...missing,
    ...(rule.families ?? []).flatMap((family) => familyHits(family, search)),
    ...(rule.measures ?? []).flatMap((name) => measure(name, letter, tone.words)),
  ]
}

function findingOf(
  { rule, hit, severity }: { readonly rule: ToneRule; readonly hit: Hit; readonly severity: Severity },
  place: ReturnType<typeof placeFinder>,
): Finding {
  return { rule: rule.id, severity, ...place(hit.span), why: hit.why ?? rule.why, instead: hit.instead ?? rule.instead }
}
