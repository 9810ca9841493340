import type { FileOfSeveral, Imported, ImportedFile } from '../commands/import.js'
import type { Settled } from '../commands/invite/booking.js'
import type { Invite, RefusedEvent } from '../model/invite.js'
import { fact } from './grids.js'
import { peopleView, sheetView } from './import-sheet.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'
import { takenLines } from './sync.js'
import { writtenView } from './written.js'

/** What was recorded of a file of invites or of mails, or what stands in it; what cannot be read is always named. */
export function importView(result: Imported, screen: Screen): string {
  return 'files' in result ? result.files.map((one) => amongView(one, screen)).join('\n') : fileView(result, screen)
}

function amongView({ file, result, problem }: FileOfSeveral, screen: Screen): string {
  const said = problem ? page(paragraph([problem.message, problem.hint ?? ''].join(' ').trim(), screen)) : ''
  // Of a table its own page says which it is.
  const isNamed = result !== null && 'sheet' in result && (result.dryRun || !('met' in result))
  return `${isNamed ? '' : page(fact('File', file, screen))}${result ? fileView(result, screen) : said}`
}

function fileView(result: ImportedFile, screen: Screen): string {
  if ('met' in result) return peopleView(result, screen)
  if ('sheet' in result) return sheetView(result, screen)
  if ('mails' in result) return page([...fact('Mails', String(result.looked), screen), ...takenLines(result, screen)])
  if ('events' in result) {
    const isMet = result.events.some(({ organizer, attendees }) => organizer !== null || attendees.length > 0)
    const asks = isMet ? ' People who are new are put on record with --yes, or where you are asked and say yes.' : ''
    const said = result.events.length === 0 ? [] : paragraph(`Nothing was recorded.${asks}`, screen)
    return page([
      ...result.events.flatMap((one, index) => [...inviteLines(one, result.when[index] ?? null, screen), '']),
      ...refusedLines(result.refused, screen),
      ...said,
    ])
  }
  const blocks = result.invites.map((one) => settledText(one, screen).trimEnd())
  const refused = refusedLines(result.refused, screen)
  return page([
    ...blocks.flatMap((block, at) => [...(at > 0 ? [''] : []), ...block.split('\n')]),
    ...(blocks.length > 0 && refused.length > 0 ? [''] : []),
    ...refused,
  ])
}

function settledText({ written, says }: Settled, screen: Screen): string {
  return written ? writtenView(written, screen) : page(paragraph(says ?? '', screen))
}

function inviteLines(one: Invite, when: string | null, screen: Screen): readonly string[] {
  const people = [...(one.organizer ? [one.organizer] : []), ...one.attendees].map(({ name, email }) =>
    name === '' ? (email ?? '') : name,
  )
  return [
    ...fact('Invite', `${one.summary === '' ? 'without a title' : one.summary}${one.cancelled ? ', called off' : ''}`, screen),
    ...fact('When', when ?? 'no time', screen),
    ...(one.zone === null ? [] : fact('Zone', one.zone, screen)),
    ...(people.length === 0 ? [] : fact('With', [...new Set(people)].join(', '), screen)),
  ]
}

function refusedLines(refused: readonly RefusedEvent[], screen: Screen): readonly string[] {
  return refused.flatMap(({ uid, reason }) =>
    paragraph(uid === null ? `Not read: ${reason}.` : `The event ${uid} was not read: ${reason}.`, screen),
  )
}
