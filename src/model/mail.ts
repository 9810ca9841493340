import type { Day } from './day.js'

/** Somebody in the head of a mail; the address in lower case, '' when there is none. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** A delivery report (RFC 3464): whom the mail did not reach, and which mail it was; Message-IDs with their angle brackets. */
export interface DeliveryReport {
  /** 'failed', 'delayed', 'delivered', 'relayed' or 'expanded', of the gravest recipient. */
  readonly action: string
  readonly recipients: readonly string[]
  readonly messageIds: readonly string[]
}

/** What of a mail is looked at: some of its head, its text, and never its attachments. */
export interface Mail {
  /** With its angle brackets; null when it has none. */
  readonly messageId: string | null
  /** In-Reply-To and References (RFC 5322 3.6.4), the nearest first. */
  readonly answers: readonly string[]
  readonly from: MailAddress | null
  readonly to: readonly MailAddress[]
  readonly subject: string
  /** The day in the Date field, on the sender's own clock, else the one on which it was received; null when there is none, or none that can be. */
  readonly sent: Day | null
  /** Fields by their names in lower case; of one that stands there twice the first. */
  readonly head: ReadonlyMap<string, string>
  readonly text: string
  readonly report: DeliveryReport | null
  /** The METHOD of an attached calendar object (RFC 5546), upper case. */
  readonly calendar: string | null
}

/** A server of mail, and how the way there is closed; 'starttls' goes no further without it. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
}

/** A mail that was found somewhere, or a sentence on why it could not be read. */
export type Caught = { readonly place: string } & ({ readonly mail: Mail } | { readonly fault: string })
