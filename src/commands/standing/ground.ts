import type { Ground } from '../../rules/judge.js'
import type { Needs } from '../../world.js'

/** What the rules look up, from the world. */
export function groundOf({ catalog, settings }: Needs<'catalog' | 'settings'>): Ground {
  return {
    follow: (name) => catalog.follow(name),
    calendar: (country) => catalog.calendar(country),
    countryOf: (zone) => catalog.countryOf(zone),
    settings,
  }
}
