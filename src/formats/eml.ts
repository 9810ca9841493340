import MailComposer from 'nodemailer/lib/mail-composer'
import type { Outgoing } from '../model/letter.js'
import type { MailAddress } from '../model/mail.js'

/** What a letter's head says beside what the letter does. */
export interface MailHead {
  /** Null for a draft whose sender the mail program fills in. */
  readonly from: MailAddress | null
  /** With its angle brackets. */
  readonly messageId: string
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** X-Unsent: mail programs open it as a draft to be looked at and sent. */
  readonly draft: boolean
}

/** A letter as a mail (RFC 5322): one reader, names in any script (RFC 2047), lines short enough for every server, and the head of its thread. */
export function emlOf({ to, subject, text, inReplyTo, references }: Outgoing, { from, messageId, at, draft }: MailHead): Promise<Buffer> {
  return new MailComposer({
    ...(from === null ? {} : { from }),
    ...(to.email === null ? {} : { to: { name: to.name ?? '', address: to.email } }),
    subject,
    text: `${text}\n`,
    messageId,
    date: new Date(at),
    ...(inReplyTo === null ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references: [...references] }),
    ...(draft ? { headers: { 'X-Unsent': '1' } } : {}),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
