import type { Letter } from './letter.js'
import type { Token } from './passage.js'

const no = /^(?:not|no|never|without|nor|neither|hardly|nothing|nobody|none|less|rather|avoid|isn't|wasn't|ain't)$/

/** Whether a "not" stands within three words before a token, in its clause. */
export function isNegated({ tokens }: Letter, at: number): boolean {
  const own = tokens[at]
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some((token) => token.sentence === own?.sentence && token.clause === own.clause && no.test(token.form))
}

const mine = /^(?:i|me|my|we|us|our|mine|myself|ours)$/
const others =
  /^(?:he|she|they|him|her|them|his|their|it|its|who|which|that|someone|somebody|everyone|people|customers|clients|patients|students|users)$/

/** Whether the nearest pronoun or name to the left of a token, in its sentence, is somebody else's. */
export function isSomeoneElses({ tokens, named }: Letter, at: number): boolean {
  const own = tokens[at]
  if (own === undefined || mine.test(own.form)) return false
  const left: readonly Token[] = tokens.slice(Math.max(0, at - 12), at).filter((token) => token.sentence === own.sentence)
  const nearest = left.findLast((token) => mine.test(token.form) || others.test(token.form) || named.has(token))
  if (nearest) return !mine.test(nearest.form)
  return left.some((token) => /^(?:the|a|an|your|this|those|these)$/.test(token.form)) && left.length > 1
}
