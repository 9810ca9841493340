// Bundles src/ into dist/: main.cjs, one lazily required CommonJS file for every `import('…')` in the sources, one file more for each verb of
// every day (docs/decisions/0001-bundle-with-esbuild.md), and data/ into dist/data.json. `--if-missing` builds only what is not there or older than its
// sources; `--readable` leaves names and lines as they are, for stack traces.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { compileData, compileLazyData, compileLetters, compileTone } from './build-data.mjs'
import { collectLicenses, packageOf } from './build-licenses.mjs'
import { lazyChunks, replacements, sharedChunks, tableOf } from './build-plugins.mjs'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')
const dist = join(root, 'dist')
const dataFolder = join(root, 'data')
// What a verb of every day loads: it lies once more in one file, which is sooner read than five. Those that reach out share theirs, for the package is
// to be small; bin/followup.js and scripts/compile.cjs know it too.
const looking = ['main', 'main-perform', 'store-connect']
const recording = [...looking, 'main-judging']
const everyday = {
  due: [...looking, 'commands-due-format', 'views-due'],
  list: [...looking, 'commands-list', 'views-list'],
  show: [...looking, 'commands-show', 'views-show'],
  why: [...looking, 'commands-why', 'views-why'],
  log: [...recording, 'commands-log', 'views-written'],
  reach: [...recording, 'commands-sent', 'views-written', 'commands-call', 'views-call'],
}
const verbsOf = { reach: ['sent', 'call'] }

if (process.argv.includes('--if-missing') && isFresh()) process.exit(0)

const data = compileData(dataFolder)
// What all bundles have in common.
const bundling = {
  absWorkingDir: root,
  bundle: true,
  minify: !process.argv.includes('--readable'),
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  external: ['bindings', '*.node'],
  define: {
    __VERSION__: JSON.stringify(versionOf(root)),
    __DATA_HASH__: JSON.stringify(data.hash),
    __SQLITE_WRAPPER__: JSON.stringify(versionOf(join(root, 'node_modules', 'better-sqlite3'))),
  },
  logLevel: 'warning',
}

const { chunks, packages } = await bundle()
const files = {
  ...Object.fromEntries(Object.entries(chunks).map(([name, contents]) => [name, inAscii(Buffer.from(contents).toString())])),
  'data.json': JSON.stringify(data),
  ...compileLazyData(dataFolder),
  ...(await compileTone(dataFolder)),
  'letters.json': compileLetters(dataFolder),
  'licenses.txt': collectLicenses(root, packages),
}
replaceDist(files)
compile()
console.log(`built ${Object.keys(files).length} files into dist/`)

/** What esbuild leaves of other letters stands in regular expressions, where an escape means the same; text in one byte a letter loads sooner. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Puts files with the code of this Node into dist/code; where that fails all works, only slower. */
function compile() {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'compile.cjs'), dist], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH },
  })
  if (status !== 0) console.warn(`nothing is compiled ahead: ${stderr}`)
}

/** Bundles main and then, round after round, whatever the bundles so far import lazily. */
async function bundle() {
  const chunks = {}
  const packages = new Set()
  const done = new Map()
  let round = new Map([
    ['main', join(src, 'main.ts')],
    // These run in threads of their own, so nothing imports them.
    ['mail-worker', join(src, 'outside', 'mail-worker.ts')],
    ['sheet-worker', join(src, 'outside', 'sheet-worker.ts')],
  ])
  while (round.size > 0) {
    const found = new Map()
    const { outputFiles, metafile } = await bundleRound(round, found)
    for (const file of outputFiles) chunks[basename(file.path)] = file.contents
    for (const input of Object.keys(metafile.inputs)) packages.add(packageOf(input))
    for (const [name, entry] of round) done.set(name, entry)
    round = new Map([...found].filter(([name, entry]) => !isKnown(done, name, entry)))
  }
  const together = Object.entries(everyday).map(([name, parts]) =>
    bundleTogether(name, new Map(parts.map((part) => [part, done.get(part)]))),
  )
  for (const file of (await Promise.all(together)).flat()) chunks[basename(file.path)] = file.contents
  return { chunks, packages }
}

/** One file more for verbs of every day: what the entries export, by the names of their own files. */
async function bundleTogether(name, entries) {
  const imports = [...entries.values()].map((file, index) => `import * as file${index} from ${JSON.stringify(file)}`)
  const exported = [...entries.keys()].map((name, index) => `'${name}.cjs': file${index}`)
  const contents = `${imports.join('\n')}\nexport const files = { ${exported.join(', ')} }`
  const { outputFiles, warnings } = await build({
    ...bundling,
    stdin: { contents, resolveDir: root },
    outfile: join(dist, `everyday-${name}.cjs`),
    plugins: [lazyChunks(new Map()), tableOf(verbsOf[name] ?? [name]), ...replacements()],
  })
  if (warnings.length > 0) throw new Error('the bundle has warnings')
  return outputFiles
}

function isKnown(done, name, entry) {
  if (done.has(name) && done.get(name) !== entry)
    throw new Error(`two lazy modules would both be ${name}.cjs: ${entry} and ${done.get(name)}`)
  return done.has(name)
}

async function bundleRound(entries, found) {
  const result = await build({
    ...bundling,
    entryPoints: Object.fromEntries(entries),
    outdir: dist,
    outExtension: { '.js': '.cjs' },
    plugins: [lazyChunks(found), sharedChunks(found), ...replacements()],
  })
  if (result.warnings.length > 0) throw new Error('the bundle has warnings')
  return result
}

function versionOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

/** Each file is renamed into place, so a program that runs meanwhile never reads half of one; what is no longer built goes last. */
function replaceDist(files) {
  mkdirSync(dist, { recursive: true })
  for (const [name, contents] of Object.entries(files)) {
    const temporary = join(dist, `.${name}.${process.pid}`)
    writeFileSync(temporary, contents)
    renameSync(temporary, join(dist, name))
  }
  for (const name of readdirSync(dist)) if (!name.startsWith('.') && !(name in files)) rmSync(join(dist, name), { recursive: true })
}

function isFresh() {
  const last = join(dist, 'licenses.txt')
  if (!existsSync(last)) return false
  const built = statSync(last).mtimeMs
  const sources = [join(root, 'package.json'), ...filesUnder(src), ...filesUnder(dataFolder), ...filesUnder(import.meta.dirname)]
  return sources.every((file) => statSync(file).mtimeMs <= built)
}

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
