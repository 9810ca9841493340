import type { MailServer } from '../model/mail.js'
import type { Secret } from './secrets.js'

/** A mailbox on an IMAP server (RFC 9051), and what opens it. */
export interface MailAccount extends MailServer {
  readonly user: string
  readonly secret: Secret
}
