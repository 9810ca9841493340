import { jsonOf } from '../formats/json.js'
import type { Day } from '../model/day.js'
import { exitCodes, isProblem, Problem, sentence } from '../problem.js'
import { codeOf } from '../store/place.js'
import { page, paragraph } from '../views/layout.js'
import { noPaint } from '../views/screen.js'
import { drawn } from './screen-of.js'
import type { Surroundings } from './surroundings.js'

/** Says on stderr what went wrong, in one sentence and one hint (or as JSON), and returns the exit code. */
export async function tell(error: unknown, { here, json }: { readonly here: Surroundings; readonly json: boolean }): Promise<number> {
  const problem = problemOf(error)
  const { code, hint } = problem
  const message = sentence(problem.message)
  const lines = [message, ...(hint === null ? [] : [hint])].map((text) => text.replace(CONTROLS, ' '))
  here.write('err', json ? `${jsonOf({ error: { code, message, hint } })}\n` : await wrapped(lines, here))
  if (here.env['FOLLOWUP_DEBUG'] === '1') here.write('err', stackOf(error))
  return exitCodes[problem.kind]
}

function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error
  const code = codeOf(error)
  if (code.startsWith('SQLITE_')) {
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

/** A line each; on a terminal no word is broken by its edge. */
function wrapped(lines: readonly string[], here: Surroundings): Promise<string> {
  const width = here.columns() ?? 0
  if (width === 0) return Promise.resolve(page(lines))
  const screen = { width, plain: false, paint: noPaint, today: noDay }
  return drawn((on) => page(lines.flatMap((text) => paragraph(text, on))), screen)
}

// A sentence about what went wrong shows no day that hangs on today.
const noDay = '2000-01-01' as Day

function stackOf(error: unknown): string {
  const { stack, cause } = (error ?? {}) as { readonly stack?: unknown; readonly cause?: unknown }
  return `${String(stack ?? error)}\n${cause === undefined ? '' : `caused by ${stackOf(cause)}`}`
}

// eslint-disable-next-line no-control-regex -- they are what must not reach a terminal
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g
