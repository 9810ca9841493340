import type { LetterKind } from '../model/act.js'
import type { Draft, LetterBook, LetterFacts, LetterTemplate, SlotName } from '../model/letter.js'
import { fill } from './fill.js'
import type { Filled, SlotValues } from './fill.js'
import { greeting, salutation } from './names.js'
import { carePhrase, hookPhrase, isPhrase } from './phrase.js'
import type { Phrase } from './phrase.js'
import { capital, job } from './slots.js'

/** Which letter, and what was written before: `used` are the templates of letters to this reader, the others' come after them. */
export interface Wanted {
  readonly kind: LetterKind
  readonly used: readonly string[]
  readonly elsewhere: readonly string[]
  /** 0 = the best version, 1 = the next, and round again. */
  readonly version: number
  /** What was talked about was chosen for this letter, and has to stand in it. */
  readonly hooked?: boolean
}

/**
 * A letter of a kind from recorded facts, the same for the same facts; null where no template can be filled. Versions the reader knows come last, then
 * those others in the same house have had, then those too short or too long; those that say most come first.
 */
export function draftLetter(book: LetterBook, facts: LetterFacts, wanted: Wanted): Draft | null {
  const drafts = draftLetters(book, facts, wanted)
  return drafts[wanted.version % Math.max(1, drafts.length)] ?? null
}

/** All versions of it, the best first; `wanted.version` says nothing here. */
export function draftLetters(book: LetterBook, facts: LetterFacts, wanted: Omit<Wanted, 'version'>): readonly Draft[] {
  const values = valuesOf(facts, book.repairs)
  return fitting(book, { facts, values, kind: wanted.kind })
    .map((template) => ({ template, filled: fill(template, values) }))
    .filter(({ filled }) => filled.subject !== null && filled.paragraphs.length > 0)
    .map((one) => ({ order: orderOf(one, wanted), draft: letterOf(one, { facts, values }) }))
    .filter(({ draft }) => !wanted.hooked || draft.hook !== null)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ draft }) => draft)
}

/** The templates of a kind that can be filled, and speak of what has happened. */
function fitting(
  { templates }: LetterBook,
  { facts, values, kind }: { readonly facts: LetterFacts; readonly values: SlotValues; readonly kind: LetterKind },
): readonly LetterTemplate[] {
  const fillable = templates.filter((one) => one.kind === kind && one.slots.every((name) => (values[name] ?? null) !== null))
  return aware(fillable, facts)
}

/** After a machine's no, a wish of theirs, a meeting that was missed, to somebody one never met, inside one's own house, for paper that is not there, and for several jobs at once, only letters that speak of it will do, where a kind has such. */
function aware(templates: readonly LetterTemplate[], facts: LetterFacts): readonly LetterTemplate[] {
  const some = occasions.map((name) => (facts[name] ? templates.filter((one) => one.slots.includes(name)) : []))
  const fit = some.find((one) => one.length > 0) ?? templates
  const joint = facts.both ? fit.filter((one) => one.slots.includes('both')) : []
  return joint.length > 0 ? joint : fit
}

const occasions = ['missed', 'noPhone', 'unmet', 'automaticNo', 'internal', 'accepted', 'changed', 'both'] as const

/** The slots that would have to be known for any letter of this kind to be written; none when one can be. */
export function missingSlots({ templates, repairs }: LetterBook, facts: LetterFacts, kind: LetterKind): readonly SlotName[] {
  const values = valuesOf(facts, repairs)
  const missing = templates
    .filter((one) => one.kind === kind)
    .map((one) => one.slots.filter((name) => (values[name] ?? null) === null))
    .sort((a, b) => a.length - b.length)
  return missing[0] ?? []
}

/** Why the person's own versions of a kind gave way to a shipped one, a sentence each. */
export function passedOver({ templates, repairs }: LetterBook, facts: LetterFacts, kind: LetterKind): readonly string[] {
  const values = valuesOf(facts, repairs)
  return templates
    .filter((one) => one.own && one.kind === kind)
    .map((one) => {
      const reason = reasonAgainst(one, values)
      return reason && `letters/${one.id.replace(/^own\//, '')}.liquid was passed over: ${reason}.`
    })
    .filter((says) => says !== null)
}

function reasonAgainst(template: LetterTemplate, values: SlotValues): string | null {
  const unknown = template.slots.filter((name) => (values[name] ?? null) === null)
  if (unknown.length > 0) return `nothing on record fills "${unknown.join('", "')}"`
  const filled = fill(template, values)
  if (filled.subject === null) return 'its subject needs something that is not on record'
  const [[least, most], words] = [template.words, wordsOf(filled.paragraphs)]
  return words < least || words > most ? `it comes to ${String(words)} words, and its head wants ${String(least)} to ${String(most)}` : null
}

/** Whether any letter of this kind says something of what was talked about. */
export function hasPlaceForTalk({ templates }: LetterBook, kind: LetterKind): boolean {
  return templates.some((one) => one.kind === kind && /\{\{-? *(?:hook|mine|memory|talk)\b/.test(one.body))
}

/** Whether any letter of this kind, as things are, names a day of the person's choosing. */
export function hasPlaceForDay(book: LetterBook, facts: LetterFacts, kind: LetterKind): boolean {
  const templates = fitting(book, { facts, values: valuesOf(facts, book.repairs), kind })
  return templates.some((one) => /\{[{%][^}]*\bday\b/.test([...one.subject, one.body].join('\n')))
}

/** Words without greeting and signature. */
function wordsOf(paragraphs: readonly string[]): number {
  return paragraphs.join(' ').split(/\s+/).length
}

interface Candidate {
  readonly template: LetterTemplate
  readonly filled: Filled
}

function orderOf({ template, filled }: Candidate, { used, elsewhere }: Pick<Wanted, 'used' | 'elsewhere'>): string {
  const [least, most] = template.words
  const words = wordsOf(filled.paragraphs)
  const times = (ids: readonly string[]): string => String(Math.min(9, ids.filter((id) => id === template.id).length))
  const unfit = words < least || words > most ? '1' : '0'
  const plain = String(9 - Math.min(9, template.slots.length))
  return [times(used), times(elsewhere), unfit, template.own ? '0' : '1', plain, template.id].join(' ')
}

function letterOf({ template, filled }: Candidate, { facts, values }: { readonly facts: LetterFacts; readonly values: SlotValues }): Draft {
  const text = filled.paragraphs.join('\n')
  const says = (name: SlotName): boolean => typeof values[name] === 'string' && text.toLowerCase().includes(values[name].toLowerCase())
  const hook = fittingHook(facts)
  const signature = [facts.me, numbered.has(template.kind) && !facts.noCalls && !says('number') ? facts.number : null].filter(
    (one) => one !== null,
  )
  return {
    subject: capital(filled.subject ?? ''),
    text: [greeting(facts.reader), ...filled.paragraphs, ...(signature.length > 0 ? [signature.join('\n')] : [])].join('\n\n'),
    hook: hook !== null && text.toLowerCase().includes(hook.words.toLowerCase()) ? hook.recorded : null,
    repair: says('repair') ? facts.landing : null,
    template: template.id,
    speaksOfAll: facts.both !== null && template.slots.includes('both'),
  }
}

/** Letters after which they may want to ring. */
const numbered: ReadonlySet<LetterKind> = new Set<LetterKind>([
  'love-letter',
  'value-add',
  'after-voicemail',
  'negotiation-opener',
  'extension',
  'reconnect',
])

/** The first of what was talked about that can stand in a letter to this reader. */
function fittingHook(facts: LetterFacts): (Phrase & { readonly recorded: string }) | null {
  for (const recorded of facts.hooks) {
    const phrase = hookPhrase(recorded, facts)
    if (isPhrase(phrase)) return { ...phrase, recorded }
  }
  return null
}

/** What the slots of a letter hold, from the facts of it; null where a thing is not known. */
export function valuesOf(facts: LetterFacts, repairs: LetterBook['repairs']): SlotValues {
  const { reader, role, met, landing } = facts
  const { hooks: _, cares, reader: __, reading, me: ___, landing: ____, noCalls, ...rest } = facts
  const inside = reading === 'outside' ? null : true
  const care = cares.map((one) => carePhrase(one, facts)).find(isPhrase)
  return {
    ...rest,
    ...hookValues(fittingHook(facts), facts),
    name: salutation(reader),
    role: job(role) === 'the role' ? null : job(role).replace(/^the | role$/g, ''),
    job: job(role),
    metDay: met && capital(met.replace(/^on /, '')).replace(/^(Yesterday|Today)$/, (word) => word.toLowerCase()),
    care: care?.words ?? null,
    repair: (landing && inside && repairs[landing]) ?? null,
    inside,
    calls: noCalls ? null : true,
    callOn: noCalls ? null : facts.callOn,
    internal: facts.internal ? true : null,
    told: facts.told ? true : null,
    agreed: facts.agreed ? true : null,
    calledOff: facts.calledOff ? true : null,
    unmet: facts.unmet ? true : null,
    accepted: facts.accepted ? true : null,
    changed: facts.changed ? true : null,
  }
}

/** What was talked about: as a thing, as a thing of mine, as what one may remember of it, and in any of these forms; with others than the reader only as a thing. */
function hookValues(hook: Phrase | null, { unmet }: LetterFacts): SlotValues {
  const { form = null, words = null } = hook ?? {}
  const memory = form === 'fact' ? `that ${words ?? ''}` : `our talk about ${words ?? ''}`
  return {
    hook: form === 'thing' ? words : null,
    mine: form === 'mine' && !unmet ? words : null,
    memory: words === null || form === 'mine' || unmet ? null : memory,
    talk: unmet ? null : words,
  }
}
