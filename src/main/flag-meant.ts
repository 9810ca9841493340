import { isProblem, Problem } from '../problem.js'
import { keyOf } from '../program/table.js'
import type { Args, Verb } from '../program/table.js'

/** A problem with a day or an hour that was typed after one flag, its hint naming that flag so that it can be typed; everything else as it is. */
export function namingFlag(error: unknown, verb: Pick<Verb, 'flags'>, args: Args): unknown {
  if (!isProblem(error) || (error.code !== 'bad-day' && error.code !== 'bad-time') || !isOpen(error.hint)) return error
  const typed = verb.flags.filter(({ name }) => {
    const value = args[keyOf(name)]
    return typeof value === 'string' && error.message.includes(`"${value.trim()}"`)
  })
  const [flag] = typed
  if (!flag || typed.length > 1) return error
  const hint = error.hint?.replace(/^Write /, `After --${flag.name} write `)
  return new Problem(error.kind, error.message, { hint, code: error.code, cause: error.cause })
}

/** Whether a hint tells what to write and names no flag yet. */
function isOpen(hint: string | null): boolean {
  return hint !== null && hint.startsWith('Write ') && !hint.includes('--')
}
