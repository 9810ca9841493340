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
  const { to, period } = readAmount(read.value) ?? { to: 0, period: '' }
  if (to >= 1000 || !['', 'a year'].includes(period)) return read
  const sum = read.value.replace(/ a year$/, '')
  const thousands = sum.replace(/[\d.]+/g, (digits) => amount(String(Number(digits) * 1000)))
  const short = sum.replace(/[\d.]+/g, '$&k')
  return { value: read.value, lines: [`${sum} is read as ${sum} a year; for thousands, write ${thousands} or ${short}`] }
}

/** How an amount may be written. */
export const examples = '82k, 82,000 to 84,000, or 48.50 an hour'

/** Throws Problem('usage') for a flag with nothing in it. */
export function refuseEmpty(text: string | undefined, flag: string): void {
  if (text?.trim() !== '') return
  throw new Problem('usage', `--${flag} is empty.`, { hint: `Write it after --${flag}, or leave --${flag} out.`, code: 'empty' })
}
