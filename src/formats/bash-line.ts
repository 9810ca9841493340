/** A word of a line as it was typed, and what it means; `quote` is the one that is still open at its end. */
export interface TypedWord {
  readonly raw: string
  readonly value: string
  readonly quote: '' | '"' | "'"
}

/** The words of a line as bash parts them, the last one being typed (perhaps empty); nothing is expanded, nothing run. */
export function typedWords(line: string): readonly TypedWord[] {
  const words: TypedWord[] = []
  let at = 0
  for (;;) {
    while (at < line.length && /\s/.test(line[at] ?? '')) at += 1
    const word = wordAt(line, at)
    words.push(word)
    at += word.raw.length
    if (at >= line.length) return words
  }
}

/** A value as it has to stand where a word was begun, without what readline leaves in place (all of the word but its end `cut`); null where it cannot. */
export function endOfWord(value: string, word: Pick<TypedWord, 'raw' | 'quote'>, cut: string): string | null {
  // History expansion cannot be kept off in double quotes.
  if (word.quote === '"' && value.includes('!')) return null
  const whole = quoted(value, word.quote)
  const kept = word.raw.slice(0, word.raw.length - (word.raw.endsWith(cut) ? cut.length : word.raw.length))
  return whole.startsWith(kept) ? whole.slice(kept.length) : null
}

function wordAt(line: string, from: number): TypedWord {
  let value = ''
  let quote: TypedWord['quote'] = ''
  let at = from
  for (; at < line.length; at += 1) {
    const letter = line[at] ?? ''
    if (quote === '' && /\s/.test(letter)) break
    if (letter === quote) quote = ''
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter
    else if (letter === '\\' && escapes(quote, line[at + 1] ?? '')) value += line[(at += 1)] ?? ''
    else value += letter
  }
  return { raw: line.slice(from, at), value, quote }
}

// In double quotes a backslash stands before these alone (POSIX, 2.2.3).
function escapes(quote: string, next: string): boolean {
  return quote === '' || (quote === '"' && /["\\$`]/.test(next))
}

// The closing quote is readline's to add.
function quoted(value: string, quote: TypedWord['quote']): string {
  if (quote === "'") return `'${value.replaceAll("'", "'\\''")}`
  if (quote === '"') return `"${value.replace(/["\\$`]/g, '\\$&')}`
  return value.replace(/[\u0020-\u007e]/g, (letter) => (/[\w@%+=:,./-]/.test(letter) ? letter : `\\${letter}`))
}
