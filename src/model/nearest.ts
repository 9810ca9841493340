/** The word of the list that takes the fewest changed letters to reach; null when more than half of it would have to change. */
export function nearest(word: string, words: readonly string[]): string | null {
  const ranked = words.map((candidate) => ({ candidate, cost: distance(word.slice(0, 40), candidate) })).sort((a, b) => a.cost - b.cost)
  return ranked.find(({ candidate, cost }) => cost <= Math.ceil(candidate.length / 2))?.candidate ?? null
}

/** The nearest, but only where it may really have been meant: it begins alike, holds the word, or has the same letters; else null. */
export function closest(word: string, words: readonly string[]): string | null {
  const near = nearest(word, words)
  if (near === null) return null
  const letters = (text: string): string => [...text].sort().join('')
  const start = (text: string): string => text.replace(/^-*/, '').slice(0, 1)
  return start(near) === start(word) || near.includes(word) || word.includes(near) || letters(near) === letters(word) ? near : null
}

/** How many letters have to be put in, left out, changed or swapped with their neighbour to get from one short word to another (optimal string alignment). */
export function distance(from: string, to: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
