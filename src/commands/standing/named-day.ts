import type { Day, LocalTime } from '../../model/day.js'
import type { DayContext } from '../../reading/exact-date.js'
import { readDay } from '../../reading/day.js'
import { addDays } from '../../rules/days.js'
import type { Needs } from '../../world.js'
import { tried } from '../typed/moments.js'
import type { Lookout } from './lookout.js'

/** A day that is then everyone's own; on another day than today it is midnight. Throws Problem('usage') for what is no day. */
export function lookoutOfDay({ clock, catalog }: Needs<'clock' | 'catalog'>, on: string): Lookout {
  const day = nearestDay(on, { today: clock.today, calendar: catalog.calendar(catalog.countryOf(clock.zone)) })
  return {
    asOf: day,
    in: (zone) => {
      const now = clock.in(zone)
      return now.startsWith(day) ? now : (`${day}T00:00` as LocalTime)
    },
  }
}

/** A date without a year is the nearest one that has the weekday named with it: nobody looks most of a year ahead. Weekdays and spans look forward. */
function nearestDay(text: string, context: Omit<DayContext, 'toward'>): Day {
  const ahead = tried(() => readDay(text, { ...context, toward: 'future' }))
  if (ahead !== null && ahead <= addDays(context.today, halfAYear)) return ahead
  const behind = tried(() => readDay(text, { ...context, toward: 'past' }))
  if (behind !== null && (ahead === null || behind > addDays(context.today, -halfAYear))) return behind
  return ahead ?? readDay(text, { ...context, toward: 'future' })
}
const halfAYear = 183
