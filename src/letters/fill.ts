import { Liquid } from 'liquidjs'
import type { LetterTemplate } from '../model/letter.js'
import { capital } from './slots.js'

/** What slots hold: null is not known. */
export type SlotValues = Readonly<Record<string, string | boolean | null>>

/** The subject and the paragraphs that a template makes of values. A line in which a value is not known is left out; without a usable subject it is null. */
export function fill({ subject, body }: Pick<LetterTemplate, 'subject' | 'body'>, values: SlotValues): Filled {
  const subjects = subject.map((pattern) => line(pattern, values)).filter((text) => text !== null)
  const paragraphs = body
    .trim()
    .split(/\n\s*\n/)
    .map((lines) => lines.split('\n').flatMap((text) => line(text, values) ?? []))
    .map((sentences) => sentences.join(' '))
    .filter((text) => text !== '')
  return { subject: subjects[0] ?? null, paragraphs }
}

export interface Filled {
  readonly subject: string | null
  readonly paragraphs: readonly string[]
}

/** What is wrong with a template, as the engine says it; null when it can be filled whatever is known. */
export function templateFault(template: Pick<LetterTemplate, 'subject' | 'body'>, values: readonly SlotValues[]): string | null {
  try {
    for (const one of values) fill(template, one)
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

/** Stands where a value is not known; of private use, and in no text. */
const gap = '\ue001'

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  lenientIf: true,
  templates: {},
  outputEscape: (value: string | number | boolean | null | undefined) => (value === null || value === undefined ? gap : String(value)),
  parseLimit: 20_000,
  renderLimit: 500,
  memoryLimit: 1_000_000,
})
engine.registerFilter('led', (text: string | null) => (text === null ? '' : ` ${text}`))
engine.registerFilter('capital', (text: string | null) => (text === null ? null : capital(text)))
engine.registerFilter('clause', (text: string | null) => (text === null ? null : clauseOf(text)))
engine.registerFilter('sentence', (text: string | null) => (text === null ? null : sentenceOf(text)))

// A letter is drafted in all its versions, and often more than once.
const parsed = new Map<string, ReturnType<typeof engine.parse>>()

function line(text: string, values: SlotValues): string | null {
  const template = parsed.get(text) ?? engine.parse(text)
  parsed.set(text, template)
  const said = (engine.renderSync(template, { ...values }) as string).replace(/\s+/g, ' ').trim()
  return said === '' || said.includes(gap) ? null : said
}

/** My own words as the end of a sentence. */
function clauseOf(text: string): string {
  const words = text.trim().replace(/[\s.;,]+$/, '')
  return words.replace(/^(?:The|A|An|My|Our|We|It|They|There)\b/, (word) => word.toLowerCase())
}

/** My own words as a sentence or more. */
function sentenceOf(text: string): string {
  const words = capital(text.trim())
  return /[.?]$/.test(words) ? words : `${words.replace(/[;,]+$/, '')}.`
}
