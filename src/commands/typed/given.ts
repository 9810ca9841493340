import { Problem } from '../../problem.js'

/** The value as one of the choices. Throws Problem('usage') naming them when it is another, or missing. */
export function oneOf<T extends string>(value: string | undefined, choices: readonly T[], flag: string): T {
  const found = choices.find((one) => one === value)
  if (found !== undefined) return found
  const says = value === undefined ? `A word is missing: ${missing[flag] ?? flag}.` : `${flag} cannot be "${value}".`
  throw new Problem('usage', says, { hint: `It is one of: ${choices.join(', ')}.`, code: value === undefined ? 'missing' : 'bad-value' })
}

/** What the words are that can be given without their option. */
const missing: Readonly<Record<string, string>> = { '--outcome': 'what came of the call', '--as': 'how it ended', '--kind': 'what came in' }

/** The fields that were given: those that are undefined are left out. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** Throws Problem('usage') when a flag was given that does not go with the rest. */
export function refuseFlag(value: unknown, says: string, hint: string): void {
  if (value !== undefined) throw new Problem('usage', says, { hint, code: 'flags' })
}
