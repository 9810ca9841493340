import { Problem } from '../problem.js'
import { inMailbox } from './imap.js'
import type { MailAccount } from './mail-account.js'
import { foldersOf } from './imap-folders.js'
import type { MailFolder } from './imap-folders.js'

/** Puts a mail into the folder for drafts, marked as one and as seen; returns the folder's name. Throws Problem('outside') where there is none, or the server takes nothing. */
export function keepDraft(account: MailAccount, raw: Uint8Array, folder: string | null): Promise<string> {
  return inMailbox(account, async (client) => {
    const name = draftsAmong(await foldersOf(client), folder)
    if (name === null)
      throw new Problem(
        'outside',
        folder === null ? 'Your mailbox names no folder for drafts.' : `Your mailbox has no folder "${folder}".`,
        {
          hint: 'Name one of its folders: followup config set drafts-folder Drafts',
          code: 'drafts-folder',
        },
      )
    await client.append(name, Buffer.from(raw), ['\\Draft', '\\Seen'])
    return name
  })
}

/** Logs in and looks for the folders that are named; what was found, in words. Nothing is changed. Throws Problem('outside'). */
export function tryImap(
  account: MailAccount,
  named: { readonly read: readonly string[]; readonly drafts: string | null },
): Promise<string> {
  return inMailbox(account, async (client) => {
    const folders = await foldersOf(client)
    const missing = named.read.find((one) => !folders.some(({ name }) => name === one))
    if (missing !== undefined)
      throw new Problem('outside', `Your mailbox at ${account.host} has no folder "${missing}".`, {
        hint: `It has: ${folders
          .slice(0, 12)
          .map(({ name }) => name)
          .join(', ')}. Name those to read: followup config set mail-folders INBOX`,
        code: 'mail-folders',
      })
    const drafts = draftsAmong(folders, named.drafts)
    return `${account.host} lets you in as ${account.user}; answers are looked for in ${named.read.join(', ')}, drafts ${drafts === null ? 'have no folder' : `go to ${drafts}`}`
  })
}

/** The folder of that name, else the one that the server says is for drafts (RFC 6154); null where there is none. */
function draftsAmong(folders: readonly MailFolder[], named: string | null): string | null {
  const found = folders.find(({ name, use }) => (named === null ? use === '\\Drafts' : name === named))
  return found?.name ?? null
}
