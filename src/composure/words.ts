/** One word (or mark) as the rules see it, and where it stands in the text as given. */
export interface Word {
  /** Lower case, without diacritics, contractions taken apart, at most 40 letters. */
  readonly form: string
  /** As it was written. */
  readonly raw: string
  readonly start: number
  readonly end: number
}

/** The words and marks of a stretch of text; "I'm" gives two words that stand in the same place. Linear in its length. */
export function wordsOf(text: string, offset: number): readonly Word[] {
  const words: Word[] = []
  for (const found of text.matchAll(token)) {
    const raw = found[0]
    const place = { raw, start: offset + found.index, end: offset + found.index + raw.length }
    formsOf(raw).forEach((form, index) => words.push({ form, ...place, raw: index === 0 ? raw : form }))
  }
  return words
}

/** The forms of one written word or mark. */
function formsOf(raw: string): readonly string[] {
  const plain = folded(raw.length > 40 ? cut(raw) : raw)
  const known = Object.hasOwn(contractions, plain) ? contractions[plain] : undefined
  if (known) return known.split(' ')
  const ending = /^([a-z]+)('m|'re|'ve|'ll|'d|n't)$/.exec(plain)
  if (ending) return [ending[1] ?? '', endings[ending[2] ?? ''] ?? '']
  const is = /^(it|that|there|here|what|who|where|how|he|she|when|everything|nothing|everyone|nobody)'s$/.exec(plain)
  return is ? [is[1] ?? '', 'is'] : [plain]
}

// A word may hold apostrophes, hyphens and, between digits or in addresses, dots; everything else that is no blank stands alone.
const token =
  /(?:[$€£¥₹]\s?)?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’ʼ`\-‐‑]|[.,](?=\p{N})|[.@](?=[\p{L}\p{N}]{2,}\.[\p{L}]{2})|(?<=\b[\p{L}])\.(?=[\p{L}]\b))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*[%€£]?|\S/gu

const contractions: Readonly<Record<string, string>> = {
  im: 'i am',
  ive: 'i have',
  "won't": 'will not',
  "can't": 'can not',
  cannot: 'can not',
  "shan't": 'shall not',
  "let's": 'let us',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  cant: 'can not',
  wont: 'will not',
  wouldnt: 'would not',
  couldnt: 'could not',
  shouldnt: 'should not',
  isnt: 'is not',
  wasnt: 'was not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  arent: 'are not',
  thats: 'that is',
  youre: 'you are',
  youve: 'you have',
  theyre: 'they are',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  "y'all": 'you all',
  "ma'am": 'madam',
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  "'til": 'until',
  til: 'until',
  till: 'until',
  asap: 'asap',
  'a.s.a.p': 'asap',
  'c.v': 'cv',
  resume: 'cv',
  résumé: 'cv',
  ok: 'okay',
  "o'clock": "o'clock",
  reallly: 'really',
  realy: 'really',
  definately: 'definitely',
}

const endings: Readonly<Record<string, string>> = { "'m": 'am', "'re": 'are', "'ve": 'have', "'ll": 'will', "'d": 'would', "n't": 'not' }

function cut(raw: string): string {
  return raw.slice(0, 40).replace(/[\ud800-\udbff]$/, '')
}

function folded(raw: string): string {
  // eslint-disable-next-line no-control-regex -- the range of ASCII
  const ascii = /^[\x00-\x7f]*$/.test(raw)
  const flat = ascii
    ? raw
    : raw
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[’‘ʼ`]/g, "'")
        .replace(/[‐‑]/g, '-')
        .replace(/ß/g, 'ss')
        .replace(/ø/gi, 'o')
  return flat.toLowerCase().replace(/([a-z])\1{2,}/g, '$1')
}
