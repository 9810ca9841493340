import type { Completions } from '../commands/complete.js'

/** A word a line, for the shell alone. */
export function completeView({ words }: Completions): string {
  return words.map((word) => `${word}\n`).join('')
}
