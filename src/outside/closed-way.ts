import type { MailServer } from '../model/mail.js'
import { Problem } from '../problem.js'

/** A server on this machine, such as the bridge of a provider: there alone the way may stay open, and a certificate be its own. */
export function isOnThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** The server itself. Throws Problem('usage') for an open way to another machine: no password and no letter goes there. */
export function requireClosed(server: MailServer, setting: 'imap-security' | 'smtp-security'): MailServer {
  if (server.security !== 'none' || isOnThisMachine(server.host)) return server
  throw openWay(server.host, `followup config set ${setting} tls`)
}

/** Throws Problem('usage') for an http: address of another machine, as `requireClosed` does. */
export function requireClosedAddress(url: string, setting: 'caldav-url'): void {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:' || isOnThisMachine(hostname.replace(/^\[|\]$/g, ''))) return
  throw openWay(hostname, `followup config set ${setting} ${url.replace(/^http:/, 'https:')}`)
}

function openWay(host: string, hint: string): Problem {
  return new Problem('usage', `The way to ${host} would be open to anyone on it.`, { hint, code: 'open-way' })
}
