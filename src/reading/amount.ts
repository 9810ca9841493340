/** An amount of pay as it is kept, '82000', '£48500', '82000 to 84000', '48.50 an hour', and in numbers; `to` is `from` where it is no range. */
export interface Amount {
  readonly text: string
  readonly from: number
  readonly to: number
  /** What it is said in, '' where nobody said. */
  readonly currency: string
  readonly period: string
}

/** An amount in the ways people write one: '82k', '82,000', '£48.500', '82,000 to 84,000', '48.50 an hour', 'CHF 120'000'. Null for what is none, and for what says more than an amount. */
export function readAmount(text: string): Amount | null {
  const { before, first, firstUnit, second, secondUnit, after, period } =
    (text.length > longest ? null : shape.exec(text.trim()))?.groups ?? {}
  const low = first === undefined ? null : numberIn(first)
  const high = second === undefined ? low : numberIn(second)
  if (low === null || high === null) return null
  const to = high * unit(secondUnit ?? firstUnit)
  const from = low * unit(firstUnit ?? (second !== undefined && low <= high ? secondUnit : undefined))
  if (from <= 0 || from > to || to > most) return null
  const currency = currencyIn(before ?? after ?? '')
  const often = periodIn(period ?? '')
  const figures = from === to ? written(from) : `${written(from)} to ${written(to)}`
  const money = currency.length > 1 && !/\$$/.test(currency) ? `${currency} ${figures}` : `${currency}${figures}`
  return { text: often === '' ? money : `${money} ${often}`, from, to, currency, period: often }
}

const number = String.raw`\d{1,3}(?:[,.'’\s]\d{2,3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`
const size = String.raw`k|m|mio|million|lakhs?|lacs?`
const codes =
  'usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|ron|inr|sgd|hkd|jpy|cny|zar|aed|ils|brl|mxn|try|krw|euros?|pounds?|dollars?|kr'
const currency = String.raw`[a-z]{0,2}\$|\p{Sc}|(?:${codes})\b`
const shape = new RegExp(
  String.raw`^(?<before>${currency})?\s*(?<first>${number})\s*(?<firstUnit>${size})?` +
    String.raw`(?:\s*(?:-|–|to)\s*(?:${currency})?\s*(?<second>${number})\s*(?<secondUnit>${size})?)?` +
    String.raw`\s*(?<after>${currency})?\s*(?:gross|before tax)?` +
    String.raw`\s*,?\s*(?<period>(?:per|an?|/)\s*(?:hour|hr|h|day|week|month|year|annum|yr)|hourly|daily|weekly|monthly|yearly|annually|p\.?\s?[amh]\.?)?$`,
  'iu',
)

/** Longer than any amount. */
const longest = 80

/** More than anybody is paid. */
const most = 1e12

/** A number with its groups of three (or, as in India, of two) and cents; null where the groups make no sense. */
function numberIn(text: string): number | null {
  const [, whole = '', cents] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  const groups = whole.split(/[,.'’\s]/)
  if (groups.length > 1 && (groups.at(-1)?.length !== 3 || new Set(whole.replace(/\d/g, '')).size > 1)) return null
  return Number(groups.join('') + (cents === undefined ? '' : `.${cents}`))
}

function unit(word: string | undefined): number {
  const first = (word ?? '').toLowerCase().charAt(0)
  return first === 'k' ? 1e3 : first === 'm' ? 1e6 : first === 'l' ? 1e5 : 1
}

function written(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

const signs: Readonly<Record<string, string>> = { euro: '€', pound: '£', dollar: '$' }

function currencyIn(text: string): string {
  const plain = text.toLowerCase().replace(/s$/, '')
  return signs[plain] ?? (plain === 'kr' ? 'kr' : text.toUpperCase())
}

const often: Readonly<Record<string, string>> = { h: 'an hour', d: 'a day', w: 'a week', m: 'a month', y: 'a year', a: 'a year' }

function periodIn(text: string): string {
  const word = text.toLowerCase().replace(/^(?:per|an?(?=\s)|\/|p\.?(?=\s?[amh]\.?$))\s*/, '')
  return often[word.charAt(0)] ?? ''
}
