import type { MergeResult } from '../commands/merge.js'
import { command, fact } from './grids.js'
import { page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What came of a merge, and what follows from it. */
export function mergeView(result: MergeResult, screen: Screen): string {
  const { file, dryRun, fresh, known, forgotten, opening, undo } = result
  const place = file === '-' ? 'standard input' : file.slice(file.search(/[^/\\]*$/))
  const others = known === 0 ? '' : `; ${String(known)} on record already`
  const left = forgotten === 0 ? [] : fact('Left out', `${counted(forgotten, 'fact')} of what was forgotten here`, screen)
  if (dryRun || fresh === 0) {
    const none = fresh === 0 ? 'nothing new' : counted(fresh, 'new fact')
    return page([
      ...fact(dryRun ? 'Would merge' : 'Merged', `${none} from ${place}${others}`, screen),
      ...(opening === 0 ? [] : fact('Opens', counted(opening, 'opportunity', 'opportunities'), screen)),
      ...left,
      ...(dryRun ? paragraph('Nothing was changed.', screen) : []),
    ])
  }
  return page([
    ...fact('Recorded', `${counted(fresh, 'fact')} from ${place}${others}`, screen),
    ...(result.opened.length === 0 ? [] : fact('New here', some(result.opened), screen)),
    ...left,
    ...fact('Next', 'followup due', screen),
    ...(undo === null ? fact('Undo', 'there is none: nothing was on record here before', screen) : command('Undo', undo, screen)),
    ...noteLines(result, screen),
  ])
}

function noteLines({ renamed, twice, doubled }: MergeResult, screen: Screen): readonly string[] {
  const notes = [
    ...renamed.map(({ from, to, company, role }) => `What was ${from} (${role ?? company}) is ${to} from now on.`),
    ...twice.map(
      ({ company, handles }) =>
        `${company} was opened on both: ${some(handles)}. If they are one, go on with one of them, and close the other.`,
    ),
    ...doubled.map((name) => `${name} was met on both, and is two people here: what you stop for one is not stopped for the other.`),
  ]
  const more = notes.length - mostNotes
  const shown = more > 0 ? [...notes.slice(0, mostNotes), `${String(more)} more such notes: --json has all of them.`] : notes
  return shown.length === 0 ? [] : ['', ...shown.flatMap((note) => paragraph(note, screen))]
}

const mostNotes = 12
const mostNames = 8

function some(handles: readonly string[]): string {
  const more = handles.length - mostNames
  return more > 0 ? `${handles.slice(0, mostNames).join(', ')} and ${String(more)} more` : handles.join(', ')
}
