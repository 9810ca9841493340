import words from '../../../data/negotiation/words.json' with { type: 'json' }
import { askWords } from '../../letters/negotiation.js'
import type { Fact } from '../../model/fact.js'
import { isAnswered, paperOf } from '../../rules/negotiation.js'
import { isBesideBase, isPrivateReason, preparationIn } from '../../rules/offers.js'
import { readAmount } from '../../reading/amount.js'
import { wantIn } from '../letter/facts.js'

/** What is said in the talk about an offer, as its history has it: the fixed words, and what to say first. */
export function talkWords(facts: readonly Fact[]): { readonly words: typeof words; readonly say: string } {
  const beside = isBesideBase(facts)
  const paper = paperOf(facts)
  const { wishes = [], reasons, ...prepared } = preparationIn(facts)
  const others = wishes.filter((one) => !isBase(one, prepared.ask))
  return {
    words: {
      ...words,
      yes: paper === 'all' || paper === 'unchanged' ? words.yesWritten : words.yes,
      no: beside ? words.noBeside : words.no,
    },
    say: isAnswered(facts)
      ? paper === 'all'
        ? words.changeOnPaper
        : words.changeSaid
      : askWords(
          words,
          { ...prepared, reasons: reasons.filter((one) => !isPrivateReason(one)), wishes: others },
          { beside, wanted: wantIn(facts) === 'yes' },
        ),
  }
}

/** Whether a wish is only the base that is asked for: 'EUR 94.000 base'. */
function isBase(wish: string, ask: string | undefined): boolean {
  const base = readAmount(
    wish
      .replace(/\b(?:an?|the|base|basic|salary|pay|of|as|gross|fixed)\b/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const asked = readAmount(ask ?? '')
  return base !== null && asked !== null && base.from === asked.from && base.to === asked.to
}
