import { exitCodes, isProblem, Problem } from '../problem.js'
import type { Surroundings } from './surroundings.js'

/** Says on stderr what went wrong, in one sentence and one hint (or as JSON), and returns the exit code. */
export function tell(error: unknown, { here, json }: { readonly here: Surroundings; readonly json: boolean }): number {
  const problem = problemOf(error)
  const { code, hint } = problem
  const message = sentence(problem.message)
  here.write(
    'err',
    json ? `${JSON.stringify({ error: { code, message, hint } })}\n` : [message, ...(hint === null ? [] : [hint])].map(line).join(''),
  )
  if (here.env['FOLLOWUP_DEBUG'] === '1') here.write('err', stackOf(error))
  return exitCodes[problem.kind]
}

function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown }
  // Inquirer's way to say that Ctrl-C was pressed.
  if (name === 'ExitPromptError') return new Problem('interrupted', 'Stopped.')
  if (typeof code === 'string' && code.startsWith('SQLITE_')) {
    return new Problem('store', `The store cannot be used (${code}).`, {
      hint: '"followup doctor" looks at it; nothing was changed.',
      code: 'store',
    })
  }
  const message =
    error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error) ? String(error.message) : String(error)
  return new Problem('failed', `followup stopped: ${message}`, {
    hint: 'This is a mistake in followup; FOLLOWUP_DEBUG=1 shows more.',
    code: 'unexpected',
  })
}

function sentence(text: string): string {
  return /[.?:"]$/.test(text) ? text : `${text}.`
}

function line(text: string): string {
  return `${text.replace(CONTROLS, ' ')}\n`
}

function stackOf(error: unknown): string {
  const { stack, cause } = (error ?? {}) as { readonly stack?: unknown; readonly cause?: unknown }
  return `${String(stack ?? error)}\n${cause === undefined ? '' : `caused by ${stackOf(cause)}`}`
}

// eslint-disable-next-line no-control-regex -- they are what must not reach a terminal
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g
