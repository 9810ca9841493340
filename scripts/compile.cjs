// Runs the commands of an ordinary day on a store of its own, and keeps what V8 compiled of the files in `dist` (the argument) for bin/followup.js.
const { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { Script } = require('node:vm')

const dist = process.argv[2]
const loaded = new Map()
const home = mkdtempSync(join(tmpdir(), 'followup-'))
const day = [
  '--version',
  '--help',
  'log Acme --new --at 2027-03-01',
  'log Bell --new --at 2027-02-20',
  'sent acme --kind thank-you',
  'call acme no-answer',
  'due',
  'due --count',
  'list',
  'show acme',
  'why acme',
]

main().finally(() => rmSync(home, { recursive: true, force: true }))

async function main() {
  const { main: followup } = load('main.cjs')
  const settings = { HOME: home, TZ: 'America/Chicago', FOLLOWUP_DB: join(home, 'followup.db'), FOLLOWUP_BACKUP: 'off' }
  Object.assign(process.env, settings, { FOLLOWUP_NOW: '2027-03-10T08:00:00-06:00' })
  for (const line of day) await followup(line.split(' '))
  const folder = join(dist, 'code')
  mkdirSync(folder, { recursive: true })
  for (const [name, { script, source }] of loaded) {
    writeFileSync(join(home, name), Buffer.concat([script.createCachedData(), Buffer.from(source.slice(2, 18))]))
    keep(join(home, name), join(folder, name))
  }
}

function keep(from, to) {
  writeFileSync(`${to}.${process.pid}`, readFileSync(from))
  renameSync(`${to}.${process.pid}`, to)
}

// As bin/followup.js loads them: V8 takes the code only for the same text.
function load(name) {
  if (loaded.has(name)) return loaded.get(name).module.exports
  const file = join(dist, name)
  const source = readFileSync(file, 'latin1')
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, { filename: file })
  const module = { exports: {} }
  loaded.set(name, { script, source, module })
  script.runInThisContext()(module.exports, (id) => (/^\.\/[^/]+\.cjs$/.test(id) ? load(id.slice(2)) : require(id)), module, file, dist)
  return module.exports
}
