import { existsSync, readFileSync } from 'node:fs'
import type { Settings } from '../model/settings.js'
import { Problem } from '../problem.js'
import { settingsTable, variableOf } from './table.js'

/** What settings are read from. */
export interface SettingSources {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The TOML file; it need not exist, unless `configNamed`. */
  readonly configFile: string
  readonly configNamed: boolean
}

/** The settings: environment, else file, else default. Throws Problem('usage') for a value that cannot be, Problem('failed') for a file that cannot be read. */
export async function loadSettings(sources: SettingSources): Promise<Settings> {
  const text = readConfig(sources)
  const file = text === null ? {} : await parseConfig(text, sources.configFile)
  const settings: Partial<Record<keyof Settings, unknown>> = {}
  for (const name of Object.keys(settingsTable) as (keyof Settings)[]) settings[name] = settingOf(name, file, sources)
  return settings as unknown as Settings
}

function settingOf(name: keyof Settings, file: Readonly<Record<string, unknown>>, sources: SettingSources): unknown {
  const row = settingsTable[name]
  const variable = sources.env[variableOf(name)]
  const said = variable !== undefined && variable !== '' ? variable : file[name]
  if (said === undefined) return row.default
  const value = typeof said === 'string' ? row.read(said) : undefined
  if (value !== undefined) return value
  const where = said === variable ? variableOf(name) : `"${name}" in ${sources.configFile}`
  throw new Problem('usage', `${where} cannot be ${JSON.stringify(said)}.`, { hint: `It takes ${row.takes}.`, code: 'setting' })
}

function readConfig({ configFile, configNamed }: SettingSources): string | null {
  // Asked first, because an error costs 4 ms, and most people have no file.
  if (!configNamed && !existsSync(configFile)) return null
  try {
    return readFileSync(configFile, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const hint = configNamed ? 'FOLLOWUP_CONFIG names it; correct that, or unset it.' : 'Look at its permissions, or move it away.'
    throw new Problem('failed', `The settings in ${configFile} cannot be read (${code ?? 'unknown reason'}).`, {
      hint,
      code: 'config',
      cause: error,
    })
  }
}

async function parseConfig(text: string, configFile: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse } = await import('smol-toml')
  let file: Readonly<Record<string, unknown>>
  try {
    file = parse(text)
  } catch (error) {
    const line = (error as { readonly line?: number }).line
    const where = line === undefined ? '' : `, line ${String(line)}`
    throw new Problem('usage', `${configFile}${where} is not TOML.`, {
      hint: 'A line looks like: country = "US"',
      code: 'config',
      cause: error,
    })
  }
  const unknown = Object.keys(file).find((name) => !Object.hasOwn(settingsTable, name))
  if (unknown === undefined) return file
  const hint = `There are: ${Object.keys(settingsTable).join(', ')}.`
  throw new Problem('usage', `${configFile} sets "${unknown}", which is no setting.`, { hint, code: 'config' })
}
