/** What the person recorded, as the end of a sentence in a letter to `reader`; null where it would not fit there. */
export function slot(recorded: string, reader: string | null): string | null {
  const text = lowered(
    recorded
      .trim()
      .replace(lead, '')
      .replace(/[\s.,;]+$/, ''),
  )
  const words = text.split(' ')
  if (text.length > longest || words.length > mostWords || !clause.test(text) || unfit.some((sign) => sign.test(text))) return null
  const own = reader === null ? [] : reader.toLowerCase().split(/\s+/)
  return words.some((word) => own.includes(word.toLowerCase().replace(/(?:['’]s)?\W*$/, ''))) ? null : text
}

/** The job as a noun: 'the Operations Director role', 'the role' when it has no name that fits. */
export function job(role: string | null): string {
  const name = (role ?? '').replace(/\s*\([^()]*\)/g, '').trim()
  if (name === '' || name.length > longest || /[{}<>[\]|\n\r\t!?]/.test(name)) return 'the role'
  return /\b(?:role|job|post|position)$/i.test(name) ? `the ${name}` : `the ${name} role`
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const longest = 90
const mostWords = 14

/** The beginning of the sentence, where someone typed it too. */
const lead = /^(?:we (?:talked|spoke) about|about|they (?:want(?:ed)?|would like|would love)|to have)\s+/i

/** Words and the signs that belong inside a clause, two letters at the least. */
const clause = /^(?=.*\p{L}.*\p{L})[\p{L}\p{N}][\p{L}\p{M}\p{N} '’"“”&/%+,.()–-]*$/u

/** What turns a clause into nonsense, or worse, when the person it speaks of reads it. */
const unfit: readonly RegExp[] = [
  /\.(?: |$|\.)| {2}| [,)]|[(] |,(?! )/,
  /\b(?:they|them|their|theirs|he|him|his|she|her|hers|you|your|yours)\b/i,
  /\b(?:salary|salaries|wages?|bonus(?:es)?|compensation|package|pay)\b|[$€£]/i,
  /^(?:i|we|that|it|is|was)\b/i,
]

function lowered(text: string): string {
  return text.replace(/^(?:The|A|An|My|Our|How|What|Why|When|Where|Someone|Somebody|To|More|Fewer|Less|Not)\b/, (word) =>
    word.toLowerCase(),
  )
}
