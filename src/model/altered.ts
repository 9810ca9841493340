import type { AlteredFact } from './store.js'

/** Facts that are not what was recorded, as far as what is left of them tells: the first three by kind and day, and how many more. */
export function alteredNames(facts: readonly AlteredFact[]): string {
  const named = facts.slice(0, most).map(({ kind, day }) => `${kind} ${day}`)
  return [...named, ...(facts.length > most ? [`${facts.length - most} more`] : [])].join(', ')
}

const most = 3
