import type { CompletionInstalled, CompletionScript } from '../commands/completion.js'
import { fact } from './grids.js'
import { page } from './layout.js'
import type { Screen } from './screen.js'

/** The script as it stands, or where it was put. */
export function completionView(result: CompletionScript | CompletionInstalled, screen: Screen): string {
  if ('script' in result) return result.script
  const { shell, file, startup } = result
  return page([
    ...fact('Installed', `completion for ${shell}: ${file}`, screen),
    ...(startup === null ? [] : fact('Read by', startup.added ? `a line added to ${startup.file}` : `the line in ${startup.file}`, screen)),
    ...fact('Next', 'open a new terminal', screen),
  ])
}
