import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { editorWords } from '../outside/editor.js'
import { connect } from '../store/connect.js'
import type { Footing } from '../world.js'
import { lettersPort } from './letters-port.js'
import type { Machine } from './machine.js'
import { phonePort } from './phone-port.js'
import { tonePort } from './tone-port.js'
import type { Surroundings } from './surroundings.js'

/** What the program stands on here, looked at for `doctor` alone. */
export async function footingOf(machine: Machine, here: Surroundings): Promise<Footing> {
  const { paths, catalogNotices } = machine
  const letters = await lettersPort(machine)
  const [program] = editorWords(here.env)
  return {
    clockHeld: Boolean(here.env['FOLLOWUP_NOW']),
    zoneSaid: here.env['TZ'] ? 'TZ' : 'the machine',
    settings: { ...ownFile(paths.configFile), named: Boolean(here.env['FOLLOWUP_CONFIG']) },
    holidays: ['holidays.txt', 'holidays.ics'].map((name) => join(paths.configDir, name)).find((path) => existsSync(path)) ?? null,
    leftOut: [...catalogNotices, ...letters.notices, ...(await phonePort(machine)).notices, ...(await tonePort(machine)).notices],
    letters: letters.templates.filter((one) => one.own).length,
    terminal: { input: here.isTerminal.input(), output: here.isTerminal.output(), columns: here.columns(), kind: here.env['TERM'] ?? null },
    editor: { program, named: Boolean(here.env['VISUAL'] ?? here.env['EDITOR']), found: isRunnable(program, here.env['PATH'] ?? '') },
    node: process.version,
    sqlite: sqliteVersion(),
  }
}

function ownFile(path: string): Omit<Footing['settings'], 'named'> {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return { path, exists: found !== undefined, shared: found !== undefined && (found.mode & 0o077) !== 0 }
  } catch {
    return { path, exists: null, shared: false }
  }
}

function isRunnable(program: string, path: string): boolean {
  const candidates = program.includes('/') ? [program] : path.split(delimiter).map((folder) => join(folder, program))
  return candidates.some((candidate) => {
    try {
      accessSync(candidate, constants.X_OK)
      return statSync(candidate).isFile()
    } catch {
      return false
    }
  })
}

function sqliteVersion(): string {
  const connection = connect(':memory:', { patience: 0 })
  try {
    return connection.get<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? 'unknown'
  } finally {
    connection.db.close()
  }
}
