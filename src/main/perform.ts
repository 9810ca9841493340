import type { Reading } from '../arguments.js'
import type { Loaded } from '../program/table.js'
import type { World } from '../world.js'
import { keepDaily } from './daily-backup.js'
import { lazyStore } from './lazy-store.js'
import type { LazyStore } from './lazy-store.js'
import { judgeMissing, readMachine, scratchWorld } from './machine.js'
import type { Judge, Machine } from './machine.js'
import { drawn, screenOf } from './screen-of.js'
import type { Run, Surroundings } from './surroundings.js'
import { unasked } from './unasked.js'

/** What one run is made of. */
interface Job {
  readonly reading: Reading
  readonly here: Surroundings
  readonly machine: Machine
  readonly loaded: Loaded
  readonly run: Run
}

/** Runs a verb in its world and prints what came of it; returns the exit code. `run` runs the command lines of a throw-away world. */
export async function perform(reading: Reading, here: Surroundings, run: Run): Promise<number> {
  const { verb, globals } = reading
  const loaded = await verb.load()
  const machine = await readMachine(here, { db: globals.db, checks: verb.name === 'playbook', mends: verb.mends === true })
  const job = { reading, here, machine, loaded, run }
  if (verb.writes !== 'never') return attempt(job, await loadJudge())
  try {
    return await attempt(job, null)
  } catch (error) {
    if (error !== judgeMissing) throw error
    return attempt(job, await loadJudge())
  }
}

// A reader needs the judge only when what is cached is stale: half of the rules are then not even loaded.
async function loadJudge(): Promise<Judge> {
  return (await import('./judging.js')).judgeCase
}

async function attempt(job: Job, judge: Judge | null): Promise<number> {
  const { verb, args } = job.reading
  const store = lazyStore(job.machine, { mode: verb.writes === 'always' ? 'write' : 'read', judge })
  try {
    const result = await job.loaded.run(worldOf(job, store), args as never)
    store.close()
    await print(result, job, store.wrote())
    keepDaily(store, job.here)
    return verb.exit?.(result as never, args) ?? 0
  } finally {
    store.close()
  }
}

function worldOf({ machine, here, run, reading }: Job, store: LazyStore): World {
  const { clock, settings, loaded, newId } = machine
  return {
    clock,
    settings,
    config: async () => (await import('./config-port.js')).configPort(machine, here, reading.globals.noInput),
    catalog: loaded.catalog,
    get store() {
      return store.port()
    },
    newId,
    readInput: here.readInput,
    ask: unasked,
    scratch: () => scratchWorld(here, run),
  }
}

async function print(result: unknown, { reading, loaded, machine, here }: Job, wrote: boolean): Promise<void> {
  const { globals } = reading
  if (globals.json) return here.write('out', `${JSON.stringify(result, null, 2)}\n`)
  if (globals.quiet && wrote) return
  const screen = await screenOf(globals, machine.clock.today, here)
  here.write('out', await drawn((on) => loaded.view(result as never, on), screen))
}
