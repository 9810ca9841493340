import type { UndoList, Undone, UndoStep } from '../commands/undo.js'
import { capital, fact, row, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'
import { nextLines } from './written.js'

/** What was taken back or put back, what comes next, and what no undo reaches; or the list of records, newest first. */
export function undoView(result: UndoList | Undone, screen: Screen): string {
  return 'steps' in result ? listText(result, screen) : doneText(result, screen)
}

function doneText(result: Undone, screen: Screen): string {
  const notes = result.notes.flatMap((note) => paragraph(note, screen))
  return page([
    ...fact(result.redo ? 'Put back' : 'Taken back', result.recorded, screen),
    ...(result.remains === null ? [] : fact('Not undone', result.remains, screen)),
    ...nextLines(result, screen),
    ...fact('Further', 'followup undo again; --list shows every step', screen),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ])
}

function listText({ steps, more }: UndoList, screen: Screen): string {
  if (steps.length === 0) return page(paragraph('Nothing is recorded yet, so there is nothing to take back.', screen))
  const older = more ? ['', ...paragraph('There are older ones; "followup history" shows more.', screen)] : []
  return page([...steps.flatMap((step) => stepLines(step, screen)), ...older, '', ...fact('Undo', 'followup undo ID', screen)])
}

function stepLines(step: UndoStep, screen: Screen): readonly string[] {
  const says = `${step.undo ? 'undo of: ' : ''}${step.says}${step.undone ? ' (taken back)' : ''}`
  if (screen.plain) return [sentences([step.id, step.when, capital(says)])]
  return row({ name: step.id, act: says, reason: '', below: `recorded ${step.when}` }, screen)
}
