/** A command line for /bin/sh that means exactly these words, on one line; a line break inside a word is made by printf. */
export function shellLine(words: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const set = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)}`)
  const line = [...set, ...words.map(shellWord)].join(' ')
  return line.includes(lineBreak) ? `nl=$(printf '\\nx'); nl=\${nl%x}; ${line}` : line
}

/** One word, quoted for /bin/sh unless it needs no quotes; uses `$nl` for a line break. */
function shellWord(word: string): string {
  if (/^[\w@+=:,./-]+$/.test(word)) return word
  return `'${word.replaceAll("'", "'\\''").replaceAll('\n', lineBreak)}'`
}

const lineBreak = `'"$nl"'`
