import { spawnSync } from 'node:child_process'
import { openSync, closeSync, writeSync } from 'node:fs'
import { Problem } from '../problem.js'
import { environmentForOthers, findProgram } from './programs.js'
import type { Env } from './programs.js'

/** Puts a text on the clipboard: of Wayland, X, macOS, Windows, tmux, or by OSC 52 of the terminal itself, which works over ssh. Throws Problem('outside'). */
export function copyText(text: string, env: Env): void {
  const tool = ways.find(([name, , fits]) => fits(env) && findProgram(name, env) !== null)
  if (tool ? ranWell(tool, text, env) : throughTerminal(text, env)) return
  throw new Problem('outside', tool ? `${tool[0]} did not take the text.` : 'There is no clipboard here.', {
    hint: 'Print it with --no-input, or keep it in a file with --out FILE.',
    code: 'clipboard',
  })
}

type Way = readonly [name: string, words: readonly string[], fits: (env: Env) => boolean]

const isSet =
  (name: string) =>
  (env: Env): boolean =>
    Boolean(env[name])

const ways: readonly Way[] = [
  ['wl-copy', [], isSet('WAYLAND_DISPLAY')],
  ['xclip', ['-selection', 'clipboard'], isSet('DISPLAY')],
  ['xsel', ['--clipboard', '--input'], isSet('DISPLAY')],
  ['pbcopy', [], (env) => !env['SSH_CONNECTION']],
  ['clip.exe', [], (env) => !env['SSH_CONNECTION']],
  ['tmux', ['load-buffer', '-w', '-'], isSet('TMUX')],
]

// What it prints is not read: xclip and wl-copy stay behind to serve the text, and would hold a pipe open.
function ranWell([name, words]: Way, text: string, env: Env): boolean {
  const input = name === 'clip.exe' ? Buffer.from(`\ufeff${text}`, 'utf16le') : text
  const { status } = spawnSync(findProgram(name, env) ?? name, [...words], {
    env: environmentForOthers(env),
    input,
    stdio: ['pipe', 'ignore', 'ignore'],
    timeout: 5000,
  })
  return status === 0
}

/** OSC 52 (xterm's control sequences). */
function throughTerminal(text: string, env: Env): boolean {
  if (env['TERM'] === 'dumb' || !env['TERM']) return false
  try {
    const terminal = openSync('/dev/tty', 'w')
    writeSync(terminal, `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`)
    closeSync(terminal)
    return true
  } catch {
    return false
  }
}
