import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { saveFile } from '../disk/save-file.js'
import { settingNames, variableOf } from '../config/table.js'
import { blockIn, withBlock, withoutBlock } from '../formats/crontab.js'
import { launchdLabel, launchdPlist } from '../formats/launchd.js'
import { readStamp } from '../formats/schedule-stamp.js'
import { systemdService, systemdTimer, unitName } from '../formats/systemd.js'
import { ringers } from '../model/schedule.js'
import type { Ringer, Schedule, ScheduleFound } from '../model/schedule.js'
import { hasCron, readCrontab, writeCrontab } from '../outside/cron.js'
import { findProgram } from '../outside/programs.js'
import { hasSystemd, readFile, removeFiles, setAgent, setTimer } from '../outside/units.js'
import { Problem } from '../problem.js'
import type { Schedules } from '../world.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** Reminders in this machine's own schedulers. */
export function schedulesPort({ paths }: Pick<Machine, 'paths'>, here: Surroundings): Schedules {
  const books = booksOf(here)
  return {
    available: () => ringers.filter((ringer) => books[ringer].works()),
    draft: (rhythm, words) => ({
      ...rhythm,
      node: stableNode(here.env),
      program: resolve(process.argv[1] ?? ''),
      words: ['--db', resolve(paths.store), 'remind', ...words],
      env: carriedOver(here.env),
    }),
    found: () => ringers.flatMap((ringer) => books[ringer].read() ?? []),
    install: (ringer, schedule) => books[ringer].write(schedule),
    remove: (ringer) => books[ringer].erase(),
    exists: (path) => existsSync(path),
  }
}

/** Where one scheduler keeps its schedules. */
interface Book {
  readonly works: () => boolean
  readonly read: () => ScheduleFound | null
  /** Says where it stands. */
  readonly write: (schedule: Schedule) => string
  readonly erase: () => void
}

function booksOf({ env, home }: Surroundings): Readonly<Record<Ringer, Book>> {
  const config = env['XDG_CONFIG_HOME']?.startsWith('/') ? env['XDG_CONFIG_HOME'] : join(home, '.config')
  return {
    cron: cronBook(env),
    systemd: systemdBook(join(config, 'systemd', 'user'), env),
    launchd: launchdBook(join(home, 'Library', 'LaunchAgents', `${launchdLabel}.plist`), env),
  }
}

function cronBook(env: Surroundings['env']): Book {
  return {
    works: () => hasCron(env),
    read: () => {
      if (!hasCron(env)) return null
      const block = blockIn(readCrontab(env))
      if (block.kind === 'none') return null
      return { ringer: 'cron', where: 'your crontab', schedule: block.kind === 'whole' ? readStamp(block.text) : null }
    },
    write: (schedule) => {
      const before = wholeCrontab(env)
      writeCrontab(withBlock(before, schedule), before, env)
      return 'your crontab'
    },
    erase: () => {
      const before = wholeCrontab(env)
      const after = withoutBlock(before)
      if (after !== before) writeCrontab(after, before, env)
    },
  }
}

function wholeCrontab(env: Surroundings['env']): string {
  const crontab = readCrontab(env)
  if (blockIn(crontab).kind !== 'broken') return crontab
  throw new Problem('outside', 'The marks around the reminder in your crontab are not as they were.', {
    hint: 'Take its lines out with "crontab -e", from ">>> followup" to "<<< followup", then try again.',
    code: 'crontab',
  })
}

function systemdBook(folder: string, env: Surroundings['env']): Book {
  const timer = join(folder, `${unitName}.timer`)
  const service = join(folder, `${unitName}.service`)
  return {
    works: () => hasSystemd(env),
    read: () => foundIn('systemd', timer),
    write: (schedule) => {
      saveFile(service, systemdService(schedule))
      saveFile(timer, systemdTimer(schedule))
      setTimer(unitName, true, env)
      return timer
    },
    erase: () => {
      if (readFile(timer) === null) return
      if (hasSystemd(env)) setTimer(unitName, false, env)
      removeFiles([timer, service])
    },
  }
}

function launchdBook(file: string, env: Surroundings['env']): Book {
  return {
    works: () => process.platform === 'darwin' && findProgram('launchctl', env) !== null,
    read: () => foundIn('launchd', file),
    write: (schedule) => {
      saveFile(file, launchdPlist(schedule))
      setAgent(file, launchdLabel, { on: true, env })
      return file
    },
    erase: () => {
      if (readFile(file) === null) return
      setAgent(file, launchdLabel, { on: false, env })
      removeFiles([file])
    },
  }
}

function foundIn(ringer: Ringer, file: string): ScheduleFound | null {
  const text = readFile(file)
  return text === null ? null : { ringer, where: file, schedule: readStamp(text) }
}

// A link on PATH that leads to this Node outlives an upgrade; the file itself often has its version in its path.
function stableNode(env: Surroundings['env']): string {
  const linked = findProgram('node', env)
  return linked !== null && realpathSync(linked) === realpathSync(process.execPath) ? linked : process.execPath
}

// The settings said in the shell hold for reminders too; a password stays out of every file.
function carriedOver(env: Surroundings['env']): Readonly<Record<string, string>> {
  const carried = ['FOLLOWUP_CONFIG', 'XDG_CONFIG_HOME', 'TZ', ...settingNames.map(variableOf)]
  return Object.fromEntries(
    carried.flatMap((name) => {
      const value = env[name]
      return value ? [[name, name === 'FOLLOWUP_CONFIG' ? resolve(value) : value]] : []
    }),
  )
}
