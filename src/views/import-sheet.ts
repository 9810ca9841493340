import type { PeopleImported } from '../commands/import/people.js'
import type { SheetImported } from '../commands/import/sheet.js'
import type { RefusedRow } from '../model/sheet.js'
import { command, fact, title } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What stands in a table of applications and would be added, or what was. */
export function sheetView(result: SheetImported, screen: Screen): string {
  const { file, rows, dryRun } = result
  const added = result.added.interviewed + result.added.booked + result.added.applied
  const head = dryRun ? [...title(`${file}, ${counted(rows, 'row')}`, 'nothing is changed', screen), '', ...readLines(result, screen)] : []
  const said = dryRun ? [] : fact('Recorded', recordedWords(result, added), screen)
  return page([
    ...head,
    ...said,
    ...countLines(countsOf(result), dryRun, screen),
    ...countLines([undatedCount(result)], dryRun, screen),
    ...refusedLines(result.undated, screen),
    ...countLines([refusedCount(result)], dryRun, screen),
    ...refusedLines(result.refused, screen),
    ...knownLines(result, screen),
    ...(dryRun ? ['', ...dryEnd(result, added, screen)] : writtenEnd(result, added, screen)),
  ])
}

/** Who of a file of people would be added, or was. */
export function peopleView(result: PeopleImported, screen: Screen): string {
  const { sheet, file, rows, dryRun, met, again, elsewhere } = result
  const head = dryRun ? [...title(`${file}, ${counted(rows, 'row')}`, 'nothing is changed', screen), ''] : []
  const names = met.slice(0, mostShown).map(({ name, handle }) => `${name}, at ${handle}`)
  const more = met.length > mostShown ? [`${String(met.length - mostShown)} more`] : []
  const label = dryRun ? 'Would add' : 'Recorded'
  return page([
    ...head,
    ...(met.length === 0
      ? fact(label, 'nobody', screen)
      : [...names, ...more].flatMap((text, at) => fact(at === 0 ? label : '', text, screen))),
    ...(again === 0 ? [] : fact('Known', `${people(again)} on record there already`, screen)),
    ...(elsewhere === 0 ? [] : fact('Left out', elsewhereWords(result), screen)),
    ...refusedLines(result.refused, screen),
    ...(dryRun || met.length === 0 ? [] : fact('Undo', 'followup undo', screen)),
    ...(elsewhere > 0 && sheet === 'vcard' && met.length === 0
      ? ['', ...paragraph('To put all of them beside one: --for OPP', screen)]
      : []),
  ])
}

function elsewhereWords({ sheet, elsewhere }: PeopleImported): string {
  const where = sheet === 'vcard' ? '' : ' where you know somebody'
  return `${people(elsewhere)} whose company is none of your open ones${where}`
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${String(count)} people`
}

const mostShown = 12

function readLines({ columns, kept, leftOut }: SheetImported, screen: Screen): readonly string[] {
  const read = columns.map(({ column, as }) => `${column} = ${as}`)
  return [
    ...(read.length === 0 ? [] : fact('Read as', read.join(', '), screen)),
    ...(kept.length === 0 ? [] : fact('Kept', `${kept.join(', ')} ${kept.length === 1 ? 'goes' : 'go'} into notes, word for word`, screen)),
    ...(leftOut.length === 0 ? [] : fact('Left out', leftOut.join(', '), screen)),
  ]
}

function recordedWords({ file }: SheetImported, added: number): string {
  return added === 0 ? `nothing new from ${file}` : `${opportunities(added)} from ${file}`
}

function opportunities(count: number): string {
  return count === 1 ? '1 opportunity' : `${String(count)} opportunities`
}

interface Count {
  readonly count: number
  readonly what: string
  readonly would: string
  readonly did: string
}

function countsOf({ added, again, changed, joined, twice }: SheetImported): readonly Count[] {
  return [
    {
      count: added.interviewed,
      what: opportunitiesWord(added.interviewed, 'with an interview'),
      would: 'would be added, not chased',
      did: 'added, not chased',
    },
    { count: added.booked, what: opportunitiesWord(added.booked, 'with one to come'), would: 'would be booked', did: 'booked' },
    {
      count: added.applied,
      what: `${added.applied === 1 ? 'application' : 'applications'} without an interview`,
      would: 'would be added, not chased',
      did: 'added, not chased',
    },
    { count: added.closed, what: added.closed === 1 ? 'of these is over' : 'of these are over', would: 'would be closed', did: 'closed' },
    { count: again, what: 'from this table before', would: 'on record already', did: 'on record already' },
    { count: changed, what: 'from it that changed since', would: 'would stay as they are', did: 'left as they are' },
    {
      count: joined,
      what: `further ${joined === 1 ? 'row' : 'rows'} of the same opportunity`,
      would: 'would be joined to it',
      did: 'joined to it',
    },
    {
      count: twice,
      what: counted(twice, 'row').replace(/^\d+ /, '').concat(' told twice'),
      would: 'would count once',
      did: 'counted once',
    },
  ]
}

function undatedCount({ undated: { length } }: SheetImported): Count {
  const what = `interview ${length === 1 ? 'day' : 'days'} not understood`
  return { count: length, what, would: 'would stay in the notes', did: 'kept in the notes' }
}

function refusedCount({ refused: { length } }: SheetImported): Count {
  return { count: length, what: `${length === 1 ? 'row' : 'rows'} not understood`, would: 'would be left out', did: 'left out' }
}

function opportunitiesWord(count: number, what: string): string {
  return `${count === 1 ? 'opportunity' : 'opportunities'} ${what}`
}

function countLines(counts: readonly Count[], dryRun: boolean, screen: Screen): readonly string[] {
  return counts.flatMap(({ count, what, would, did }) => {
    if (count === 0) return []
    const outcome = dryRun ? would : did
    if (screen.plain) return [`${String(count)} ${what}: ${outcome}.`]
    if (isNarrow(screen)) return fact(String(count).padStart(4), `${what}: ${outcome}`, screen)
    return fact(String(count).padStart(4), [what, outcome], screen)
  })
}

function refusedLines(refused: readonly RefusedRow[], screen: Screen): readonly string[] {
  const shown = refused.slice(0, mostShown).map(({ line, reason }) => `line ${String(line)}: ${reason}`)
  const more = refused.length > mostShown ? [`${String(refused.length - mostShown)} more; --json names them all`] : []
  return [...shown, ...more].flatMap((text) =>
    screen.plain ? paragraph(text, screen) : beside([{ at: 12, columns: columnsOf(screen) - 12, text }], screen),
  )
}

function knownLines({ known }: SheetImported, screen: Screen): readonly string[] {
  if (known.length === 0) return []
  const shown = known.slice(0, mostShown).map(({ handle }) => handle)
  const more = known.length > mostShown ? `, and ${String(known.length - mostShown)} more` : ''
  return fact('Known', `${shown.join(', ')}${more}: on record already, and left as ${known.length === 1 ? 'it is' : 'they are'}`, screen)
}

function dryEnd({ next }: SheetImported, added: number, screen: Screen): readonly string[] {
  const calm = added === 0 ? 'Nothing would be added.' : `Nothing old becomes overdue. ${begin}`
  return [...paragraph(calm, screen), ...(next === null ? [] : command('Next', next, screen))]
}

const begin = 'Start the ones you care about: followup resume NAME'

function writtenEnd({ handles }: SheetImported, added: number, screen: Screen): readonly string[] {
  if (added === 0) return []
  return [
    ...fact('Next', handles.length === 1 ? `followup show ${handles[0] ?? ''}` : 'followup list', screen),
    ...fact('Undo', 'followup undo', screen),
    '',
    ...paragraph(`Nothing old becomes overdue. ${begin}`, screen),
  ]
}
