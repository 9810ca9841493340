import { spawnSync } from 'node:child_process'
import { Problem } from '../problem.js'
import { environmentForOthers } from './programs.js'

/** The person's editor as words of a command line, never given to a shell: $VISUAL, else $EDITOR, else vi. */
export function editorWords(env: Readonly<Record<string, string | undefined>>): readonly [string, ...string[]] {
  const [program, ...words] = wordsOf(env['VISUAL']?.trim() || env['EDITOR']?.trim() || 'vi')
  return [program ?? 'vi', ...words]
}

/** Opens a file in the person's editor and waits until it is left. Throws Problem('outside') when it cannot be started or says that it failed. */
export function editFile(path: string, env: Readonly<Record<string, string | undefined>>): void {
  const [program, ...words] = editorWords(env)
  const { error, status, signal } = spawnSync(program, [...words, path], { stdio: 'inherit', env: environmentForOthers(env) })
  if (error)
    throw new Problem('outside', `The editor "${program}" cannot be started.`, {
      hint: 'Name another one in VISUAL or EDITOR.',
      code: 'editor',
      cause: error,
    })
  if (status !== 0)
    throw new Problem('outside', `The editor "${program}" ended with ${signal ?? String(status)}.`, {
      hint: `The file is as it was left: ${path}`,
      code: 'editor',
    })
}

// Blanks part words, quotes and backslashes keep them together; nothing else means anything.
function wordsOf(text: string): readonly string[] {
  const words = text.match(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g) ?? []
  return words.map((word) => (word.match(/'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^'"\\]+/g) ?? []).map(bare).join(''))
}

function bare(piece: string): string {
  if (piece.startsWith("'")) return piece.slice(1, -1)
  return (piece.startsWith('"') ? piece.slice(1, -1) : piece).replace(/\\(.)/g, '$1')
}
