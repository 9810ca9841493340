import words from '../../../data/negotiation/words.json' with { type: 'json' }
import { askWords } from '../../letters/negotiation.js'
import type { CaseFile } from '../../model/store.js'
import { isBesideBase, offerIn, preparationIn } from '../../rules/offers.js'

/** What is said about an offer: to open, and to each of their answers. */
export interface Bargain {
  readonly say: string
  readonly yes: string
  readonly partly: string
  readonly no: string
  readonly final: string
  readonly leaveOut: string
}

/** The words for the talk about an offer; null until something was made ready for it. */
export function bargainIn({ facts }: Pick<CaseFile, 'facts'>): Bargain | null {
  const prepared = preparationIn(facts)
  const some = [prepared.figures, prepared.reasons, prepared.wishes ?? [], prepared.ask ?? []].some((one) => one.length > 0)
  if (!some || offerIn(facts) === null) return null
  const { yes, partly, no, noBeside, final, leaveOut } = words
  const beside = isBesideBase(facts)
  return { say: askWords(words, prepared, beside), yes, partly, no: beside ? noBeside : no, final, leaveOut }
}
