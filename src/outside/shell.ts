import { Problem } from '../problem.js'
import { runProgram } from './programs.js'
import type { Env } from './programs.js'

/** Runs a command line that the person wrote, through their shell, with `input` on its standard input; a minute at most. Throws Problem('outside') when it fails. */
export function runLine(line: string, input: string, env: Env): void {
  const ended = runProgram('/bin/sh', ['-c', line], { env, input, timeoutMs: 60_000 })
  if (ended?.status === 0) return
  const said = ended?.err.trim().split('\n')[0] ?? ''
  const how = ended === null || ended.status === null ? 'did not end within a minute' : `ended with ${String(ended.status)}`
  throw new Problem('outside', `The command "${line}" ${how}${said === '' ? '' : ` (${said})`}.`, {
    hint: 'Try it by itself: echo test | ' + line,
    code: 'command',
  })
}
