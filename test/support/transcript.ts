/** One step of a transcript: a comment or blank line, a setting of clock and zone, or a command with what it printed. */
export type Step =
  | { readonly kind: 'text'; readonly line: string }
  | { readonly kind: 'clock'; readonly line: string; readonly now: string; readonly zone: string }
  | { readonly kind: 'setting'; readonly line: string; readonly name: string; readonly value: string }
  | {
      readonly kind: 'command'
      readonly line: string
      readonly argv: readonly string[]
      readonly input?: string
      readonly expected: readonly string[]
    }

/**
 * Reads a transcript. `@ 2027-03-09T08:31 America/New_York` sets clock and zone, `@ NAME=value` the environment, `$ followup …` runs a line
 * (words as in a shell; `$ echo "text" | followup …` gives it standard input); indented lines below are what it prints, `[exit 3]` last; the rest explains.
 */
export function readTranscript(text: string): readonly Step[] {
  const lines = text.replace(/\n$/, '').split('\n')
  const steps: Step[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.startsWith('@ ')) steps.push(settingOf(line))
    else if (line.startsWith('$ ')) {
      const end = endOfOutput(lines, index + 1)
      steps.push({
        kind: 'command',
        line,
        ...commandOf(line),
        expected: lines.slice(index + 1, end).map((one) => one.replace(/^ {2}/, '')),
      })
      index = end - 1
    } else steps.push({ kind: 'text', line })
  }
  return steps
}

/** What a command printed, as lines of a transcript without the indent. */
export function linesOf({ out, err, code }: { readonly out: string; readonly err: string; readonly code: number }): readonly string[] {
  const lines = (out + err).replace(/\n$/, '').split('\n')
  return [...(out + err === '' ? [] : lines), ...(code === 0 ? [] : [`[exit ${String(code)}]`])]
}

/** The lines of a command and its output, as they stand in a transcript. */
export function written(line: string, output: readonly string[]): readonly string[] {
  return [line, ...output.map((one) => (one === '' ? '' : `  ${one}`))]
}

/** The words of a command line as a shell splits them: blanks, '…', "…" and backslashes. */
export function shellWords(text: string): readonly string[] {
  const words: string[] = []
  for (const [word] of text.matchAll(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g)) {
    words.push(
      word.replace(
        /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
        (_, single?: string, double?: string, one?: string) => single ?? double?.replace(/\\(.)/g, '$1') ?? one ?? '',
      ),
    )
  }
  return words
}

// Output goes on over blank lines as long as an indented line follows.
function endOfOutput(lines: readonly string[], from: number): number {
  let end = from
  for (let index = from; index < lines.length && /^(?: {2}|$)/.test(lines[index] ?? ''); index += 1)
    if (lines[index] !== '') end = index + 1
  return end
}

function settingOf(line: string): Step {
  const variable = /^@ ([A-Z_]+)=(.*)$/.exec(line)
  if (variable) return { kind: 'setting', line, name: variable[1] ?? '', value: variable[2] ?? '' }
  const [, now = '', zone = 'UTC'] = line.split(' ')
  return { kind: 'clock', line, now, zone }
}

function commandOf(line: string): { readonly argv: readonly string[]; readonly input?: string } {
  const piped = /^\$ echo (.*) \| followup(?: (.*))?$/.exec(line)
  if (piped) return { argv: shellWords(piped[2] ?? ''), input: `${shellWords(piped[1] ?? '').join(' ')}\n` }
  if (!/^\$ followup( |$)/.test(line)) throw new Error(`a transcript runs followup only: ${line}`)
  return { argv: shellWords(line.slice('$ followup'.length)) }
}
