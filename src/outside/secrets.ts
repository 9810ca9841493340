import { Problem } from '../problem.js'
import { runProgram } from './programs.js'
import type { Env } from './programs.js'

/** What opens a mailbox. */
export interface Secret {
  readonly kind: 'password' | 'token'
  readonly value: string
}

/** Where a secret comes from: command lines of the person's own; null = none. */
export interface SecretSources {
  readonly passwordCommand: string | null
  readonly tokenCommand: string | null
}

/**
 * The secret of the mailbox: FOLLOWUP_MAIL_TOKEN or FOLLOWUP_MAIL_PASSWORD, else the first line a command prints; a keyring is read by its own command.
 * Never kept, never handed to another program. Throws Problem('outside') when a command fails, Problem('usage') when nobody says.
 */
export function mailSecret({ passwordCommand, tokenCommand }: SecretSources, env: Env): Secret {
  const [token, password] = [env['FOLLOWUP_MAIL_TOKEN'], env['FOLLOWUP_MAIL_PASSWORD']]
  if (token) return { kind: 'token', value: token }
  if (password) return { kind: 'password', value: password }
  if (tokenCommand !== null) return { kind: 'token', value: firstLineOf(tokenCommand, env) }
  if (passwordCommand !== null) return { kind: 'password', value: firstLineOf(passwordCommand, env) }
  throw new Problem('usage', 'No password for the mailbox is at hand.', {
    hint: 'Name the command that prints it: followup config set mail-password-command "pass show mail"',
    code: 'no-password',
  })
}

/** The first line that a command for a password prints. Throws Problem('outside') when it fails, or prints nothing. */
// Its output is a secret, and so may be what it complains about: neither is repeated.
export function firstLineOf(line: string, env: Env): string {
  const ended = runProgram('/bin/sh', ['-c', line], { env, timeoutMs: 60_000 })
  const first = ended?.out.split(/\r?\n/)[0] ?? ''
  if (ended?.status === 0 && first !== '') return first
  const how =
    ended === null || ended.status === null
      ? 'did not end within a minute'
      : ended.status === 0
        ? 'printed nothing'
        : `ended with ${String(ended.status)}`
  throw new Problem('outside', `The command for the password, "${line}", ${how}.`, {
    hint: 'Run it by itself in a terminal: its first line should be the password.',
    code: 'password-command',
  })
}
