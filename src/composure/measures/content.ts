import type { ToneWords } from '../../model/tone.js'
import type { Letter } from '../letter.js'
import { nameForms } from '../names.js'
import type { Token } from '../passage.js'
import type { Hit } from '../search.js'

/** One hit when too little in the core could only have been written to this reader: fewer than two such words, or than one word in eighteen. */
export function connectionHits(letter: Letter, words: ToneWords): readonly Hit[] {
  if (speaksOfWhatIsKnown(letter, words)) return []
  return concreteWords(letter, words, unshared(letter)).length + (saysWhatTheySaid(letter) ? 2 : 0) >=
    Math.max(2, Math.round(letter.words / 18))
    ? []
    : [missing('no detail')]
}

/** A word of what is recorded about the reader and the talk. */
function speaksOfWhatIsKnown({ about, tokens }: Letter, words: ToneWords): boolean {
  const hooks = new Set(about.known.flatMap(nameForms).filter((form) => form.length > 3 && !isGeneric(form, words)))
  const own = tokens.filter(({ place }) => place === 'letter')
  const said = ` ${own.map(({ form }) => form).join(' ')} `
  return own.some(({ form }) => hooks.has(form)) || about.known.some((one) => said.includes(` ${wholeOf(one)} `))
}

/** What is recorded as it stands in a letter, without the pronoun it may begin with: 'their move to four-day weeks' is 'your move …' there. */
function wholeOf(known: string): string {
  const forms = nameForms(known.slice(0, 300)).filter((form, at) => at > 0 || !/^(?:my|our|your|their|his|her|the|a)$/.test(form))
  return forms.length > 1 ? forms.join(' ') : '\n'
}

/** Of a letter that comes out of the blue, the sentences in which only the writer or the world is spoken of: anybody could have been sent those. */
function unshared({ sentences, about }: Letter): ReadonlySet<number> {
  if (about.kind !== 'value-add' && about.kind !== 'reconnect') return new Set()
  const alone = sentences.filter(({ tokens }) => !tokens.some(({ form }) => shared.test(form)))
  return new Set(alone.flatMap(({ tokens }) => tokens[0]?.sentence ?? []))
}

const shared = /^(?:you|you'd|you've|you're|you'll|your|yours|we|we'd|our|ours|us|there|visit|visited|showed|tour)$/

/** "You told me that …": what follows was said between the two of them. */
function saysWhatTheySaid({ tokens }: Letter): boolean {
  return tokens.some(({ form }, at) => form === 'you' && said.test(tokens[at + 1]?.form ?? ''))
}

const said =
  /^(?:said|told|asked|showed|described|mentioned|wondered|explained|called|laughed|worried|drew|admitted|joked|advised|corrected)$/

const asking = /^(?:check-in|after-voicemail|value-add|love-letter|reconnect|recruiter-status)$/

/** One hit when a letter that asks for something names nothing it is about: no job, no day, no thing. */
export function genericHits(letter: Letter, words: ToneWords): readonly Hit[] {
  if (!asking.test(letter.about.kind ?? '')) return []
  const dated = letter.tokens.some(({ form, place }) => place === 'letter' && datelike.test(form))
  const named = letter.tokens.some((token) => token.place === 'letter' && letter.named.has(token))
  const count = concreteWords(letter, words).length + (dated ? 1 : 0) + (named ? 1 : 0)
  return count >= 2 || letter.tokens.length === 0 ? [] : [missing('nothing named')]
}

function missing(family: string): Hit {
  return { points: 2, span: null, sentence: -1, family }
}

const datelike =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d+(?:st|nd|rd|th)|yesterday|today)$/

/** The different words of the core that are neither common to all such letters, nor a day, nor the names of reader, company and role. */
export function concreteWords(letter: Letter, words: ToneWords, leftOut: ReadonlySet<number> = new Set()): readonly string[] {
  const { company, contact, role } = letter.about
  const bland = new Set([company, contact, role].flatMap((name) => (name === null ? [] : nameForms(name))))
  const found = new Set<string>()
  for (const token of letter.tokens) {
    if (token.place !== 'letter' || leftOut.has(token.sentence) || bland.has(bare(token.form)) || datelike.test(token.form)) continue
    if (isConcrete(token, letter, words)) found.add(stem(token.form))
    if (letter.named.has(token) && !isGeneric(bare(token.form), words)) found.add('a name')
  }
  return [...found]
}

function isConcrete({ form }: Token, _letter: Letter, words: ToneWords): boolean {
  if (/\d/.test(form)) return !/^\d{4}$|^\d{1,2}[:.]\d\d$|[%$€£]/.test(form)
  return form.length > 2 && !isGeneric(bare(form), words)
}

function bare(form: string): string {
  return form.replace(/'s?$/, '')
}

function stem(form: string): string {
  return bare(form).replace(/(?:ing|ed|es|s|er)$/, '')
}

interface Generic {
  readonly whole: ReadonlySet<string>
  readonly starts: ReadonlySet<string>
}
const read = new WeakMap<ToneWords, Generic>()

function isGeneric(form: string, words: ToneWords): boolean {
  const generic = genericOf(words)
  if (generic.whole.has(form)) return true
  for (let length = 3; length <= form.length; length += 1) if (generic.starts.has(form.slice(0, length))) return true
  return form.includes('-') && form.split('-').every((part) => part.length < 3 || isGeneric(part, words))
}

function genericOf(words: ToneWords): Generic {
  const known = read.get(words)
  if (known) return known
  const all = words.generic.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '')
  const fresh = {
    whole: new Set(all.filter((word) => !word.endsWith('*'))),
    starts: new Set(all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))),
  }
  read.set(words, fresh)
  return fresh
}
