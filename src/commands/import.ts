import type { Needs } from '../world.js'
import { Problem } from '../problem.js'
import { importInvites } from './import-invites.js'
import type { InviteArgs, InviteList, InvitesImported, InviteWorld } from './import-invites.js'

export interface ImportArgs extends InviteArgs {
  /** A path, or - for standard input. */
  readonly file: string
  readonly as?: string
}

/** What came of an import; each kind of file has its own. */
export type Imported = InviteList | InvitesImported

/** Reads a file of another program and records what it says, or with `--dry-run` only tells. Throws Problem('usage') for a file of no known kind. */
export async function importFile(world: InviteWorld & Needs<'readBytes'>, args: ImportArgs): Promise<Imported> {
  const bytes = await world.readBytes(args.file, mostBytes)
  const kind = args.as ?? kindOf(args.file, bytes)
  if (kind === 'ics') return importInvites(world, bytes, args)
  if (kind === 'eml') return importInvites(world, await inviteIn(args.file, bytes), args)
  throw new Problem('usage', `What ${args.file === '-' ? 'this' : args.file} is cannot be told from its beginning.`, {
    hint: 'Say it: --as ics',
    code: 'unknown-file',
  })
}

async function inviteIn(file: string, bytes: Uint8Array): Promise<Uint8Array> {
  const found = await (await import('../formats/mail-calendar.js')).calendarInMail(bytes)
  if (found) return found
  throw new Problem('failed', `There is no invite in the mail ${file}.`, {
    hint: `What it says is read by: followup heard COMPANY --eml ${file}`,
    code: 'no-invite',
  })
}

const mostBytes = 64_000_000

function kindOf(file: string, bytes: Uint8Array): 'ics' | 'eml' | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)).replaceAll('\0', '')
  const head = text.split(/\r?\n\r?\n/)[0] ?? ''
  if (/^(?:from|received|return-path|message-id|delivered-to):/im.test(head) && !/^BEGIN:VCALENDAR/im.test(head)) return 'eml'
  return /\.(?:ics|ical|ifb|icalendar|vcs)$/i.test(file) || /^(?:BEGIN:VCALENDAR|QkVHSU46VkNBTEVOREFS)/im.test(text) ? 'ics' : null
}
