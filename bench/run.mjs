// `npm run bench`: whole commands against `node -e 0`, in interleaved pairs, as docs/promises.md tells. `--quick` takes fewer pairs and no large store.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const quick = process.argv.includes('--quick')
const pairs = quick ? 7 : 21
const root = resolve(import.meta.dirname, '..')
const bin = join(root, 'bin', 'followup.js')
const scratch = mkdtempSync(join(tmpdir(), 'followup-bench-'))
const env = { HOME: scratch, PATH: process.env.PATH, TZ: 'UTC', FOLLOWUP_NOW: '2027-03-10T08:00:00Z', FOLLOWUP_BACKUP: 'off' }
const floor = [process.execPath, '-e', '0']

// The start of the shell itself is not counted.
const clocked =
  'begin=${EPOCHREALTIME/[.,]/}; "$@" >/dev/null 2>&3; code=$?; end=${EPOCHREALTIME/[.,]/}; echo $((end - begin)); times; exit $code'

/** What is promised: command, largest ratio to the floor, and which reading counts (a durable write is judged by CPU). */
const promises = [
  { name: 'due', argv: ['due'], most: 1.5 },
  { name: 'due --count', argv: ['due', '--count'], most: 1.45 },
  { name: 'show', argv: ['show', 'HANDLE'], most: 1.6 },
  { name: 'why', argv: ['why', 'HANDLE'], most: 1.6 },
  { name: 'list', argv: ['list'], most: 1.6 },
  { name: 'log', argv: ['log', 'COMPANY', '--new'], most: 1.6, writes: true },
  { name: 'sent', argv: ['sent', 'HANDLE', '--kind', 'check-in'], most: 1.6, writes: true },
  { name: 'call', argv: ['call', 'HANDLE', 'no-answer'], most: 1.6, writes: true },
]

try {
  process.exitCode = await main()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function main() {
  const stores = await makeStores(quick ? [1000] : [1000, 10_000, 100_000])
  let missed = 0
  for (const argv of [['--version'], ['--help']]) missed += report(argv[0], measure(wordsOf(argv, []), {}), 1.5)
  missed += report('check', measure(wordsOf(['check', join(root, 'bench', 'letter.txt')], []), {}), 1.7)
  const times = new Map()
  for (const store of stores) {
    for (const { name, argv, most, writes } of promises) {
      const own = { FOLLOWUP_DB: writes ? copyOf(store.path) : store.path }
      const found = measure(wordsOf(argv, store.handles), own)
      missed += report(`${name}, ${store.count.toLocaleString('en')}`, found, most, writes)
      times.set(`${name} ${store.count}`, found)
    }
    missed += amount(`peak of due, ${store.count.toLocaleString('en')}`, { found: peakOf(store.path, {}), most: 46, unit: 'MB' })
  }
  if (!quick) missed += flatness(times)
  if (!quick) missed += rejudging(stores.at(-1).path)
  console.log(missed === 0 ? 'every promise is kept' : `${missed} promises are missed`)
  return missed === 0 ? 0 : 1
}

async function makeStores(counts) {
  const file = join(scratch, 'generate.cjs')
  await build({
    entryPoints: [join(root, 'bench', 'generate.ts')],
    bundle: true,
    outfile: file,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['better-sqlite3', 'bindings', '*.node'],
    logLevel: 'error',
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'src', 'main')) },
    nodePaths: [join(root, 'node_modules')],
  })
  process.env.NODE_PATH = join(root, 'node_modules')
  createRequire(import.meta.url)('node:module').Module._initPaths()
  const { generate } = createRequire(import.meta.url)(file)
  const stores = []
  for (const count of counts) {
    const path = join(scratch, `${count}.db`)
    const start = performance.now()
    await generate(path, count)
    const silent = JSON.parse(spawn([process.execPath, bin, 'list', '--json', '--state', 'silent'], { FOLLOWUP_DB: path }).stdout)
    console.log(`made a store of ${count.toLocaleString('en')} opportunities in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    stores.push({ count, path, handles: silent.slice(0, pairs + 1).map(({ handle }) => handle) })
  }
  return stores
}

/** The words of the program's line in turn `turn`: each is about another opportunity, and none has the history of those before. */
function wordsOf(argv, handles) {
  return (turn) => [
    process.execPath,
    bin,
    ...argv.map((word) => (word === 'HANDLE' ? handles[turn % handles.length] : word === 'COMPANY' ? `Newly Met ${turn}` : word)),
  ]
}

function measure(lineOf, more) {
  for (const warm of [lineOf(pairs), floor]) timed(warm, more)
  const wall = []
  const cpu = []
  for (let pair = 0; pair < pairs; pair++) {
    const command = lineOf(pair)
    const order = pair % 2 ? [floor, command] : [command, floor]
    const [a, b] = order.map((one) => timed(one, more))
    const [ours, bare] = pair % 2 ? [b, a] : [a, b]
    wall.push(ours.wall / bare.wall)
    cpu.push(ours.cpu / bare.cpu)
  }
  return { wall: median(wall), cpu: median(cpu) }
}

/** Wall and CPU milliseconds of one run; CPU as the shell's `times` tells of its children. */
function timed(command, more) {
  const { stdout, status, stderr } = spawn(['bash', '-c', clocked, 'bash', ...command], more)
  if (status !== 0) throw new Error(`${command.join(' ')}: exit ${status} ${stderr}`)
  const [wall, ...times] = stdout.trim().split('\n')
  const [user, system] = times.at(-1).split(' ').map(milliseconds)
  return { wall: Number(wall) / 1000, cpu: Math.max(1, user + system) }
}

function milliseconds(text) {
  const [minutes, seconds] = text.replace('s', '').split('m').map(Number)
  return (minutes * 60 + seconds) * 1000
}

function spawn(command, more) {
  return spawnSync(command[0], command.slice(1), {
    encoding: 'utf8',
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  })
}

/** A promise is missed only when wall and CPU are both over it by more than 0.10; a durable write is judged by CPU alone. */
function report(name, { wall, cpu }, most, byCpu = false) {
  const missed = cpu > most + 0.1 && (byCpu || wall > most + 0.1)
  console.log(
    `${name.padEnd(26)} wall ${wall.toFixed(2)}  cpu ${cpu.toFixed(2)}   promise ${most}${byCpu ? ' (cpu)' : ''}${missed ? '   MISSED' : ''}`,
  )
  return missed ? 1 : 0
}

/** The same command must not grow with the store. */
function flatness(times) {
  let missed = 0
  for (const name of ['due', 'due --count', 'log', 'sent', 'call']) {
    const ratio = times.get(`${name} 100000`).cpu / times.get(`${name} 1000`).cpu
    const over = ratio > 1.1 + 0.1
    console.log(`${`${name}, 100,000 / 1,000`.padEnd(26)} cpu ${ratio.toFixed(2)}   promise 1.1${over ? '   MISSED' : ''}`)
    if (over) missed += 1
  }
  return missed
}

/** A changed setting makes stale what was judged of all that is open, a changed playbook what was judged at all: the next run judges it anew. */
function rejudging(path) {
  const own = copyOf(path)
  const due = (more) => timed([process.execPath, bin, 'due'], { FOLLOWUP_DB: own, ...more }).wall
  const plain = due({})
  const setting = due({ FOLLOWUP_CALLS: 'never' })
  const all = due(ownPlaybook('first'))
  const peak = peakOf(own, ownPlaybook('second'))
  return (
    amount('a changed setting', { found: (setting - plain) / 1000, most: 2.5, unit: 's' }) +
    amount('judging all anew', { found: (all - plain) / 1000, most: 2.5, unit: 's' }) +
    amount('peak of that', { found: peak, most: 150, unit: 'MB' })
  )
}

/** A configuration with a copy of a shipped playbook under a name of its own. */
function ownPlaybook(name) {
  const folder = join(scratch, name)
  mkdirSync(join(folder, 'followup', 'playbooks'), { recursive: true })
  const text = readFileSync(join(root, 'data', 'playbooks', 'gentle.yaml'), 'utf8')
  writeFileSync(join(folder, 'followup', 'playbooks', `${name}.yaml`), text.replace(/^name: .*$/m, `name: ${name}`))
  return { XDG_CONFIG_HOME: folder }
}

function amount(name, { found, most, unit }) {
  console.log(`${name.padEnd(26)} ${found.toFixed(2)} ${unit}   promise ${most}${found > most ? '   MISSED' : ''}`)
  return found > most ? 1 : 0
}

function peakOf(path, more) {
  const { output } = spawn([process.execPath, '--require', join(root, 'bench', 'peak.cjs'), bin, 'due'], { FOLLOWUP_DB: path, ...more })
  return Number(output[3].trim())
}

function copyOf(path) {
  const folder = join(scratch, 'copies')
  if (!existsSync(folder)) mkdirSync(folder)
  const copy = join(mkdtempSync(join(folder, 'c-')), 'followup.db')
  copyFileSync(path, copy)
  return copy
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
