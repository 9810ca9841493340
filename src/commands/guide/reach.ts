import type { Reach } from '../../model/opportunity.js'
import { Problem } from '../../problem.js'
import type { Understood } from '../typed/moments.js'
import { phoneNumber } from '../typed/phone-number.js'

/** How they like to be reached, as flags of `debrief`. */
interface Reached {
  readonly phone?: string
  readonly assistant?: string
  readonly reach?: Reach
}

/**
 * Reads how someone likes to be reached: a number, who answers it, and their wish ('312 555 0142, Lou answers', 'mail only').
 * Throws Problem('usage') when it holds none of these, or a number and nobody to give it to.
 */
export function readReach(text: string, hasLead: boolean, inForm: (number: string) => string): Understood<Record<string, string>> {
  const digits = NUMBER.exec(text)?.[0]
  const assistant = ANSWERS.exec(text)?.[1]
  const reach = wishes.find(([pattern]) => pattern.test(text))?.[1]
  if (digits !== undefined && !hasLead)
    throw new Problem('usage', 'Whose number is that? You have named nobody there yet.', {
      hint: 'Name someone with: followup contact add',
    })
  const phone = digits === undefined ? undefined : inForm(phoneNumber(digits))
  if (phone === undefined && assistant === undefined && reach === undefined)
    throw new Problem('usage', 'That names neither a number nor a way.', { hint: 'For example: mail only' })
  const value: Reached = {
    ...(phone === undefined ? {} : { phone }),
    ...(assistant === undefined ? {} : { assistant }),
    ...(reach === undefined ? {} : { reach }),
  }
  const lines = [phone, assistant && `${assistant} answers the phone`, reach && reachWords[reach]].filter((part) => part !== undefined)
  return { value: { ...value }, lines: [lines.join('; ')] }
}

const NUMBER = /\+?\(?\d[\d ().\-/]{4,}\d(?: ?(?:x|ext\.?) ?\d{1,6})?/i
const ANSWERS = /(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:answers|picks up|may answer|takes the calls)/u

const MAIL = String.raw`e?-?mails?\b`
const PHONE = String.raw`(?:phone|telephone|mobile|cell|call|ring)`
const NOT = String.raw`\b(?:no|not|never|don't|rather not)\b`
const PREFERRED = String.raw`(?:rather than|instead of|over|not)\b`

/** The first that fits; what one way is put before comes ahead of both being named. */
const wishes: readonly (readonly [RegExp, Reach])[] = [
  [new RegExp(String.raw`${NOT}(?: by)? ${MAIL}(?! (?:or|nor|and)\b).*\b${PHONE}`, 'i'), 'phone'],
  [new RegExp(String.raw`${NOT}.{0,12}\b${PHONE}`, 'i'), 'no-calls'],
  [/\b(?:recruiter|agency)\b/i, 'recruiter'],
  [new RegExp(String.raw`\bonly (?:by )?${MAIL}|\b${MAIL} (?:only|${PREFERRED})|\bprefers? ${MAIL} to\b`, 'i'), 'email'],
  [new RegExp(String.raw`\bonly (?:by )?${PHONE}|\b${PHONE}\w* (?:only|${PREFERRED})|\bprefers? ${PHONE}\w* to\b`, 'i'), 'phone'],
  [new RegExp(String.raw`\b${MAIL}.*\b${PHONE}|\b${PHONE}.*\b${MAIL}`, 'i'), 'either'],
  [new RegExp(String.raw`\b${MAIL}`, 'i'), 'email'],
  [new RegExp(String.raw`\b${PHONE}`, 'i'), 'phone'],
]

const reachWords: Readonly<Record<Reach, string>> = {
  email: 'mail rather than calls',
  phone: 'by phone',
  either: 'by mail or by phone, as you like',
  recruiter: 'through the recruiter',
  'no-calls': 'no calls; letters only, and few of them',
}
