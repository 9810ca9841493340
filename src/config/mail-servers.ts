import type { MailServer } from '../model/mail.js'
import type { Settings } from '../model/settings.js'

interface Provider {
  readonly smtp: MailServer
  readonly imap: MailServer
}

const tls = (host: string, port: number): MailServer => ({ host, port, security: 'tls' })
const startTls = (host: string, port = 587): MailServer => ({ host, port, security: 'starttls' })

/** As the providers' own help pages give them (looked up 2026); docs/mail.md says what each wants as a password. */
const providers: Readonly<Record<string, Provider>> = {
  gmail: { smtp: tls('smtp.gmail.com', 465), imap: tls('imap.gmail.com', 993) },
  outlook: { smtp: startTls('smtp-mail.outlook.com'), imap: tls('outlook.office365.com', 993) },
  microsoft365: { smtp: startTls('smtp.office365.com'), imap: tls('outlook.office365.com', 993) },
  icloud: { smtp: startTls('smtp.mail.me.com'), imap: tls('imap.mail.me.com', 993) },
  yahoo: { smtp: tls('smtp.mail.yahoo.com', 465), imap: tls('imap.mail.yahoo.com', 993) },
  fastmail: { smtp: tls('smtp.fastmail.com', 465), imap: tls('imap.fastmail.com', 993) },
  zoho: { smtp: tls('smtp.zoho.com', 465), imap: tls('imap.zoho.com', 993) },
  gmx: { smtp: startTls('mail.gmx.net'), imap: tls('imap.gmx.net', 993) },
  webde: { smtp: startTls('smtp.web.de'), imap: tls('imap.web.de', 993) },
  mailbox: { smtp: tls('smtp.mailbox.org', 465), imap: tls('imap.mailbox.org', 993) },
  proton: { smtp: startTls('127.0.0.1', 1025), imap: startTls('127.0.0.1', 1143) },
}

/** Providers whose servers are known by name. */
export const mailProviders: readonly string[] = Object.keys(providers)

/** Where mail is handed in: the host that is named, else the provider's; null when neither is. */
export function smtpServer(settings: Settings): MailServer | null {
  return serverOf(settings, 'smtp')
}

/** Where mail is read: the host that is named, else the provider's; null when neither is. */
export function imapServer(settings: Settings): MailServer | null {
  return serverOf(settings, 'imap')
}

function serverOf(settings: Settings, way: 'smtp' | 'imap'): MailServer | null {
  const host = settings[`${way}-host`]
  if (host !== null) return { host, port: Number(settings[`${way}-port`]), security: settings[`${way}-security`] }
  return providers[settings['mail-provider'] ?? '']?.[way] ?? null
}
