import { spawn } from '@lydell/node-pty'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { environmentIn } from './session.js'

/** A program at work on a pseudo-terminal. */
export interface Terminal {
  /** Waits until this has appeared after all that was waited for before. */
  readonly sees: (text: string) => Promise<void>
  /** Types, as the keyboard sends it: '\r' is Enter, '\u0003' Ctrl-C. */
  readonly types: (keys: string) => void
  /** Waits for a question, and answers it with Enter. */
  readonly answers: (question: string, answer: string) => Promise<void>
  readonly resize: (columns: number, rows: number) => void
  /** Waits for the end; its exit code. */
  readonly ends: () => Promise<number>
  /** All that was written so far, without escape sequences. */
  readonly text: () => string
  /** All that was written so far, as it was written. */
  readonly raw: () => string
  /** Closes the terminal, as a window is closed. */
  readonly closes: () => void
}

/** What a test waits for at most, in milliseconds. */
const patience = 8_000

const program = join(import.meta.dirname, '..', '..', 'bin', 'followup.js')

interface Place {
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
  readonly columns?: number
}

/** Runs a built followup on a terminal of its own; the store lies in `folder`. */
export function openTerminal(argv: readonly string[], place: Place): Terminal {
  return terminalOf([process.execPath, program, ...argv], place)
}

/** A shell with job control on a terminal of its own; '"$node" "$followup"' is what runs a built followup there. */
export function openShell(place: Place): Terminal {
  const env = { ...place.env, PS1: 'shell: ', node: process.execPath, followup: program }
  return terminalOf(['/bin/bash', '--norc', '--noprofile', '--noediting', '-i'], { ...place, env })
}

function terminalOf([file = '', ...argv]: readonly string[], place: Place): Terminal {
  const env = { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', ...environmentIn(place.folder), ...place.env }
  const child = spawn(file, argv, { cols: place.columns ?? 80, rows: 24, env })
  let raw = ''
  let seen = 0
  let wake = (): void => undefined
  let code: number | null = null
  child.onData((data) => {
    raw += data
    wake()
  })
  child.onExit(({ exitCode }) => {
    code = exitCode
    wake()
  })
  const text = (): string => stripVTControlCharacters(raw)
  const until = (isSo: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`never saw ${what} in:\n${text()}`)), patience)
      wake = () => {
        if (!isSo()) return
        clearTimeout(late)
        resolve()
      }
      wake()
    })
  const sees = async (wanted: string): Promise<void> => {
    await until(() => text().indexOf(wanted, seen) >= 0, JSON.stringify(wanted))
    seen = text().indexOf(wanted, seen) + wanted.length
  }
  return {
    sees,
    types: (keys) => child.write(keys),
    answers: async (question, answer) => {
      await sees(question)
      await sees('>')
      child.write(`${answer}\r`)
    },
    resize: (columns, rows) => child.resize(columns, rows),
    ends: async () => {
      await until(() => code !== null, 'the end')
      return code ?? -1
    },
    text,
    raw: () => raw,
    closes: () => {
      if (code === null) child.kill('SIGHUP')
    },
  }
}
