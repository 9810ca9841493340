import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The environment another program is given. */
export type Env = Readonly<Record<string, string | undefined>>

/** The environment as other programs get it: the passwords in it are this program's alone. */
export function environmentForOthers(env: Env): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secretVariables.has(name)))
}

const secretVariables: ReadonlySet<string> = new Set(['FOLLOWUP_MAIL_PASSWORD', 'FOLLOWUP_MAIL_TOKEN', 'FOLLOWUP_CALDAV_PASSWORD'])

/** What another program said when it ended; `status` is null when a signal or the time limit ended it. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** How another program is run: its words are never given to a shell. */
export interface Running {
  readonly env: Env
  readonly input?: string
  /** 10,000 unless told. */
  readonly timeoutMs?: number
}

/** The path of a program on PATH, or where such programs usually lie when there is no PATH, as under cron; null when it is nowhere. */
export function findProgram(name: string, env: Env): string | null {
  const path = env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'
  const candidates = name.includes('/') ? [name] : path.split(delimiter).map((folder) => join(folder, name))
  return candidates.find(isRunnable) ?? null
}

/** Runs a program to its end; null when it is not installed. */
export function runProgram(name: string, words: readonly string[], { env, input, timeoutMs = 10_000 }: Running): Ended | null {
  const program = findProgram(name, env)
  if (program === null) return null
  const given = { ...environmentForOthers(env), PATH: env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin' }
  const ended = spawnSync(program, [...words], { env: given, input: input ?? '', timeout: timeoutMs, encoding: 'utf8' })
  return { status: ended.status, out: ended.stdout ?? '', err: ended.stderr ?? '' }
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
