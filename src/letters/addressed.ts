import type { Reading } from '../model/letter.js'
import { nameParts } from './names.js'

/** The reader, and how they stand to those of whom the words speak. */
export interface Addressee {
  readonly reader: string | null
  readonly reading: Reading
}

/**
 * What was recorded of them, as it is said to them: 'how they run the dock' is 'how you run the dock'. Words that speak of somebody else stay; null where
 * nobody can tell, or where it would not be understood.
 */
export function addressed(text: string, { reader, reading }: Addressee): string | null {
  if (reading === 'outside') return text
  const words = unnamed(text, reader).split(' ')
  const at = words.findIndex((word) => isThird(word))
  if (at < 0) return words.join(' ')
  if (words.some((word) => hasOrIs.test(bare(word))) || (reading === 'house' && singular.test(bare(words[at])))) return null
  const turn = turnFor(words, at)
  return turn === 'stay' ? words.join(' ') : turn === 'unclear' ? null : turned(words, at)
}

/** The reader's own name is 'you' to them: "Ann's rota" is 'your rota'. */
function unnamed(text: string, reader: string | null): string {
  return nameParts(reader).reduce(
    (said, name) =>
      said
        .replace(new RegExp(`(?<![\\p{L}])${name}['’]s(?![\\p{L}])`, 'gu'), 'your')
        .replace(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'), 'she'),
    text,
  )
}

/** Whether the first word of a third person at `at` means the reader, somebody named before it, or nobody can tell. */
function turnFor(words: readonly string[], at: number): 'turn' | 'stay' | 'unclear' {
  const before = words.slice(0, at).map((word) => bare(word))
  const word = bare(words[at])
  const last = before.at(-1) ?? ''
  if (subject.test(word) && last !== '' && !small.test(last)) return 'turn'
  const rest = before.filter((one) => !small.test(one))
  if (rest.some((one, index) => people.test(one) || (isName(one) && (index > 0 || before[0] !== one || before[1] === 'and')))) return 'stay'
  if (singular.test(word)) return 'turn'
  return rest.some((one) => several.test(one)) ? 'unclear' : 'turn'
}

/** All of them said to the reader; null where a verb that would have to change cannot be found. */
function turned(words: readonly string[], from: number): string | null {
  const one = singular.test(bare(words[from]))
  const things = words.slice(0, from).some((word) => several.test(bare(word)))
  const isReader = (word: string): boolean => isThird(word) && singular.test(bare(word)) === one && !(things && bare(word) === 'them')
  const said: string[] = []
  let verbIsDue = false
  for (const [at, word] of words.entries()) {
    if (isReader(word)) {
      said.push(yours(word, words[at + 1]))
      verbIsDue = /^s?he$/.test(bare(word))
    } else if (verbIsDue && !adverb.test(word)) {
      if (isPresent(word) && secondVerb.test(words.slice(at + 1).join(' '))) return null
      said.push(plain(word))
      verbIsDue = false
    } else said.push(word)
  }
  return said.join(' ')
}

function yours(word: string, next: string | undefined): string {
  const end = /[^\p{L}]*$/u.exec(word)?.[0] ?? ''
  const core = bare(word)
  const [, contracted] = /['’](re|ve|ll|d)$/.exec(core) ?? []
  if (contracted !== undefined) return `you'${contracted}${end}`
  if (/^(?:their|his|your)$/.test(core)) return `your${next === undefined && core === 'his' ? 's' : ''}${end}`
  if (/^(?:theirs|hers)$/.test(core)) return `yours${end}`
  if (/^themselves$/.test(core)) return `yourselves${end}`
  if (/^(?:him|her|them)self$/.test(core)) return `yourself${end}`
  return core === 'her' && next !== undefined && (noun.test(bare(next)) || !small.test(bare(next))) ? `your${end}` : `you${end}`
}

/** A verb of the third person as it goes with 'you'. */
function plain(verb: string): string {
  const known = irregular[verb.replace('’', "'")]
  if (known !== undefined) return known
  if (!isPresent(verb)) return verb
  if (/[^aeiou]ies$/.test(verb) && verb.length > 4) return verb.replace(/ies$/, 'y')
  return /(?:ss|sh|ch|x|zz)es$/.test(verb) ? verb.replace(/es$/, '') : verb.replace(/s$/, '')
}

const irregular: Readonly<Record<string, string>> = {
  ...{ is: 'are', was: 'were', has: 'have', does: 'do', goes: 'go' },
  ...{ "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't" },
}

function isPresent(verb: string): boolean {
  return /^[a-z]{2,}[^su]s$/.test(verb) && !/^(?:always|perhaps|sometimes|besides)$/.test(verb)
}

/** A second verb after 'and' would have to change as well, and cannot be told from a noun. */
const secondVerb = /\b(?:and|or|but|then) \p{Ll}+s\b/u

function isThird(word: string): boolean {
  return third.test(bare(word))
}

/** Lower case, without signs before and behind it. */
function bare(word: string | undefined): string {
  return (word ?? '')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/^(?:They|Their|He|She|His|Her|How|The|What)\b/, (one) => one.toLowerCase())
}

function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word)
}

const third = /^(?:they|them|their|theirs|themselves|he|him|his|himself|she|her|hers|herself|(?:they|he|she)['’](?:re|s|ve|ll|d))$/
const singular = /^(?:he|him|his|himself|she|her|hers|herself|s?he['’](?:s|ll|d))$/
/** 'He has' or 'he is': nobody can tell. */
const hasOrIs = /^s?he['’]s$/
const subject = /^(?:they|he|she)(?:['’](?:re|s|ve|ll|d))?$/
const adverb = /^(?:still|never|always|also|even|only|just|really|once|often|sometimes|\p{Ll}+ly)$/u

/** Words that name nobody and nothing. */
const small =
  /^(?:|a|an|the|how|what|why|when|where|whether|that|which|if|and|or|but|of|in|on|at|to|for|with|by|from|about|into|after|before|like|as|it|this|these|those|much|many|well|hard|long|all|both|not|so|is|are|was|were|be|way|time|day)$/

/** Small ones that are nouns all the same. */
const noun = /^(?:way|time|day)$/

/** Nouns of people, whom a 'he' or a 'they' behind them means. */
const people =
  /^(?:people|folks?|men|women|man|woman|guys?|crews?|teams?|staff|family|families|kids|children|clients?|customers?|suppliers?|drivers?|operators?|workers?|engineers?|nurses?|patients?|doctors?|teachers?|students?|apprentices?|trainees?|welders?|machinists?|managers?|directors?|leads?|leaders?|foremen|foreman|boss(?:es)?|owners?|founders?|colleagues?|friends?|fathers?|mothers?|sons?|daughters?|brothers?|sisters?|wife|husband|wives|parents|grandfather|grandmother|neighbou?rs?|partners?|predecessors?|successors?|assistants?|buyers?|sellers?|users?|residents?|tenants?|temps|volunteers?|inspectors?|auditors?|candidates?|chefs?|cooks?|developers?|designers?|board|union|council|police|everyone|everybody|someone|somebody)$/i

/** A noun of several things, as far as its end tells. */
const several = /[^su]s$/
