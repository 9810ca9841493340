import type { ToneWords } from '../../model/tone.js'
import { withoutNickname } from '../../model/nickname.js'
import { distance } from '../../model/nearest.js'
import type { Letter } from '../letter.js'
import { nameForms } from '../names.js'
import type { Token } from '../passage.js'
import { oneOf } from '../one-of.js'
import type { Hit } from '../search.js'
import type { Span } from '../split.js'
import { wordsOf } from '../words.js'
import type { Word } from '../words.js'

/** The greeting against the reader's name: another name, a name nearly right, nobody; and a reader called by nearly their name further down. 10 each. */
export function greetingHits(letter: Letter, words: ToneWords): readonly Hit[] {
  const { greeting } = letter.parts
  const contact = letter.about.contact === null ? null : partsOf(letter.about.contact, words)
  const calls = contact ? callsOf(letter, contact, words) : []
  return [...(greeting ? greetingHit({ span: greeting, letter, contact }, words) : []), ...calls]
}

interface Greeted {
  readonly span: Span
  readonly letter: Letter
  readonly contact: readonly string[] | null
}

function greetingHit({ span, letter, contact }: Greeted, words: ToneWords): readonly Hit[] {
  const text = letter.text.slice(span.start, span.end)
  const spoken = wordsOf(text, span.start).filter((word) => /\p{L}/u.test(word.form))
  const said = spoken.map((word) => word.form).join(' ')
  const right = letter.about.contact === null ? undefined : `Dear ${calledBy(letter.about.contact, words)},`
  if (words.nobody.some((one) => ` ${said} `.includes(` ${one} `)) && !contactHolds(contact, said)) return [nameHit(span, right)]
  if (!contact || contact.length === 0 || /^respected (?:sir|madam)/.test(said)) return []
  const names = spoken.filter((word) => !isPlain(word.form, words))
  if (names.length === 0) return isNameless(said) ? [nameHit(span, right)] : []
  const wrong = names.filter((word) => !isPartOf(word.form, contact, words))
  // A name more than is on file may be theirs; a name that is nearly on file is a slip of the pen.
  const counts = wrong.length < names.length ? wrong.filter((word) => isNearly(word.form, contact, words)) : wrong
  return counts.slice(0, 1).map((word) => nameHit(word, right))
}

/** The first name, or the title with the last one: a title never stands alone. */
function calledBy(contact: string, { titles }: ToneWords): string {
  const all = withoutNickname(contact).split(' ')
  const [first = ''] = all
  const isTitle = titles.includes(nameForms(first.replace(/\.$/, ''))[0] ?? '')
  return isTitle && all.length > 1 ? `${first} ${all.at(-1) ?? ''}` : first
}

function nameHit({ start, end }: Pick<Word, 'start' | 'end'>, instead: string | undefined): Hit {
  return { points: 10, span: { start, end }, sentence: -2 - start, family: 'name', instead }
}

function contactHolds(contact: readonly string[] | null, said: string): boolean {
  return contact !== null && contact.some((part) => part.length > 1 && ` ${said} `.includes(` ${part} `))
}

// "Sir" and "Madam" by themselves are a custom of many countries.
function isNameless(said: string): boolean {
  return /^(?:hi|hiya|hello|hey|heya|dear|greetings|good \w+|hi there|hello there|hey there|dear friend|dear friends|hey you)$/.test(said)
}

/** Greeting words, titles and particles. */
function isPlain(form: string, { titles }: ToneWords): boolean {
  return form.length < 2 || greetingWords(form) || titles.includes(form)
}

const greetingWords = oneOf(
  'dear hi hiya hello hey heya hallo hej hei moin servus ahoj czesc buongiorno ola merhaba selam aloha howdy gday sehr geehrte geehrter lieber liebe cher chere estimado estimada caro cara beste geachte prezado prezada hope you are well good morning afternoon evening day greetings salutations respected esteemed to the my and there again both all everyone namaste salam salaam as-salamu alaikum salut bonjour ciao hola guten tag attention attn from once more very dearest happy monday tuesday wednesday thursday friday sir madam team at of in hr',
)

/** The parts of a name that a greeting may use: 'William "Bill" Hart' has three. */
function partsOf(name: string, { titles }: ToneWords): readonly string[] {
  return nameForms(name.slice(0, 200).replaceAll(/["“”()]/g, ' ')).filter((form) => form.length > 1 && !titles.includes(form))
}

function isPartOf(form: string, contact: readonly string[], words: ToneWords): boolean {
  const said = form.replace(/-(?:san|sama|ji|sensei|bhai|nim|ssi)$/, '')
  return contact.some(
    (part) =>
      alike(said, part) ||
      part.split('-').includes(said) ||
      said.split('-').every((one) => alike(one, part) || contact.includes(one)) ||
      areNicknames(said, part, words),
  )
}

// Umlauts are written with and without the e.
function alike(one: string, other: string): boolean {
  const bare = (text: string): string =>
    text.replace(/'s?$/, '').replaceAll(/[ao]e|ue|['.-]/g, (letters) => (letters.length === 2 ? (letters[0] ?? '') : ''))
  return one === other || bare(one) === bare(other)
}

function areNicknames(one: string, other: string, { nicknames }: ToneWords): boolean {
  if (one.length >= 3 && other.length - one.length >= 2 && other.startsWith(one)) return true
  const spelled = one.length >= 6 && other.length >= 6 && distance(one, other) <= 2
  return !spelled && nicknames.some((names) => names.includes(one) && names.includes(other))
}

/** "Thank you, Jon" to a John, "Mrs Sousa" to a Souza: a name where the reader is called, and nearly theirs. */
function callsOf({ tokens }: Letter, contact: readonly string[], words: ToneWords): readonly Hit[] {
  return tokens
    .filter((token, at) => /^\p{Lu}\p{Ll}/u.test(token.raw) && isCalled(tokens, at) && isNearly(token.form, contact, words))
    .map((token) => nameHit(token, undefined))
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  const [before, own, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!own || before?.sentence !== own.sentence) return false
  const last = after?.sentence !== own.sentence && before.clause !== own.clause
  return last || /^(?:you|thanks|again|meeting|hi|dear|hello|mr|mrs|ms|miss|dr|professor|prof)$/.test(before.form)
}

function isNearly(form: string, contact: readonly string[], words: ToneWords): boolean {
  if (form.length < 3 || isPartOf(form, contact, words) || words.titles.includes(form)) return false
  return contact.some(
    (part) =>
      (part[0] === form[0] || part.slice(1) === form.slice(1)) &&
      distance(form.slice(0, 30), part.slice(0, 30)) <= (part.length > 4 ? 2 : 1),
  )
}
