import type { ImapFlow } from 'imapflow'

/** A folder as the server lists it (RFC 3501 7.2.2); `use` is what it is for where the server says so (RFC 6154): '\Drafts', '\Sent'. */
export interface MailFolder {
  readonly name: string
  readonly use: string | null
}

/** All folders that can hold mail, in the order of the server. */
export async function foldersOf(client: ImapFlow): Promise<readonly MailFolder[]> {
  const found = await client.list()
  return found.filter(({ flags }) => !flags.has('\\Noselect')).map(({ path, specialUse }) => ({ name: path, use: specialUse ?? null }))
}
