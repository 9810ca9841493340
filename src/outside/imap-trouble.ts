import { isProblem, Problem } from '../problem.js'
import type { MailAccount } from './mail-account.js'

/** What an IMAP connection may throw, as far as it is looked at. */
interface Fault {
  readonly code?: unknown
  readonly authenticationFailed?: unknown
  readonly tlsFailed?: unknown
  readonly response?: unknown
  readonly responseText?: unknown
  readonly serverResponseCode?: unknown
}

/** What went wrong with a mail server as Problem('outside'): a sentence, and what to do; a Problem stays as it is, and so does a mistake of ours. */
export function imapTrouble(error: unknown, account: MailAccount): unknown {
  if (isProblem(error) || (error instanceof Error && /^(?:Type|Reference|Range)Error$/.test(error.name))) return error
  const fault = (typeof error === 'object' && error !== null ? error : {}) as Fault
  const { says, hint, code } = told(fault, account)
  // A login that failed may carry the password in what was sent.
  return new Problem('outside', says, { hint, code, ...(fault.authenticationFailed === true ? {} : { cause: error }) })
}

interface Told {
  readonly says: string
  readonly hint: string
  readonly code: string
}

function told(fault: Fault, account: MailAccount): Told {
  const { host, port } = account
  const code = typeof fault.code === 'string' ? fault.code : ''
  const place = `${host}, port ${String(port)}`
  if (fault.authenticationFailed === true) return refused(fault, account)
  const certificate = certificateFaults.find(({ codes }) => codes.test(code))
  if (certificate)
    return {
      says: `The certificate of ${host} cannot be trusted: it ${certificate.why}.`,
      hint: 'Your password was not sent. Check imap-host; for a server of your own, name its certificate in NODE_EXTRA_CA_CERTS.',
      code: 'imap-certificate',
    }
  if (fault.tlsFailed === true || /^(?:EPROTO|ERR_SSL_|STARTTLS_|UPGRADE_TIMEOUT)/.test(code))
    return {
      says: `${place} closes the way in another manner than imap-security "${account.security}".`,
      hint: 'Your password was not sent. Port 993 goes with imap-security tls, port 143 with starttls.',
      code: 'imap-security',
    }
  const way = wayFaults.find(({ codes }) => codes.test(code))
  if (way) return { says: `${way.says(place)}.`, hint: way.hint, code: 'imap-unreached' }
  return {
    says: `The mail server ${host} broke off${said(fault.responseText) || (code === '' ? '' : ` (${code})`)}.`,
    hint: 'Nothing in the mailbox was changed; run it again later.',
    code: 'imap',
  }
}

const certificateFaults: readonly { readonly codes: RegExp; readonly why: string }[] = [
  { codes: /^(?:DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED)/, why: 'is signed by nobody but itself' },
  { codes: /^CERT_HAS_EXPIRED$/, why: 'has expired' },
  { codes: /^CERT_NOT_YET_VALID$/, why: 'is not valid yet, or the clock of this machine is wrong' },
  { codes: /^ERR_TLS_CERT_ALTNAME_INVALID$/, why: 'names another server' },
  { codes: /^(?:CERT_|UNABLE_TO_|INVALID_CA|ERR_TLS_CERT)/, why: 'is signed by nobody this machine knows' },
]

const wayFaults: readonly { readonly codes: RegExp; readonly says: (place: string) => string; readonly hint: string }[] = [
  {
    codes: /^(?:ENOTFOUND|EAI_AGAIN|ENODATA)$/,
    says: (place) => `There is no way to ${place.replace(/, port.*/, '')}: no such name, or no network`,
    hint: 'Check imap-host and the network; what was missed is read next time.',
  },
  {
    codes: /^(?:ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/,
    says: (place) => `No mail server answers at ${place}`,
    hint: 'Check imap-host, imap-port and the network; what was missed is read next time.',
  },
  {
    codes: /^(?:CONNECT_TIMEOUT|GREETING_TIMEOUT|ETIMEOUT|ETIMEDOUT|ETHROTTLE)$/,
    says: (place) => `The mail server at ${place} does not answer in time`,
    hint: 'Run it again later; what was missed is read then.',
  },
]

function refused({ response, serverResponseCode }: Fault, { host, secret }: MailAccount): Told {
  const what = secret.kind === 'token' ? 'name and token' : 'name and password'
  if (serverResponseCode === 'UNAVAILABLE')
    return {
      says: `The mail server ${host} lets nobody in at the moment${said(response)}.`,
      hint: 'Run it again later; what was missed is read then.',
      code: 'imap-login',
    }
  const known = secret.kind === 'token' ? undefined : houses.find(({ hosts }) => hosts.test(host))
  return {
    says: `The mail server ${host} does not accept the ${what}${said(response)}.`,
    hint: known?.hint ?? `Check mail-user, and what mail-${secret.kind}-command prints when you run it by itself.`,
    code: 'imap-login',
  }
}

/** Houses where the password of the account is not the one for a mail program. */
const houses: readonly { readonly hosts: RegExp; readonly hint: string }[] = [
  {
    hosts: /(?:^|\.)(?:gmail|googlemail|google)\.com$/,
    hint: 'Google takes an app password here (myaccount.google.com/apppasswords), not the one of your account; it needs two-step verification.',
  },
  {
    hosts: /(?:^|\.)(?:outlook|office365|hotmail|live)\.com$/,
    hint: 'Microsoft takes no passwords here, only OAuth 2: set mail-token-command to a program that prints an access token.',
  },
  {
    hosts: /(?:^|\.)(?:mail\.me|icloud)\.com$/,
    hint: 'Apple takes an app-specific password here (account.apple.com), not the one of your account.',
  },
  {
    hosts: /(?:^|\.)(?:yahoo|aol)\.com$/,
    hint: 'Yahoo and AOL take an app password here, made in the security page of your account.',
  },
  {
    hosts: /(?:^|\.)(?:fastmail|zoho|gmx|web|yandex)\.(?:com|eu|net|de|ru|in)$/,
    hint: 'Check that IMAP is switched on in the settings of your mailbox, and whether it wants an app password.',
  },
]

// The server's own words, without its tag and code (RFC 3501 7.1).
function said(text: unknown): string {
  if (typeof text !== 'string') return ''
  const plain = text
    .replace(/^\S+ (?:NO|BAD|BYE) (?:\[[^\]]*\] ?)?/, '')
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 160)
  return plain === '' ? '' : ` ("${plain}")`
}
