import { mailProviders } from './mail-servers.js'
import type { SettingRow } from './setting-row.js'

type Name =
  | 'my-email'
  | 'mail-provider'
  | 'smtp-host'
  | 'smtp-port'
  | 'smtp-security'
  | 'mail-command'
  | 'mail-program'
  | 'imap-host'
  | 'imap-port'
  | 'imap-security'
  | 'mail-user'
  | 'mail-password-command'
  | 'mail-token-command'
  | 'mail-folders'
  | 'drafts-folder'
  | 'keep-bodies'

/** The settings of the mailbox, which may also stand in a section [mail], there without a leading "mail-". */
export const mailRows: { readonly [K in Name]: SettingRow<K> } = {
  'my-email': {
    name: 'my-email',
    default: null,
    takes: 'your mail address',
    help: 'the address your letters come from; without it mail-user, where that is an address',
    read: (text) => (isAddress(text) ? text : undefined),
  },
  'mail-provider': {
    name: 'mail-provider',
    default: null,
    takes: `a name such as gmail: ${mailProviders.join(', ')}`,
    choices: mailProviders,
    help: 'whose servers hold your mail, where it is one of these; else name them by smtp-host and imap-host',
    read: (text) => mailProviders.find((one) => one === text.toLowerCase()),
  },
  'smtp-host': hostRow('smtp-host', 'where "letter --send" and "remind --mail" hand mail in, by SMTP'),
  'smtp-port': portRow('smtp-port', '587'),
  'smtp-security': securityRow('smtp-security', 'starttls'),
  'mail-command': {
    name: 'mail-command',
    default: null,
    takes: 'a command line, such as "msmtp -t"',
    help: 'sends the mail on its standard input to whom its head names; goes before smtp-host',
    read: commandLine,
  },
  'mail-program': {
    name: 'mail-program',
    default: null,
    takes: 'the name or path of a program',
    help: 'opens a mailto: address for "letter --mailto"; without it the one your desktop names',
    read: (text) => (isPlain(text, 200) ? text : undefined),
  },
  'imap-host': hostRow('imap-host', 'where "sync --mail" reads your mail, by IMAP; it only reads'),
  'imap-port': portRow('imap-port', '993'),
  'imap-security': securityRow('imap-security', 'tls'),
  'mail-user': {
    name: 'mail-user',
    default: null,
    takes: 'the name you log in with, mostly your address',
    help: 'your name at the mail server',
    read: (text) => (/^\S{1,254}$/u.test(text) ? text : undefined),
  },
  'mail-password-command': {
    name: 'mail-password-command',
    default: null,
    takes: 'a command line, such as "pass show mail"',
    help: 'prints the password of your mailbox, from a password store or keyring; else FOLLOWUP_MAIL_PASSWORD is it',
    read: commandLine,
  },
  'mail-token-command': {
    name: 'mail-token-command',
    default: null,
    takes: 'a command line',
    help: 'prints an OAuth 2 access token, for mailboxes that take no password; else FOLLOWUP_MAIL_TOKEN is it',
    read: commandLine,
  },
  'mail-folders': {
    name: 'mail-folders',
    default: 'INBOX',
    takes: 'names of folders, such as INBOX, Jobs',
    help: 'the folders in which answers may lie',
    read: (text) => (folders(text).length > 0 ? folders(text).join(', ') : undefined),
  },
  'drafts-folder': {
    name: 'drafts-folder',
    default: null,
    takes: 'the name of a folder',
    help: 'the folder for drafts; without it the one the server names',
    read: (text) => (isPlain(text, 200) ? text : undefined),
  },
  'keep-bodies': {
    name: 'keep-bodies',
    default: 'false',
    takes: 'true or false',
    choices: ['true', 'false'],
    help: 'true: what a mail says is kept with it, not one sentence alone',
    read: (text) => (text === 'true' || text === 'false' ? text : undefined),
  },
}

function hostRow<K extends 'imap-host' | 'smtp-host'>(name: K, help: string): SettingRow<K> {
  return {
    name,
    default: null,
    takes: 'the name of a mail server',
    help,
    read: (text) => (/^[a-z0-9](?:[a-z0-9.:-]{0,251}[a-z0-9])?$/i.test(text) ? text.toLowerCase() : undefined),
  }
}

function portRow<K extends 'imap-port' | 'smtp-port'>(name: K, usual: string): SettingRow<K> {
  return {
    name,
    default: usual,
    takes: `a port, such as ${usual}`,
    help: 'the port of that server',
    read: (text) => (/^[1-9]\d{0,4}$/.test(text) && Number(text) < 65_536 ? text : undefined),
  }
}

function securityRow<K extends 'imap-security' | 'smtp-security'>(name: K, usual: 'tls' | 'starttls'): SettingRow<K> {
  return {
    name,
    default: usual,
    takes: 'tls, starttls or none',
    choices: ['tls', 'starttls', 'none'],
    help: 'how the way there is closed; none is taken for a server on this machine only',
    read: (text) => (text === 'tls' || text === 'starttls' || text === 'none' ? text : undefined),
  }
}

/** One address and nothing else: no name, no comma, nothing that would add a reader. */
function isAddress(text: string): boolean {
  return /^[^\s@<>(),;:"\\[\]]{1,64}@[a-z0-9\p{L}](?:[\p{L}\d.-]{0,251}[\p{L}\d])?$/iu.test(text)
}

function commandLine(text: string): string | undefined {
  return isPlain(text, 1000) ? text : undefined
}

function folders(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim())
  return names.every((name) => isPlain(name, 200)) ? names : []
}

function isPlain(text: string, most: number): boolean {
  return text.trim() !== '' && text.length <= most && !/\p{Cc}/u.test(text)
}
