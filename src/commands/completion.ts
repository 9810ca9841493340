import { completionScript, shells } from '../formats/completion-scripts.js'
import type { Shell } from '../formats/completion-scripts.js'
import { Problem } from '../problem.js'
import type { InstalledCompletion, Needs } from '../world.js'

export interface CompletionArgs {
  readonly shell?: string
  readonly install?: true
}

/** The script for a shell. */
export interface CompletionScript {
  readonly shell: Shell
  readonly script: string
}
/** Where the script was put. */
export interface CompletionInstalled extends InstalledCompletion {
  readonly shell: Shell
}

/** Prints the script that teaches a shell, or installs it; the shell is the one named, else to install the person's own. Throws Problem('usage') when it is not known. */
export async function completion(
  { completions }: Needs<'completions'>,
  args: CompletionArgs,
): Promise<CompletionScript | CompletionInstalled> {
  const port = await completions()
  const shell = shells.find((one) => one === (args.shell ?? (args.install ? port.shell : undefined)))
  if (!shell) throw unknownShell(args.install === true, port.shell)
  const script = completionScript(shell)
  return args.install ? { shell, ...port.install(shell, script) } : { shell, script }
}

function unknownShell(install: boolean, own: string | null): Problem {
  const message = install ? `Your shell (${own ?? 'SHELL is not set'}) is none that can be taught.` : 'completion needs a shell.'
  return new Problem('usage', message, {
    hint: `Name one: followup completion ${install ? 'bash --install' : 'bash'}, zsh or fish.`,
    code: 'missing-word',
  })
}
