import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Wrapper from 'better-sqlite3'
import type { Database, Options } from 'better-sqlite3'
import { Problem } from '../problem.js'

/** The better-sqlite3 whose JavaScript the build took into the bundle; absent when nothing is bundled. */
declare const __SQLITE_WRAPPER__: string | undefined

/** The addon as it lies on this machine: its folder and its version. */
interface Addon {
  readonly folder: string
  readonly version: string
}

const firstNodeApiOf13 = 10
const program = join(import.meta.dirname, '..', '..')

/** Opens a SQLite file with the installed addon. Throws Problem('store') when the addon cannot run here; SQLite's own errors pass (look at `code`). */
export function openDatabase(path: string, options: Options = {}): Database {
  const addon = findAddon()
  const misfit = addonMisfit(addon.version, Number(process.versions['napi']))
  if (misfit) throw misfit
  return openBundled(addon, path, options) ?? openInstalled(path, options)
}

/** Why this addon would end the process without a word on a Node with this Node-API version; null when it fits. */
export function addonMisfit(version: string, nodeApi: number): Problem | null {
  if (Number.parseInt(version, 10) < 13 || nodeApi >= firstNodeApiOf13) return null
  return new Problem('store', `better-sqlite3 ${version} cannot run on this Node`, {
    hint: 'Install followup with npm, which picks the right one, or use Node 22.14 or newer.',
    code: 'addon',
  })
}

/** The Problem behind an error of loading the addon; null when the error is about something else. */
export function addonProblem(error: unknown): Problem | null {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === 'ERR_DLOPEN_FAILED') {
    const hint = 'Run "npm rebuild better-sqlite3" where followup is installed.'
    return new Problem('store', 'the SQLite addon was built for another Node', { hint, code: 'addon', cause: error })
  }
  if (code === 'MODULE_NOT_FOUND' || String(message).startsWith('Could not locate the bindings file')) {
    const hint = 'Install followup again with "npm install -g followup --allow-scripts=better-sqlite3".'
    return new Problem('store', 'the SQLite addon is missing', { hint, code: 'addon', cause: error })
  }
  return null
}

function findAddon(): Addon {
  const own = addonIn(join(program, 'node_modules'))
  const beside = own ?? (basename(dirname(program)) === 'node_modules' ? addonIn(dirname(program)) : null)
  if (beside) return beside
  try {
    return addonIn(dirname(dirname(installed().resolve('better-sqlite3/package.json')))) ?? { folder: '', version: '' }
  } catch (error) {
    throw addonProblem(error) ?? error
  }
}

// Where Node's own search, which takes 1 ms, would look first.
function addonIn(packages: string): Addon | null {
  const folder = join(packages, 'better-sqlite3')
  try {
    const { version = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version?: string }
    return { folder, version }
  } catch {
    return null
  }
}

/** What is installed beside the program, out of the bundler's sight. */
function installed(): NodeJS.Require {
  return process.getBuiltinModule('node:module').createRequire(join(program, 'package.json'))
}

// The fast way: the wrapper is in the bundle already, and only the addon is loaded. Null when that does not fit, and the slow way decides.
function openBundled(addon: Addon, path: string, options: Options): Database | null {
  if (typeof __SQLITE_WRAPPER__ !== 'string' || __SQLITE_WRAPPER__ !== addon.version) return null
  try {
    return new Wrapper(path, { ...options, nativeBinding: loadedFrom(addonFile(addon)) })
  } catch (error) {
    if (addonProblem(error)) return null
    throw error
  }
}

// One for the whole process, as `require` would have it; but without the search of `require`, which takes 0.5 ms.
let loaded: object | null = null

function loadedFrom(file: string): string {
  if (!loaded) {
    const addon = { exports: {} }
    process.dlopen(addon, file)
    loaded = addon.exports
  }
  // The wrapper takes an addon as well as a path, which its types do not know.
  return loaded as unknown as string
}

// 12.x is compiled where it is installed; 13.x brings a binary for each platform.
function addonFile(addon: Addon): string {
  const compiled = Number.parseInt(addon.version, 10) < 13
  return compiled
    ? join(addon.folder, 'build', 'Release', 'better_sqlite3.node')
    : join(addon.folder, 'prebuilds', `${process.platform}-${process.arch}.node`)
}

function openInstalled(path: string, options: Options): Database {
  try {
    const Installed = installed()('better-sqlite3') as typeof Wrapper
    return new Installed(path, options)
  } catch (error) {
    throw addonProblem(error) ?? error
  }
}
