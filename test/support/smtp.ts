import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** How a server behaves: what it refuses, and where it lets go of the line. */
export interface Manners {
  readonly refuses?: 'login' | 'reader' | 'mail' | 'mail-for-now'
  /** Lets go before it answers: when it has asked for the mail, or when it has all of it. */
  readonly drops?: 'on-data' | 'after-data'
  /** Offers no STARTTLS. */
  readonly open?: true
  /** TLS from the first byte. */
  readonly secure?: true
  /** Takes letters from nobody who has not logged in. */
  readonly asksName?: true
}

/** A real SMTP server in this process, on a port of its own; `mails` is what it took on, `seen` every mail of which it got the end. */
export interface MailHost {
  readonly port: number
  readonly mails: string[]
  readonly seen: string[]
  readonly readers: string[]
  manners: Manners
  readonly close: () => Promise<void>
}

/** Starts one; its certificate is its own, signed by nobody. */
export async function startMailHost(first: Manners = {}): Promise<MailHost> {
  const host = { mails: [] as string[], seen: [] as string[], readers: [] as string[], manners: first }
  const server = new SMTPServer({
    logger: false,
    secure: first.secure === true,
    authOptional: first.asksName !== true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: first.open ? ['STARTTLS'] : [],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password, accessToken }, _, answer) => {
      const isRight = username === 'me@example.org' && (password === 'right' || accessToken === 'token')
      if (isRight && host.manners.refuses !== 'login') answer(null, { user: username })
      else answer(Object.assign(new Error('Username and password not accepted'), { responseCode: 535 }))
    },
    onRcptTo: ({ address }, _, answer) => {
      if (host.manners.refuses === 'reader') return answer(Object.assign(new Error('No such person here'), { responseCode: 550 }))
      host.readers.push(address)
      answer()
    },
    onData: (stream, _, answer) => {
      const chunks: Buffer[] = []
      if (host.manners.drops === 'on-data') stream.once('data', () => cut(server))
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', () => undefined)
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString()
        if (host.manners.drops === 'on-data') return
        host.seen.push(mail)
        if (host.manners.drops === 'after-data') return cut(server)
        if (host.manners.refuses === 'mail') return answer(Object.assign(new Error('Looks like spam'), { responseCode: 554 }))
        if (host.manners.refuses === 'mail-for-now') return answer(Object.assign(new Error('Try again later'), { responseCode: 451 }))
        host.mails.push(mail)
        answer()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(host, {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function cut(server: SMTPServer): void {
  for (const one of server.connections) (one as unknown as { _socket: { destroy: () => void } })._socket.destroy()
}
