import type { Day } from './day.js'

/** Which days count as working days somewhere: what the business-day rules read. */
export interface Calendar {
  /** ISO 3166-1 code; 'none' for weekends only, 'unknown' for weekends and the turn of the year. */
  readonly country: string
  /** Days of the week off, 0 = Sunday. */
  readonly weekend: readonly number[]
  /** Working days on which offices close early. */
  readonly shortDays: readonly ShortDay[]
  /** Single days off and their names. */
  readonly holidays: ReadonlyMap<Day, string>
  /** Stretches of every year in which nothing counts. */
  readonly quiet: readonly QuietWindow[]
  /** First and last year that the holidays cover, both included. */
  readonly years: readonly [number, number]
}

/** A day of the week (0 = Sunday) on which work ends at 'HH:MM'. */
export interface ShortDay {
  readonly weekday: number
  readonly until: string
}

/** A stretch of every year, both ends 'MM-DD' and included; it may run over the turn of the year. */
export interface QuietWindow {
  readonly from: string
  readonly to: string
  readonly name: string
}
