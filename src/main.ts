import { readArguments } from './arguments.js'
import type { Reading } from './arguments.js'
import { keepDaily } from './main/daily-backup.js'
import { lazyStore } from './main/lazy-store.js'
import type { LazyStore } from './main/lazy-store.js'
import { readMachine, scratchWorld, version } from './main/machine.js'
import type { Machine } from './main/machine.js'
import { drawn, screenOf } from './main/screen-of.js'
import { realSurroundings } from './main/surroundings.js'
import type { Surroundings } from './main/surroundings.js'
import { tell } from './main/tell.js'
import type { Loaded } from './program/table.js'
import type { World } from './world.js'

/** Runs one command line in this process; resolves to its exit code and never rejects. */
export function main(argv: readonly string[]): Promise<number> {
  return run(argv, realSurroundings())
}

/** Runs one command line in the surroundings given; resolves to its exit code and never rejects. */
export async function run(argv: readonly string[], here: Surroundings): Promise<number> {
  try {
    const reading = readArguments(argv) ?? (await import('./arguments-careful.js')).readCarefully(argv)
    if (!reading.globals.version) return await perform(reading, here)
    here.write('out', `${version}\n`)
    return 0
  } catch (error) {
    return tell(error, { here, json: argv.includes('--json') })
  }
}

async function perform(reading: Reading, here: Surroundings): Promise<number> {
  const { verb, args, globals } = reading
  const loaded = await verb.load()
  const machine = await readMachine(here, { db: globals.db, checks: verb.name === 'playbook' })
  const store = lazyStore(machine)
  try {
    const result = await loaded.run(worldOf(machine, store, here), args as never)
    store.close()
    await print(result, { loaded, reading, machine, here, wrote: store.wrote() })
    if (store.wrote()) keepDaily(machine, store, here)
    return verb.exit?.(result as never, args) ?? 0
  } finally {
    store.close()
  }
}

function worldOf(machine: Machine, store: LazyStore, here: Surroundings): World {
  const { clock, settings, loaded, newId } = machine
  return {
    clock,
    settings,
    catalog: loaded.catalog,
    get store() {
      return store.open()
    },
    newId,
    readInput: here.readInput,
    scratch: () => scratchWorld(here, run),
  }
}

interface Printing {
  readonly loaded: Loaded
  readonly reading: Reading
  readonly machine: Machine
  readonly here: Surroundings
  readonly wrote: boolean
}

async function print(result: unknown, { loaded, reading, machine, here, wrote }: Printing): Promise<void> {
  const { globals, verb } = reading
  if (globals.json) return here.write('out', `${JSON.stringify(result, null, 2)}\n`)
  if (globals.quiet && wrote && verb.writes === 'record') return
  const screen = await screenOf(globals, machine.clock, here)
  here.write('out', await drawn((on) => loaded.view(result as never, on), screen))
}
