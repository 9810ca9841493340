import { Problem } from '../problem.js'
import { findProgram, runProgram } from './programs.js'
import type { Env } from './programs.js'

/** Whether this machine has a crontab to write to. */
export function hasCron(env: Env): boolean {
  return findProgram('crontab', env) !== null
}

/** The person's crontab, '' when there is none. Throws Problem('outside') when it cannot be read. */
export function readCrontab(env: Env): string {
  const ended = runProgram('crontab', ['-l'], { env: { ...env, LC_ALL: 'C' } })
  if (ended?.status === 0) return ended.out
  if (ended && ended.status === 1 && /no crontab/i.test(ended.err)) return ''
  throw new Problem('outside', `Your crontab cannot be read${said(ended?.err)}.`, {
    hint: 'It is left as it is. "crontab -l" says more; "followup schedule print --via cron" shows the line to add by hand.',
    code: 'crontab',
  })
}

/** Puts a text in the place of the crontab `before`, and reads it back: should it differ, the old one is put back. Throws Problem('outside'). */
export function writeCrontab(text: string, before: string, env: Env): void {
  const ended = put(text, env)
  const written = ended?.status === 0
  if (written && readCrontab(env) === text) return
  if (written) put(before, env)
  throw new Problem('outside', `Your crontab cannot be changed${said(ended?.err)}.`, {
    hint: 'It is as it was. "followup schedule print --via cron" shows the line to add by hand.',
    code: 'crontab',
  })
}

// An empty crontab is one that is taken away.
function put(text: string, env: Env): ReturnType<typeof runProgram> {
  return text === '' ? runProgram('crontab', ['-r'], { env }) : runProgram('crontab', ['-'], { env, input: text })
}

function said(err: string | undefined): string {
  const line = err?.trim().split('\n')[0] ?? ''
  return line === '' ? '' : ` (${line})`
}
