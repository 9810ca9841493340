import type { LetterKind } from '../model/act.js'
import type { Draft, LetterBook, LetterFacts, LetterTemplate, SlotName } from '../model/letter.js'
import { fill, templateFault } from './fill.js'
import type { Filled, SlotValues } from './fill.js'
import { greeting, salutation } from './names.js'
import { capital, job, slot } from './slots.js'

/** Which letter, and what was written before: `used` are the templates of letters to this reader, the others' come after them. */
export interface Wanted {
  readonly kind: LetterKind
  readonly used: readonly string[]
  readonly elsewhere: readonly string[]
  /** 0 = the best version, 1 = the next, and round again. */
  readonly version: number
}

/**
 * A letter of a kind from recorded facts, the same for the same facts; null where no template can be filled. Versions the reader knows come last, then
 * those others in the same house have had, then those too short or too long; those that say most come first.
 */
export function draftLetter({ templates, repairs }: LetterBook, facts: LetterFacts, wanted: Wanted): Draft | null {
  const values = valuesOf(facts, repairs)
  const drafts = templates
    .filter((one) => one.kind === wanted.kind && one.slots.every((name) => (values[name] ?? null) !== null))
    .map((template) => ({ template, filled: fill(template, values) }))
    .filter(({ filled }) => filled.subject !== null && filled.paragraphs.length > 0)
    .map((one) => ({ ...one, order: orderOf(one, wanted) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const chosen = drafts[wanted.version % Math.max(1, drafts.length)]
  return chosen ? letterOf(chosen, { facts, values }) : null
}

/** The slots that would have to be known for any letter of this kind to be written; none when one can be. */
export function missingSlots({ templates, repairs }: LetterBook, facts: LetterFacts, kind: LetterKind): readonly SlotName[] {
  const values = valuesOf(facts, repairs)
  const missing = templates
    .filter((one) => one.kind === kind)
    .map((one) => one.slots.filter((name) => (values[name] ?? null) === null))
    .sort((a, b) => a.length - b.length)
  return missing[0] ?? []
}

/** What is wrong with a template, in the engine's words; null when it can be filled with everything and with nothing. */
export function faultIn(template: Pick<LetterTemplate, 'subject' | 'body'>): string | null {
  return templateFault(template, [valuesOf(nothing, {}), valuesOf(everything, { well: 'x' })])
}

/** Words without greeting and signature. */
function wordsOf(paragraphs: readonly string[]): number {
  return paragraphs.join(' ').split(/\s+/).length
}

interface Candidate {
  readonly template: LetterTemplate
  readonly filled: Filled
}

function orderOf({ template, filled }: Candidate, { used, elsewhere }: Wanted): string {
  const [least, most] = template.words
  const words = wordsOf(filled.paragraphs)
  const times = (ids: readonly string[]): string => String(Math.min(9, ids.filter((id) => id === template.id).length))
  const unfit = words < least || words > most ? '1' : '0'
  const plain = String(9 - Math.min(9, template.slots.length))
  return [times(used), times(elsewhere), unfit, template.own ? '0' : '1', plain, template.id].join(' ')
}

function letterOf({ template, filled }: Candidate, { facts, values }: { readonly facts: LetterFacts; readonly values: SlotValues }): Draft {
  const text = filled.paragraphs.join('\n')
  const says = (name: SlotName): boolean => typeof values[name] === 'string' && text.includes(values[name])
  const signature = [facts.me, numbered.has(template.kind) && !says('number') ? facts.number : null].filter((one) => one !== null)
  return {
    subject: capital(filled.subject ?? ''),
    text: [greeting(facts.reader), ...filled.paragraphs, ...(signature.length > 0 ? [signature.join('\n')] : [])].join('\n\n'),
    hook: says('hook') ? (fittingHook(facts) ?? null) : null,
    repair: says('repair') ? facts.landing : null,
    template: template.id,
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

function fittingHook({ hooks, reader }: LetterFacts): string | undefined {
  return hooks.find((one) => slot(one, reader) !== null)
}

function valuesOf(facts: LetterFacts, repairs: LetterBook['repairs']): SlotValues {
  const { reader, role, met, promised, landing, written, decides } = facts
  const hook = fittingHook(facts)
  const { hooks: _, cares, reader: __, me: ___, landing: ____, ...rest } = facts
  return {
    ...rest,
    name: salutation(reader),
    role: job(role) === 'the role' ? null : job(role).replace(/^the | role$/g, ''),
    job: job(role),
    decides,
    written,
    metDay: met && capital(met.replace(/^on /, '')).replace(/^(Yesterday|Today)$/, (word) => word.toLowerCase()),
    hook: hook === undefined ? null : slot(hook, reader),
    care: cares.map((one) => slot(one, reader)).find((one) => one !== null) ?? null,
    repair: (landing && repairs[landing]) ?? null,
    promised,
  }
}

const nothing: LetterFacts = {
  reader: null,
  decides: false,
  company: 'Acme',
  role: null,
  want: 'unsure',
  met: null,
  metMonth: null,
  metWho: null,
  others: null,
  hooks: [],
  cares: [],
  landing: null,
  promised: null,
  callOn: null,
  rang: null,
  me: null,
  number: null,
  own: null,
  day: null,
  when: null,
  base: null,
  start: null,
  respondBy: null,
  written: false,
  otherBy: null,
}
const everything: LetterFacts = {
  ...nothing,
  ...{
    reader: 'Dana Reyes',
    decides: true,
    role: 'Director',
    want: 'yes',
    met: 'yesterday',
    metMonth: 'March',
    metWho: 'Dana',
    others: 'Priya',
  },
  ...{
    hooks: ['the line'],
    cares: ['fewer surprises'],
    landing: 'well',
    promised: 'Friday',
    callOn: 'on Friday',
    rang: 'today',
    me: 'Robin',
  },
  ...{
    number: '1',
    own: 'yes',
    day: 'Friday',
    when: 'Friday',
    base: '1',
    start: 'Friday',
    respondBy: 'Friday',
    written: true,
    otherBy: 'Friday',
  },
}
