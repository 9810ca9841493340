import { ImapFlow } from 'imapflow'
import type { MailServer } from '../model/mail.js'
import { imapTrouble } from './imap-trouble.js'
import { isOnThisMachine, requireClosed } from './mail-way.js'
import type { Secret } from './secrets.js'

/** A mailbox on an IMAP server (RFC 9051), and what opens it. */
export interface MailAccount extends MailServer {
  readonly user: string
  readonly secret: Secret
}

/** A folder as the server lists it (RFC 3501 7.2.2); `use` is what it is for where the server says so (RFC 6154): '\Drafts', '\Sent'. */
export interface MailFolder {
  readonly name: string
  readonly use: string | null
}

/**
 * Logs in, lets `act` work with the open connection, and logs out whatever comes of it. Throws Problem('usage') for an unclosed way to another machine,
 * Problem('outside') with the server's fault as a sentence; what `act` throws of its own goes through.
 */
export async function inMailbox<T>(account: MailAccount, act: (client: ImapFlow) => Promise<T>): Promise<T> {
  requireClosed(account, 'imap-security')
  const client = clientOf(account)
  // Without a listener a connection that breaks off later ends the program; the command under way is told anyhow.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const came = await act(client)
    await client.logout().catch(() => undefined)
    return came
  } catch (error) {
    throw imapTrouble(error, account)
  } finally {
    client.close()
  }
}

/** All folders that can hold mail, in the order of the server. */
export async function foldersOf(client: ImapFlow): Promise<readonly MailFolder[]> {
  const found = await client.list()
  return found.filter(({ flags }) => !flags.has('\\Noselect')).map(({ path, specialUse }) => ({ name: path, use: specialUse ?? null }))
}

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 15_000, socketTimeout: 60_000 } as const
// A message's text is asked for in pieces; nothing a server has to say is longer.
const bounds = { maxLineLength: 20_000_000, maxLiteralSize: 20_000_000, maxResponseSize: 50_000_000 } as const
const unnamed = { name: '', version: '', vendor: '', 'support-url': '' } as const

function clientOf({ host, port, security, user, secret }: MailAccount): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    auth: secret.kind === 'token' ? { user, accessToken: secret.value } : { user, pass: secret.value },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isOnThisMachine(host) },
    logger: false,
    disableAutoIdle: true,
    clientInfo: unnamed,
    ...timeouts,
    ...bounds,
  })
}
