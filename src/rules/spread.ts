/** So many values, each of a whole number of business days, and how they lie; what is few is listed, for a median of few says nothing. */
export interface Spread {
  readonly count: number
  /** Null of none, and of fewer than five. */
  readonly median: number | null
  readonly shortest: number | null
  readonly longest: number | null
  /** Each of them in order, where they are fewer than five; else none. */
  readonly values: readonly number[]
}

/** From so many on a median is told: ours. */
const enough = 5

/** How often each value came. */
export type Tally = Map<number, number>

/** Counts a value. */
export function count(tally: Tally, value: number, times = 1): void {
  tally.set(value, (tally.get(value) ?? 0) + times)
}

/** How the values of a tally lie. */
export function spreadOf(tally: ReadonlyMap<number, number>): Spread {
  const pairs = [...tally].sort(([a], [b]) => a - b)
  const total = pairs.reduce((sum, [, times]) => sum + times, 0)
  return {
    count: total,
    median: total < enough ? null : (placed(pairs, Math.ceil(total / 2)) + placed(pairs, Math.floor(total / 2) + 1)) / 2,
    shortest: pairs[0]?.[0] ?? null,
    longest: pairs.at(-1)?.[0] ?? null,
    values: total < enough ? pairs.flatMap(([value, times]) => Array<number>(times).fill(value)) : [],
  }
}

/** The value at a place, from 1. */
function placed(pairs: readonly (readonly [value: number, times: number])[], place: number): number {
  let before = 0
  for (const [value, times] of pairs) {
    before += times
    if (before >= place) return value
  }
  return 0
}
