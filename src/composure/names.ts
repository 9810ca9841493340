import type { LetterContext } from '../model/finding.js'
import { oneOf } from './one-of.js'
import type { Sentence, Token } from './passage.js'
import { wordsOf } from './words.js'

/** The tokens that belong to a name: those on file, and words written as names are, in the middle of a sentence. */
export function nameWords(sentences: readonly Sentence[], about: LetterContext): ReadonlySet<Token> {
  const named = new Set<Token>()
  const capital = namesOnFile([about.company, about.contact])
  const anyCase = namesOnFile([about.role, ...about.known]).filter((name) => name.length > 1)
  for (const { place, tokens } of sentences) {
    for (const name of capital) mark(tokens, name, { named, capital: true })
    for (const name of anyCase) mark(tokens, name, { named, capital: false })
    if (place === 'letter') for (const token of written(tokens)) named.add(token)
  }
  return named
}

/** The words of a name, as forms. */
export function nameForms(name: string): readonly string[] {
  return wordsOf(name, 0)
    .map((word) => word.form)
    .filter((form) => /[\p{L}\p{N}]/u.test(form))
}

function namesOnFile(names: readonly (string | null)[]): readonly (readonly string[])[] {
  return names.flatMap((name) => (name === null ? [] : [nameForms(name.slice(0, 300))])).filter((forms) => forms.length > 0)
}

// The whole name, or as much of it as stands there in a row: with capitals one word is enough, else two are.
function mark(tokens: readonly Token[], name: readonly string[], how: { readonly named: Set<Token>; readonly capital: boolean }): void {
  const least = how.capital ? 1 : 2
  for (let at = 0; at < tokens.length; at += 1) {
    for (let from = 0; from < name.length; from += 1) {
      let length = 0
      while (length < 12 && fits(tokens[at + length], name[from + length], how.capital)) length += 1
      const small = length === 1 && at === 0
      if (length >= least && !(small && name.length > 1)) for (const token of tokens.slice(at, at + length)) how.named.add(token)
    }
  }
}

function fits(token: Token | undefined, form: string | undefined, capital: boolean): boolean {
  if (token === undefined || form === undefined) return false
  const bare = token.form.replace(/'s?$/, '')
  return (token.form === form || bare === form) && (!capital || /^\p{Lu}|^\p{N}|^\p{Lo}/u.test(token.raw))
}

// As a name is written; most words are in ASCII, and to compile the classes of all letters takes 5 ms.
function asWritten(raw: string): boolean {
  return /^[A-Z][A-Za-z'.&-]*[a-z]/.test(raw) || (/[^\0-\x7f]/.test(raw) && /^\p{Lu}[\p{L}\p{M}'’.&-]*\p{Ll}/u.test(raw))
}

const notNames = oneOf(
  'i thank thanks you your best kind regards sincerely dear god please sorry monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr sir madam hr hiring manager team company role position interview subject hope forward salary package bonus',
)

/** Words with a capital in the middle of a sentence that is not written in capitals throughout; a title's first word goes with the second. */
function written(tokens: readonly Token[]): readonly Token[] {
  const capitals = tokens.filter((token) => asWritten(token.raw)).length
  if (tokens.length > 3 && capitals > tokens.length * 0.6) return []
  const names = tokens.filter((token, at) => at > 0 && asWritten(token.raw) && !notNames(token.form))
  const [first, second] = tokens
  const leads = first !== undefined && second !== undefined && names.includes(second) && first.raw.length > 2 && asWritten(first.raw)
  return leads &&
    !/^(?:in|on|at|if|when|as|my|our|the|dear|thank|thanks|and|but|so|please|will|may|can|could|would|is|was|let|from|both|after|with|that|this|for|to|what|how|has|have|does|did|only|since|meeting|seeing|i)$/.test(
      first.form,
    )
    ? [first, ...names]
    : names
}
