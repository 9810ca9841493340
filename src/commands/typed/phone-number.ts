import { Problem } from '../../problem.js'

/** What has fewer digits is an extension, or a slip. */
const shortestNumber = 5

const MAIN = String.raw`\+?[\d ().\-/]*\d[\d ().\-/]*`
const EXTENSION = String.raw`(?:,? ?(?:;? ?ext=|x|ext(?:n|ension)?[.:]?|#) ?(\d{1,6}))`
const NUMBER = new RegExp(`^(${MAIN})${EXTENSION}?$`, 'i')

/** The number as typed, single spaces, an extension as x214 however it was written. Throws Problem('usage') for what is none, or too short. */
export function phoneNumber(text: string): string {
  const number = text.replace(/\s+/g, ' ').trim()
  const [, main = '', extension] = NUMBER.exec(number) ?? []
  if (main.replace(/\D/g, '').length >= shortestNumber) return extension === undefined ? number : `${main.trim()} x${extension}`
  if (main !== '')
    throw new Problem('usage', `"${text}" is too short for a phone number.`, {
      hint: 'Write it in full, and an extension behind it: "+1 312 555 0142 x204".',
      code: 'bad-phone',
    })
  throw new Problem('usage', `"${text}" is not a phone number.`, {
    hint: 'Write digits, as in "+1 312 555 0142", and an extension as x204.',
    code: 'bad-phone',
  })
}

/** A text and the phone number that stands in it behind a blank or a comma, before its end, a star or an address; null where none does. */
export function numberApart(text: string): { readonly rest: string; readonly phone: string | null } {
  const [whole = '', number = ''] = STANDS.exec(text) ?? []
  if (number.replace(/\D/g, '').length < shortestNumber) return { rest: text, phone: null }
  return { rest: text.replace(whole, '').trim(), phone: phoneNumber(number) }
}

const STANDS = new RegExp(`[\\s,;]+((?:\\+|\\()?\\d[\\d ().\\-/]*\\d${EXTENSION}?)(?=$|[\\s,;]*(?:$|[*<]| \\S+@))`, 'i')
