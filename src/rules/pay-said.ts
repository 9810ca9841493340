/** What was said of pay: the sums, and whose they are. */
export interface PaySaid {
  readonly whose: 'mine' | 'theirs'
  readonly amounts: readonly number[]
}

/** Who named what: a sum belongs to the one who was named last before it, else to the first one named, else to me. What I said counts before what they did. */
export function paySaid(text: string): PaySaid {
  const parts = text.split(speaker).map((part) => ({ whose: speakerOf(part), amounts: amountsIn(part) }))
  const first = parts.find((part) => part.whose !== null)?.whose ?? 'mine'
  const of = (whose: PaySaid['whose']): readonly number[] =>
    parts.filter((part) => (part.whose ?? first) === whose).flatMap((part) => part.amounts)
  const own = of('mine')
  return own.length > 0 ? { whose: 'mine', amounts: own } : { whose: 'theirs', amounts: of('theirs') }
}

/** Amounts of money in words: '142,000', '142k', '142 000', '140'; shares of a hundred are none. */
export function amountsIn(text: string): readonly number[] {
  const found = text.matchAll(/(?<![\d.])(\d{1,3}(?:[,.' \u00a0]\d{3})+|\d+)(k\b|[.,]\d+)?(?!\d)(\s*%)?/gi)
  return [...found].flatMap(([, digits = '', tail = '', share]) =>
    share === undefined ? [Number(digits.replace(/\D/g, '')) * (/^k$/i.test(tail) ? 1000 : 1)] : [],
  )
}

const told = String.raw`\bI(?:['’]ve| have)?(?: was| were| been| got)+(?: \w+)? (?:offered|told|quoted)\b|\bI heard\b`
const named = String.raw`\b(?!(?:We|And|Then|But)\b)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? (?:said|says|offered|offers|named|mentioned|quoted)\b`
const others = String.raw`\b[Tt]he(?:y|ir)\b|\b[Ss]?[Hh]e\b|\b(?:by|from) them\b|\b[Bb]udget|\b[Bb]and\b|\b[Pp]osted\b|\b[Aa]dvertised\b|(?<!\b[Ii] )\b[Oo]ffered\b`
const me = String.raw`\b[Ii]\b|\b[Ww]e\b|\b[Mm](?:y|ine)\b|^[Mm]e\b|(?<=[,;.:] )[Mm]e\b|(?<=\band )me\b`
const speaker = new RegExp(String.raw`(?=${told}|${named}|${others}|${me})`, 'u')
const theirs = new RegExp(String.raw`^(?:${told}|${named}|${others})`, 'u')
const mine = /^(?:[Ii]|[Ww]e|[Mm]y|[Mm]ine|[Mm]e)\b/u

function speakerOf(part: string): PaySaid['whose'] | null {
  return theirs.test(part) ? 'theirs' : mine.test(part) ? 'mine' : null
}
