import { existsSync, readFileSync, rmSync } from 'node:fs'
import { Problem } from '../problem.js'
import { runProgram } from './programs.js'
import type { Env } from './programs.js'

/** Whether a systemd of this person is running, to which a timer can be given. */
export function hasSystemd(env: Env): boolean {
  return runProgram('systemctl', ['--user', 'show-environment'], { env: withBus(env) })?.status === 0
}

/** Tells the person's systemd that its units changed, and starts or stops the timer. Throws Problem('outside'). */
export function setTimer(unit: string, on: boolean, env: Env): void {
  const run = (words: readonly string[]): void => {
    const ended = runProgram('systemctl', ['--user', ...words], { env: withBus(env) })
    if (ended?.status !== 0) throw refused('systemd', ended?.err)
  }
  if (on) run(['daemon-reload'])
  run(on ? ['enable', '--now', `${unit}.timer`] : ['disable', '--now', `${unit}.timer`])
}

/** Gives a property list to launchd, or takes it back. Throws Problem('outside'). */
export function setAgent(file: string, label: string, { on, env }: { readonly on: boolean; readonly env: Env }): void {
  const domain = `gui/${String(process.getuid?.() ?? 0)}`
  if (on) runProgram('launchctl', ['bootout', `${domain}/${label}`], { env })
  const ended = runProgram('launchctl', on ? ['bootstrap', domain, file] : ['bootout', `${domain}/${label}`], { env })
  if (on && ended?.status !== 0) throw refused('launchd', ended?.err)
}

/** A file's text, null when there is none. */
export function readFile(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Takes files away; those that are not there are no fault. */
export function removeFiles(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true })
}

function refused(who: string, err: string | undefined): Problem {
  const line = err?.trim().split('\n')[0] ?? ''
  return new Problem('outside', `${who} did not take the reminder${line === '' ? '' : ` (${line})`}.`, {
    hint: 'Another way is "followup schedule install --via cron".',
    code: who,
  })
}

// From cron or over ssh the bus of the person's session is not named; it lies where systemd puts it.
function withBus(env: Env): Env {
  return { XDG_RUNTIME_DIR: `/run/user/${String(process.getuid?.() ?? 0)}`, ...env }
}
