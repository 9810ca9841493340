import { resolve } from 'node:path'
import { saveFile } from '../disk/save-file.js'
import { imapServer, smtpServer } from '../config/mail-servers.js'
import { mailtoOf } from '../formats/mailto.js'
import type { Outgoing } from '../model/letter.js'
import type { MailServer } from '../model/mail.js'
import type { Settings } from '../model/settings.js'
import { isOnThisMachine, requireClosed } from '../outside/closed-way.js'
import { mailSecret } from '../outside/secrets.js'
import { requireNoOtherMail } from '../outside/text-file.js'
import type { Login } from '../outside/smtp.js'
import { Problem } from '../problem.js'
import type { MailOut } from '../world.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** The ways out of the person's own mail, as their settings name them. */
export function mailOutPort({ settings, newId, clock }: Machine, { env }: Pick<Surroundings, 'env'>): MailOut {
  const server = smtpServer(settings)
  const command = settings['mail-command']
  const address = myAddress(settings)
  const sender = address === null ? null : { name: myName(settings), address }
  const written = async (letter: Outgoing, how: { readonly messageId: string; readonly draft: boolean }): Promise<Uint8Array> =>
    (await import('../formats/eml.js')).emlOf(letter, { from: sender, at: clock.epochMs, ...how })
  return {
    route: command !== null ? `the command "${command}"` : (server?.host ?? null),
    me: () => requireAddress(address),
    hasDrafts: imapServer(settings) !== null && settings['mail-user'] !== null,
    compose: async (letter) => {
      const from = requireAddress(address)
      const to = readerOf(letter)
      const messageId = idFrom(newId(), from)
      return { from, to, messageId, bytes: await written(letter, { messageId, draft: false }) }
    },
    file: (letter) => written(letter, { messageId: idFrom(newId(), address), draft: true }),
    save: (path, bytes) => {
      requireNoOtherMail(resolve(path))
      saveFile(resolve(path), bytes)
    },
    open: async (letter) => (await import('../outside/mail-program.js')).openMailto(requireShort(letter), settings['mail-program'], env),
    keep: async (letter) => {
      const draft = await written(letter, { messageId: idFrom(newId(), address), draft: true })
      const { mailAccount } = await import('./mail-account.js')
      return (await import('../outside/imap-drafts.js')).keepDraft(mailAccount({ settings }, env), draft, settings['drafts-folder'])
    },
    trials: trialsOf(settings, env),
    send: async ({ from, to, bytes }) => {
      if (command !== null) return (await import('../outside/mail-command.js')).sendByCommand(command, bytes, env)
      const closed = requireClosed(requireServer(server), 'smtp-security')
      const { sendBySmtp } = await import('../outside/smtp.js')
      return sendBySmtp(closed, loginFor(closed, settings, env), { from, to, raw: bytes })
    },
  }
}

function trialsOf(settings: Settings, env: Surroundings['env']): MailOut['trials'] {
  return [
    { check: 'address', run: () => Promise.resolve(`your letters come from ${requireAddress(myAddress(settings))}`) },
    { check: 'out', run: () => tryOut(settings, env) },
    ...(imapServer(settings) === null ? [] : [{ check: 'in', run: () => tryIn(settings, env) }]),
  ]
}

async function tryIn(settings: Settings, env: Surroundings['env']): Promise<string> {
  const { mailAccount } = await import('./mail-account.js')
  const named = { read: settings['mail-folders'].split(',').map((one) => one.trim()), drafts: settings['drafts-folder'] }
  return (await import('../outside/imap-drafts.js')).tryImap(mailAccount({ settings }, env), named)
}

async function tryOut(settings: Settings, env: Surroundings['env']): Promise<string> {
  const command = settings['mail-command']
  if (command !== null) {
    const { findProgram } = await import('../outside/programs.js')
    const program = command.trim().split(/\s+/)[0] ?? ''
    if (findProgram(program, env) !== null) return `mail goes out by the command "${command}", which is there; only a mail shows more`
    throw new Problem('outside', `There is no program ${program}, which mail-command names.`, {
      hint: 'Install it, or name another: followup config set mail-command "msmtp -t"',
      code: 'mail-command',
    })
  }
  const server = requireClosed(requireServer(smtpServer(settings)), 'smtp-security')
  const login = loginFor(server, settings, env)
  await (await import('../outside/smtp.js')).trySmtp(server, login)
  return login === null
    ? `${server.host} takes mail from this machine without a login`
    : `${server.host} takes mail from you; logged in as ${login.user}`
}

/** My own address, null where the settings name none. */
function myAddress(settings: Settings): string | null {
  const user = settings['mail-user']
  return settings['my-email'] ?? (user?.includes('@') ? user : null)
}

function requireAddress(address: string | null): string {
  if (address !== null) return address
  throw new Problem('usage', 'Your own mail address is not known.', {
    hint: 'followup config set my-email you@example.org',
    code: 'my-email',
  })
}

function myName(settings: Settings): string {
  const name = settings['my-name']
  return name === null || name === 'none' ? '' : name
}

/** The one reader's address, as it goes on the wire: never two, and nothing that a server could read as more. */
function readerOf({ to }: Outgoing): string {
  const name = to.name ?? 'whom this goes to'
  if (to.email === null)
    throw new Problem('usage', `There is no mail address for ${name}.`, {
      hint: `Add it: followup contact edit "${name}" --email ADDRESS`,
      code: 'no-address',
    })
  if (/^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/u.test(to.email)) return to.email
  throw new Problem('usage', `"${to.email}" is not one mail address.`, {
    hint: `Mend it: followup contact edit "${name}" --email ADDRESS`,
    code: 'bad-address',
  })
}

/** A Message-ID of this machine's own making, at the sender's domain (RFC 5322, 3.6.4). */
function idFrom(id: string, from: string | null): string {
  return `<${id}@${from?.split('@')[1] ?? 'localhost'}>`
}

function requireShort(letter: Outgoing): string {
  const address = mailtoOf(letter)
  if (address !== null) return address
  throw new Problem('failed', 'The letter is too long for a mailto: address; some mail programs would cut it off.', {
    hint: 'Use --eml FILE and open that, or --copy.',
    code: 'too-long',
  })
}

function requireServer(server: MailServer | null): MailServer {
  if (server !== null) return server
  throw new Problem('usage', 'No way to send mail is named.', {
    hint: 'followup config set mail-provider gmail, or smtp-host, or mail-command; docs/mail.md shows each.',
    code: 'no-route',
  })
}

/** A server on this machine may ask nobody; every other is logged in to. */
function loginFor({ host }: MailServer, settings: Settings, env: Surroundings['env']): Login | null {
  const user = settings['mail-user'] ?? settings['my-email']
  const sources = { passwordCommand: settings['mail-password-command'], tokenCommand: settings['mail-token-command'] }
  const named =
    sources.passwordCommand !== null || sources.tokenCommand !== null || env['FOLLOWUP_MAIL_PASSWORD'] || env['FOLLOWUP_MAIL_TOKEN']
  if (!named && isOnThisMachine(host)) return null
  return { user: user ?? '', secret: mailSecret(sources, env) }
}
