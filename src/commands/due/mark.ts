import type { Seen } from '../standing/seen.js'

/** What of an act is said once: another state, another day on which it fell due or another try makes it new. No name is in it. */
export function markOf({ state, next }: Seen): string {
  return [state, next?.step, next?.since, next?.attempt, next?.at ?? ''].join(' ')
}
