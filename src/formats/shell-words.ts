/** A command line for /bin/sh that means exactly these words, on one line; a line break inside a word is made by printf. */
export function shellLine(words: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const set = Object.entries(env).map(([name, value]) => `${name}=${onOneLine(value)}`)
  const line = [...set, ...words.map(onOneLine)].join(' ')
  return line.includes(lineBreak) ? `nl=$(printf '\\nx'); nl=\${nl%x}; ${line}` : line
}

/** One word, quoted for /bin/sh unless it needs no quotes. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** The same on one line: `$nl` stands for a line break. */
function onOneLine(word: string): string {
  return shellWord(word).replaceAll('\n', lineBreak)
}

const lineBreak = `'"$nl"'`
