import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalog } from '../catalog/catalog.js'
import type { LoadedCatalog } from '../catalog/catalog.js'
import type { ShippedData } from '../catalog/shipped.js'
import { clockOf, instantNamed, zoneNamed } from './clock.js'
import { loadSettings } from '../config/load.js'
import { pathsOf } from '../config/paths.js'
import type { Paths } from '../config/paths.js'
import type { Settings } from '../model/settings.js'
import type { StoreRules } from '../model/store.js'
import { newIds } from '../outside/ids.js'
import { hasZoneFile } from '../outside/zone.js'
import { agendaOf } from '../rules/agenda.js'
import { describe } from '../rules/describe.js'
import { judge } from '../rules/judge.js'
import type { Ground } from '../rules/judge.js'
import { foldName } from '../rules/names.js'
import { inOrder } from '../rules/order.js'
import { rulesVersion } from '../rules/version.js'
import type { Surroundings } from './surroundings.js'
import type { Clock, ScratchWorld } from '../world.js'

/** The version of this program, put in by the build. */
declare const __VERSION__: string | undefined

/** True in a built program; in a source tree the data are read from their own files. */
const isBuilt = typeof __VERSION__ === 'string'

export const version = typeof __VERSION__ === 'string' ? __VERSION__ : 'source'

/** Everything a world is built from, but for the store. */
export interface Machine {
  readonly clock: Clock
  readonly paths: Paths
  readonly settings: Settings
  readonly loaded: LoadedCatalog
  readonly rules: StoreRules
  readonly newId: () => string
  /** A sentence for each thing that is odd but stops nothing, for `doctor`. */
  readonly notices: readonly string[]
}

/** Reads clock, zone, settings and data, each once. Throws Problem('usage') for a clock or setting that cannot be. */
export async function readMachine(here: Surroundings, told: { readonly db: string | null; readonly checks: boolean }): Promise<Machine> {
  const { clock, notices } = readClock(here)
  const paths = pathsOf(here.env, here.home, told.db)
  const configNamed = Boolean(here.env['FOLLOWUP_CONFIG'])
  const settings = await loadSettings({ env: here.env, configFile: paths.configFile, configNamed })
  const dataDir = join(import.meta.dirname, '..', '..', 'data')
  const loaded = await loadCatalog({ dataDir, compiled: isBuilt ? readCompiled() : null, configDir: paths.configDir, checks: told.checks })
  const rules = { ...rulesOf(loaded, settings, here.ground ?? ((ground) => ground)), ...here.rules }
  return {
    clock,
    paths,
    settings,
    loaded,
    rules,
    newId: newIds(() => clock.epochMs, here.entropy),
    notices: [...notices, ...loaded.notices],
  }
}

/** A throw-away store in a temporary folder, for command lines run by `run` in surroundings of their own. */
export function scratchWorld(here: Surroundings, run: (argv: readonly string[], there: Surroundings) => Promise<number>): ScratchWorld {
  const folder = mkdtempSync(join(tmpdir(), 'followup-'))
  const env = {
    TZ: here.env['TZ'],
    FOLLOWUP_DB: join(folder, 'followup.db'),
    FOLLOWUP_BACKUP: 'off',
    XDG_CONFIG_HOME: folder,
    NO_COLOR: '1',
  }
  return {
    run: async (at, argv) => {
      const said: string[] = []
      const write = (_stream: 'out' | 'err', text: string): void => void said.push(text)
      const isTerminal = { input: () => false, output: () => false }
      await run(argv, { ...here, env: { ...env, FOLLOWUP_NOW: at }, isTerminal, write })
      return said.join('')
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function readClock(here: Surroundings): { readonly clock: Clock; readonly notices: readonly string[] } {
  const wanted = here.env['TZ']
  const named = wanted ? zoneNamed(wanted, hasZoneFile) : zoneNamed(here.zone() ?? zoneOfPlatform(), hasZoneFile)
  const zone = named ?? 'UTC'
  const fixed = here.env['FOLLOWUP_NOW']
  const epochMs = fixed ? instantNamed(fixed, zone) : here.now()
  const clock = clockOf({ epochMs, zone, offset: named === null ? null : (here.offset?.(epochMs) ?? null) })
  const notices = named === null ? [`TZ is "${wanted ?? ''}", which is no time zone; UTC is used.`] : []
  return { clock, notices }
}

function zoneOfPlatform(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function readCompiled(): ShippedData {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'dist', 'data.json'), 'utf8')) as ShippedData
}

function rulesOf({ catalog, hash }: LoadedCatalog, settings: Settings, change: (ground: Ground) => Ground): StoreRules {
  const ground = change({ ...catalog, settings })
  return {
    hash: [rulesVersion, hash, settings.country, settings.calls, settings.playbook ?? ''].join(' '),
    order: inOrder,
    describe,
    judge: (file) => {
      const outlook = judge(file, ground)
      return { outlook, agenda: agendaOf(outlook) }
    },
    fold: foldName,
  }
}
