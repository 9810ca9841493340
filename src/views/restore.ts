import type { RestoreResult } from '../commands/restore.js'
import { alteredNames } from '../model/altered.js'
import { command, fact } from './grids.js'
import { page } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What was put back and where the other one went. */
export function restoreView({ from, facts, leftOut, kept, undo }: RestoreResult, screen: Screen): string {
  return page([
    ...fact('Put back', `${counted(facts, 'fact')} from ${from}`, screen),
    ...(leftOut.length === 0 ? [] : fact('Left out', leftOutWords(leftOut), screen)),
    ...(kept === null ? [] : fact('Kept', `the store as it was: ${kept}`, screen)),
    ...(undo === null ? [] : command('Undo', undo, screen)),
  ])
}

function leftOutWords(leftOut: RestoreResult['leftOut']): string {
  const verb = leftOut.length === 1 ? 'is' : 'are'
  return `${counted(leftOut.length, 'fact')} in it that ${verb} not what was recorded: ${alteredNames(leftOut)}`
}
