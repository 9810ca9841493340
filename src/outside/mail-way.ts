import type { MailServer } from '../model/mail.js'
import { Problem } from '../problem.js'

/** A server on this machine, such as the bridge of a provider: there alone the way may stay open, and a certificate be its own. */
export function isOnThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** The server itself. Throws Problem('usage') for an open way to another machine: no password and no letter goes there. */
export function requireClosed(server: MailServer, setting: 'imap-security' | 'smtp-security'): MailServer {
  if (server.security !== 'none' || isOnThisMachine(server.host)) return server
  throw new Problem('usage', `The way to ${server.host} would be open to anyone on it.`, {
    hint: `followup config set ${setting} tls`,
    code: 'open-way',
  })
}
