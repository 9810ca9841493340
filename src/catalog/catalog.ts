import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Calendar } from '../model/calendar.js'
import type { Playbook } from '../model/playbook.js'
import { Problem } from '../problem.js'
import type { Catalog } from '../world.js'
import { countryOfZone, loadCalendar } from './calendars.js'
import { loadZones } from './countries.js'
import { inAskingOrder } from './landings.js'
import type { OwnHolidays } from './own-holidays.js'
import { playbookOf } from './playbooks.js'
import type { PlaybookFile } from './read-playbook.js'
import type { ShippedData } from './shipped.js'

/** Where the catalog finds its data. */
export interface CatalogPlaces {
  /** The folder `data/`. */
  readonly dataDir: string
  /** dist/data.json, parsed; null in a source tree that was not built, where the YAML files are read. */
  readonly compiled: ShippedData | null
  /** The person's configuration folder: `playbooks/` with their own, and `holidays.txt` or `holidays.ics`. */
  readonly configDir: string
  /** True for the verb that checks a file: loads the reader of YAML even when there are no own files. */
  readonly checks: boolean
}

/** A catalog; what the rules' hash needs of it; and a sentence for each own file that was left out. */
export interface LoadedCatalog {
  readonly catalog: Catalog
  /** Changes whenever a shipped or own playbook, or the person's list of holidays, does. */
  readonly hash: string
  readonly notices: readonly string[]
}

/** Reads the person's own playbooks and holidays, when there are any, and returns the catalog; throws Problem('usage') for a bad line in the holidays. */
export async function loadCatalog(places: CatalogPlaces): Promise<LoadedCatalog> {
  const paths = ownPaths(join(places.configDir, 'playbooks'))
  const reader = paths.length > 0 || places.checks ? (await import('./read-playbook.js')).readPlaybook : null
  const shipped = places.compiled ?? (await import('./shipped.js')).readShipped(places.dataDir)
  const files = reader ? paths.map(reader) : []
  const holidays = await ownHolidays(places.configDir)
  const broken = files.filter((file) => file.playbook === null)
  return {
    catalog: createCatalog({ dataDir: places.dataDir, shipped, files, holidays: holidays?.days ?? null, reader }),
    hash: [shipped.hash, ...files.map((file) => file.hash), ...(holidays ? [holidays.hash] : [])].join('-'),
    notices: broken.map((file) => `${file.faults[0] ?? ''} It is left out until then; "followup playbook check ${file.path}" says all.`),
  }
}

/** What a catalog is made of, all of it read already. */
export interface CatalogParts {
  readonly dataDir: string
  readonly shipped: ShippedData
  /** The person's own files; those with a playbook add to the shipped ones, or replace the one of the same name. */
  readonly files: readonly PlaybookFile[]
  /** The person's own days off, added to those of every country. */
  readonly holidays: OwnHolidays | null
  /** How a file is checked; null when this run checks none. */
  readonly reader: ((path: string) => PlaybookFile) | null
}

/** The catalog over data that was read; playbooks and landings are made when first asked for. */
function createCatalog(parts: CatalogParts): Catalog {
  const known = new Map<string, Playbook>()
  const own = new Map(parts.files.flatMap(({ playbook }) => (playbook ? [[playbook.name, playbook] as const] : [])))
  const find = (name: string): Playbook | null => {
    const found = known.get(name) ?? own.get(name) ?? shippedPlaybook(parts.shipped, otherNames.get(name) ?? name)
    if (found) known.set(name, found)
    return found ?? null
  }
  const playbook = (name: string): Playbook => {
    const found = find(name)
    if (!found) throw unknownPlaybook(name, parts)
    return found
  }
  const calendars = new Map<string, Calendar>()
  const calendar = (country: string): Calendar => {
    const found = calendars.get(country) ?? loadCalendar(parts.dataDir, country, parts.holidays ?? undefined)
    calendars.set(country, found)
    return found
  }
  const names = (): readonly string[] => [...new Set([...Object.keys(parts.shipped.playbooks), ...own.keys()])].sort()
  return {
    playbook,
    follow: (name) => find(name) ?? playbook(defaultPlaybook),
    playbooks: () => names().map((name) => ({ playbook: playbook(name), own: own.has(name) })),
    calendar,
    zones: () => loadZones(parts.dataDir),
    countryOf: (zone) => countryOfZone(parts.dataDir, zone) ?? 'unknown',
    landings: () => inAskingOrder(Object.values(parts.shipped.landings)),
    checkPlaybook: (path) => {
      if (!parts.reader) throw new Error('the catalog was loaded without its reader of files')
      return parts.reader(path).faults
    },
  }
}

/** Names by which a shipped playbook is known too. */
const otherNames: ReadonlyMap<string, string> = new Map([['seed', 'love-letter-then-phone']])

/** What chasing falls back to. */
const defaultPlaybook = 'connect-then-call'

const MOST_FILES = 50

function ownPaths(folder: string): readonly string[] {
  // An error that is thrown and caught costs more than this question.
  if (!existsSync(folder)) return []
  try {
    const files = readdirSync(folder).filter((file) => /\.(?:ya?ml|json)$/.test(file))
    return files
      .sort()
      .slice(0, MOST_FILES)
      .map((file) => join(folder, file))
  } catch {
    return []
  }
}

async function ownHolidays(configDir: string): Promise<{ readonly days: OwnHolidays; readonly hash: string } | null> {
  for (const name of ['holidays.txt', 'holidays.ics']) {
    const text = textOf(join(configDir, name))
    if (text === null) continue
    const [{ readOwnHolidays }, { createHash }] = await Promise.all([import('./own-holidays.js'), import('node:crypto')])
    return { days: readOwnHolidays(text, name), hash: createHash('sha256').update(text).digest('hex').slice(0, 16) }
  }
  return null
}

function textOf(path: string): string | null {
  if (!existsSync(path)) return null
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function shippedPlaybook(shipped: ShippedData, name: string): Playbook | null {
  const document = Object.hasOwn(shipped.playbooks, name) ? shipped.playbooks[name] : undefined
  return document ? playbookOf(document) : null
}

function unknownPlaybook(name: string, parts: CatalogParts): Problem {
  const broken = parts.files.find((file) => file.playbook === null && file.path.replace(/\.\w+$/, '').endsWith(name))
  if (broken)
    return new Problem('usage', `The playbook "${name}" cannot be used: ${broken.faults[0] ?? ''}`, {
      hint: `Mend it, and look again: followup playbook check ${broken.path}`,
    })
  return new Problem('usage', `There is no playbook "${name}".`, { hint: '"followup playbook list" shows them all.' })
}
