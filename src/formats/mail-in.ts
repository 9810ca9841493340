import type { Address, Email } from 'postal-mime'
import { isDay } from '../model/day.js'
import type { Day } from '../model/day.js'
import type { DeliveryReport, Mail, MailAddress } from '../model/mail.js'
import { Problem } from '../problem.js'
import { postalMime } from './postal-mime.js'

/** Bytes of a mail that are looked at, parts it may have, and letters of its text that are read. */
export const mailBounds = { bytes: 2_000_000, parts: 300, text: 60_000 } as const

/** Reads one mail (RFC 5322, MIME) from its bytes; what lies behind the bounds is not looked at. Throws Problem('failed') for what is no mail. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  const head = bytes.subarray(0, mailBounds.bytes)
  if (partsIn(head) > mailBounds.parts) throw unreadable('it has more parts than any letter has')
  let email: Email
  let text: string
  try {
    email = await postalMime.parse(head, { maxNestingDepth: 20, maxHeadersSize: 300_000, forceRfc822Attachments: true })
    text = await textOf(email)
  } catch (error) {
    throw unreadable('it is built in a way that cannot be followed', error)
  }
  if (!email.from && email.headers.length < 2) throw unreadable('it has no head with a sender')
  return {
    messageId: idsIn(email.messageId ?? '')[0] ?? null,
    answers: [...new Set([...idsIn(email.inReplyTo ?? ''), ...idsIn(email.references ?? '').reverse()])],
    from: email.from ? (mailboxes([email.from])[0] ?? null) : null,
    to: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]),
    subject: clean(email.subject ?? '').slice(0, 500),
    sent: dayIn(rawHeader(email, 'date')) ?? dayIn(rawHeader(email, 'received').split(';').at(-1) ?? ''),
    head: new Map([...email.headers].reverse().map(({ key, value }) => [key.toLowerCase(), clean(value).slice(0, 2000)])),
    text: text.slice(0, mailBounds.text),
    report: reportOf(email),
    calendar: methodOf(email),
  }
}

function unreadable(why: string, cause?: unknown): Problem {
  return new Problem('failed', `This mail cannot be read: ${why}.`, {
    hint: 'Record what it says with "followup heard".',
    code: 'mail',
    cause,
  })
}

/** How many parts a mail may have: every part begins with a line of two hyphens. Stops counting behind the bound. */
export function partsIn(bytes: Uint8Array): number {
  let parts = 0
  for (let at = bytes.indexOf(10); at >= 0 && parts <= mailBounds.parts; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45 && bytes[at + 3] !== 10 && bytes[at + 3] !== 13 && bytes[at + 3] !== 32) parts += 1
  }
  return parts
}

function mailboxes(found: readonly Address[]): readonly MailAddress[] {
  return found.slice(0, 200).flatMap((one) => {
    const members = one.group ?? [one]
    return members.map(({ name, address }) => ({ name: clean(name), address: clean(address ?? '').toLowerCase() }))
  })
}

function idsIn(text: string): string[] {
  return [...text.slice(0, 20_000).matchAll(/<[^<>\s]{1,300}>/g)].map(([id]) => id)
}

function rawHeader(email: Email, name: string): string {
  return email.headers.find(({ key }) => key.toLowerCase() === name)?.value ?? ''
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

// RFC 5322 3.3, as the sender's clock had it; a day that does not exist is no day.
function dayIn(text: string): Day | null {
  const found = /(?:^|[\s,])(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\b/.exec(text.slice(0, 200))
  const month = months.indexOf((found?.[2] ?? '').toLowerCase()) + 1
  const day = `${found?.[3] ?? ''}-${String(month).padStart(2, '0')}-${(found?.[1] ?? '').padStart(2, '0')}`
  return found && month > 0 && isDay(day) ? day : null
}

async function textOf({ text, html }: Email): Promise<string> {
  if (text !== undefined && text.trim() !== '') return text
  if (html === undefined) return ''
  const { convert } = await import('html-to-text')
  const skipped = ['img', 'style', 'script', 'hr'].map((selector) => ({ selector, format: 'skip' }))
  const quote = { selector: 'blockquote', format: 'blockquote', options: { leadingLineBreaks: 1 } }
  return convert(html.slice(0, 200_000), {
    wordwrap: false,
    selectors: [...skipped, quote, { selector: 'a', options: { hideLinkHrefIfSameAsText: true } }],
  })
}

function reportOf({ attachments }: Email): DeliveryReport | null {
  const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!status) return null
  const text = contentOf(status.content)
  const actions = [...text.matchAll(/^action:\s*([a-z]+)/gim)].map(([, action = '']) => action.toLowerCase())
  const recipients = [...text.matchAll(/^(?:final|original)-recipient:[^;\n]*;\s*<?([^\s<>]+@[^\s<>]+)/gim)].map(([, address = '']) =>
    address.toLowerCase(),
  )
  const originals = attachments.filter(({ mimeType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/rfc822-headers|message\/global)/.test(mimeType),
  )
  const ids = originals.flatMap(({ content }) => idsIn(/^message-id:\s*(\S+)/im.exec(contentOf(content))?.[1] ?? ''))
  return { action: actions.includes('failed') ? 'failed' : (actions[0] ?? 'failed'), recipients: [...new Set(recipients)], messageIds: ids }
}

function methodOf({ attachments, headers }: Email): string | null {
  const part = attachments.find(({ mimeType, filename }) => mimeType === 'text/calendar' || /\.ics$/i.test(filename ?? ''))
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!part && !/^text\/calendar/i.test(type)) return null
  const text = part ? contentOf(part.content) : ''
  return (/^method:\s*([a-z]+)/im.exec(text)?.[1] ?? /method="?([a-z]+)/i.exec(type)?.[1] ?? 'PUBLISH').toUpperCase()
}

function contentOf(content: string | ArrayBuffer | Uint8Array): string {
  return (typeof content === 'string' ? content : new TextDecoder().decode(content)).slice(0, 200_000)
}

// Control characters of a head would reach terminals and further heads.
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what goes
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}
