import type { Mail, MailAddress } from '../model/mail.js'
import { isAnybodys } from '../model/mail-houses.js'
import type { Correspondence, Recognised } from '../model/replies.js'
import { namesCompany } from './names-company.js'
import type { Phrases } from './phrases.js'

/** Who a mail is from, and how sure it is that it belongs to the opportunity. */
export interface Sender {
  readonly kind: 'person' | 'machine' | 'daemon' | 'hiring-system'
  readonly match: Recognised['match']
  /** False for what is no answer of theirs, whatever it says: own copies, lists, strangers. */
  readonly concerns: boolean
}

/** Judged by the head alone: what it answers, whom it is from, and the marks that machines leave (RFC 3834, RFC 2919, RFC 2369). */
export function senderOf(mail: Mail, about: Correspondence, phrases: Phrases): Sender {
  const ours = new Set(about.letters.map((letter) => letter.messageId))
  const answers = mail.answers.some((id) => ours.has(id))
  const { name, local, domain } = partsOf(mail.from)
  if (isOwnCopy(mail, about, ours)) return { kind: 'person', match: 'none', concerns: false }
  if (phrases.isDaemon(local) || phrases.isDaemon(name) || mail.report)
    return { kind: 'daemon', match: bounceMatch(mail, about, { ours, answers }), concerns: true }
  if (phrases.isHiringSystem(domain))
    return { kind: 'hiring-system', match: answers ? 'certain' : 'none', concerns: answers || mentions(mail, about.company) }
  const isKnown = about.people.some(({ email }) => email !== null && email === mail.from?.address)
  const isNear = domainsOf(about).has(domain)
  const isRobot = phrases.isRobot(local)
  if (about.named && !answers && !isKnown && !isNear && mentions(mail, about.company))
    return { kind: isRobot ? 'hiring-system' : isAutomatic(mail, phrases) ? 'machine' : 'person', match: 'likely', concerns: true }
  if (isBulk(mail) && !answers && !(isKnown && isAutomatic(mail, phrases))) return { kind: 'machine', match: 'none', concerns: false }
  const match = answers ? 'certain' : isKnown || (isNear && isOnTopic(mail)) ? 'likely' : 'none'
  if (isRobot && !answers) {
    const speaksForOne = about.people.some((one) => one.name !== '' && name.startsWith(`${one.name.toLowerCase()} via `))
    return { kind: isNear || speaksForOne ? 'hiring-system' : 'machine', match, concerns: match !== 'none' || speaksForOne }
  }
  return { kind: isAutomatic(mail, phrases) ? 'machine' : 'person', match, concerns: match !== 'none' }
}

interface Parts {
  readonly name: string
  readonly local: string
  readonly domain: string
}

function partsOf(from: MailAddress | null): Parts {
  const address = from?.address ?? ''
  const at = address.lastIndexOf('@')
  return { name: from?.name.toLowerCase() ?? '', local: at < 0 ? address : address.slice(0, at), domain: address.slice(at + 1) }
}

// A copy of my own letter: it is one of them, or comes from nobody there and goes to somebody there.
function isOwnCopy(mail: Mail, about: Correspondence, ours: ReadonlySet<string>): boolean {
  if (mail.messageId !== null && ours.has(mail.messageId)) return true
  const domains = domainsOf(about)
  const isTheirs = ({ address }: MailAddress): boolean =>
    about.people.some(({ email }) => email === address) || domains.has(address.slice(address.lastIndexOf('@') + 1))
  return mail.from !== null && !isTheirs(mail.from) && mail.to.some(isTheirs) && !mail.report
}

function bounceMatch(
  mail: Mail,
  about: Correspondence,
  { ours, answers }: { readonly ours: ReadonlySet<string>; readonly answers: boolean },
): Sender['match'] {
  const emails = about.people.flatMap(({ email }) => email ?? [])
  if (answers || mail.report?.messageIds.some((id) => ours.has(id))) return 'certain'
  if (mail.report?.recipients.some((one) => emails.includes(one))) return 'certain'
  const text = mail.text.slice(0, 20_000)
  if ([...ours].some((id) => text.includes(id))) return 'certain'
  const failed = (mail.head.get('x-failed-recipients') ?? '').toLowerCase()
  return emails.some((email) => failed.includes(email) || text.toLowerCase().includes(email)) ? 'certain' : 'none'
}

/** The domains of the people known, but for those where anybody has a mailbox. */
export function domainsOf({ people }: Pick<Correspondence, 'people'>): ReadonlySet<string> {
  const domains = people.flatMap(({ email }) => email?.slice(email.lastIndexOf('@') + 1) ?? [])
  return new Set(domains.filter((domain) => !isAnybodys(domain)))
}

function isBulk({ head }: Mail): boolean {
  return (
    head.has('list-id') || head.has('list-unsubscribe') || head.has('list-post') || /^(?:list|bulk)$/i.test(head.get('precedence') ?? '')
  )
}

/** RFC 3834, and what Exchange, Lotus and others write in its stead; where a machine leaves no mark, its subject does. */
function isAutomatic({ head, subject }: Mail, phrases: Phrases): boolean {
  const submitted = head.get('auto-submitted')
  if (submitted !== undefined && !/^\s*no\b/i.test(submitted)) return true
  if (
    [
      'x-autoreply',
      'x-autorespond',
      'x-autoresponder',
      'x-auto-reply',
      'x-vacation',
      'x-autogenerated',
      'x-ms-exchange-inbox-rules-loop',
    ].some((name) => head.has(name))
  )
    return true
  if (/^(?:auto_reply|junk|bulk)$/i.test(head.get('precedence') ?? '')) return true
  // A receipt for having been opened (RFC 8098).
  if (/disposition-notification/i.test(head.get('content-type') ?? '')) return true
  if (/\b(?:all|oof|autoreply)\b/i.test(head.get('x-auto-response-suppress') ?? '') && phrases.inSubject('out-of-office', subject))
    return true
  return phrases.inSubject('out-of-office', subject) || phrases.inSubject('auto', subject)
}

// Somebody unknown at a known house may write about anything.
function isOnTopic({ subject, text }: Mail): boolean {
  return /\b(?:application|applied|interview|position|role|vacancy|candida\w+|offer|cv|résumé|resume|references?|referees?|recruit\w+|hiring|bewerbung|stelle|gespräch|entretien|poste|entrevista|puesto|out of office|automatic reply)\b/iu.test(
    `${subject} ${text.slice(0, 3000)}`,
  )
}

function mentions({ from, subject, text }: Mail, company: string): boolean {
  return namesCompany(`${from?.name ?? ''} ${from?.address ?? ''} ${subject} ${text.slice(0, 5000)}`, company)
}
