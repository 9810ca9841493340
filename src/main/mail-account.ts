import { imapServer } from '../config/mail-servers.js'
import type { MailAccount } from '../outside/mail-account.js'
import { mailSecret } from '../outside/secrets.js'
import { Problem } from '../problem.js'
import type { Machine } from './machine.js'
import type { Surroundings } from './surroundings.js'

/** The person's mailbox as the settings name it, with its secret. Throws Problem('usage') where they name none, and whatever finding the secret throws. */
export function mailAccount({ settings }: Pick<Machine, 'settings'>, env: Surroundings['env']): MailAccount {
  const server = imapServer(settings)
  const user = settings['mail-user'] ?? settings['my-email']
  if (server === null) throw missing('No mail server is named.', 'imap-host imap.example.com')
  if (user === null) throw missing('Your name at the mail server is not known.', 'mail-user you@example.com')
  const sources = { passwordCommand: settings['mail-password-command'], tokenCommand: settings['mail-token-command'] }
  return { ...server, user, secret: mailSecret(sources, env) }
}

function missing(says: string, set: string): Problem {
  return new Problem('usage', says, { hint: `followup config set ${set}`, code: 'mailbox' })
}
