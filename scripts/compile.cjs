// Runs the commands of an ordinary day on a store of its own, and keeps what V8 compiled of the files in `dist` (the argument) for bin/followup.js.
const { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { Script } = require('node:vm')

const dist = process.argv[2]
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
  'heard acme holding',
  'plan acme',
  `check ${join(home, 'note.txt')}`,
]
const note = 'Dear Dana,\n\nThank you for the hour on Tuesday. In which week do you expect to decide?\n\nKind regards,\nRobin Vale\n'

main().finally(() => rmSync(home, { recursive: true, force: true }))

/** Each line twice: on the file that its verb has for itself, where there is one, else on those that all others share. */
async function main() {
  const settings = { HOME: home, TZ: 'America/Chicago', FOLLOWUP_DB: join(home, 'followup.db'), FOLLOWUP_BACKUP: 'off' }
  Object.assign(process.env, settings, { FOLLOWUP_NOW: '2027-03-10T08:00:00-06:00' })
  writeFileSync(join(home, 'note.txt'), note)
  const shared = new Map()
  const own = new Map()
  for (const line of day.map((words) => words.split(' '))) {
    const [verb] = line
    if (existsSync(join(dist, `everyday-${verb}.cjs`)) && !own.has(verb)) own.set(verb, everyday(verb))
    const loaded = own.get(verb) ?? shared
    await run(line, loaded)
    await run(line, loaded)
  }
  mkdirSync(join(dist, 'code'), { recursive: true })
  const files = new Map([...shared, ...[...own].flatMap(([verb, loaded]) => alone(verb, loaded))])
  keepCode(files)
  for (const name of readdirSync(join(dist, 'code'))) if (!files.has(name)) rmSync(join(dist, 'code', name))
}

async function run(line, loaded) {
  const code = await load('main.cjs', loaded).main(line)
  if (code !== 0) throw new Error(`"${line.join(' ')}" ends with ${code}`)
}

/** As bin/followup.js loads them: V8 takes the code only for the same text. */
function load(name, loaded) {
  if (loaded.has(name)) return loaded.get(name).module.exports
  const file = join(dist, name)
  const source = readFileSync(file, 'latin1')
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, { filename: file })
  const module = { exports: {} }
  loaded.set(name, { script, source, module })
  const requireFromDist = (id) => (/^\.\/[^/]+\.cjs$/.test(id) ? load(id.slice(2), loaded) : require(id))
  script.runInThisContext()(module.exports, requireFromDist, module, file, dist)
  return module.exports
}

/** The file of a verb of every day, loaded, and what is in it by its names. */
function everyday(verb) {
  const loaded = new Map()
  const { files } = load(`everyday-${verb}.cjs`, loaded)
  for (const name of Object.keys(files)) loaded.set(name, { module: { exports: files[name] } })
  return loaded
}

/** That file alone; throws when the verb needed any other. */
function alone(verb, loaded) {
  const [[name, file], ...others] = [...loaded].filter(([, { script }]) => script !== undefined)
  if (others.length > 0) throw new Error(`${name} lacks what "${verb}" needs: ${others.map(([other]) => other).join(', ')}`)
  return [[name, file]]
}

function keepCode(files) {
  for (const [name, { script, source }] of files) {
    writeFileSync(join(home, name), Buffer.concat([script.createCachedData(), Buffer.from(source.slice(2, 18))]))
    keep(join(home, name), join(dist, 'code', name))
  }
}

function keep(from, to) {
  writeFileSync(`${to}.${process.pid}`, readFileSync(from))
  renameSync(`${to}.${process.pid}`, to)
}
