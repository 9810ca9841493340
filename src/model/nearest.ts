/** The word of the list that takes the fewest changed letters to reach; null when more than half of it would have to change. */
export function nearest(word: string, words: readonly string[]): string | null {
  const ranked = words.map((candidate) => ({ candidate, cost: changes(word.slice(0, 40), candidate) })).sort((a, b) => a.cost - b.cost)
  const best = ranked[0]
  return best && best.cost <= Math.ceil(best.candidate.length / 2) ? best.candidate : null
}

/** Levenshtein distance, row by row. */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const swapped = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
