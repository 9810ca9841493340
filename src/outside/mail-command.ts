import { Problem } from '../problem.js'
import { runProgram } from './programs.js'
import type { Env } from './programs.js'

/**
 * Hands a mail to a command line of the person's own that works as `sendmail -t` does (readers from the head, exit 0 when it was taken on). Throws
 * Problem('outside') with the code 'not-sent' when it ended otherwise, and 'unknown' when it did not end within two minutes.
 */
export function sendByCommand(line: string, raw: Uint8Array, env: Env): void {
  // What such programs read ends its lines as files here do.
  const input = Buffer.from(raw).toString('utf8').replaceAll('\r\n', '\n')
  const ended = runProgram('/bin/sh', ['-c', line], { env, input, timeoutMs: 120_000 })
  if (ended?.status === 0) return
  if (ended === null || ended.status === null)
    throw new Problem('outside', `The mail command "${line}" did not end within two minutes; whether the mail left is not known.`, {
      hint: 'Look in its log and your Sent folder; nothing is sent a second time by itself.',
      code: 'unknown',
    })
  const said = ended.err.trim().split('\n')[0] ?? ''
  throw new Problem('outside', `The mail command "${line}" ended with ${String(ended.status)}${said === '' ? '' : ` (${said})`}.`, {
    hint: 'Try it by itself with a mail to yourself; nothing was sent.',
    code: 'not-sent',
  })
}
