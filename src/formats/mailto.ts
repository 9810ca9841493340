import type { Outgoing } from '../model/letter.js'

/** As long as a mailto: address may be to be safe with every desktop and mail program; a rule of thumb, the RFC names none. */
const longest = 2000

/** A letter as a mailto: address (RFC 6068); null when it would be too long. Not every mail program takes over the thread's In-Reply-To. */
export function mailtoOf({ to, subject, text, inReplyTo }: Outgoing): string | null {
  const fields = { subject, ...(inReplyTo === null ? {} : { 'in-reply-to': inReplyTo }), body: text.replace(/\r?\n/g, '\r\n') }
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const address = encodeURIComponent(to.email ?? '').replace('%40', '@')
  const whole = `mailto:${address}?${query.join('&')}`
  return whole.length <= longest ? whole : null
}
