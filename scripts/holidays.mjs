// Bakes the public holidays of every country date-holidays knows, and the zone tables, into data/.
// For developers only: the program itself never loads date-holidays. Run: node scripts/holidays.mjs
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FIRST = 2025
const LAST = 2032
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const Holidays = require('date-holidays')
const version = packageVersion('date-holidays')

const known = new Holidays().getCountries('en')
bakeHolidays()
bakeZones()
bakeCountries()

function bakeHolidays() {
  const folder = join(root, 'data/holidays')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name))
  const source = `date-holidays ${version}, data CC-BY-3.0, https://github.com/commenthol/date-holidays`
  for (const country of Object.keys(known)) {
    const days = { ...publicDays(country), ...extraDays(country) }
    const sorted = Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)))
    writeJson(`data/holidays/${country}.json`, { country, source, years: [FIRST, LAST], days: sorted })
  }
}

function publicDays(country) {
  const source = new Holidays(country, { types: ['public'] })
  const language = source.getLanguages().includes('en') ? undefined : 'en'
  const days = {}
  for (let year = FIRST; year <= LAST; year += 1) {
    for (const { date, start, end, name } of source.getHolidays(year, language)) {
      const count = Math.max(1, Math.round((end - start) / 86_400_000))
      for (let i = 0; i < count; i += 1) {
        const day = later(date.slice(0, 10), i)
        if (Number(day.slice(0, 4)) <= LAST) days[day] ??= name
      }
    }
  }
  return days
}

// In the United States the Friday after Thanksgiving is no public holiday, but nobody hires on it. In the United Kingdom the last Monday of August is
// one everywhere but in Scotland, and so the package, which goes by countries, leaves it out; https://www.gov.uk/bank-holidays lists it. The same holds of
// two in Canada (https://www.canada.ca/en/revenue-agency/services/tax/public-holidays.html) and one in Australia (https://www.fairwork.gov.au).
function extraDays(country) {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index)
  const each = (days) => Object.fromEntries(years.flatMap((year) => Object.entries(days(year))))
  if (country === 'CA') return each((year) => ({ [mondayBefore25May(year)]: 'Victoria Day', [nth(year, 10, 1, 2)]: 'Thanksgiving' }))
  if (country === 'AU') return each((year) => ({ [nth(year, 6, 1, 2)]: "King's Birthday" }))
  if (country === 'US') return each((year) => ({ [later(nth(year, 11, 4, 4), 1)]: 'Day after Thanksgiving' }))
  if (country === 'GB') return each((year) => ({ [later(nth(year, 9, 1, 1), -7)]: 'Summer bank holiday' }))
  return {}
}

function mondayBefore25May(year) {
  const fourth = nth(year, 5, 1, 4)
  return fourth < `${year}-05-25` ? fourth : later(fourth, -7)
}

/** The nth weekday (0 = Sunday) of a month (1 to 12). */
function nth(year, month, weekday, count) {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const day = 1 + ((weekday - first + 7) % 7) + (count - 1) * 7
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function bakeZones() {
  const meta = require(join(timezonePackage(), 'data/meta/latest.json'))
  const packed = require(join(timezonePackage(), 'data/packed/latest.json'))
  const zones = {}
  for (const [name, { countries }] of Object.entries(meta.zones)) zones[name] = countries[0] ?? null
  zones.UTC = null
  const links = oldNames(zones, packed)
  const source = `IANA time zone database ${packed.version} (public domain)`
  writeJson('data/countries/zones.json', { source, zones: sorted(zones), links: sorted(links) })
}

// Former spellings, each to the zone of the same place where the standard library knows it, else to one with the same clock.
function oldNames(zones, packed) {
  const place = (name) => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  const samePlace = new Map(Object.keys(zones).map((name) => [place(name), name]))
  const links = {}
  for (const pair of packed.links) {
    const group = pair.split('|')
    const target = group.find((name) => zones[name] !== undefined)
    for (const name of group) {
      const found = samePlace.get(place(name)) ?? target
      if (zones[name] === undefined && found !== undefined) links[name] = found
    }
  }
  return links
}

// The names and weekends of the standard; what we know better is in data/countries/corrections.json.
function bakeCountries() {
  const corrections = JSON.parse(readFileSync(join(root, 'data/countries/corrections.json'), 'utf8'))
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const { zones } = JSON.parse(readFileSync(join(root, 'data/countries/zones.json'), 'utf8'))
  const codes = new Set([...Object.keys(known), ...Object.values(zones).filter(Boolean)])
  const countries = {}
  for (const code of [...codes].sort()) {
    const weekend = standardWeekend(code)
    countries[code] = {
      name: names.of(code),
      ...(weekend.join() === '0,6' ? {} : { weekend }),
      ...corrections.countries[code],
    }
  }
  const source = `Weekends: Unicode CLDR ${process.versions.cldr}, corrected by corrections.json`
  writeLines('data/countries/countries.json', { source, default: corrections.default }, countries)
}

function standardWeekend(code) {
  const locale = new Intl.Locale(`en-${code}`)
  const { weekend } = locale.getWeekInfo ? locale.getWeekInfo() : locale.weekInfo
  return weekend.map((day) => day % 7).sort()
}

function later(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

function sorted(table) {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)))
}

// date-holidays brings its own zone data; found from there so that it stays one dependency.
function timezonePackage() {
  const parser = createRequire(require.resolve('date-holidays')).resolve('date-holidays-parser')
  return dirname(createRequire(parser).resolve('moment-timezone/package.json'))
}

function packageVersion(name) {
  let folder = dirname(require.resolve(name))
  for (;;) {
    try {
      const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      if (found.name === name && found.version) return found.version
    } catch {
      // not this folder; one further up
    }
    if (folder === dirname(folder)) throw new Error(`no package.json for ${name}`)
    folder = dirname(folder)
  }
}

function writeJson(path, value) {
  writeFileSync(join(root, path), `${JSON.stringify(value, null, 1)}\n`)
}

/** A line for each entry, so that one can be found and parsed alone. */
function writeLines(path, head, countries) {
  const entries = (table, indent) =>
    Object.entries(table).map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  const inner = entries(countries, '  ').join(',\n')
  writeFileSync(join(root, path), `{\n${entries(head, ' ').join(',\n')},\n "countries": {\n${inner}\n }\n}\n`)
}
