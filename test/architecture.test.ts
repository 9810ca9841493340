import { describe, expect, it } from '@jest/globals'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { readSources, shapeOf } from './support/source-shape.js'
import type { Import, Shape, Source } from './support/source-shape.js'

/** Who may import whom: `own` files by value, `types` of them only as types, `lazy` ones only by `await import`. A folder may always import itself. */
interface Rights {
  readonly own?: readonly string[]
  readonly types?: readonly string[]
  readonly lazy?: readonly string[]
  readonly packages?: RegExp
  readonly builtins?: RegExp
}

const any = /./
const none = /(?!)/
const pureFolders = ['model', 'problem', 'world', 'rules', 'reading', 'letters', 'replies', 'composure', 'formats', 'views', 'commands']
const everything = [
  'model',
  'problem',
  'world',
  'rules',
  'reading',
  'letters',
  'composure',
  'replies',
  'formats',
  'catalog',
  'config',
  'disk',
  'store',
  'outside',
  'commands',
  'views',
  'program',
]
const rights: Readonly<Record<string, Rights>> = {
  model: {},
  problem: {},
  world: { types: ['model'] },
  rules: { own: ['model', 'problem'], packages: /^@date-fns\/tz\/tzOffset$/ },
  reading: { own: ['model', 'problem', 'rules'] },
  letters: { own: ['model', 'problem'], packages: /^(?!chalk)/ },
  composure: { own: ['model', 'problem'], packages: /^(?!chalk)/ },
  replies: { own: ['model', 'problem', 'rules', 'reading', 'composure'] },
  formats: { own: ['model', 'problem'], packages: /^(?!chalk)/ },
  views: { own: ['model'], types: ['commands'], packages: /^(string-width|wrap-ansi)$/ },
  catalog: { own: ['model', 'problem'], types: ['world'], packages: /^(yaml|smol-toml|valibot)$/, builtins: /^node:(fs|path|os|crypto)$/ },
  config: { own: ['model', 'problem'], types: ['world'], packages: /^(yaml|smol-toml|valibot)$/, builtins: /^node:(fs|path|os)$/ },
  // How folders and files are made, for every room that makes one.
  disk: { own: ['problem'], builtins: /^node:(fs|path)$/ },
  store: { own: ['model', 'problem', 'disk'], packages: /^better-sqlite3$/, builtins: /^node:(fs|path|os|crypto|module|zlib)$/ },
  outside: { own: ['model', 'formats', 'problem', 'disk'], types: ['world', 'views'], packages: any, builtins: any },
  commands: { own: ['model', 'rules', 'reading', 'letters', 'replies', 'composure', 'formats', 'problem'], types: ['world'] },
  program: { own: ['model', 'problem'], types: ['world', 'commands', 'views'], lazy: ['commands', 'views'], packages: /^commander$/ },
  main: { own: everything, lazy: everything, packages: any, builtins: any },
}
// Help is the table of contents, told: the one command that reads it.
const exceptions: Readonly<Record<string, readonly string[]>> = { 'src/commands/help.ts': ['program'] }
// Decision 0009.
const zoneOffsets = '@date-fns/tz/tzOffset'
const zoneFiles: ReadonlySet<string> = new Set(['src/rules/zones.ts', 'src/outside/zone-offset.ts'])
const clocks = ['new Date()', 'Date()', 'Date.now', 'performance.now', 'process.hrtime']
const randomness = ['Math.random', 'crypto.randomUUID', 'randomUUID', 'crypto.getRandomValues']

/** 'src/rules/days.ts' is in `rules`; a file in src/ itself is `program`, `world`, `problem`, or belongs to `main`, which nothing else imports. */
function folderOf(path: string): string {
  const [, folder = '', file] = path.split('/')
  if (file !== undefined) return folder
  const name = folder.replace(/\.ts$/, '')
  return ['program', 'world', 'problem'].includes(name) ? name : 'main'
}

function forbiddenImports(shape: Shape): string[] {
  const folder = folderOf(shape.path)
  const own = rights[folder]
  if (!own) return [`${shape.path} is in a folder that the table does not know`]
  return shape.imports
    .filter((one) => !mayImport({ shape, folder, own }, one))
    .map((one) => `${shape.path} imports ${one.from ?? 'a computed name'} (${one.kind})`)
}

function mayImport(at: { shape: Shape; folder: string; own: Rights }, { from, kind }: Import): boolean {
  const { shape, folder, own } = at
  if (from === null) return false
  if (isBuiltin(from)) return (own.builtins ?? none).test(from)
  if (!from.startsWith('.')) return (own.packages ?? none).test(from)
  const target = posix.join(posix.dirname(shape.path), from)
  if (target.startsWith('data/')) return target.endsWith('.json')
  if (!target.startsWith('src/')) return false
  const other = folderOf(target.replace(/\.js$/, '.ts'))
  if (other === folder || own.own?.includes(other) || exceptions[shape.path]?.includes(other)) return true
  return (kind === 'type' && !!own.types?.includes(other)) || (kind === 'lazy' && !!own.lazy?.includes(other))
}

/** Marks that a file may not carry, as sentences. */
function marked(shape: Shape, marks: readonly string[]): string[] {
  return marks.filter((mark) => shape.marks.has(mark)).map((mark) => `${shape.path} has ${mark}`)
}

/** Every check by its name: what is wrong with a file, a sentence each. */
const checks: Readonly<Record<string, (shape: Shape) => readonly string[]>> = {
  'imports only what its folder may': forbiddenImports,
  'of date-fns only the offsets of zones': ({ path, imports }) =>
    imports
      .filter(({ from }) => /^@?date-fns(\/|$)/.test(from ?? '') && !(from === zoneOffsets && zoneFiles.has(path)))
      .map(({ from }) => `${path} imports ${String(from)}`),
  'no default exports and no enums': (shape) => marked(shape, ['default export', 'enum']),
  'no class but Problem': ({ path, marks }) =>
    [...marks]
      .filter((mark) => mark.startsWith('class ') && !(mark === 'class Problem' && path === 'src/problem.ts'))
      .map((mark) => `${path} has ${mark}`),
  'no barrel files': ({ path, isBarrel }) => (isBarrel || posix.basename(path) === 'index.ts' ? [`${path} is a barrel`] : []),
  'no file over 300 lines': ({ path, lines }) => (lines > 300 ? [`${path} has ${String(lines)} lines`] : []),
  'no file named for nothing': ({ path }) =>
    /(^|[/-])(utils?|helpers?|managers?|common|misc)([-./]|$)/.test(path) ? [`${path} has an empty name`] : [],
  'the clock is read only in main and outside': (shape) =>
    ['main', 'outside'].includes(folderOf(shape.path)) ? [] : marked(shape, clocks),
  'nothing pure reaches process, console or chance': (shape) =>
    pureFolders.includes(folderOf(shape.path)) ? marked(shape, ['process', 'console', 'globalThis', ...randomness]) : [],
}

/** Files that import each other round about, types and what is loaded late included: each file of such a circle once, by its path. */
function circles(shapes: readonly Shape[]): readonly string[] {
  const below = new Map(
    shapes.map(({ path, imports }) => [
      path,
      imports
        .filter(({ from }) => from?.startsWith('.'))
        .map(({ from }) => posix.join(posix.dirname(path), String(from)).replace(/\.js$/, '.ts'))
        // What is bundled twice may ask for all of itself.
        .filter((below) => below !== path),
    ]),
  )
  const reaches = (from: string): ReadonlySet<string> => {
    const reached = new Set<string>()
    const next = [...(below.get(from) ?? [])]
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (reached.has(one)) continue
      reached.add(one)
      next.push(...(below.get(one) ?? []))
    }
    return reached
  }
  return [...below.keys()].filter((path) => reaches(path).has(path))
}

function found(check: string, source: Source): readonly string[] {
  return checks[check]?.(shapeOf(source)) ?? ['no such check']
}

const root = join(import.meta.dirname, '..')
const sources = readSources(root, 'src')

describe('the sources keep the architecture', () => {
  const shapes = sources.map(shapeOf)
  it.each(Object.entries(checks))('%s', (_name, check) => {
    expect(shapes.flatMap((shape) => check(shape))).toEqual([])
  })
  it('verbs and views count no days by themselves: model/day-number does', () => {
    const counting = sources.filter(({ path, text }) => /^src\/(?:commands|views)\//.test(path) && /86_?400/.test(text))
    expect(counting.map(({ path }) => path)).toEqual([])
  })
  it('beside verbs nothing lies in src/commands: their parts have folders', () => {
    const verbs = sources
      .filter(({ path }) => path.startsWith('src/program/'))
      .flatMap(({ text }) => [...text.matchAll(/^ {2}'?([a-z]+)'?: \(\) => \(\{$/gm)].map(([, verb = '']) => `src/commands/${verb}.ts`))
    const files = sources.map(({ path }) => path).filter((path) => /^src\/commands\/[^/]+$/.test(path))
    expect(verbs.length).toBeGreaterThan(40)
    expect(files.filter((path) => !verbs.includes(path))).toEqual(['src/commands/complete.ts', 'src/commands/help.ts'])
  })
  it('no file imports itself round about', () => {
    expect(circles(shapes)).toEqual([])
    const ring = [
      { path: 'src/model/a.ts', text: "import type { B } from './b.js'" },
      { path: 'src/model/b.ts', text: "import { c } from './c.js'" },
      { path: 'src/model/c.ts', text: "import { a } from './a.js'\nconst late = () => import('./d.js')" },
      { path: 'src/model/d.ts', text: "import { c } from './c.js'" },
    ]
    expect(circles(ring.map(shapeOf))).toEqual(['src/model/a.ts', 'src/model/b.ts', 'src/model/c.ts', 'src/model/d.ts'])
  })
  it('reads real files', () => {
    expect(sources.map((source) => source.path)).toContain('src/problem.ts')
    expect(shapes.flatMap((shape) => shape.imports).length).toBeGreaterThan(20)
  })
})

describe('the scripts and the benchmarks keep to what holds for every file', () => {
  const shapes = ['scripts', 'bench'].flatMap((folder) => readSources(root, folder)).map(shapeOf)
  it.each(['no file over 300 lines', 'no barrel files', 'no file named for nothing'])('%s', (check) => {
    expect(shapes.flatMap((shape) => checks[check]?.(shape) ?? ['no such check'])).toEqual([])
  })
  it('reads real files', () => {
    expect(shapes.map((shape) => shape.path)).toEqual(expect.arrayContaining(['scripts/build.mjs', 'bench/run.mjs']))
  })
})

const bad: readonly (readonly [check: string, path: string, text: string])[] = [
  ['imports only what its folder may', 'src/model/a.ts', "import { x } from '../rules/b.js'"],
  ['imports only what its folder may', 'src/rules/a.ts', "import { readFileSync } from 'node:fs'"],
  ['imports only what its folder may', 'src/rules/a.ts', "import { readFileSync } from 'fs'"],
  ['imports only what its folder may', 'src/rules/a.ts', "import type { Store } from '../store/open.js'"],
  ['imports only what its folder may', 'src/rules/a.ts', "import { readDay } from '../reading/day.js'"],
  ['imports only what its folder may', 'src/rules/a.ts', "export { x } from '../commands/due.js'"],
  ['imports only what its folder may', 'src/views/a.ts', "import { Chalk } from 'chalk'"],
  ['imports only what its folder may', 'src/views/a.ts', "import { due } from '../commands/due.js'"],
  ['imports only what its folder may', 'src/commands/a.ts', "import { world } from '../world.js'"],
  ['imports only what its folder may', 'src/commands/a.ts', "import { program } from '../program.js'"],
  ['imports only what its folder may', 'src/commands/a.ts', "const { open } = await import('../store/open.js')"],
  ['imports only what its folder may', 'src/commands/a.ts', "let x: import('../views/due.js').DueView"],
  ['imports only what its folder may', 'src/store/a.ts', "import { assess } from '../rules/assess.js'"],
  ['imports only what its folder may', 'src/outside/a.ts', "import { openDatabase } from '../store/driver.js'"],
  ['imports only what its folder may', 'src/catalog/a.ts', "import 'better-sqlite3'"],
  ['imports only what its folder may', 'src/program.ts', "import { due } from './commands/due.js'"],
  ['imports only what its folder may', 'src/program/a.ts', "import { openDatabase } from '../store/driver.js'"],
  ['imports only what its folder may', 'src/main.ts', 'await import(`./commands/${name}.js`)'],
  ['imports only what its folder may', 'src/main.ts', "import { x } from './support/x.js'"],
  ['imports only what its folder may', 'src/extras/a.ts', ''],
  ['imports only what its folder may', 'src/store/a.ts', "import { clock } from '../clock.js'"],
  ['of date-fns only the offsets of zones', 'src/rules/zones.ts', "import { addDays } from 'date-fns'"],
  ['of date-fns only the offsets of zones', 'src/rules/plan.ts', "import { tzOffset } from '@date-fns/tz/tzOffset'"],
  ['no default exports and no enums', 'src/model/a.ts', 'export default 1'],
  ['no default exports and no enums', 'src/model/a.ts', 'export default function f() {}'],
  ['no default exports and no enums', 'src/model/a.ts', 'const a = 1\nexport { a as default }'],
  ['no default exports and no enums', 'src/model/a.ts', 'export enum A { x }'],
  ['no class but Problem', 'src/model/a.ts', 'export class Thing {}'],
  ['no class but Problem', 'src/model/a.ts', 'export class Problem {}'],
  ['no class but Problem', 'src/model/a.ts', 'export const thing = class {}'],
  ['no barrel files', 'src/model/all.ts', "export * from './day.js'\nexport type { Fact } from './fact.js'"],
  ['no barrel files', 'src/model/index.ts', 'export const a = 1'],
  ['no file over 300 lines', 'src/model/a.ts', 'const a = 1\n'.repeat(301)],
  ['no file named for nothing', 'src/rules/date-utils.ts', ''],
  ['no file named for nothing', 'src/helper/a.ts', ''],
  ['no file named for nothing', 'src/store/manager.ts', ''],
  ['no file named for nothing', 'src/common.ts', ''],
  ['the clock is read only in main and outside', 'src/rules/a.ts', 'const f = (now = new Date()) => now'],
  ['the clock is read only in main and outside', 'src/store/a.ts', 'const now = Date.now()'],
  ['the clock is read only in main and outside', 'src/commands/a.ts', 'const text = Date()'],
  ['nothing pure reaches process, console or chance', 'src/commands/a.ts', "process.stdout.write('x')"],
  ['nothing pure reaches process, console or chance', 'src/views/a.ts', 'console.log(1)'],
  ['nothing pure reaches process, console or chance', 'src/rules/a.ts', 'const { env } = process'],
  ['nothing pure reaches process, console or chance', 'src/model/a.ts', 'const x = Math.random()'],
]
const good: readonly (readonly [check: string, path: string, text: string])[] = [
  ['imports only what its folder may', 'src/rules/a.ts', "import type { Day } from '../model/day.js'\nimport { b } from './b.js'"],
  ['imports only what its folder may', 'src/views/a.ts', "import type { Due } from '../commands/due.js'"],
  ['imports only what its folder may', 'src/commands/a.ts', "import { type Needs } from '../world.js'"],
  ['imports only what its folder may', 'src/program/a.ts', "const load = () => import('../commands/due.js')"],
  ['imports only what its folder may', 'src/main.ts', "import { openDatabase } from './store/driver.js'"],
  ['of date-fns only the offsets of zones', 'src/rules/zones.ts', "import { tzOffset } from '@date-fns/tz/tzOffset'"],
  ['no default exports and no enums', 'src/model/a.ts', 'switch (a) { default: b() }'],
  ['no class but Problem', 'src/problem.ts', 'export class Problem extends Error {}'],
  ['no file over 300 lines', 'src/model/a.ts', 'const a = 1\n'.repeat(300)],
  ['no file named for nothing', 'src/rules/commonest-word.ts', ''],
  ['the clock is read only in main and outside', 'src/main.ts', 'const now = Date.now()'],
  ['the clock is read only in main and outside', 'src/rules/a.ts', 'const day = new Date(epochMs)'],
  ['nothing pure reaches process, console or chance', 'src/rules/a.ts', 'const step = { process: 1 }\nconst x = step.process'],
]

describe('each check can fail, and does not where it should not', () => {
  it.each(bad)('%s: flags %s with %j', (check, path, text) => {
    expect(found(check, { path, text })).not.toEqual([])
  })
  it.each(good)('%s: spares %s with %j', (check, path, text) => {
    expect(found(check, { path, text })).toEqual([])
  })
  it('every check has an example that it flags', () => {
    expect(Object.keys(checks).filter((name) => !bad.some(([check]) => check === name))).toEqual([])
  })
})
