import type { SheetForm } from '../model/sheet.js'
import { isProblem, Problem } from '../problem.js'
import type { ProblemKind } from '../problem.js'
import type { Needs } from '../world.js'
import { kindOf, unknownFile } from './import/kind.js'
import type { FileKind } from './import/kind.js'
import { importInvites } from './import/invites.js'
import type { InviteList, InvitesImported } from './import/invites.js'
import { importMails } from './import/mails.js'
import type { MailsImported } from './import/mails.js'
import type { PeopleImported } from './import/people.js'
import type { SheetArgs, SheetImported, SheetWorld } from './import/sheet.js'
import type { InviteArgs, InviteWorld } from './invite/people.js'
import type { IntakeWorld } from './mail/intake.js'

export interface ImportArgs extends InviteArgs, SheetArgs {
  /** Paths of files, of folders of mails or of somebody's own data, or - for standard input. */
  readonly file: readonly string[]
  readonly as?: string
}

/** What came of one file; each kind has its own. */
export type ImportedFile = InviteList | InvitesImported | MailsImported | SheetImported | PeopleImported

/** What came of several files, each by itself: one that cannot be read stops no other. */
export interface ImportedFiles {
  readonly files: readonly FileOfSeveral[]
}
export interface FileOfSeveral {
  readonly file: string
  readonly result: ImportedFile | null
  readonly problem: { readonly kind: ProblemKind; readonly code: string; readonly message: string; readonly hint: string | null } | null
}

export type Imported = ImportedFile | ImportedFiles

type ImportWorld = InviteWorld & IntakeWorld & SheetWorld & Needs<'readBytes' | 'mailIn' | 'sheetsIn'>

/** Reads files of other programs and records what they say, or with `--dry-run` only tells. Throws Problem('usage') for a file of no known kind. */
export async function importFile(world: ImportWorld, args: ImportArgs): Promise<Imported> {
  const paths = args.as === undefined ? (await Promise.all(args.file.map((path) => filesAt(world, path)))).flat() : args.file
  const [only = '', another] = paths
  if (another === undefined) return importOne(world, args, only)
  const files: FileOfSeveral[] = []
  for (const file of paths) files.push(await importAmong(world, args, file))
  return { files }
}

/** A folder of somebody's own data is the tables in it; anything else is itself. */
async function filesAt(world: ImportWorld, path: string): Promise<readonly string[]> {
  const sheets = path === '-' ? [] : await world.sheetsIn(path)
  return sheets.length > 0 ? sheets : [path]
}

async function importAmong(world: ImportWorld, args: ImportArgs, file: string): Promise<FileOfSeveral> {
  try {
    return { file, result: await importOne(world, args, file), problem: null }
  } catch (error) {
    if (!isProblem(error) || !ofOneFile.has(error.kind)) throw error
    const { kind, code, message, hint } = error
    return { file, result: null, problem: { kind, code, message, hint } }
  }
}

/** What may be wrong with one file alone; a store that cannot be used is wrong with all. */
const ofOneFile: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['failed', 'usage', 'reference', 'refused'])

async function importOne(world: ImportWorld, args: ImportArgs, file: string): Promise<ImportedFile> {
  if (args.as === 'maildir' || (args.as === 'mbox' && file !== '-')) return importMails(world, args, file)
  const bytes = await bytesOf(world, file)
  if (bytes === 'folder') return importMails(world, args, file)
  const kind = (args.as as FileKind | undefined) ?? kindOf(file, bytes)
  switch (kind) {
    case 'ics':
      return importInvites(world, bytes, args)
    case 'csv':
    case 'jsonl':
    case 'vcard':
      return importRows(world, args, { file, bytes, form: kind })
    case 'eml': {
      const invite = await (await import('../formats/mail-calendar.js')).calendarInMail(bytes)
      if (invite) return importInvites(world, invite, args)
      break
    }
    case 'mbox':
    case 'maildir':
      break
    case null:
      throw unknownFile(file, bytes)
  }
  // A file of many mails may be larger than what was read of it.
  return importMails(world, args, file === '-' ? bytes : file)
}

async function importRows(
  world: SheetWorld,
  args: SheetArgs,
  found: { readonly file: string; readonly bytes: Uint8Array; readonly form: SheetForm },
): Promise<SheetImported | PeopleImported> {
  if (found.bytes.length > mostBytes)
    throw new Problem('failed', `${found.file} is larger than ${String(mostBytes / 1_000_000)} MB.`, {
      hint: 'Save the rows that matter in a file of their own, and import that.',
      code: 'sheet',
    })
  return (await import('./import/sheet.js')).importSheet(world, found, args)
}

async function bytesOf(world: ImportWorld, file: string): Promise<Uint8Array | 'folder'> {
  try {
    return await world.readBytes(file, mostBytes)
  } catch (error) {
    if (isProblem(error) && error.code === 'folder') return 'folder'
    throw error
  }
}

const mostBytes = 64_000_000
