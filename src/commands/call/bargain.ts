import type { CaseFile } from '../../model/store.js'
import { isAnswered } from '../../rules/negotiation.js'
import { offerIn, preparationIn } from '../../rules/offers.js'
import { talkWords } from '../offer/words.js'

/** What is said about an offer: to open, and to each of their answers. */
export interface Bargain {
  readonly say: string
  readonly yes: string
  readonly partly: string
  readonly no: string
  readonly final: string
  readonly leaveOut: string
  /** They answered; only the thanks are left to say. */
  readonly answered: boolean
}

/** The words for the talk about an offer; null until something was made ready for it. */
export function bargainIn({ facts }: Pick<CaseFile, 'facts'>): Bargain | null {
  const prepared = preparationIn(facts)
  const some = [prepared.figures, prepared.reasons, prepared.wishes ?? [], prepared.ask ?? []].some((one) => one.length > 0)
  if (!some || offerIn(facts) === null) return null
  const { words, say } = talkWords(facts)
  const { yes, partly, no, final, leaveOut } = words
  return { say, yes, partly, no, final, leaveOut, answered: isAnswered(facts) }
}
