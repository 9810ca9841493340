import type { Reach } from '../model/opportunity.js'
import { Problem } from '../problem.js'
import type { Understood } from './moments.js'
import { phoneNumber } from './people.js'

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
export function readReach(text: string, hasLead: boolean): Understood<Record<string, string>> {
  const digits = NUMBER.exec(text)?.[0]
  const assistant = ANSWERS.exec(text)?.[1]
  const reach = wishes.find(([pattern]) => pattern.test(text))?.[1]
  if (digits !== undefined && !hasLead)
    throw new Problem('usage', 'Whose number is that? You have named nobody there yet.', {
      hint: 'Name someone with: followup contact add',
    })
  const phone = digits === undefined ? undefined : phoneNumber(digits)
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

const wishes: readonly (readonly [RegExp, Reach])[] = [
  [/\b(?:no|not|never|don't|rather not)\b.{0,12}\b(?:call|phone|ring)/i, 'no-calls'],
  [/\b(?:recruiter|agency)\b/i, 'recruiter'],
  [/\be?-?mail\b/i, 'email'],
  [/\b(?:phone|call|ring)\b/i, 'phone'],
]

const reachWords: Readonly<Record<Reach, string>> = {
  email: 'mail rather than calls',
  phone: 'by phone',
  recruiter: 'through the recruiter',
  'no-calls': 'no calls; letters only, and few of them',
}
