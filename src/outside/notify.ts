import { existsSync } from 'node:fs'
import { Problem } from '../problem.js'
import { runProgram } from './programs.js'
import type { Ended, Env } from './programs.js'

/** What a notice says. */
export interface Notice {
  readonly title: string
  readonly body: string
}

/** Shows a notice on the person's desktop; its text is never part of a script. Throws Problem('outside') when it cannot be shown. */
export function notify(notice: Notice, env: Env): void {
  const ended = showers[process.platform]?.(notice, withBus(env)) ?? showOnBus(notice, withBus(env))
  if (ended?.status === 0) return
  const said = ended?.err.trim().split('\n')[0] ?? ''
  throw new Problem('outside', `No notice could be shown on your desktop${said === '' ? '' : ` (${said})`}.`, {
    hint:
      ended === null ? 'Install notify-send (libnotify), or use --command.' : 'You may not be logged in there; --command needs no desktop.',
    code: 'notify',
  })
}

/** Why no notice could be shown from here; null when one could. */
export function noDesktop(env: Env, isInstalled: (program: string) => boolean): string | null {
  const program = process.platform === 'darwin' ? 'osascript' : process.platform === 'win32' ? 'powershell' : 'notify-send'
  if (!isInstalled(program)) return `There is no ${program} here, which shows notices.`
  const needsBus = program === 'notify-send' && !withBus(env)['DBUS_SESSION_BUS_ADDRESS']
  return needsBus ? 'No session bus is to be found: nobody is logged in to a desktop here.' : null
}

type Shower = (notice: Notice, env: Env) => Ended | null
const showers: Partial<Record<NodeJS.Platform, Shower>> = { darwin: showOnMac, win32: showOnWindows }

// Desktop Notifications Specification: '<' and '&' are markup in a body.
function showOnBus({ title, body }: Notice, env: Env): Ended | null {
  const marked = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return runProgram('notify-send', ['--app-name=followup', '--', title, marked], { env })
}

function showOnMac({ title, body }: Notice, env: Env): Ended | null {
  const script = 'on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run'
  return runProgram('osascript', ['-e', script, title, body], { env })
}

function showOnWindows({ title, body }: Notice, env: Env): Ended | null {
  const script = `Add-Type -AssemblyName System.Windows.Forms
$icon = New-Object System.Windows.Forms.NotifyIcon
$icon.Icon = [System.Drawing.SystemIcons]::Information
$icon.Visible = $true
$icon.ShowBalloonTip(10000, $env:FOLLOWUP_TITLE, $env:FOLLOWUP_BODY, 'Info')
Start-Sleep -Seconds 5
$icon.Dispose()`
  const told = { ...env, FOLLOWUP_TITLE: title, FOLLOWUP_BODY: body }
  return runProgram('powershell', ['-NoProfile', '-Command', script], { env: told, timeoutMs: 20_000 })
}

// Cron names no session bus; where somebody is logged in it lies here.
function withBus(env: Env): Env {
  if (env['DBUS_SESSION_BUS_ADDRESS']) return env
  const socket = `${env['XDG_RUNTIME_DIR'] ?? `/run/user/${String(process.getuid?.() ?? 0)}`}/bus`
  return existsSync(socket) ? { ...env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` } : env
}
