import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import type { Hours } from '../model/playbook.js'
import { addDays } from './days.js'
import { callHours } from './limits.js'
import { isFair, within } from './windows.js'
import { instantOf, localIn } from './zones.js'

/** Whose clocks are compared: IANA names, and my hours, on my clock. */
interface Clocks {
  readonly theirs: string
  readonly mine: string
  readonly my: Hours
}

/** Both sides of a call; my hours are those in which I telephone. */
export interface BothSides extends Clocks {
  /** Their working days. */
  readonly calendar: Calendar
  /** 'HH:MM' of the last dial on their clock: other hours come before those. */
  readonly last?: string | null
}

/**
 * The hours of their day in which a call is fair and my own hours run too, on their clock: of those proposed, else of the other fair ones, else the
 * earliest civil ones. Null when the two clocks leave less than a quarter of an hour.
 */
export function sharedHours(proposed: Hours, on: Day, sides: BothSides): Hours | null {
  const { calendar } = sides
  const shared = commonHours(proposed, on, sides)
  if (shared) return shared
  const others = [...callHours, ...civilHours].filter((one) => isFair(one, { day: on, calendar }) && one.from !== proposed.from)
  const isRested = (one: Hours): boolean => !within(one, sides.last ?? undefined)
  for (const hours of [...others.filter(isRested), ...others]) {
    const found = commonHours(hours, on, sides)
    if (found) return found
  }
  return null
}

/** Between the first fair minute of a day and its last, lunch left out; Mondays begin at ten, Fridays end at three. */
const civilHours: readonly Hours[] = [
  { from: '08:00', to: '11:45' },
  { from: '10:00', to: '11:45' },
  { from: '13:15', to: '15:00' },
  { from: '13:15', to: '18:00' },
]

const least = 15 * 60_000

// Many of the rows of a page have the same hours.
const overlaps = new Map<string, Hours | null>()

/** What is left of hours of their day within mine, on their clock; null where it is less than a quarter of an hour. */
export function commonHours(hours: Hours, on: Day, sides: Clocks): Hours | null {
  const { theirs, mine, my } = sides
  const key = `${hours.from} ${hours.to} ${on} ${theirs} ${mine} ${my.from} ${my.to}`
  const known = overlaps.get(key)
  if (known !== undefined) return known
  const found = overlapOf(hours, on, sides)
  overlaps.set(key, found)
  return found
}

function overlapOf({ from, to }: Hours, on: Day, { theirs, mine, my }: Clocks): Hours | null {
  const start = instantOf(on, from, theirs).epochMs
  const end = instantOf(on, to, theirs).epochMs
  for (const day of [addDays(on, -1), on, addDays(on, 1)]) {
    const last = Math.min(end, instantOf(day, my.to, mine).epochMs)
    if (last - start < least) continue
    const first = Math.max(start, instantOf(day, my.from, mine).epochMs)
    if (last - first >= least) return { from: localIn(theirs, first).time, to: localIn(theirs, last).time }
  }
  return null
}
