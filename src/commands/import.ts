import type { Needs } from '../world.js'
import { isProblem, Problem } from '../problem.js'
import { importInvites } from './import/invites.js'
import type { InviteList, InvitesImported } from './import/invites.js'
import type { InviteArgs, InviteWorld } from './invite/people.js'
import { importMails } from './import/mails.js'
import type { MailsImported } from './import/mails.js'
import type { IntakeWorld } from './mail/intake.js'

export interface ImportArgs extends InviteArgs {
  /** A path of a file or a folder of mails, or - for standard input. */
  readonly file: string
  readonly as?: string
}

/** What came of an import; each kind of file has its own. */
export type Imported = InviteList | InvitesImported | MailsImported

type ImportWorld = InviteWorld & IntakeWorld & Needs<'readBytes' | 'mailIn'>

/** Reads a file of another program and records what it says, or with `--dry-run` only tells. Throws Problem('usage') for a file of no known kind. */
export async function importFile(world: ImportWorld, args: ImportArgs): Promise<Imported> {
  if (args.as === 'maildir' || (args.as === 'mbox' && args.file !== '-')) return importMails(world, args, args.file)
  const bytes = await bytesOf(world, args)
  if (bytes === 'folder') return importMails(world, args, args.file)
  const kind = args.as ?? kindOf(args.file, bytes)
  if (kind === 'ics') return importInvites(world, bytes, args)
  // A file of many mails may be larger than what was read of it.
  const source = args.file === '-' ? bytes : args.file
  if (kind === 'mbox') return importMails(world, args, source)
  if (kind === 'eml') {
    const invite = await (await import('../formats/mail-calendar.js')).calendarInMail(bytes)
    return invite ? importInvites(world, invite, args) : importMails(world, args, source)
  }
  throw new Problem('usage', `What ${args.file === '-' ? 'this' : args.file} is cannot be told from its beginning.`, {
    hint: 'Say it: --as ics, eml, mbox or maildir',
    code: 'unknown-file',
  })
}

async function bytesOf(world: ImportWorld, { file }: ImportArgs): Promise<Uint8Array | 'folder'> {
  try {
    return await world.readBytes(file, mostBytes)
  } catch (error) {
    if (isProblem(error) && error.code === 'folder') return 'folder'
    throw error
  }
}

const mostBytes = 64_000_000

function kindOf(file: string, bytes: Uint8Array): 'ics' | 'eml' | 'mbox' | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)).replaceAll('\0', '')
  if (text.startsWith('From ')) return 'mbox'
  const head = text.split(/\r?\n\r?\n/)[0] ?? ''
  if (/^(?:from|received|return-path|message-id|delivered-to):/im.test(head) && !/^BEGIN:VCALENDAR/im.test(head)) return 'eml'
  return /\.(?:ics|ical|ifb|icalendar|vcs)$/i.test(file) || /^(?:BEGIN:VCALENDAR|QkVHSU46VkNBTEVOREFS)/im.test(text) ? 'ics' : null
}
