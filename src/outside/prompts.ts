import { PassThrough } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createInterface } from 'node:readline'
import { Problem } from '../problem.js'
import type { Typing } from './typing.js'
import { newTyping } from './typing.js'

/** Reads one line that a person types after `prompt`; their text as it is, trimmed. Throws Problem('interrupted') at Ctrl-C, Ctrl-D and the end of input. */
export type ReadLine = (prompt: string) => Promise<string>

/** A keyboard and a screen: standard input and standard error of a process that has both. */
export interface Desk {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly now: () => number
  /** Whether the terminal understands nothing but plain text. */
  readonly dumb: boolean
  /** Calls back at a Ctrl-C that comes as a signal: while no question is open yet. */
  readonly onSignal: (leave: () => void) => void
}

/** The line editor of Node on a desk; between two questions the keyboard belongs to whoever else wants it. */
export function lineReader(desk: Desk): ReadLine {
  const typing = newTyping(desk.now)
  let gone = false
  let leave = (): void => undefined
  desk.onSignal(() => {
    gone = true
    leave()
  })
  return (prompt) => {
    if (!gone) return readLine(desk, typing, { prompt, onOpen: (close) => (leave = close) })
    desk.output.write('\n')
    return Promise.reject(interrupted())
  }
}

interface Opening {
  readonly prompt: string
  /** Is handed how to leave while the question is open. */
  readonly onOpen: (close: () => void) => void
}

const pastesBracketed = '\u001b[?2004h'
const pastesPlain = '\u001b[?2004l'

function readLine(desk: Desk, typing: Typing, { prompt, onOpen }: Opening): Promise<string> {
  const { input, output, dumb } = desk
  const keys = keysOf(input, typing)
  if (!dumb) output.write(pastesBracketed)
  const editor = createInterface({ input: keys.stream, output, terminal: true, historySize: 0, escapeCodeTimeout: 50, prompt })
  return new Promise((resolve, reject) => {
    let said: string | null = null
    let gone = false
    const onSignal = (): void => {
      gone = true
      editor.close()
    }
    editor.on('line', (line) => {
      if (said !== null) return
      said = line
      editor.close()
    })
    editor.on('SIGINT', onSignal)
    onOpen(onSignal)
    editor.on('close', () => {
      keys.release()
      if (!dumb) output.write(pastesPlain)
      if (said !== null && !gone) return resolve(said.trim())
      output.write('\n')
      reject(interrupted())
    })
    editor.prompt()
  })
}

function interrupted(): Problem {
  return new Problem('interrupted', 'Stopped')
}

interface Keys {
  readonly stream: NodeJS.ReadableStream
  /** Gives the keyboard back. */
  readonly release: () => void
}

/** The keyboard as the line editor sees it: cleaned, and its own to close. */
function keysOf(input: NodeJS.ReadStream, typing: Typing): Keys {
  const decoder = new StringDecoder('utf8')
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => {
      if (!input.destroyed) input.setRawMode(raw)
      return stream
    },
  })
  const onData = (chunk: Buffer): void => {
    const text = typing.take(decoder.write(chunk))
    if (text !== '') stream.write(text)
  }
  const onEnd = (): void => void stream.end()
  input.on('data', onData).on('end', onEnd).on('error', onEnd).on('close', onEnd)
  typing.open()
  input.resume()
  const release = (): void => {
    input.off('data', onData).off('end', onEnd).off('error', onEnd).off('close', onEnd)
    input.pause()
  }
  return { stream, release }
}
