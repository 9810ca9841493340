import type { Day } from '../model/day.js'
import type { OfferNamed } from '../model/fact.js'
import type { OfferSaid } from '../model/replies.js'
import { readAmount } from '../reading/amount.js'
import type { Amount } from '../reading/amount.js'
import { promiseIn } from './days-said.js'
import type { SaidOn } from './days-said.js'

/** What an offer names of pay and of the day by which it wants an answer. Certain is only what is named once, beside a word that says what it is; the other sentences with such figures are `unsure`. */
export function termsIn(sentences: readonly string[], on: SaidOn): OfferSaid {
  const base = gathered(sentences, basesIn)
  const bonus = gathered(sentences, bonusesIn)
  const day = gathered(sentences, (sentence) => daysIn(sentence, on))
  const terms: OfferNamed = {
    ...(base.only === null ? {} : { base: base.only }),
    ...(bonus.only === null ? {} : { bonus: bonus.only }),
    ...(day.only === null ? {} : { respondBy: day.only }),
  }
  const unsure = new Set([...base.unsure, ...bonus.unsure, ...day.unsure])
  return { terms, unsure: sentences.filter((one) => unsure.has(one)).slice(0, 3) }
}

/** What a sentence names; `open` where it names more than could be read. */
interface Named<T> {
  readonly values: readonly T[]
  readonly open: boolean
}

// Two that differ are none: which of them holds is for the person to say.
function gathered<T>(
  sentences: readonly string[],
  read: (sentence: string) => Named<T>,
): { readonly only: T | null; readonly unsure: readonly string[] } {
  const all = sentences.map((sentence) => ({ sentence, ...read(sentence) }))
  const values = [...new Set(all.flatMap((one) => one.values))]
  const [only = null] = values.length === 1 ? values : []
  return { only, unsure: all.filter(({ open, values: own }) => open || (only === null && own.length > 0)).map(({ sentence }) => sentence) }
}

const figure = String.raw`\d{1,3}(?:[,.'’\u00a0 ]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?`
const money = String.raw`[a-z]{0,2}\$|\p{Sc}|\b(?:usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|inr|sgd|euros?|pounds?|dollars?)\b`
const sum = new RegExp(
  String.raw`(?<before>${money})?\s?(?<![\d.,])(?<number>${figure})(?![\d%])\s?(?<k>k\b)?\s?(?<after>${money})?(?<share>\s?(?:%|per ?cent\b|prozent\b|pour cent\b))?`,
  'giu',
)
const often: readonly (readonly [RegExp, string])[] = [
  [/\b(?:hour(?:ly)?|hr|stunden?\w*|heure|horaire|hora)\b/iu, 'an hour'],
  [/\b(?:day|daily)\b/i, 'a day'],
  [/\b(?:week(?:ly)?|wochen?\w*)\b/iu, 'a week'],
  [/\b(?:month(?:ly)?|monat(?:lich|lichen|liche)?|monats\w+|mois|mensuel\w*|mensual\w*|(?:al|por) mes)\b/iu, 'a month'],
  [/\b(?:year(?:ly)?|annual(?:ly)?|annum|p\.?\s?a\b|jahr|jährlich\w*|jahres\w+|(?:par|l[’'])\s?an|annuel\w*|año|anual\w*)/iu, 'a year'],
]
// How often stands right behind the sum, or with the word for pay before it; 'for a 40-hour week' and 'a day of remote work' say something else.
const behind =
  /^\s?(?:\(?(?:gross|before tax|brutto|bruts?|brutos?)\)?\s)?(?:(?:an?|per|each|every|pro|im|par|por|al)\s(?:hour|hr|day|week|month|year|annum|stunde|woche|monat|jahr|heure|mois|an|hora|mes|año)(?![\p{L}-])(?! (?:of|off)\b)|\/\s?(?:hour|hr|day|week|month|year)\b|(?:hourly|daily|weekly|monthly|yearly|annually|p\.\s?a\b|annuels?|mensuels?|anuales?|mensuales?)(?![\p{L}-])|(?:jährlich|monatlich)\b)/iu
const ahead =
  /\b(?:(?:hourly|daily|day|weekly|monthly|yearly|annual) (?:(?:gross|base|basic|fixed|total) )*(?:rate|salary|base|pay|wages?|remuneration|compensation)|(?:stunden|wochen|monats|jahres)(?:brutto)?(?:grund)?(?:gehalt|lohn|vergütung)|(?:jährlich|monatlich)\w* (?:\p{L}+ )?\w*(?:gehalt|vergütung)|(?:salaire|rémunération|salario|sueldo) (?:\p{L}+ )?(?:horaire|mensuel(?:le)?|annuel(?:le)?|anual|mensual)|(?:salary|pay|wages?) (?:an?|per) (?:hour|day|week|month|year))\b/iu

const payWords =
  /\b(?:base|basic|salary|pay|wages?|remuneration|compensation|gehalt|\w*gehalt|grundgehalt|vergütung|salaire|rémunération|salario|sueldo)\b/iu
// Money beside the pay, or pay that is not offered.
const besidePay =
  /\b(?:bonus\w*|commission|sign(?:ing)?[- ]?on|signing|relocation|moving|equity|shares?|stock|options?|pension|401|allowance|budget|total|ote|package|range|band|between|from|up to|currently|present|today|last|instead|asked|expect\w*|prime|prämie)\b/iu

function basesIn(sentence: string): Named<string> {
  const parts = sentence.split(/(?:[,;](?!\d)|\bplus\b|\bwith\b|\band (?:an?|your|the)\b|\bund ein\w*\b)/iu)
  const found = parts.map((part) => baseIn(part, sentence))
  // 'And your base salary rises to $150,000 after a year': which of the two holds?
  const isMixed = found.some(({ open }, at) => open && payWords.test(parts[at] ?? '') && !besidePay.test(parts[at] ?? ''))
  return { values: isMixed ? [] : found.flatMap(({ values }) => values), open: found.some(({ open }) => open) }
}

function baseIn(part: string, sentence: string): Named<string> {
  const sums = sumsIn(part)
  if (sums.length === 0 || !payWords.test(part)) return { values: [], open: sums.some(({ isMoney }) => isMoney) }
  const [one, ...others] = sums
  if (besidePay.test(part) || others.length > 0 || !one) return { values: [], open: true }
  const { amount } = one
  const period = periodWith(one, part)
  const isWhole = amount !== null && amount.from === amount.to && (amount.to >= 1000 || /hour|day/.test(period ?? ''))
  if (!isWhole || period === null || (period === '' && periodOf(sentence) === 'a month')) return { values: [], open: true }
  return { values: [period === '' ? amount.text : `${amount.text} ${period}`], open: false }
}

// Null where how often is said, and it is not plain that it is said of the pay.
function periodWith({ start, end }: Sum, part: string): string | null {
  const said = [behind.exec(part.slice(end)), ahead.exec(part.slice(0, start))].flatMap((one) => (one ? [periodOf(one[0])] : []))
  const [first = '', second = first] = said
  return first !== second || (first === '' && periodOf(part) !== '') ? null : first
}

function periodOf(words: string): string {
  return often.find(([pattern]) => pattern.test(words))?.[1] ?? ''
}

interface Sum {
  readonly amount: Amount | null
  readonly isMoney: boolean
  readonly start: number
  readonly end: number
}

// A number is money where it says so, or is too long for anything else: neither a share nor a year.
function sumsIn(part: string): readonly Sum[] {
  return [...part.matchAll(sum)].flatMap(({ 0: whole, index, groups = {} }): readonly Sum[] => {
    const { before, number = '', k, after, share } = groups
    if (share !== undefined) return []
    const at = { start: index, end: index + whole.trimEnd().length }
    const isMoney = before !== undefined || after !== undefined || k !== undefined
    const isLong = /^\d{1,3}[,.'’\u00a0 ]\d{3}/.test(number) || /^\d{5,}/.test(number)
    if (!isMoney && !isLong)
      return payWords.test(part) && /^\d{2,3}$/.test(number) && !isDate(part) ? [{ ...at, amount: null, isMoney: false }] : []
    return [{ amount: readAmount(`${before ?? after ?? ''} ${number}${k ?? ''}`), isMoney: true, ...at }]
  })
}

function isDate(part: string): boolean {
  return /\d{1,2}(?:st|nd|rd|th|\.)?\s?\p{L}{3}|\p{L}{3,} \d{1,2}\b(?!\s?k)/u.test(part.replace(payWords, ''))
}

const share = String.raw`(?:up to |bis zu |jusqu'à )?\d{1,2}(?:[.,]\d)? ?(?:%|per ?cent\b|prozent\b|pour cent\b)`
const bonusAfter = new RegExp(String.raw`\bbonus\w*\b[^.%\d]{0,40}?(?<what>${share})`, 'iu')
const bonusBefore = new RegExp(String.raw`(?<what>${share})[^.%\d]{0,30}?\bbonus`, 'iu')

function bonusesIn(sentence: string): Named<string> {
  if (!/\bbonus/i.test(sentence)) return { values: [], open: false }
  const what = (bonusAfter.exec(sentence) ?? bonusBefore.exec(sentence))?.groups?.['what']
  const shares = sentence.match(/\d ?(?:%|per ?cent\b|prozent\b)/giu) ?? []
  if (what === undefined || shares.length > 1) return { values: [], open: /\d/.test(sentence.replace(/\b\d{4}\b/g, '')) }
  return { values: [what.replace(/\s*(?:%|per ?cent|prozent|pour cent)$/iu, '%')], open: false }
}

const wanted =
  /\b(?:let (?:us|me) (?:know|have)|respond|response|reply|answer|decision|decide|accept\w*|sign(?:ed)?|return|confirm|hear from you|tell (?:us|me)|valid|open|expires?|stands|deadline|bescheid|rückmeldung|antwort|zusage|entscheidung|gültig|réponse|valable|respuesta|válida)\b/i
const until =
  /\b(?:by|until|till|not? later than|on or before|latest|through|deadline|expires?(?: on)?|bis|d'ici|jusqu'au|au plus tard|hasta)\b/i
const ofMine =
  /\b(?:we|i)(?:'ll| will| shall| hope to| expect to)\b.{0,40}\b(?:send|let you|be in touch|come back|have|get)\b|\bquestions?\b|\b(?:start|begin|join)\b/i

/** The day by which they want an answer; what is said after it ('so that you can start in May') is no part of it. */
function daysIn(said: string, on: SaidOn): Named<Day> {
  const sentence = said.replace(/[’\u02bc]/g, "'")
  const at = until.exec(sentence)
  if (!wanted.test(sentence) || !at || ofMine.test(sentence.slice(0, at.index))) return { values: [], open: false }
  const isEnglish = /^(?:b|u|t|n|o|l|th|d(?!')|e)/i.test(at[0]) && !/^(?:bis)/i.test(at[0])
  const rest = sentence.slice(at.index).replace(/\b(?:so|and|to|in order|as|with|whether|if|for)\b(?! (?:the end|end)).*$/i, '')
  const day = promiseIn(isEnglish ? rest : sentence, on)
  return day === null ? { values: [], open: /\d|day\b|week\b|tag\b/i.test(rest) } : { values: [day], open: false }
}
