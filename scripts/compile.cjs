// Runs the commands of an ordinary day on a store of its own. Then each file of `dist` (the argument) that took part lies in `dist/code` instead, as
// bin/followup.js reads it: eight digits that say how long its text is, the text, and the code that V8 made of it.
const { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

const dist = process.argv[2]
const home = mkdtempSync(join(tmpdir(), 'followup-'))
const day = [
  '--version',
  '--help',
  'log "Acme Pumps" --new --at 2027-03-01 --with "Dana Reyes <dana@acme.example>" --zone America/New_York',
  'log Bell --new --at 2027-02-20',
  'log "Corvid Freight Brokers" --new --at 2027-02-12 --with "Priya Nair" --zone Europe/London',
  'log "Delmar Optics" --new --at 2027-03-15',
  'log "Harrow Mills" --new --at 2027-03-05 --with "Lou Ames" --zone Asia/Tokyo',
  'log "Ivory Labs" --new --at 2027-02-15 --with "Mo Ray" --phone "+44 20 7946 0958" --zone Europe/London',
  'sent ivory-labs --kind love-letter --at 2027-02-23',
  'log "Jasper Rail" --new --at 2027-02-15 --with "Kay Lund" --phone "+81 3 1234 5678" --zone Asia/Tokyo',
  'sent jasper-rail --kind love-letter --at 2027-02-23',
  'debrief acme-pumps --hook "the night shift" --landing oversold --want yes --pay "80 to 90" --cares "fewer surprises"',
  'heard acme-pumps question --at 2027-03-03',
  'sent acme-pumps --kind answer --at 2027-03-04',
  'sent acme-pumps --kind thank-you',
  'call acme-pumps no-answer',
  'sent acme-pumps --kind value-add',
  'heard corvid-freight-brokers question --at 2027-03-08',
  'call corvid-freight-brokers voicemail',
  'heard bell holding',
  'promise bell-2 2027-03-08 --at 2027-03-03',
  'sent bell-2 --kind check-in',
  'promise harrow-mills 2027-03-19',
  'due',
  'due --count',
  'list',
  'show acme-pumps',
  'show corvid-freight-brokers',
  'why acme-pumps',
  'heard acme-pumps holding',
  'plan acme-pumps',
  `check ${join(home, 'note.txt')}`,
]
/** Verbs that are run for what they put on record; their own code stays text, for the package is to be small. */
const aside = new Set(['debrief'])
const note = 'Dear Dana,\n\nThank you for the hour on Tuesday. In which week do you expect to decide?\n\nKind regards,\nRobin Vale\n'

main().finally(() => rmSync(home, { recursive: true, force: true }))

// What V8's second compiler had its hands on here is marked in the code, and would be compiled by it at every start: 4 ms of "log". Off for the day,
// and on again before the code is taken, for V8 takes no code of other flags.
function secondCompiler(isOn) {
  setFlagsFromString(isOn ? '--sparkplug' : '--no-sparkplug')
}

/** Each line twice: on the file that its verb has for itself, where there is one, else on those that all others share. */
async function main() {
  const settings = { HOME: home, TZ: 'America/Chicago', FOLLOWUP_DB: join(home, 'followup.db'), FOLLOWUP_BACKUP: 'off' }
  secondCompiler(false)
  Object.assign(process.env, settings, { FOLLOWUP_NOW: '2027-03-10T08:00:00-06:00' })
  writeFileSync(join(home, 'note.txt'), note)
  const shared = new Map()
  const own = new Map()
  for (const line of day.map(wordsOf)) {
    const [verb] = line
    const name = fileOf(verb)
    if (existsSync(join(dist, `everyday-${name}.cjs`)) && !own.has(name)) own.set(name, everyday(name))
    const loaded = aside.has(verb) ? new Map() : (own.get(name) ?? shared)
    await run(line, loaded)
    await run(line.map(elsewhere), loaded)
  }
  const files = new Map([...shared, ...[...own].flatMap(([verb, loaded]) => alone(verb, loaded))])
  secondCompiler(true)
  mkdirSync(join(dist, 'code'), { recursive: true })
  for (const [name, { script, text }] of files) {
    const whole = Buffer.concat([Buffer.from(String(text.length).padStart(8, '0')), Buffer.from(text, 'latin1'), script.createCachedData()])
    writeFileSync(join(dist, `.${name}`), whole)
    renameSync(join(dist, `.${name}`), join(dist, 'code', name))
    rmSync(join(dist, name))
  }
}

function fileOf(verb) {
  return /^(?:sent|call)$/.test(verb) ? 'reach' : verb
}

/** As a shell would part them. */
function wordsOf(line) {
  return line.match(/"[^"]*"|\S+/g).map((word) => word.replaceAll('"', ''))
}

/** The second time the same happens with other people: hardly anybody is met for two jobs, and what that takes is loaded for those alone. */
function elsewhere(word) {
  return word.replace(/^(Dana|Priya|Lou|Mo|Kay) /, 'Dr $1 ').replace('<dana@', '<dr-dana@')
}

async function run(line, loaded) {
  const code = await load('main.cjs', loaded).main(line)
  if (code !== 0) throw new Error(`"${line.join(' ')}" ends with ${code}`)
}

/** As bin/followup.js loads them: V8 takes the code only for the same text. */
function load(name, loaded) {
  if (loaded.has(name)) return loaded.get(name).module.exports
  const file = join(dist, name)
  const text = wrapped(readFileSync(file, 'latin1'))
  const script = new Script(text, { filename: file })
  const module = { exports: {} }
  loaded.set(name, { script, text, module })
  const requireFromDist = (id) => (/^\.\/[^/]+\.cjs$/.test(id) ? load(id.slice(2), loaded) : require(id))
  script.runInThisContext()(module.exports, requireFromDist, module, file, dist)
  return module.exports
}

/** As `require` wraps it. V8 keeps a text of more than 128 KB apart; a shorter one fills up its young memory, and moving that takes 1 ms. */
function wrapped(source) {
  const text = `(function (exports, require, module, __filename, __dirname) {${source}\n})`
  return text.length > 40_000 ? text.padEnd(132_000) : text
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
