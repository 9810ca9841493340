import type { Day, LocalTime } from '../../model/day.js'
import type { Needs } from '../../world.js'

/** From when one looks: `asOf` is my day, `in` the clock of any zone. */
export interface Lookout {
  readonly asOf: Day
  readonly in: (zone: string) => LocalTime
}

/** Now. */
export function lookout({ clock }: Needs<'clock'>): Lookout {
  return { asOf: clock.today, in: (zone) => clock.in(zone) }
}
