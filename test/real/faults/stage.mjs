// What the campaigns share: a small store, the program run on it, plainly or under strace, and what must hold of the store afterwards.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const all = process.env['FAULTS'] === 'all'
const bin = resolve(import.meta.dirname, '..', '..', '..', 'bin', 'followup.js')
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'followup-faults-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
const template = join(scratch, 'template')
/** The folder of the store, and its file. */
export const folder = join(scratch, 'store')
export const store = join(folder, 'f.db')
const trace = join(scratch, 'trace.txt')
export const env = {
  ...{ PATH: process.env['PATH'], HOME: join(scratch, 'home'), TZ: 'UTC', FOLLOWUP_NOW: '2027-03-10T09:00:00Z' },
  ...{ FOLLOWUP_DB: store, FOLLOWUP_BACKUP: 'off' },
}

for (const made of [folder, env.HOME]) mkdirSync(made, { mode: 0o700 })
const sheet = join(scratch, 'sheet.csv')
writeFileSync(sheet, 'Company,Contact,Interview\nEbony Works,Lee Moss,2027-03-01\nFern & Sons,Kit Orr,2027-03-02\n')
for (const line of [
  [
    'log',
    'Acme',
    '--with',
    'Dana Reyes <dana@a.example>',
    '--phone',
    '+44 20 7946 0958',
    '--at',
    '2027-03-01',
    '--hook',
    'the night shift',
  ],
  ['log', 'Bell', '--with', 'Jo Park', '--at', '2027-02-20'],
  ['sent', 'bell', 'love-letter', '--at', '2027-03-01'],
])
  must(followup(line))
must(followup(['backup']))
cpSync(folder, template, { recursive: true })

/** Verbs that write, each as a person might type it. */
export const lines = [
  ['log', 'Cobalt', '--with', 'Ana Ruiz <ana@c.example>', '--at', '2027-03-09T10:00', '--hook', 'the kiln'],
  ['call', 'acme', 'no-answer'],
  ['undo'],
  ...(all
    ? [
        ['log', 'Acme', '--at', '2027-03-20T10:00'],
        ['debrief', 'acme', '--landing', 'oversold', '--want', 'yes'],
        ['sent', 'acme', 'thank-you'],
        ['heard', 'bell', 'holding', '--promise', '2027-03-19'],
        ['promise', 'acme', '2027-03-19'],
        ['snooze', 'acme', '2027-03-19'],
        ['hold', 'Dana Reyes', '--until', '2027-03-19'],
        ['retire', 'acme'],
        ['close', 'bell', '--as', 'no-response'],
        ['stop', 'Dana Reyes', '--calls'],
        ['offer', 'acme', '--base', '90,000', '--respond-by', '2027-03-19'],
        ['contact', 'edit', 'Jo Park', '--phone', '+44 20 7946 0000'],
        ['playbook', 'use', 'gentle', 'bell'],
        ['import', sheet],
        ['forget', 'bell', '--yes'],
      ]
    : []),
]

/** The store as it was before. */
export function fresh() {
  rmSync(folder, { recursive: true, force: true })
  cpSync(template, folder, { recursive: true })
}

export function followup(argv, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { env, encoding: 'utf8', ...options })
  return { status, stdout, stderr }
}

/** Runs the program under strace, which looks at the store's files alone; `trace` has a line for each call. */
export function traced(argv, { calls, inject = [], files = [store, `${store}-journal`, folder], more = [] }) {
  const paths = files.flatMap((file) => ['-P', file])
  const words = ['-qq', '-o', trace, ...paths, ...more, '-e', `trace=${calls}`, ...inject.flatMap((one) => ['-e', `inject=${one}`])]
  const { status, signal, stdout, stderr, error } = spawnSync('strace', [...words, process.execPath, bin, ...argv], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  return { status, killed: signal === 'SIGKILL', stdout, stderr, trace: readFileSync(trace, 'latin1') }
}

/** How often each call is made by a run that nothing disturbs. */
export function countCalls(argv, calls) {
  fresh()
  const counts = new Map()
  for (const line of must(traced(argv, { calls })).trace.split('\n')) {
    const [name] = line.split('(')
    if (/^\w+$/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** The facts without what is chance: ids, their order, and the checksums of them. */
export function facts() {
  const lines = must(followup(['export', '--facts']))
    .stdout.trim()
    .split('\n')
  const plain = lines.map((line) => line.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+/g, 'ID').replace(/"checksum":"\w+"/, ''))
  return plain.sort().join('\n')
}

/** The facts before the command and after it. */
export function bothSides(argv) {
  fresh()
  const before = facts()
  must(followup(argv))
  return { before, after: facts() }
}

/** What is wrong with the store after a fault; nothing when it holds one side or the other whole, is sound, and takes the next command. */
export function wrongs({ before, after }, { acknowledged, refused = false }) {
  const found = []
  try {
    const now = facts()
    if (now !== before && now !== after) found.push('half a command is there')
    if (acknowledged && now !== after) found.push('what was acknowledged is lost')
    if (refused && now !== before) found.push('what was refused is there')
    const doctor = followup(['doctor'])
    if (doctor.status !== 0) found.push(`doctor says ${doctor.stdout.match(/^not ok.*/m)?.[0] ?? doctor.stderr}`)
    must(followup(['log', 'Next of All', '--new']))
    if (existsSync(`${store}-journal`)) found.push('a journal is left')
    const open = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
    if (open.length > 0) found.push(`others can read ${open.join(', ')}`)
  } catch (error) {
    found.push(error.message)
  }
  return found
}

/** Fails unless the run ended well. */
export function must(ended) {
  if (ended.status !== 0) throw new Error(`ended with ${ended.status}: ${ended.stderr}`)
  return ended
}

/** One line of figures; the process fails when anything was wrong, or nothing was tried. */
export function report(name, { tried, found, figures }) {
  for (const one of found.slice(0, 20)) console.log(`not ok  ${name}: ${one}`)
  console.log(`${found.length === 0 && tried > 0 ? 'ok    ' : 'not ok'}  ${name}: ${figures}, ${found.length} wrong`)
  process.exitCode = found.length === 0 && tried > 0 ? 0 : 1
}

/** `most` of them, evenly spread. */
export function spread(items, most) {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / most)])
}

/** Numbers from 0 to 1 that are the same in every run (the mulberry32 generator). */
export function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
