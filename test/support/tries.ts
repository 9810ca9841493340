const times = Number(process.env['PROPERTY_TIMES'] ?? 0)

/**
 * How often a property is tried, and from which seed: the same in every run, so that a commit passes for everybody or for nobody.
 * PROPERTY_TIMES=30 tries thirty times as much from a seed of its own, to look where nobody has looked yet.
 */
export function tries(numRuns = 100): { readonly numRuns: number; readonly seed?: number } {
  return times > 0 ? { numRuns: numRuns * times } : { numRuns, seed: 20_270_301 }
}
