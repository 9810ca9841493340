// How the build finds what esbuild bundles: files loaded later, files shared, and what stands in for what.
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')
const dist = join(root, 'dist')
// What is large, or what many lazy files need, with all that it imports.
const sharedModules = [
  'store/connect.ts',
  'outside/imap.ts',
  'formats/icalendar.ts',
  'formats/postal-mime.ts',
  'formats/phone.ts',
  'formats/zone-names.ts',
  'reading/moment.ts',
  'reading/day.ts',
  'reading/promise.ts',
  'rules/judge.ts',
  'views/phrases.ts',
  'letters/addressed.ts',
  'composure/check.ts',
  'views/figure-lines.ts',
  'commands/stats.ts',
  'commands/asking/choose.ts',
  'commands/letter/draft.ts',
  'commands/standing/seen.ts',
  'commands/typed/moments.ts',
].map((file) => join(src, file))
// By their names alone: a default export would come wrapped.
const sharedPackages = /^(?:yaml|liquidjs|tsdav|valibot|libphonenumber-js\/core)$/

/** Turns each `import('./x.js')` and `import('package')` into the require of a file of its own, and notes that file in `found`. */
export function lazyChunks(found) {
  return {
    name: 'lazy-chunks',
    setup(builder) {
      builder.onResolve({ filter: /./ }, (args) => {
        if (args.kind !== 'dynamic-import') return undefined
        if (isBuiltin(args.path)) return { path: args.path, external: true }
        const entry = args.path.startsWith('.') ? sourceFile(resolve(args.resolveDir, args.path)) : args.path
        const name = args.path.startsWith('.') ? chunkName(entry) : packageChunk(args.path)
        found.set(name, entry)
        return { path: `./${name}.cjs`, external: true }
      })
    },
  }
}

function packageChunk(name) {
  return `package-${name.replace(/^@/, '').replaceAll('/', '-')}`
}

/** What several lazy files need and what is large lies in a file of its own, which each of them requires. */
export function sharedChunks(found) {
  return {
    name: 'shared-chunks',
    setup(builder) {
      builder.onResolve({ filter: sharedPackages }, (args) => {
        if (args.kind !== 'import-statement' || !args.importer.startsWith(src)) return undefined
        found.set(packageChunk(args.path), args.path)
        return { path: `./${packageChunk(args.path)}.cjs`, external: true }
      })
      builder.onResolve({ filter: /^\.\.?\/.*\.js$/ }, (args) => {
        const file = sourceFile(resolve(args.resolveDir, args.path))
        if (args.kind !== 'import-statement' || !sharedModules.includes(file)) return undefined
        found.set(chunkName(file), file)
        return { path: `./${chunkName(file)}.cjs`, external: true }
      })
    },
  }
}

/** The table of contents of a file of every day: of its five parts those that have its verbs. Other lines are read by what knows all verbs. */
export function tableOf(verbs) {
  const parts = ['looking', 'reaching', 'recording', 'pausing', 'keeping']
  const has = (part, verb) => readFileSync(join(src, 'program', `${part}.ts`), 'utf8').includes(`  ${verb}: () => ({`)
  for (const verb of verbs)
    if (parts.filter((part) => has(part, verb)).length !== 1) throw new Error(`"${verb}" stands in several parts of the table, or in none`)
  const others = parts.filter((part) => !verbs.some((verb) => has(part, verb)))
  return {
    name: 'table-of-one-verb',
    setup(builder) {
      builder.onLoad({ filter: new RegExp(`/program/(${others.join('|')})\\.ts$`) }, ({ path }) => ({
        contents: `export const ${basename(path, '.ts')}Verbs = {}`,
      }))
    },
  }
}

/** Parts of better-sqlite3's JavaScript that nothing here calls, half of it, stay out. */
function leanWrapper() {
  const unused = /^\.\/methods\/(table|aggregate|function|backup)$/
  return {
    name: 'lean-wrapper',
    setup(builder) {
      builder.onResolve({ filter: unused }, (args) => ({ path: args.path, namespace: 'unused' }))
      builder.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = undefined' }))
    },
  }
}

/**
 * The tables of East Asian letters, which the mailbox's packages bring along for names of attachments, stay out: a third of a megabyte that nothing
 * here asks for. The texts of mails are decoded elsewhere, by the platform; names of folders (RFC 3501 5.1.3) need no table.
 */
function leanMailbox() {
  const ascii = '[["0", "\\u0000", 127]]'
  return {
    name: 'lean-mailbox',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]iconv-lite[\\/]encodings[\\/]tables[\\/].+\.json$/ }, () => ({ contents: ascii, loader: 'json' }))
      builder.onResolve({ filter: /^encoding-japanese$/ }, ({ path }) => ({ path, namespace: 'untranslated' }))
      builder.onLoad({ filter: /./, namespace: 'untranslated' }, () => ({
        contents: "export default { convert() { throw new Error('no table') } }",
      }))
    },
  }
}

/** `import.meta.dirname` keeps meaning the folder of the source file, although a bundle is flat: paths to data/ are the same everywhere. */
function sourceFolders() {
  return {
    name: 'source-folders',
    setup(builder) {
      builder.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        if (!text.includes('import.meta.dirname')) return undefined
        const folder = relative(dist, dirname(path)).split(sep).join('/')
        return {
          contents: text.replaceAll('import.meta.dirname', `require('path').join(__dirname, ${JSON.stringify(folder)})`),
          loader: 'ts',
        }
      })
    },
  }
}

/** Offsets of zones come from src/outside/zone-offset.ts, which answers as the package's function does, and sooner; a test compares them. */
function quickZones() {
  const quick = join(src, 'outside', 'zone-offset.ts')
  return {
    name: 'quick-zones',
    setup(builder) {
      builder.onResolve({ filter: /^@date-fns\/tz\/tzOffset$/ }, ({ importer }) => (importer === quick ? undefined : { path: quick }))
    },
  }
}

/** What every bundle has in its stead: folders of sources, zones, the wrapper of SQLite and the mailbox's letters. */
export function replacements() {
  return [sourceFolders(), quickZones(), leanWrapper(), leanMailbox()]
}

function sourceFile(path) {
  return path.replace(/\.js$/, '.ts')
}

function chunkName(file) {
  const name = relative(src, file).replace(/\.ts$/, '')
  return name.replaceAll(/[\\/]/g, '-')
}
