import type { Letter } from '../letter.js'
import type { Token } from '../passage.js'
import { oneOf } from '../one-of.js'
import type { Hit } from '../search.js'

const abstractNoun =
  /^(?!question|mention|position|conversation|interview|appointment|department|station|moment|apartment|city|attention|chance|ance|distance|insurance|entrance|apprentice|garment|cement|section|location|election|vacation|reception|business|witness|harness|university|facility|quality|payment|document|equipment|shipment|inventory|maintenance|ambulance|finance|compliance|audit).{4,}(?:tion|tions|ment|ments|ity|ities|ness|ance|ence|sion|ism|ship|ology)$/

/** 1 when one word in eight is an abstract noun and no figure or name is near; 1 for three of them in a row ("collaboration, innovation and steady growth"). */
export function abstractHits({ sentences, tokens, named }: Letter): readonly Hit[] {
  const own = tokens.filter((token) => token.place === 'letter')
  const airy = own.filter((token) => abstractNoun.test(token.form))
  const solid = own.some((token) => /\d/.test(token.form) || named.has(token))
  const dense = own.length >= 20 && airy.length > own.length * 0.12 && !solid
  const hit = (family: string, at: { readonly start: number; readonly end: number; readonly sentence: number }): Hit => ({
    points: 1,
    span: { start: at.start, end: at.end },
    sentence: at.sentence,
    family,
  })
  const triads = sentences.flatMap(({ tokens: words }) =>
    words.flatMap((token, at) => {
      const [second, and, next] = [words[at + 1], words[at + 2], words[at + 3]]
      const third = isLofty(next) ? next : words[at + 4]
      const row = and?.form === 'and' && [token, second, third].every(isLofty)
      return row ? [hit('triad', { start: token.start, end: third?.end ?? token.end, sentence: token.sentence })] : []
    }),
  )
  return [...triads, ...(dense && airy[0] ? [hit('abstract', airy[0])] : [])]
}

const lofty = oneOf(
  'growth passion success teamwork trust respect vision purpose drive synergy impact creativity learning leadership progress resilience empathy',
)

function isLofty(token: Token | undefined): boolean {
  return token !== undefined && (abstractNoun.test(token.form) || lofty(token.form))
}
