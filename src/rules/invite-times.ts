import { isDay } from '../model/day.js'
import type { Day } from '../model/day.js'
import type { Shift } from '../model/invite.js'
import { dayNumber, dayOf } from '../model/day-number.js'
import { instantOf, localIn } from './zones.js'

/** A clock of some place: the instant of what it shows. Of a time it shows twice the first; a skipped one moves on by what is skipped. */
export type WallClock = (day: Day, seconds: number) => number

/** The clock of an IANA zone; null for a zone the platform does not know. */
export function clockOfZone(zone: string): WallClock | null {
  try {
    localIn(zone, 0)
  } catch {
    return null
  }
  return (day, seconds) => {
    const minutes = Math.floor(seconds / 60)
    return instantOf(day, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, zone).epochMs + (seconds % 60) * 1000
  }
}

/** The clock that a list of shifts (ascending, at least one) describes. */
export function clockOfShifts(shifts: readonly Shift[]): WallClock {
  const offsetAt = (at: number): number => (shifts.findLast((one) => one.at <= at)?.to ?? shifts[0]?.from ?? 0) * MINUTE
  return (day, seconds) => {
    const wall = dayNumber(day) * DAY + seconds * 1000
    const offsets = [offsetAt(wall - DAY), offsetAt(wall + DAY)]
    const fits = offsets.filter((offset) => offsetAt(wall - offset) === offset).map((offset) => wall - offset)
    return fits.length > 0 ? Math.min(...fits) : wall - (offsets[0] ?? 0)
  }
}

/** The clock that is so many minutes east of UTC all the year. */
export function clockOfOffset(minutes: number): WallClock {
  return (day, seconds) => dayNumber(day) * DAY + seconds * 1000 - minutes * MINUTE
}

/** An instant as 'YYYY-MM-DDTHH:MM:SSZ'; null outside the years 1 to 9999. */
export function utcText(epochMs: number): string | null {
  const seconds = Math.floor(epochMs / 1000)
  const number = Math.floor(seconds / 86_400)
  const rest = seconds - number * 86_400
  const text = dayText(number)
  return text === null ? null : `${text}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`
}

/** The day so many days later; null outside the years 1 to 9999. */
export function dayLater(day: Day, days: number): Day | null {
  return dayText(dayNumber(day) + days)
}

const MINUTE = 60_000
const DAY = 86_400_000

function dayText(number: number): Day | null {
  try {
    const text = dayOf(number)
    return isDay(text) ? text : null
  } catch {
    return null
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
