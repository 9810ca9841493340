import { placeZone } from '../../model/places.js'
import { Problem } from '../../problem.js'
import { isZone, knownZone } from '../../rules/zones.js'
import type { Needs } from '../../world.js'

/** The zone a person means by its name, its city, or a state or country with one zone for most of it. Throws Problem('usage') when there is none. */
export function zoneMeant({ catalog }: Needs<'catalog'>, text: string): string {
  const name = text.trim()
  const table = catalog.zones()
  const known = knownZone(name, table) ?? placeZone(name)?.zone ?? name
  // An older platform knows some by their former names alone.
  const former = Object.keys(table.links).filter((one) => table.links[one] === known)
  const zone = [known, ...former].find(isZone)
  if (zone !== undefined) return zone
  throw new Problem('usage', `"${text}" is not a time zone.`, {
    hint: 'Write a big city, a state or its name, as in chicago, Ohio or Europe/Berlin.',
    code: 'unknown-zone',
  })
}

/** The city of the zone of a place; of one that keeps two clocks it is said that this is the one of most of it: 'Chicago, as most of Texas'. */
export function zoneCity(zone: string, text: string | undefined): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
  return text !== undefined && placeZone(text)?.mostly ? `${city}, as most of ${text.trim()}` : city
}

/** What of a country is counted beside its zone: 'US holidays count'. */
export function countingWords(country: string): string {
  if (country === 'none') return 'weekends only'
  return country === 'unknown' ? 'weekends and the turn of the year' : `${country} holidays count`
}

/** The country whose days count: the one named, else the settings', else the zone's. Throws Problem('usage') for an unknown code. */
export function countryMeant(world: Needs<'catalog' | 'settings'>, country: string | undefined, zone: string): string {
  if (country !== undefined) return world.catalog.calendar(country).country
  return world.settings.country === 'auto' ? world.catalog.countryOf(zone) : world.settings.country
}
