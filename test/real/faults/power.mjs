// What a disk may hold when the power fails in the middle of a command: of all that was written since the last sync any part, in any order, and torn at
// sectors. What was acknowledged must be there, and a command is there whole or not at all. Images from a disk that ignores every sync show that
// this can fail.
import { readFileSync, writeFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { all, bothSides, chance, facts, folder, fresh, lines, must, report, store, traced, wrongs } from './stage.mjs'

const perVerb = all ? 400 : 170
const sector = 512
const random = chance(20270310)

const found = []
let tried = 0
let lostWithoutSync = 0
for (const argv of lines) {
  const sides = bothSides(argv)
  const { start, steps } = recorded(argv)
  for (let image = 0; image < perVerb; image++) {
    // Every third is cut off just after the answer.
    const cut = image % 3 === 0 ? steps.length : Math.floor(random() * (steps.length + 1))
    put(imageAt(start, steps.slice(0, cut)))
    const where = `${argv.join(' ')}, image ${image}, after ${cut} of ${steps.length} steps`
    found.push(...wrongs(sides, { acknowledged: cut === steps.length }).map((wrong) => `${where}: ${wrong}`))
    tried += 1
  }
  const unsynced = steps.filter((step) => step.kind !== 'sync')
  for (let image = 0; image < 10; image++) {
    put(imageAt(start, unsynced))
    if (!holds(sides.after)) lostWithoutSync += 1
  }
}
if (lostWithoutSync === 0) found.push('a disk that ignores every sync loses nothing: these images cannot fail')
report('power lost', {
  tried,
  found,
  figures: `${tried} images (of ${10 * lines.length} without any sync, ${lostWithoutSync} lose what was acknowledged)`,
})

function holds(after) {
  try {
    return facts() === after
  } catch {
    return false
  }
}

/** The files before the command, and all that it did to them, in order. */
function recorded(argv) {
  fresh()
  const start = new Map([[basename(store), readFileSync(store)]])
  const calls = 'openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename'
  const { trace } = must(traced(argv, { calls, more: ['-y', '-xx', '-s', '1000000'] }))
  const names = new Set(start.keys())
  return { start, steps: trace.split('\n').flatMap((line) => stepOf(line, names) ?? []) }
}

/** One line of strace as a step; undefined for what changes nothing. */
function stepOf(line, names) {
  const [, call, words, result] = /^(\w+)\((.*)\) += (-?\w+)/.exec(line) ?? []
  if (call === undefined || result.startsWith('-')) return undefined
  const file = nameIn(words)
  if (call === 'openat') {
    if (!words.includes('O_CREAT') || names.has(file)) return undefined
    names.add(file)
    return { kind: 'create', file }
  }
  if (call === 'pwrite64') {
    const [, data, offset] = /"([^"]*)", \d+, (\d+)$/.exec(words)
    return { kind: 'write', file, data: Buffer.from(data.replaceAll('\\x', ''), 'hex'), offset: Number(offset) }
  }
  if (call === 'fsync' || call === 'fdatasync') return { kind: 'sync', file }
  if (call === 'unlink') {
    names.delete(file)
    return { kind: 'unlink', file }
  }
  throw new Error(`a store is not expected to be changed by ${call}`)
}

/** The last part of the path in the words of a call; '' for the folder itself. */
function nameIn(words) {
  const paths = [...words.matchAll(/[<"]((?:\\x[0-9a-f]{2})+)[>"]/g)].map(([, hex]) =>
    Buffer.from(hex.replaceAll('\\x', ''), 'hex').toString('latin1'),
  )
  const path = paths.find((one) => one.startsWith(folder))
  return path === folder ? '' : basename(path)
}

/** One of the states in which a disk may be after these steps: contents by name. */
function imageAt(start, steps) {
  const durable = new Map([...start].map(([name, bytes]) => [name, Buffer.from(bytes)]))
  const pending = new Map([...start.keys()].map((name) => [name, []]))
  let names = new Set(start.keys())
  let renamed = []
  for (const step of steps) {
    if (step.kind === 'create') {
      durable.set(step.file, Buffer.alloc(0))
      pending.set(step.file, [])
    }
    if (step.kind === 'create' || step.kind === 'unlink') renamed.push(step)
    else if (step.kind === 'write') pending.get(step.file).push(step)
    else if (step.file !== '') {
      durable.set(step.file, pending.get(step.file).reduce(written, durable.get(step.file)))
      pending.set(step.file, [])
    } else {
      names = renamed.reduce(called, names)
      renamed = []
    }
  }
  const last = renamed.filter(() => random() < 0.5).reduce(called, names)
  return new Map([...last].map((name) => [name, shuffled(pending.get(name)).flatMap(torn).reduce(written, durable.get(name))]))
}

function written(bytes, { data, offset }) {
  const grown = Buffer.alloc(Math.max(bytes.length, offset + data.length))
  bytes.copy(grown)
  data.copy(grown, offset)
  return grown
}

function called(names, { kind, file }) {
  const next = new Set(names)
  if (kind === 'create') next.add(file)
  else next.delete(file)
  return next
}

/** All of a write, none of it, or some of its sectors. */
function torn({ data, offset }) {
  const luck = random()
  if (luck < 0.4) return [{ data, offset }]
  if (luck < 0.8) return []
  const parts = []
  for (let at = 0; at < data.length; at += sector)
    if (random() < 0.5) parts.push({ data: data.subarray(at, at + sector), offset: offset + at })
  return parts
}

function put(image) {
  fresh()
  rmSync(store)
  for (const [name, bytes] of image) writeFileSync(join(folder, name), bytes, { mode: 0o600 })
}

function shuffled(items) {
  const mixed = [...items]
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[mixed[index], mixed[other]] = [mixed[other], mixed[index]]
  }
  return mixed
}
