import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalog } from '../catalog/catalog.js'
import type { LoadedCatalog } from '../catalog/catalog.js'
import { loadCountry } from '../catalog/countries.js'
import type { ShippedData } from '../catalog/shipped.js'
import { clockOf, instantNamed, isPlain, zoneNamed } from './clock.js'
import type { ZoneFiles } from './clock.js'
import { defaultSettings, loadSettings } from '../config/load.js'
import type { SettingSources } from '../config/load.js'
import { pathsOf } from '../config/paths.js'
import type { Paths } from '../config/paths.js'
import type { Settings } from '../model/settings.js'
import type { CaseFile, StoreRules } from '../model/store.js'
import { isProblem, Problem } from '../problem.js'
import { newIds } from '../outside/ids.js'
import { hasZoneFile, zoneAt } from '../outside/zone.js'
import { describe } from '../rules/describe.js'
import type { Ground } from '../rules/judge.js'
import { foldName, typedName } from '../rules/names.js'
import { inOrder } from '../rules/order.js'
import { rulesVersion } from '../rules/version.js'
import type { Writing } from '../store/writing.js'
import type { Surroundings } from './surroundings.js'
import { isBuilt } from './version.js'
import type { Clock } from '../world.js'

/** What only a run needs that writes: how one history is judged on a ground, and the part of the store that writes. */
export interface Judge {
  readonly judge: (file: CaseFile, ground: Ground) => ReturnType<StoreRules['judge']>
  readonly writing: Writing
}

/** Thrown by rules and by a store without a judge. */
export const judgeMissing = new Error('nobody is here to judge')

/** Everything a world is built from, but for the store. */
export interface Machine {
  readonly clock: Clock
  readonly paths: Paths
  readonly sources: SettingSources
  readonly settings: Settings
  readonly loaded: LoadedCatalog
  /** The rules of the store; without a judge they throw `judgeMissing` when one is needed. */
  readonly rules: (judge: Judge | null) => StoreRules
  readonly newId: () => string
  /** A sentence for each of the person's own files that cannot be used, for `doctor`. */
  readonly catalogNotices: readonly string[]
  /** A sentence for each other thing that is odd but stops nothing, for `doctor`. */
  readonly notices: readonly string[]
}

/** Reads clock, zone, settings and data, each once. Throws Problem('usage') for a clock or setting that cannot be. */
export async function readMachine(
  here: Surroundings,
  told: { readonly db: string | null; readonly checks: boolean; readonly mends?: boolean; readonly withoutSettings?: boolean },
): Promise<Machine> {
  const { clock, notices } = readClock(here, told.mends === true)
  const paths = pathsOf(here.env, here.home, told.db)
  const sources = { env: here.env, configFile: paths.configFile }
  const { settings, fault } =
    told.mends || told.withoutSettings ? await settingsOrDefaults(sources) : { settings: await loadSettings(sources), fault: null }
  const dataDir = join(import.meta.dirname, '..', '..', 'data')
  if (!told.mends && !told.withoutSettings) requireCountry(settings, dataDir)
  const loaded = await loadCatalog({ dataDir, compiled: isBuilt ? compiledData() : null, configDir: paths.configDir, checks: told.checks })
  const ground = { ...loaded.catalog, settings }
  const bases = { ...hashesOf(loaded, settings), ground: here.ground?.(ground) ?? ground }
  return {
    clock,
    paths,
    sources,
    settings,
    loaded,
    rules: (judge) => ({ ...rulesOf(bases, judge), ...here.rules }),
    newId: newIds(() => clock.epochMs, here.entropy),
    notices: [...notices, ...(fault === null ? [] : [fault])],
    catalogNotices: loaded.notices,
  }
}

// The table of settings knows how a country is written; that there is none of the name would show only where one is first needed.
function requireCountry({ country }: Settings, dataDir: string): void {
  if (country !== 'auto' && country !== 'none') loadCountry(dataDir, country)
}

// For those who are called because something is wrong.
async function settingsOrDefaults(sources: SettingSources): Promise<{ readonly settings: Settings; readonly fault: string | null }> {
  try {
    return { settings: await loadSettings(sources), fault: null }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { settings: defaultSettings(), fault: `${error.message} ${error.hint ?? ''} The defaults are used until then.` }
  }
}

function readClock(here: Surroundings, mends: boolean): { readonly clock: Clock; readonly notices: readonly string[] } {
  const wanted = here.env['TZ']
  const named = wanted ? zoneNamed(wanted, zoneFiles) : zoneNamed(here.zone() ?? zoneOfPlatform(), zoneFiles)
  if (named === null && wanted && !mends)
    throw new Problem('usage', `TZ is "${wanted}", which is no time zone.`, {
      hint: 'Set it to one such as Europe/Berlin, or unset it.',
      code: 'clock',
    })
  const zone = named ?? 'UTC'
  const fixed = here.env['FOLLOWUP_NOW']
  const epochMs = fixed ? instantNamed(fixed, zone) : here.now()
  const isOwn = named !== null && (wanted === undefined || (wanted === zone && isPlain(zone)))
  const clock = clockOf({ epochMs, zone, offset: isOwn ? (here.offset?.(epochMs) ?? null) : null })
  const notices = named === null ? [`TZ is "${wanted ?? ''}", which is no time zone; UTC is used.`] : []
  return { clock, notices }
}

const zoneFiles: ZoneFiles = { has: hasZoneFile, at: zoneAt }

// It may know none, whatever its types say.
function zoneOfPlatform(): string {
  const { timeZone }: { readonly timeZone?: string } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone ?? ''
}

/** The hash of dist/data.json, put into the bundles by the build; absent when nothing is bundled. */
declare const __DATA_HASH__: string

/** dist/data.json, read when more than its hash is asked for: who only looks needs no more. */
function compiledData(): ShippedData {
  let read: ShippedData | null = null
  const path = join(import.meta.dirname, '..', '..', 'dist', 'data.json')
  const data = (): ShippedData => (read ??= JSON.parse(readFileSync(path, 'utf8')) as ShippedData)
  return {
    hash: __DATA_HASH__,
    get playbooks() {
      return data().playbooks
    },
    get landings() {
      return data().landings
    },
  }
}

// Of the settings only these two are asked by the rules.
function hashesOf({ hash }: LoadedCatalog, { calls, playbook }: Settings): Pick<StoreRules, 'hash' | 'hashOfEnded'> {
  const hashOfEnded = `${rulesVersion} ${hash}`
  return { hash: `${hashOfEnded} ${calls} ${playbook ?? ''}`, hashOfEnded }
}

interface Bases extends Pick<StoreRules, 'hash' | 'hashOfEnded'> {
  readonly ground: Ground
}

function rulesOf({ hash, hashOfEnded, ground }: Bases, judge: Judge | null): StoreRules {
  return {
    hash,
    hashOfEnded,
    order: inOrder,
    describe,
    judge: (file) => {
      if (!judge) throw judgeMissing
      return judge.judge(file, ground)
    },
    fold: foldName,
    typed: typedName,
  }
}
