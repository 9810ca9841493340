import type { Day } from './day.js'
import type { Caught } from './mail.js'
import type { MailMark } from './store.js'

/** What is looked for in a mailbox. */
export interface MailLook {
  /** The first day, where a folder was never read before, or with `anew` everywhere. */
  readonly since: Day
  readonly anew: boolean
  /** How far a folder was read. */
  readonly mark: (folder: string) => MailMark | null
  /** By the head alone, in lower case, whether a mail may concern me. */
  readonly concerns: (head: string) => boolean
}

/** What came of a folder: how far it is read now, and how many new mails were looked at. */
export interface FolderLooked {
  readonly folder: string
  readonly mark: MailMark
  readonly looked: number
}

/** The person's mailbox, which is only ever read. */
export interface Mailbox {
  /** Whose it is and where. */
  readonly account: string
  /** The folders to read. */
  readonly folders: readonly string[]
  /** Takes a look at the new mails, and hands on those that may concern me. Throws Problem('outside') when the server does not do as told. */
  look(look: MailLook, each: (caught: Caught) => void): Promise<readonly FolderLooked[]>
}
