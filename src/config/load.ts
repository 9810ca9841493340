import { readFileSync, statSync } from 'node:fs'
import { nearest } from '../model/nearest.js'
import type { Settings } from '../model/settings.js'
import { Problem } from '../problem.js'
import { settingNames, settingsTable, variableOf } from './table.js'

/** What settings are read from. */
export interface SettingSources {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The TOML file; it need not exist. */
  readonly configFile: string
}

/** A setting's value, and where it came from. */
export interface SettingRead {
  readonly name: keyof Settings
  readonly value: Settings[keyof Settings]
  readonly from: 'environment' | 'file' | 'default'
}

/** The settings: environment, else file, else default. Throws Problem('usage') for a value that cannot be, Problem('failed') for a file that cannot be read. */
export async function loadSettings(sources: SettingSources): Promise<Settings> {
  const file = await readFile(sources)
  return settingsOf((name) => settingOf(name, file, sources).value)
}

/** Every setting with its origin, in the order of the table; throws as `loadSettings`. */
export async function readSettings(sources: SettingSources): Promise<readonly SettingRead[]> {
  const file = await readFile(sources)
  return settingNames.map((name) => settingOf(name, file, sources))
}

/** What every setting is when nobody says. */
export function defaultSettings(): Settings {
  return settingsOf((name) => settingsTable[name].default)
}

/** The text of the file, null when there is none; throws Problem('failed') when it cannot be read. */
export function readConfig({ env, configFile }: SettingSources): string | null {
  // Asked first, because an error costs 4 ms, and most people have no file; but one in a folder that cannot be looked into is not absent.
  if (isAbsent(configFile)) return null
  try {
    return readFileSync(configFile, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const hint = env['FOLLOWUP_CONFIG']
      ? 'FOLLOWUP_CONFIG names it; correct that, or unset it.'
      : 'Look at its permissions, or move it away.'
    throw new Problem('failed', `The settings in ${configFile} cannot be read (${code ?? 'unknown reason'}).`, {
      hint,
      code: 'config',
      cause: error,
    })
  }
}

function isAbsent(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

/** The value a text stands for; throws Problem('usage') that says what the setting takes, or names the nearest. `where` is how the problem calls the setting. */
export function valueNamed(name: keyof Settings, said: unknown, where: string): Settings[keyof Settings] {
  const row = settingsTable[name]
  const isText = typeof said === 'string' || typeof said === 'boolean' || typeof said === 'number'
  const value = isText ? row.read(String(said)) : undefined
  if (value !== undefined) return value
  const near = typeof said === 'string' && row.choices ? nearest(said, row.choices) : null
  const hint = near === null ? `It takes ${row.takes}.` : `Did you mean: ${near}`
  throw new Problem('usage', `${where} cannot be ${JSON.stringify(said)}.`, { hint, code: 'setting' })
}

function settingsOf(valueOf: (name: keyof Settings) => Settings[keyof Settings]): Settings {
  const settings: Partial<Record<keyof Settings, Settings[keyof Settings]>> = {}
  for (const name of settingNames) settings[name] = valueOf(name)
  return settings as Settings
}

async function readFile(sources: SettingSources): Promise<Readonly<Record<string, unknown>>> {
  const text = readConfig(sources)
  return text === null ? {} : await parseConfig(text, sources.configFile)
}

function settingOf(name: keyof Settings, file: Readonly<Record<string, unknown>>, { env, configFile }: SettingSources): SettingRead {
  const variable = env[variableOf(name)]
  if (variable !== undefined && variable !== '') return { name, value: valueNamed(name, variable, variableOf(name)), from: 'environment' }
  if (file[name] === undefined) return { name, value: settingsTable[name].default, from: 'default' }
  return { name, value: valueNamed(name, file[name], `"${name}" in ${configFile}`), from: 'file' }
}

async function parseConfig(text: string, configFile: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse } = await import('smol-toml')
  let file: Readonly<Record<string, unknown>>
  try {
    file = withMail(parse(text))
  } catch (error) {
    const line = (error as { readonly line?: number }).line
    const where = line === undefined ? '' : `, line ${String(line)}`
    throw new Problem('usage', `${configFile}${where} is not TOML.`, {
      hint: 'A line looks like: country = "US"',
      code: 'config',
      cause: error,
    })
  }
  const secret = Object.keys(file).find((name) => /^mail-(?:password|token)$/.test(name))
  if (secret !== undefined) throw openSecret(configFile, secret)
  const unknown = Object.keys(file).find((name) => !Object.hasOwn(settingsTable, name))
  if (unknown === undefined) return file
  const near = nearest(unknown, settingNames)
  const hint = near === null ? `There are: ${settingNames.join(', ')}.` : `Did you mean: ${near}`
  throw new Problem('usage', `${configFile} sets "${unknown}", which is no setting.`, { hint, code: 'config' })
}

/** The section [mail]: its names are those of settings, where need be with "mail-" before them; what stands above the sections goes first. */
function withMail(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { mail, ...rest } = file
  if (typeof mail !== 'object' || mail === null || Array.isArray(mail)) return file
  const entries = Object.entries(mail as Readonly<Record<string, unknown>>).map(
    ([name, value]) => [Object.hasOwn(settingsTable, name) ? name : `mail-${name}`, value] as const,
  )
  return { ...Object.fromEntries<unknown>(entries), ...rest }
}

function openSecret(configFile: string, name: string): Problem {
  return new Problem('usage', `${configFile} holds a ${name.slice(5)} in the open; it is not read from there.`, {
    hint: `Put it into a keyring or password store, and the command that prints it here: ${name}-command = "pass show mail"`,
    code: 'open-secret',
  })
}
