import { epochMinutes } from '../model/day.js'
import type { Fact } from '../model/fact.js'

const minutesOfDay = 24 * 60

/** Facts in the order in which they happened. A fact known only by its day comes after what was recorded before it on that day; equal times keep the order of recording. */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  if (isInOrder(facts)) return facts
  const recorded = asRecorded(facts)
  const placed: Placed[] = []
  for (const fact of recorded) placed.push({ fact, minute: minuteOf(fact, placed) })
  // The sort is stable, so equal times keep the order of recording.
  return placed.sort((a, b) => a.minute - b.minute).map((one) => one.fact)
}

interface Placed {
  readonly fact: Fact
  readonly minute: number
}

/** Whether they lie so already, as facts do that were put into order before; where one is known only by its day, that is not looked into. */
function isInOrder(facts: readonly Fact[]): boolean {
  let [minute, id] = [-Infinity, '']
  for (const fact of facts) {
    if (fact.at.time === null) return false
    const next = epochMinutes(fact.at)
    if (next < minute || (next === minute && fact.id < id)) return false
    minute = next
    id = fact.id
  }
  return true
}

/** Facts in the order in which they were recorded, whenever they happened. */
export function asRecorded<T extends Fact>(facts: readonly T[]): readonly T[] {
  return isSorted(facts) ? facts : [...facts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

// Nearly always they are.
function isSorted(facts: readonly Fact[]): boolean {
  for (let index = 1; index < facts.length; index++) if ((facts[index] as Fact).id < (facts[index - 1] as Fact).id) return false
  return true
}

function minuteOf(fact: Fact, before: readonly { readonly minute: number }[]): number {
  const start = epochMinutes(fact.at)
  if (fact.at.time !== null) return start
  let latest = start
  for (const { minute } of before) if (minute < start + minutesOfDay && minute > latest) latest = minute
  return latest
}
