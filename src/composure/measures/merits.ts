import type { Letter } from '../letter.js'
import type { Sentence } from '../passage.js'
import { oneOf } from '../one-of.js'
import type { Hit } from '../search.js'

const triumph = oneOf(
  'built led won doubled tripled quadrupled grew raised cut reduced saved increased delivered launched managed supervised founded created designed introduced turned achieved exceeded beat negotiated closed drove boosted trained hired opened rebuilt transformed spearheaded pioneered published completed earned received awarded generated scaled shipped directed oversaw headed restructured implemented developed improved brought secured landed sold recruited automated halved eliminated topped graduated mentored coached speak hold finished ran established streamlined revamped coordinated modernised modernized optimised optimized authored wrote surpassed outperformed ranked mastered',
)
const figure = /^[$€£¥₹]|\d/
const number = oneOf(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred million dozen percent',
)

/** Deeds of mine, told in a row: 1 each, from the fourth on in a letter that tells of me. */
export function meritHits({ sentences }: Letter): readonly Hit[] {
  const hits = sentences.flatMap((sentence) => deedsOf(sentence))
  return hits.length >= 4 ? hits : []
}

/** A deed is a verb of triumph whose subject is "I" (also left out in a list), or such a verb's list of figures. */
function deedsOf({ tokens, place }: Sentence): readonly Hit[] {
  if (place !== 'letter') return []
  let mine = false
  let deeds = 0
  return tokens.flatMap((token, at) => {
    if (/^(?:i|my|we)$/.test(token.form)) mine = true
    else if (/^(?:you|your|he|she|they|who|it|their|his|her)$/.test(token.form)) mine = false
    const before = tokens[at - 1]?.form ?? ''
    const starts = at === 0 || mine
    const infinitive = /^(?:to|would|could|can|will|may|not|the|a|an)$/.test(before)
    const isDeed = starts && triumph(token.form) && !infinitive
    const isMore = mine && deeds > 0 && (figure.test(token.form) || number(token.form)) && tokens[at - 1]?.clause !== token.clause
    if (!isDeed && !isMore) return []
    deeds += 1
    return [{ points: 1, span: { start: token.start, end: token.end }, sentence: token.sentence, family: 'merits' }]
  })
}

/** 1 when the letter is full of "I" and never speaks of the reader. */
export function selfHits({ sentences }: Letter): readonly Hit[] {
  const own = sentences.filter(({ place, tokens }) => place === 'letter' && tokens.length > 2)
  const mine = own.filter(({ tokens }) => tokens.some(({ form }) => /^(?:i|my|me|mine|myself)$/.test(form)))
  const theirs = own.some(({ tokens }) =>
    tokens.some(({ form }, at) => /^(?:your|yours)$/.test(form) || (form === 'you' && !/^thank$/.test(tokens[at - 1]?.form ?? ''))),
  )
  return own.length >= 5 && mine.length > own.length * 0.8 && !theirs ? [{ points: 1, span: null, sentence: -1, family: 'self' }] : []
}
