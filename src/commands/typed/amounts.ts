import { amount } from '../../model/amount.js'
import { Problem } from '../../problem.js'
import { readAmount } from '../../reading/amount.js'
import type { Amount } from '../../reading/amount.js'
import type { Understood } from './moments.js'

/** An amount of pay as it is kept, and what was understood where that is not what was typed; one without a currency takes that of the one `before`. Throws Problem('usage') for what is no amount. */
export function payOf(text: string, flag: string, before?: string): Understood<string> {
  refuseEmpty(text, flag)
  const read = inMoneyOf(text, before)
  const known = [read?.text, read && amount(read.text)]
  if (read) return { value: read.text, lines: known.includes(text.trim()) ? [] : [amount(read.text)] }
  throw new Problem('usage', `"${text}" is not an amount.`, {
    hint: `Write it as in ${examples}.${flag === 'base' ? ' What else was said of it is for --note.' : ''}`,
    code: 'bad-amount',
  })
}

function inMoneyOf(text: string, before: string | undefined): Amount | null {
  const [read, known] = [readAmount(text), readAmount(before ?? '')]
  return read?.currency === '' && known !== null && known.currency !== '' ? readAmount(`${known.currency} ${text}`) : read
}

/** The base of an offer; less than a thousand a year is said so, for it is likelier to be thousands. Throws Problem('usage') for what is no amount. */
export function baseOf(text: string, known?: string): Understood<string> {
  const read = payOf(text, 'base', known)
  if (!isFewAYear(readAmount(read.value))) return read
  const sum = read.value.replace(/ a year$/, '')
  const short = sum.replace(/[\d.]+/g, '$&k')
  return { value: read.value, lines: [`${sum} is read as ${sum} a year; for thousands, write ${amount(inThousands(sum))} or ${short}`] }
}

/** A figure of my own beside the base of an offer: less than a thousand a year is taken for thousands beside a base of ten thousand or more, and said without the figure. Throws Problem('usage') for what is no amount. */
export function ownOf(text: string, flag: string, base: string | undefined): Understood<string> {
  const { value } = payOf(text, flag, base)
  const offered = readAmount(base ?? '')
  if (!isFewAYear(readAmount(value)) || offered === null || !isYearly(offered) || offered.from < 10_000) return { value, lines: [] }
  return { value: inThousands(value), lines: ['figures of your own below 1,000 are taken as thousands, as the base is'] }
}

function isFewAYear(read: Amount | null): boolean {
  return read !== null && read.to < 1000 && isYearly(read)
}

function isYearly({ period }: Amount): boolean {
  return ['', 'a year'].includes(period)
}

function inThousands(sum: string): string {
  return sum.replace(/[\d.]+/g, (digits) => String(Math.round(Number(digits) * 1000)))
}

/** How an amount may be written. */
export const examples = '82k, 82,000 to 84,000, or 48.50 an hour'

/** Throws Problem('usage') for a flag with nothing in it. */
export function refuseEmpty(text: string | undefined, flag: string): void {
  if (text?.trim() !== '') return
  throw new Problem('usage', `--${flag} is empty.`, { hint: `Write it after --${flag}, or leave --${flag} out.`, code: 'empty' })
}
