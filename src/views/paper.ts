import type { ShowResult } from '../commands/show.js'
import { paragraph } from './layout.js'
import type { Screen } from './screen.js'

/** That a yes stands on no paper yet, and what to do about it, after a blank line; nothing where it does. */
export function paperLines({ handle, paper }: Pick<ShowResult, 'handle' | 'paper'>, screen: Screen): readonly string[] {
  if (paper === null) return []
  const ask = paper === 'asked' ? 'You asked for it.' : `Ask for it: followup letter ${handle} offer-thanks`
  return [
    '',
    ...paragraph('You said yes, and it is not on paper yet, as far as is recorded: give nothing up before it is.', screen),
    ...paragraph(ask, screen),
    ...paragraph(`When it is there: followup offer ${handle} --written`, screen),
  ]
}
