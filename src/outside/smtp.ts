import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import XOAuth2 from 'nodemailer/lib/xoauth2'
import type { MailServer } from '../model/mail.js'
import { Problem } from '../problem.js'
import { isOnThisMachine } from './closed-way.js'
import type { Secret } from './secrets.js'

/** A mail as it goes over the wire, and between which two addresses. */
export interface Parcel {
  readonly from: string
  readonly to: string
  readonly raw: Uint8Array
}

/** Who logs in; null for a server that asks nobody, such as one on this machine. */
export interface Login {
  readonly user: string
  readonly secret: Secret
}

/**
 * Hands one mail to an SMTP server (RFC 5321), once; resolves when the server has taken it on. Throws Problem('outside') with the code 'not-sent' when
 * it has certainly not, and 'unknown' when the way broke off after the server asked for the mail and before it answered.
 */
export async function sendBySmtp(server: MailServer, login: Login | null, { from, to, raw }: Parcel): Promise<void> {
  await connected(server, login, async (connection, failed) => {
    const asked = { for: false }
    const mail = Readable.from(
      (function* () {
        asked.for = true
        yield raw
      })(),
    )
    await new Promise<void>((resolve, reject) => {
      failed((error) => reject(refusal(error, server, asked.for)))
      connection.send({ from, to: [to] }, mail, (error) => (error ? reject(refusal(error, server, asked.for)) : resolve()))
    })
  })
}

/** Logs in and out again; nothing is sent. Throws Problem('outside') with what is wrong. */
export function trySmtp(server: MailServer, login: Login | null): Promise<void> {
  return connected(server, login, () => Promise.resolve())
}

const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000, dnsTimeout: 15_000 }

async function connected(
  server: MailServer,
  login: Login | null,
  work: (connection: SMTPConnection, failed: (tell: (error: Error) => void) => void) => Promise<void>,
): Promise<void> {
  const { host, port, security } = server
  const connection = new SMTPConnection({
    ...{ host, port, ...patience, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    tls: { rejectUnauthorized: !isOnThisMachine(host) },
  })
  let tell: (error: Error) => void = () => undefined
  connection.on('error', (error: Error) => tell(error))
  try {
    await new Promise<void>((resolve, reject) => {
      tell = (error) => reject(refusal(error, server, false))
      connection.connect((error) => (error ? tell(error) : resolve()))
    })
    if (login)
      await new Promise<void>((resolve, reject) => {
        tell = (error) => reject(refusal(error, server, false))
        connection.login(authOf(login), (error) => (error ? tell(error) : resolve()))
      })
    await work(connection, (next) => (tell = next))
  } finally {
    tell = () => undefined
    connection.quit()
    connection.close()
  }
}

function authOf({ user, secret }: Login): { user: string; pass: string } | { user: string; oauth2: XOAuth2 } {
  return secret.kind === 'password' ? { user, pass: secret.value } : { user, oauth2: new XOAuth2({ user, accessToken: secret.value }) }
}

/** An error of the connection, as nodemailer tells it. */
interface Fault extends Error {
  readonly code?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
}

function refusal(error: Fault, { host }: MailServer, asked: boolean): Problem {
  if (asked && error.responseCode === undefined)
    return new Problem('outside', `The way to ${host} broke off while the mail was handed over; whether it left is not known.`, {
      hint: 'Look in your Sent folder, or ask your mail provider; nothing is sent a second time by itself.',
      code: 'unknown',
      cause: error,
    })
  const [says, hint] = wordsFor(error, host)
  return new Problem('outside', says, { hint, code: 'not-sent', cause: error })
}

function wordsFor(error: Fault, host: string): readonly [string, string] {
  const answer = error.response === undefined ? '' : ` (${error.response.split('\n')[0]?.slice(0, 160) ?? ''})`
  if (error.code === 'EAUTH')
    return [`${host} did not take the name or the password${answer}.`, 'Many providers want an app password here: see docs/mail.md.']
  if (error.code === 'ETLS') return [`${host} offers no closed way.`, 'Set smtp-security to tls with port 465, or ask your provider.']
  if (/certificate|altname/i.test(error.message))
    return [`${host} shows a certificate that is not good for it.`, 'Look whether smtp-host is right; nothing was handed over.']
  if (error.code === 'EENVELOPE' && error.responseCode !== undefined)
    return [`${host} did not take the address${answer}.`, 'Look at it: followup contact edit PERSON --email ADDRESS.']
  if (error.responseCode !== undefined)
    return [`${host} did not take the mail${answer}.`, error.responseCode < 500 ? 'Try again in a while.' : 'What it says is the reason.']
  return [`${host} cannot be reached.`, 'Look at your network, and at smtp-host and smtp-port.']
}
