import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Calendar } from '../model/calendar.js'
import type { Day } from '../model/day.js'
import { inZones, loadCountry, loadDefaults } from './countries.js'
import type { OwnHolidays } from './own-holidays.js'

/**
 * The working calendar of a country: an ISO code, 'none' (weekends only) or 'unknown' (weekends and the turn of the year).
 * The person's own days are added and taken away, for 'none' too. Throws Problem('usage') for an unknown code, naming the nearest.
 */
export function loadCalendar(dataDir: string, country: string, own?: OwnHolidays): Calendar {
  const name = country.trim().toLowerCase()
  if (name === 'none') return { country: name, weekend: [0, 6], shortDays: [], holidays: withOwn(new Map(), own), quiet: [], years: YEARS }
  if (name === 'unknown') {
    const { weekend, shortDays, quiet } = loadDefaults(dataDir)
    return { country: name, weekend, shortDays, holidays: withOwn(new Map(), own), quiet, years: YEARS }
  }
  const { code, weekend, shortDays, quiet } = loadCountry(dataDir, country)
  return { country: code, weekend, shortDays, quiet, holidays: withOwn(holidaysOf(dataDir, code), own), years: YEARS }
}

/** The ISO code of the country a zone lies in; null for UTC and for a zone that is not in the table. */
export function countryOfZone(dataDir: string, zone: string): string | null {
  const found = inZones(dataDir, zone)
  const country = found?.includes('/') ? inZones(dataDir, found) : found
  return country?.length === 2 ? country : null
}

/** The years that scripts/holidays.mjs bakes. */
const YEARS = [2025, 2032] as const

function holidaysOf(dataDir: string, code: string): Map<Day, string> {
  let text: string
  try {
    text = readFileSync(join(dataDir, 'holidays', `${code}.json`), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  const { days } = JSON.parse(text) as { readonly days: Readonly<Record<Day, string>> }
  const holidays = new Map<Day, string>()
  for (const day of Object.keys(days) as Day[]) holidays.set(day, days[day] ?? '')
  return holidays
}

function withOwn(holidays: Map<Day, string>, own: OwnHolidays | undefined): ReadonlyMap<Day, string> {
  for (const [day, name] of own?.add ?? []) holidays.set(day, name)
  for (const day of own?.remove ?? []) holidays.delete(day)
  return holidays
}
