import type { FetchMessageObject, FetchQueryObject, ImapFlow } from 'imapflow'
import { headText } from '../formats/mail-head.js'
import { assembled, joined, partsWanted } from '../formats/mail-parts.js'
import type { Day } from '../model/day.js'
import type { MailMark } from '../model/store.js'
import { Problem } from '../problem.js'
import { foldersOf } from './imap-folders.js'

/** What is looked for in a mailbox. */
export interface Looking {
  /** The first day (by the server's clock) where a folder was never read, or is numbered anew. */
  readonly since: Day
  /** Whether that day counts although a folder was read before. */
  readonly anew: boolean
  readonly mark: MailMark | null
  /** By the head alone, in lower case: whether more of a mail is wanted. */
  readonly concerns: (head: string) => boolean
  /** Called with how many of how many were looked at. */
  readonly progress: (done: number, of: number) => void
}

/** A mail that may concern me: its head, its first text, and its reports and invitations, put together as one. */
export interface Fetched {
  readonly uid: number
  readonly bytes: Uint8Array
}

/** What came of a folder: how far it is read now, and how many heads were looked at. */
export interface Looked {
  readonly mark: MailMark
  readonly looked: number
}

const fields = ['From', 'Subject', 'In-Reply-To', 'References']

/**
 * Looks at the new mails of a folder, and hands on those that may concern me. The folder is opened for reading alone (EXAMINE) and nothing is fetched
 * but by PEEK: no flag changes. Throws Problem('outside') for a folder that is not there.
 */
export async function lookThrough(
  client: ImapFlow,
  folder: string,
  { look, each }: { readonly look: Looking; readonly each: (mail: Fetched) => Promise<void> },
): Promise<Looked> {
  const box = await opened(client, folder)
  const validity = String(box.uidValidity)
  const isKnown = look.mark !== null && look.mark.validity === validity
  const from = isKnown && !look.anew ? (look.mark?.next ?? 1) : 1
  const uids =
    box.exists === 0 || from >= box.uidNext ? [] : await uidsFrom(client, { from, next: box.uidNext, since: from > 1 ? null : look.since })
  const wanted: number[] = []
  for (let at = 0; at < uids.length; at += batch) {
    look.progress(at, uids.length)
    for await (const { uid, headers } of client.fetch(uids.slice(at, at + batch), { uid: true, headers: fields }, { uid: true }))
      if (headers && look.concerns(headText(headers))) wanted.push(uid)
  }
  for (const uid of wanted) {
    const bytes = await bytesOf(client, uid)
    if (bytes) await each({ uid, bytes })
  }
  return { mark: { validity, next: Math.max(box.uidNext, isKnown ? (look.mark?.next ?? 1) : 1) }, looked: uids.length }
}

const batch = 250

async function opened(client: ImapFlow, folder: string): Promise<Awaited<ReturnType<ImapFlow['mailboxOpen']>>> {
  try {
    return await client.mailboxOpen(folder, { readOnly: true })
  } catch (error) {
    if (!client.usable) throw error
    const names = (await foldersOf(client)).map(({ name }) => name).slice(0, 12)
    throw new Problem('outside', `There is no folder "${folder}" in the mailbox, or it cannot be opened.`, {
      hint: `It has ${names.join(', ')}. followup config set mail-folders "INBOX, Jobs" names those to read.`,
      code: 'imap-folder',
      cause: error,
    })
  }
}

async function uidsFrom(
  client: ImapFlow,
  { from, next, since }: { readonly from: number; readonly next: number; readonly since: Day | null },
): Promise<readonly number[]> {
  const found = await client.search(since === null ? { uid: `${String(from)}:*` } : { since }, { uid: true })
  // "n:*" names the last mail too when all are older (RFC 3501 9).
  return (found || []).filter((uid) => uid >= from && uid < next)
}

const most = { head: 200_000, whole: 200_000 } as const

/** The pieces of one mail that are read; null when it is gone by now. */
async function bytesOf(client: ImapFlow, uid: number): Promise<Uint8Array | null> {
  const one = await ask(client, uid, { bodyStructure: true, bodyParts: [{ key: 'HEADER', maxLength: most.head }] })
  if (!one) return null
  const head = one.bodyParts?.get('header')
  const parts = one.bodyStructure && partsWanted(one.bodyStructure)
  const boundary = one.bodyStructure?.parameters?.['boundary']
  if (!head || !one.bodyStructure) return (await ask(client, uid, { source: { maxLength: most.whole } }))?.source ?? null
  if (!parts || boundary === undefined) {
    const text = await ask(client, uid, { bodyParts: [{ key: 'TEXT', maxLength: most.whole }] })
    return text && joined([head, text.bodyParts?.get('text') ?? new Uint8Array(0)])
  }
  const pieces = parts.flatMap((part) => [part.head, part.body]).map(({ key, most: maxLength }) => ({ key, maxLength }))
  const got = pieces.length === 0 ? null : await ask(client, uid, { bodyParts: pieces })
  const piece = (key: string): Uint8Array => got?.bodyParts?.get(key.toLowerCase()) ?? new Uint8Array(0)
  return assembled(
    head,
    boundary,
    parts.map(({ head: own, body, isHeadAlone }) => ({ head: piece(own.key), body: piece(body.key), isHeadAlone })),
  )
}

async function ask(client: ImapFlow, uid: number, query: FetchQueryObject): Promise<FetchMessageObject | null> {
  return (await client.fetchOne(String(uid), { uid: true, ...query }, { uid: true })) || null
}
