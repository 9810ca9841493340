import type { FileOfSeveral, Imported } from '../commands/import.js'
import { stages } from '../model/opportunity.js'
import { fieldNames } from '../model/sheet.js'
import { exitCodes } from '../problem.js'
import { lineNames } from './other-words.js'
import type { Flag, Positional } from './table.js'

/** What `import` takes. */
export const importWords: readonly Positional[] = [
  {
    name: 'file',
    required: true,
    many: true,
    names: ['file'],
    help: 'files, a folder of mails or of a LinkedIn export, or - for standard input',
  },
]
export const importFlags: readonly Flag[] = [
  {
    name: 'as',
    value: 'KIND',
    choices: ['ics', 'eml', 'mbox', 'maildir', 'csv', 'jsonl', 'vcard'],
    also: { ...lineNames, tsv: 'csv', vcf: 'vcard', vcards: 'vcard', mail: 'eml', ical: 'ics', icalendar: 'ics' },
    help: 'what it is (default: told by its name and beginning); a table with tabs or semicolons is csv, too',
  },
  { name: 'for', value: 'OPP', names: ['opportunity'], help: 'the opportunity it belongs to, or the full name of a new company' },
  { name: 'dry-run', help: 'only say what stands in it' },
  { name: 'map', value: 'COLUMN=FIELD', repeat: true, help: `what a column of a table is: ${fieldNames.join(', ')}` },
  { name: 'date-order', value: 'ORDER', choices: ['dmy', 'mdy'], help: 'how 3/4/2027 is meant in a table' },
  { name: 'zone', value: 'ZONE', help: 'of times that name no zone, or none that is known' },
  { name: 'kind', value: 'KIND', choices: stages, help: 'what kind of interview it is' },
]

/** The exit code of what came of files: of several the first that is not 0. */
export function importExit(result: Imported): number {
  if ('files' in result) return result.files.map(exitAmong).find((code) => code !== 0) ?? 0
  if ('sheet' in result) return result.refused.length < result.rows ? 0 : 1
  if ('invites' in result && result.invites.some((one) => one.done === 'unclear')) return 2
  const count = 'looked' in result ? result.looked : 'events' in result ? result.events.length : result.invites.length
  return count === 0 ? 1 : 0
}

function exitAmong({ result, problem }: FileOfSeveral): number {
  return problem ? exitCodes[problem.kind] : result ? importExit(result) : 0
}
