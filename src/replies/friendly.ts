import type { Mail, MailAddress } from '../model/mail.js'
import type { Phrases } from './phrases.js'

const most = 40

/**
 * Whether somebody's own words are a friendly line and nothing else: short, without a question, a day or a word that is not known for friendly.
 * It is never told by what is missing: a no in words that nobody thought of has one that is not known.
 */
export function isPlainlyFriendly(text: string, { from, to }: Pick<Mail, 'from' | 'to'>, phrases: Phrases): boolean {
  const names = new Set([from, ...to].flatMap((one) => (one === null ? [] : namesOf(one, phrases))))
  const said = withoutEnds(text, names)
  if (said === null || /\?|:-?\(/.test(said)) return false
  const words =
    said
      .replace(addressed, (word) => (isName(word.replace(title, ''), names) ? '' : word))
      .replace(tints, '')
      .toLowerCase()
      .match(/[\p{L}']+|[^\s\p{P}\p{L}]/gu) ?? []
  return words.length <= most && phrases.isPositive(said) && words.every((word) => phrases.isFriendlyWord(word))
}

// 'Thanks Robin, noted!', 'Robin, thank you', 'Hi Robin, ...'; so stands 'Thanks, No.' too, and only a name in the head is one.
const addressed =
  /(?:^\p{Lu}[\p{L}-]+(?=,)|(?<=(?:,|\b(?:[Tt]hanks|[Tt]hank you|[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear))\s+)(?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}-]+(?=\s*(?:[,.!]|$)))/gu

const title = /^(?:Mr|Ms|Mrs|Dr)\.? /

// The colour of a thumb.
const tints = /\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu

/** Without the line that greets, the parting and the name below it; null where something is said there. */
function withoutEnds(text: string, names: ReadonlySet<string>): string | null {
  const lines = text
    .replace(/[\u2018\u2019]/g, "'")
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const body = isGreeting(lines[0] ?? '') ? lines.slice(1) : lines
  const at = body.findIndex((line, index) => index > 0 && parting.test(line))
  if (at >= 0) return body.slice(at + 1).every(isSignature) ? body.slice(0, at).join('\n') : null
  const last = body.at(-1) ?? ''
  return (body.length > 1 && isName(last, names) ? body.slice(0, -1) : body).join('\n')
}

const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|sehr geehrter?|lieber?|guten (?:morgen|tag)|hallo|bonjour|chère?|hola|estimad[oa]|buenos días)\b/iu
const greeted = /^(?: (?:Mr|Ms|Mrs|Dr)\.?)?(?: \p{Lu}[\p{L}.'-]*){0,4}\s?[,:!.]?$/u

function isGreeting(line: string): boolean {
  const [hail] = greeting.exec(line) ?? []
  return hail !== undefined && greeted.test(line.slice(hail.length))
}

const parting =
  /^(?:(?:with )?(?:best|kind|warm|warmest|kindest|many|all the)?\s?(?:regards|wishes|thanks|best)|best|cheers|sincerely|yours(?: sincerely| truly)?|(?:mit )?(?:freundliche[nm]?|beste[n]?|liebe[n]?|herzliche[n]?|viele[n]?|schöne[n]?) (?:grüße[n]?|grüssen?|gruß)|lg|vg|mfg|(?:bien )?cordialement|bien à vous|(?:un )?saludos?(?: cordial(?:es)?)?|atentamente)[,.!]?$/iu

// A name, a post, a house, a number: no word in small letters but those between names.
function isSignature(line: string): boolean {
  return (
    line.split(/\s+/).length <= 8 &&
    line.split(/\s+/).every((word) => /^(?:of|and|at|the|for|de|und|für|[^\p{Ll}].*|\S*[@/]\S+|www\.\S+)$/u.test(word))
  )
}

function isName(line: string, names: ReadonlySet<string>): boolean {
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length > 0 && words.every((word) => names.has(word) || (word.length === 1 && words.length === 1))
}

// 'no-reply@' is nobody's name.
function namesOf({ name, address }: MailAddress, phrases: Phrases): readonly string[] {
  const local = address.replace(/@.*/, '')
  return phrases.isRobot(local) ? [] : (`${name} ${local}`.toLowerCase().match(/\p{L}+/gu) ?? [])
}
