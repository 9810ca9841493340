import { typedWords } from '../formats/bash-line.js'
import type { Args } from '../program/table.js'

/** The store that a line being completed names with --db; null when it names none. */
export function dbBeingTyped({ line, word }: Args): string | null {
  const words = typeof line === 'string' ? typedWords(line).map((one) => one.value) : Array.isArray(word) ? (word as readonly string[]) : []
  const at = words.findLastIndex((one, index) => index < words.length - 1 && (one === '--db' || one.startsWith('--db=')))
  return at < 0
    ? null
    : words[at] === '--db'
      ? at + 1 < words.length - 1
        ? (words[at + 1] ?? null)
        : null
      : (words[at]?.slice('--db='.length) ?? null)
}
