import { inARow } from '../model/in-a-row.js'
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
  const count = roles.length === 2 ? 'both' : `all ${numberWord(roles.length)}`
  if (houses) return inARow(names.map((name, at) => `${name} at ${roles[at]?.company ?? ''}`))
  if (names.includes('the role')) return `${count} roles`
  const plain = names.flatMap((name) => /^the (.+) role$/.exec(name)?.[1] ?? [])
  if (new Set(plain).size === 1 && plain.length === names.length) return `${count} ${plain[0] ?? ''} roles`
  return plain.length === names.length ? `the ${inARow(plain)} roles` : inARow(names)
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const longest = 90
