import type { Day, LocalTime } from '../../model/day.js'
import type { DayContext } from '../../reading/exact-date.js'
import { readDay } from '../../reading/day.js'
import { addDays } from '../../rules/days.js'
import { dayAhead, myCalendar, tried } from '../typed/moments.js'
import type { Almanac } from '../typed/moments.js'
import type { Lookout } from './lookout.js'

/** A day that is then everyone's own; on another day than today it is midnight. Throws Problem('usage') for what is no day. */
export function lookoutOfDay(world: Almanac, on: string): Lookout {
  const { clock } = world
  const day = nearestDay(on, { today: clock.today, calendar: myCalendar(world) })
  return {
    asOf: day,
    in: (zone) => {
      const now = clock.in(zone)
      return now.startsWith(day) ? now : (`${day}T00:00` as LocalTime)
    },
  }
}

/** A date without a year is the nearest one that has the weekday named with it: nobody looks most of a year ahead. Weekdays, spans and vague words ('end of next week') look forward. */
function nearestDay(text: string, context: Omit<DayContext, 'toward'>): Day {
  const ahead = tried(() => dayAhead(text, context))
  if (ahead !== null && ahead <= addDays(context.today, halfAYear)) return ahead
  const behind = tried(() => readDay(text, { ...context, toward: 'past' }))
  if (behind !== null && (ahead === null || behind > addDays(context.today, -halfAYear))) return behind
  return ahead ?? dayAhead(text, context)
}
const halfAYear = 183
