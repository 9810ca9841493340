import { ImapFlow } from 'imapflow'
import { imapTrouble } from './imap-trouble.js'
import { isOnThisMachine, requireClosed } from './closed-way.js'
import type { MailAccount } from './mail-account.js'

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

const timeouts = { connectionTimeout: 20_000, greetingTimeout: 15_000, socketTimeout: 60_000 } as const
// Texts are asked for in pieces; only the fields of a hostile head may be long, and one such mail must not stop the rest.
const bounds = { maxLineLength: 20_000_000, maxLiteralSize: 60_000_000, maxResponseSize: 90_000_000 } as const
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
