import type { Day, LocalTime } from '../model/day.js'
import type { Rhythm } from '../model/schedule.js'
import { addDays, weekdayOf } from './days.js'

/** When a rhythm next rings after a local time (exclusive), on the same clock. */
export function nextRing({ at, days }: Rhythm, now: LocalTime): { readonly day: Day; readonly time: string } {
  const today = now.slice(0, 10) as Day
  const first = at > now.slice(11, 16) ? 0 : 1
  for (let ahead = first; ahead < first + 7; ahead += 1) {
    const day = addDays(today, ahead)
    if (days.includes(weekdayOf(day) || 7)) return { day, time: at }
  }
  throw new RangeError('a rhythm without days')
}
