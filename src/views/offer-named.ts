import type { OfferSaid } from '../model/replies.js'
import { offerWords } from './fact-words.js'
import { fact } from './grids.js'
import type { Screen } from './screen.js'

/** What an offer in a mail names, and what of it is not plain. */
export function offerLines(offer: OfferSaid | null, screen: Screen): readonly string[] {
  if (offer === null) return []
  const { terms, unsure } = offer
  return [
    ...(Object.keys(terms).length === 0 ? [] : fact('It names', offerWords(terms, screen.today).replace(/^an offer, /, ''), screen)),
    ...unsure.flatMap((one) => fact('Not plain', `"${one}"`, screen)),
  ]
}
