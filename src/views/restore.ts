import type { RestoreResult } from '../commands/restore.js'
import { command, fact } from './grids.js'
import { page } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What was put back and where the other one went. */
export function restoreView({ from, facts, kept, undo }: RestoreResult, screen: Screen): string {
  return page([
    ...fact('Put back', `${counted(facts, 'fact')} from ${from}`, screen),
    ...(kept === null ? [] : fact('Kept', `the store as it was: ${kept}`, screen)),
    ...(undo === null ? [] : command('Undo', undo, screen)),
  ])
}
