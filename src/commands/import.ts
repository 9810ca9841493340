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
  if ((args.as ?? kindOf(args.file, bytes)) === 'ics') return importInvites(world, bytes, args)
  throw new Problem('usage', `What ${args.file === '-' ? 'this' : args.file} is cannot be told from its beginning.`, {
    hint: 'Say it: --as ics',
    code: 'unknown-file',
  })
}

const mostBytes = 64_000_000

function kindOf(file: string, bytes: Uint8Array): 'ics' | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000)).replaceAll('\0', '')
  return /\.(?:ics|ical|ifb|icalendar|vcs)$/i.test(file) || /^(?:BEGIN:VCALENDAR|QkVHSU46VkNBTEVOREFS)/im.test(head) ? 'ics' : null
}
