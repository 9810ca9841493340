/** The job as a noun: 'the Operations Director role', 'the role' when it has no name that fits. */
export function job(role: string | null): string {
  const name = (role ?? '').replace(/\s*\([^()]*\)/g, '').trim()
  if (name === '' || name.length > longest || /[{}<>[\]|\n\r\t!?]/.test(name)) return 'the role'
  return /\b(?:role|job|post|position)$/i.test(name) ? `the ${name}` : `the ${name} role`
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const longest = 90
