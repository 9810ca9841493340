import type { Globals, Reading } from '../arguments.js'
import { isProblem, Problem } from '../problem.js'
import type { Line } from '../commands/asking/guide.js'
import { jsonOf } from '../formats/json.js'
import type { Loaded } from '../program/table.js'
import type { Config, World } from '../world.js'
import { namingFlag } from './flag-meant.js'
import { keepDaily } from './daily-backup.js'
import { lazyStore } from './lazy-store.js'
import type { LazyStore } from './lazy-store.js'
import { judgeMissing, readMachine } from './machine.js'
import type { Judge, Machine } from './machine.js'
import { drawn, screenOf, wantsPaint } from './screen-of.js'
import type { Run, Surroundings } from './surroundings.js'
import { lazyAsk } from './asking.js'
import type { LazyAsk } from './asking.js'
import { noPaint } from '../views/screen.js'
import { unasked } from './unasked.js'

/** What one run is made of. */
interface Job {
  readonly reading: Reading
  readonly here: Surroundings
  readonly machine: Machine
  readonly loaded: Loaded
  readonly run: Run
  /** The settings that were kept on the way, by their names. */
  readonly kept: Set<string>
}

/** Runs a verb in its world and prints what came of it; returns the exit code. `run` runs the command lines of a throw-away world. */
export async function perform(reading: Reading, here: Surroundings, run: Run): Promise<number> {
  const { verb, globals } = reading
  const loaded = await verb.load()
  const machine = await readMachine(here, {
    db: globals.db ?? (await dbBeingTyped(reading)),
    checks: verb.name === 'playbook',
    mends: verb.mends === true,
    withoutSettings: verb.withoutSettings === true,
  })
  const job = { reading, here, machine, loaded, run, kept: new Set<string>() }
  if (verb.writes !== 'never' || isGuided(job)) return attempt(job, await loadJudge())
  try {
    return await attempt(job, null)
  } catch (error) {
    if (error !== judgeMissing) throw error
    return attempt(job, await loadJudge())
  }
}

// A line that is being completed may name its store itself.
async function dbBeingTyped({ verb, args }: Reading): Promise<string | null> {
  return verb.name === '__complete' ? (await import('./db-being-typed.js')).dbBeingTyped(args) : null
}

// A reader needs the judge only when what is cached is stale: half of the rules are then not even loaded.
async function loadJudge(): Promise<Judge> {
  return (await import('./judging.js')).judgeCase
}

async function attempt(job: Job, judge: Judge | null): Promise<number> {
  const { verb, args } = job.reading
  const store = lazyStore(job.machine, { mode: verb.writes === 'always' ? 'write' : 'read', judge })
  const person = askOf(job)
  try {
    const world = worldOf(job, { store, person })
    if (isGuided(job)) return await guided(job, { world, store, person })
    const result = await job.loaded.run(world, args as never)
    store.close()
    await print(result, job, store.wrote())
    keepDaily(store, job.here)
    sayAside(job, store)
    return verb.exit?.(result as never, args) ?? 0
  } catch (error) {
    throw isProblem(error) && error.kind === 'interrupted' ? left(store.wrote(), [...job.kept]) : namingFlag(error, verb, args)
  } finally {
    await person?.settle()
    store.close()
  }
}

/**
 * On the side, what the person's own playbooks lack while they count for nothing, and that the store's file was empty; `doctor` has its own place for it,
 * and what runs by itself would repeat it.
 */
function sayAside({ reading: { verb, globals }, machine, here }: Job, store: LazyStore): void {
  if (globals.json || globals.quiet || withoutAside.has(verb.name)) return
  for (const notice of [...machine.catalogNotices, ...store.emptied()]) here.write('err', `${notice}\n`)
}

const withoutAside: ReadonlySet<string> = new Set(['doctor', 'remind', '__complete'])

/** Somebody left in the middle of it. */
function left(wrote: boolean, kept: readonly string[]): Problem {
  if (wrote) return new Problem('interrupted', 'Stopped; what was recorded so far is kept.')
  const settings = kept.length === 0 ? '' : `, but your settings keep ${kept.join(' and ')}`
  return new Problem('interrupted', `Stopped; nothing was recorded${settings}.`)
}

/** Whether somebody is there to be asked for what this line leaves out. */
function isGuided({ reading: { verb, args, globals }, here }: Job): boolean {
  return verb.guide !== undefined && verb.guide.when(args) && mayAsk(globals, here)
}

async function guided(job: Job, stage: Stage): Promise<number> {
  const { store } = stage
  const { here } = job
  const { verb, args } = job.reading
  try {
    await runLine({ verb: verb.name, args }, job, stage)
    for (const notice of store.emptied()) here.write('err', `${notice}\n`)
    return 0
  } finally {
    store.close()
    keepDaily(store, job.here)
  }
}

/** The person, where there is one; what they are shown is drawn as it would be on standard output. */
function askOf({ reading: { globals }, here, machine }: Job): LazyAsk | null {
  if (!mayAsk(globals, here)) return null
  const { env, person } = here
  const dumb = env['TERM'] === 'dumb'
  const look = { plain: globals.plain, paint: wantsPaint(globals, env, () => true), dumb, today: machine.clock.today }
  return person ? lazyAsk(() => person.talk(look)) : null
}

function worldOf(job: Job, { store, person }: { readonly store: LazyStore; readonly person: LazyAsk | null }): World {
  const { machine, here, run } = job
  const { clock, settings, loaded, newId } = machine
  const world: World = {
    clock,
    settings,
    config: () => configOf(job),
    completions: async () => (await import('./completions-port.js')).completionsPort(here),
    footing: async () => (await import('./footing.js')).footingOf(machine, here),
    schedules: async () => (await import('./schedule-port.js')).schedulesPort(machine, here),
    calendars: async () => (await import('./calendars-port.js')).calendarsPort(machine, here.env),
    pages: async () => (await import('./pages-port.js')).pagesPort(here),
    mailIn: async () => (await import('./mail-in-port.js')).mailInPort(machine, here),
    mailOut: async () => (await import('./mail-out-port.js')).mailOutPort(machine, here),
    heralds: async () => (await import('./heralds-port.js')).heraldsPort(here.env),
    hooks: async () => (await import('./hooks-port.js')).hooksPort(machine, here.env),
    drawn: (result, { plain }) =>
      drawn((on) => job.loaded.view(result as never, on), { width: 80, plain, paint: noPaint, today: clock.today }),
    catalog: loaded.catalog,
    phone: async () => (await import('./phone-port.js')).phonePort(machine),
    tone: async () => (await import('./tone-port.js')).tonePort(machine),
    letters: async () => (await import('./letters-port.js')).lettersPort(machine),
    ...textsOf(here),
    get store() {
      return store.port()
    },
    exchange: async () => (await import('../store/exchange.js')).exchangeOf(store.inside()),
    newId,
    ask: person?.ask ?? unasked,
    talk: { show: (page) => showPage(page, job, world), run: (verb, args) => runLine({ verb, args }, job, { world, store, person }) },
    scratch: async () => (await import('./scratch-world.js')).scratchWorld(here, run),
  }
  return world
}

/** Texts that the person names, or hands over. */
function textsOf(here: Surroundings): Pick<World, Texts> {
  return {
    copyText: async (text) => (await import('../outside/clipboard.js')).copyText(text, here.env),
    editText: async (text, name) => (await import('../outside/edit-text.js')).editText(text, name, here.env),
    writeText: async (path, text) => (await import('../outside/text-file.js')).writeTextFile(path, text),
    readText: async (path) => (await import('../outside/text-file.js')).readTextFile(path),
    readBytes: async (path, most) =>
      path === '-' ? await inputOf(here, most) : (await import('../outside/bytes-file.js')).readBytesOf(path, most),
    readSheet: async (bytes, form) => (await import('../outside/sheet-reader.js')).readSheetCaged(bytes, form),
    sheetsIn: async (folder) => (await import('../outside/sheet-files.js')).sheetsIn(folder),
    readLines: async (path) => {
      const { linesIn, linesOf } = await import('../outside/line-file.js')
      return path === '-' ? linesIn(await inputOf(here, mostPiped)) : linesOf(path)
    },
    outlet: async (path, over) =>
      path === null
        ? { write: (text) => here.write('out', text), done: () => undefined, drop: () => undefined }
        : (await import('../outside/new-file.js')).newFile(path, over),
    readInput: here.readInput,
  }
}

type Texts =
  'copyText' | 'editText' | 'writeText' | 'readText' | 'readBytes' | 'readSheet' | 'sheetsIn' | 'readLines' | 'outlet' | 'readInput'

async function configOf({ machine, here, reading, kept }: Job): Promise<Config> {
  const port = (await import('./config-port.js')).configPort(machine, here, reading.globals.noInput)
  return { ...port, set: (name, value) => port.set(name, value).then(() => void kept.add(name)) }
}

// A larger one is to be a file, which need not be in memory whole.
const mostPiped = 64 * 1024 * 1024

async function inputOf({ readBytes, readInput }: Surroundings, most: number): Promise<Uint8Array> {
  return readBytes?.(most) ?? Buffer.from(await readInput())
}

/** Shows a page between two questions, where the questions are. */
async function showPage(page: never, { reading, loaded, machine, here }: Job, { ask }: World): Promise<void> {
  const screen = await screenOf(reading.globals, machine.clock.today, here)
  ask.say(await drawn((on) => loaded.page?.(page, on) ?? '', screen))
}

/** Runs a line within a conversation, and shows what came of it. */
async function runLine(line: Line, job: Job, stage: Stage): Promise<void> {
  const { world, store, person } = stage
  const { converse } = await import('./converse.js')
  await converse(line, {
    world,
    worldOf: (loaded, ask) => worldOf({ ...job, loaded }, ask && person ? { ...stage, person: { ...person, ask } } : stage),
    show: (loaded, result) => print(result, { ...job, loaded }, store.wrote()),
  })
}

/** What a conversation takes place on. */
interface Stage {
  readonly world: World
  readonly store: LazyStore
  readonly person: LazyAsk | null
}

/** Whether somebody may be asked: with --no-input and --json nobody is. */
export function mayAsk(globals: Globals, { person }: Pick<Surroundings, 'person'>): boolean {
  return !globals.noInput && !globals.json && person !== undefined && person.here()
}

async function print(result: unknown, { reading, loaded, machine, here }: Job, wrote: boolean): Promise<void> {
  const { globals, verb } = reading
  if (globals.json) return here.write('out', `${jsonOf(result, 2)}\n`)
  if (globals.quiet && (wrote || verb.isPutAway?.(result as never))) return
  const screen = await screenOf(globals, machine.clock.today, here)
  const { pages } = loaded
  const key = here.person?.key
  if (pages && key && mayAsk(globals, here) && here.isTerminal.output() && !globals.plain) {
    const all = await drawn((on) => pages(result as never, on).join(pageBreak), screen)
    return (await import('./leaf.js')).leaf(all.split(pageBreak), here, key)
  }
  here.write('out', await drawn((on) => loaded.view(result as never, on), screen))
}

// Nothing that is shown holds one.
const pageBreak = '\f'
