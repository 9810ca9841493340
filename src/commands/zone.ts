import type { ZoneTable } from '../model/zones.js'
import { Problem } from '../problem.js'
import { isZone, knownZone } from '../rules/zones.js'
import type { Needs } from '../world.js'

/** The zone a person means by its name or its city. Throws Problem('usage') when there is none. */
export function zoneMeant(text: string): string {
  const name = text.trim()
  const known = knownZone(name, platformZones()) ?? (isZone(name) ? name : null)
  if (known !== null) return known
  throw new Problem('usage', `"${text}" is not a time zone.`, {
    hint: 'Write its name or its city, as in Europe/Berlin or chicago.',
    code: 'unknown-zone',
  })
}

/** The country whose days count: the one named, else the settings', else the zone's. Throws Problem('usage') for an unknown code. */
export function countryMeant(world: Needs<'catalog' | 'settings'>, country: string | undefined, zone: string): string {
  if (country !== undefined) return world.catalog.calendar(country).country
  return world.settings.country === 'auto' ? world.catalog.countryOf(zone) : world.settings.country
}

function platformZones(): ZoneTable {
  return { zones: Object.fromEntries(Intl.supportedValuesOf('timeZone').map((zone) => [zone, null])), links: {} }
}
