import { Problem } from '../problem.js'

/** What may be bound to a statement. */
export type Value = string | number | null

/** The values as they are; throws when SQLite would quietly store something else (undefined, NaN, unsafe integers, lone surrogates, NUL). */
export function bind(values: readonly Value[]): readonly Value[] {
  for (const value of values) {
    const wrong = faultOf(value)
    if (wrong) throw unstorable(wrong)
  }
  return values
}

/** The data of a fact as JSON text; throws when reading it back would give anything else. */
export function encode(data: object): string {
  requireStorable(data)
  return JSON.stringify(data)
}

function requireStorable(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      requireStorable(key)
      requireStorable(part)
    }
    return
  }
  const wrong = typeof value === 'boolean' ? null : faultOf(value)
  if (wrong) throw unstorable(wrong)
}

function faultOf(value: unknown): string | null {
  if (value === null) return null
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) return 'half a character'
    return value.includes('\0') ? 'a NUL character' : null
  }
  if (typeof value !== 'number') return `a value of type ${typeof value}`
  if (Number.isInteger(value) ? !Number.isSafeInteger(value) : !Number.isFinite(value)) return `the number ${value}`
  return null
}

// By numbers: \p{Surrogate} means the same, and costs each command 0.1 ms.
const LONE_SURROGATE = /[\ud800-\udfff]/u

function unstorable(what: string): Problem {
  return new Problem('usage', `${what} cannot be stored`, { hint: 'Nothing was recorded; leave it out and try again.', code: 'unstorable' })
}
