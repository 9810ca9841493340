import { numberWord } from '../model/number-word.js'

/** The job as a noun: 'the Operations Director role', 'the role' when it has no name that fits. */
export function job(role: string | null): string {
  const name = (role ?? '').replace(/\s*\([^()]*\)/g, '').trim()
  if (name === '' || name.length > longest || /[{}<>[\]|\n\r\t!?]/.test(name)) return 'the role'
  return /\b(?:role|job|post|position)$/i.test(name) ? `the ${name}` : `the ${name} role`
}

/** Several jobs as one noun: 'the Planner and Buyer roles', 'both roles' where one of the two has no name; with `houses` each with the company it is at. */
export function jobs(roles: readonly { readonly role: string | null; readonly company: string }[], houses: boolean): string {
  const names = roles.map(({ role }) => job(role))
  if (houses) return inARow(names.map((name, at) => `${name} at ${roles[at]?.company ?? ''}`))
  if (names.includes('the role')) return roles.length === 2 ? 'both roles' : `all ${numberWord(roles.length)} roles`
  const plain = names.flatMap((name) => /^the (.+) role$/.exec(name)?.[1] ?? [])
  return plain.length === names.length ? `the ${inARow(plain)} roles` : inARow(names)
}

/** 'A', 'A and B', 'A, B and C'. */
export function inARow(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const longest = 90
