import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { QuietWindow, ShortDay } from '../model/calendar.js'
import type { ZoneTable } from '../model/zones.js'
import { Problem } from '../problem.js'
import { nearest } from '../model/nearest.js'

/** What is known of a country's working life. */
export interface Country {
  /** ISO 3166-1 code. */
  readonly code: string
  /** In English. */
  readonly name: string
  /** Days of the week off, 0 = Sunday. */
  readonly weekend: readonly number[]
  readonly shortDays: readonly ShortDay[]
  readonly quiet: readonly QuietWindow[]
  /** Whether the advice rests on surveys or advice from there. */
  readonly manners: 'sourced' | 'unknown'
}

/** The country of an ISO code, in any capitals; throws Problem('usage') for an unknown one, naming the nearest. */
export function loadCountry(dataDir: string, code: string): Country {
  const text = tableIn(dataDir)
  const wanted = code.trim().toUpperCase()
  const found = /^[A-Z]{2}$/.test(wanted) ? entryOf<Entry>(text, `  "${wanted}"`) : null
  if (found === null) throw unknownCountry(code, JSON.parse(text) as CountryTable)
  return { code: wanted, ...defaultsOf(text), ...found }
}

/** What holds where the country is unknown: the weekend and quiet windows of most. */
export function loadDefaults(dataDir: string): Defaults {
  return defaultsOf(tableIn(dataDir))
}

/** The zones of the world, for knownZone. */
export function loadZones(dataDir: string): ZoneTable {
  return JSON.parse(readFileSync(join(dataDir, 'countries/zones.json'), 'utf8')) as ZoneTable
}

/** What the table has for a zone: its country, or for a former name the one of today; null when it is not there. Parsing all of it takes ten times as long. */
export function inZones(dataDir: string, zone: string): string | null {
  const text = readFileSync(join(dataDir, 'countries/zones.json'), 'utf8')
  const key = `${JSON.stringify(zone)}: "`
  const at = text.indexOf(key)
  return at < 0 ? null : text.slice(at + key.length, text.indexOf('"', at + key.length))
}

/** Weekend, short days, quiet windows and manners where a country says nothing else. */
export type Defaults = Omit<Country, 'code' | 'name'>

type Entry = Partial<Defaults> & { readonly name: string }

interface CountryTable {
  readonly countries: Readonly<Record<string, Entry>>
}

/** What people write for a code that ISO spells otherwise. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  UK: 'GB',
  EN: 'GB',
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  USA: 'US',
  AMERICA: 'US',
  UAE: 'AE',
  HOLLAND: 'NL',
}

function tableIn(dataDir: string): string {
  return readFileSync(join(dataDir, 'countries/countries.json'), 'utf8')
}

function defaultsOf(table: string): Defaults {
  const found = entryOf<Defaults>(table, ' "default"')
  if (found === null) throw new Error('countries.json has no default')
  return found
}

// Each entry of the table has a line of its own; to parse all of it takes ten times as long, and whatever counts days asks for one.
function entryOf<T>(table: string, key: string): T | null {
  const line = `\n${key}: `
  const at = table.indexOf(line)
  if (at < 0) return null
  const end = table.indexOf('\n', at + 1)
  return JSON.parse(table.slice(at + line.length, table[end - 1] === ',' ? end - 1 : end)) as T
}

function unknownCountry(text: string, table: CountryTable): Problem {
  const wanted = text.trim().toUpperCase()
  const names = new Map(Object.entries(table.countries).map(([code, { name }]) => [name.toUpperCase(), code]))
  const code =
    OTHER_CODES[wanted] ??
    names.get(wanted) ??
    (wanted.length > 3 ? names.get(nearest(wanted, [...names.keys()]) ?? '') : nearest(wanted, Object.keys(table.countries)))
  const name = code === undefined || code === null ? undefined : table.countries[code]?.name
  const meant =
    name === undefined
      ? 'Give a two-letter code such as US or GB, or "none" for weekends only.'
      : `Did you mean ${String(code)} (${name})? "none" counts weekends only.`
  return new Problem('usage', `"${text}" is not a country code.`, { hint: meant, code: 'unknown-country' })
}
