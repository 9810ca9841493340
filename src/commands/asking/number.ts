import { phoneKinds } from '../../model/opportunity.js'
import type { PhoneKind } from '../../model/opportunity.js'
import type { Needs } from '../../world.js'
import { askAgain, choicesOf } from './again.js'
import { phoneNumber } from '../typed/phone-number.js'

/** A number that was found, as flags of `contact edit`. */
export interface NumberFound {
  readonly phone: string
  readonly phoneKind?: PhoneKind
}

/** Asks for somebody's number and what kind it is; null when it is not found yet. */
export async function askNumber({ ask }: Needs<'ask'>, name: string): Promise<NumberFound | null> {
  const phone = await askAgain(ask, {
    ask: `The number of ${name}?`,
    hint: 'Enter: not found yet.',
    mend: 'Digits, as in 312 555 0142, and an extension as x204.',
    read: (text) => ({ value: phoneNumber(text), lines: [] }),
  })
  if (phone === null) return null
  const kind = await ask.choice({
    ask: 'What number is it?',
    choices: choicesOf({ desk: 'their desk', switchboard: 'the switchboard', mobile: 'a mobile they gave you', unknown: 'no idea' }),
  })
  const phoneKind = phoneKinds.find((one) => one === kind)
  return { phone, ...(phoneKind ? { phoneKind } : {}) }
}
