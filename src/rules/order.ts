import { epochMinutes } from '../model/day.js'
import type { Fact } from '../model/fact.js'

const minutesOfDay = 24 * 60

/** Facts in the order in which they happened. A fact known only by its day comes after what was recorded before it on that day; equal times keep the order of recording. */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const recorded = asRecorded(facts)
  const placed: { readonly fact: Fact; readonly minute: number }[] = []
  for (const fact of recorded) placed.push({ fact, minute: minuteOf(fact, placed) })
  if (isSorted(placed, ({ minute }) => minute)) return recorded
  return placed.sort((a, b) => a.minute - b.minute || (a.fact.id < b.fact.id ? -1 : 1)).map((one) => one.fact)
}

/** Facts in the order in which they were recorded, whenever they happened. */
export function asRecorded<T extends Fact>(facts: readonly T[]): readonly T[] {
  return isSorted(facts, ({ id }) => id) ? facts : [...facts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

// Nearly always they are.
function isSorted<T>(list: readonly T[], key: (one: T) => string | number): boolean {
  for (let index = 1; index < list.length; index++) if (key(list[index] as T) < key(list[index - 1] as T)) return false
  return true
}

function minuteOf(fact: Fact, before: readonly { readonly minute: number }[]): number {
  const start = epochMinutes(fact.at)
  if (fact.at.time !== null) return start
  let latest = start
  for (const { minute } of before) if (minute < start + minutesOfDay && minute > latest) latest = minute
  return latest
}
