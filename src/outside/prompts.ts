import { PassThrough } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createInterface } from 'node:readline/promises'
import { input as ask } from '@inquirer/prompts'
import { Problem } from '../problem.js'
import type { Typing } from './typing.js'
import { newTyping } from './typing.js'

/**
 * Reads one line that a person types after `prompt`; their text as it is, trimmed. `again` is called before the prompt is drawn anew, after the
 * process was stopped for a while. Throws Problem('interrupted') at Ctrl-C, Ctrl-D and the end of input.
 */
export type ReadLine = (prompt: string, again?: () => void) => Promise<string>

/** A keyboard and a screen: standard input and standard error of a process that has both. */
export interface Desk {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly now: () => number
  /** Whether the terminal understands nothing but plain text. */
  readonly dumb: boolean
  /** Calls back at a Ctrl-C that comes as a signal: while no question is open yet. */
  readonly onSignal: (leave: () => void) => void
  /** Stops the process, as Ctrl-Z does where the terminal sees to it; returns when it goes on. */
  readonly stop: () => void
  /** Calls back each time that the process goes on after it was stopped. */
  readonly onContinue: (again: () => void) => void
}

/** Inquirer on a desk; between two questions the keyboard belongs to whoever else wants it. */
export function lineReader(desk: Desk): ReadLine {
  const typing = newTyping(desk.now)
  let gone = false
  let leave = (): void => undefined
  desk.onSignal(() => {
    gone = true
    leave()
  })
  let goOn = (): void => undefined
  desk.onContinue(() => goOn())
  return (prompt, again = () => undefined) => {
    if (!gone) return readLine(desk, typing, { prompt, again, onOpen: (hands) => ({ leave, goOn } = hands) })
    desk.output.write('\n')
    return Promise.reject(interrupted())
  }
}

interface Opening {
  readonly prompt: string
  readonly again: () => void
  /** Is handed how to leave while the question is open, and how to go on with it after the process was stopped. */
  readonly onOpen: (hands: { readonly leave: () => void; readonly goOn: () => void }) => void
}

/** Letters of one answer: Inquirer draws a line anew at every letter, so that very long ones take seconds (docs/decisions/0004). */
const longest = 1000
const cutWords = 'An answer holds 1,000 letters; what came after is left out. "--note -" reads longer words from a pipe.\n'
const droppedWords = 'Several lines came at once; only the first was taken.\n'

/** Ctrl-D. */
const endOfText = '\u0004'
/** Ctrl-Z. */
const suspend = '\u001a'
/** A letter and the key that takes it back: Inquirer draws its line anew, with the same answer in it. */
const sameAgain = ' \u007f'

const pastesBracketed = '\u001b[?2004h'
const pastesPlain = '\u001b[?2004l'

async function readLine(desk: Desk, typing: Typing, { prompt, again, onOpen }: Opening): Promise<string> {
  const { output, dumb } = desk
  const leaving = new AbortController()
  const leave = (): void => leaving.abort()
  const keys = keysOf(desk, { typing, leave, again })
  onOpen({ leave, goOn: keys.goOn })
  if (!dumb) output.write(pastesBracketed)
  try {
    const said = await (dumb ? plainLine : inquirerLine)(prompt, { input: keys.stream, output, signal: leaving.signal })
    if (keys.isCut()) output.write(cutWords)
    if (typing.hasDropped()) output.write(droppedWords)
    return said.trim()
  } catch (error) {
    if (!leaving.signal.aborted && !isLeaving(error)) throw error
    output.write('\n')
    throw interrupted()
  } finally {
    keys.release()
    if (!dumb) output.write(pastesPlain)
  }
}

/** Ctrl-C as Inquirer and Node tell it. */
function isLeaving(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(error.name)
}

function interrupted(): Problem {
  return new Problem('interrupted', 'Stopped')
}

interface Line {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly signal: AbortSignal
}

/** Inquirer's input without its marks: the prompt, and what is typed as it is. */
function inquirerLine(prompt: string, line: Line): Promise<string> {
  const asIs = (text: string): string => text
  // A message that is undefined takes no room; Inquirer joins what is there with blanks.
  const none = (): string => undefined as unknown as string
  const style = { message: none, answer: asIs, defaultAnswer: asIs, error: asIs }
  return ask({ message: prompt, theme: { prefix: prompt.trimEnd(), style } }, line)
}

/** A line on a terminal that understands nothing but text. */
function plainLine(prompt: string, { input, output, signal }: Line): Promise<string> {
  const editor = createInterface({ input, output, terminal: false })
  return editor.question(prompt, { signal }).finally(() => editor.close())
}

interface Keys {
  readonly stream: NodeJS.ReadableStream
  /** Whether letters were left out because the answer was too long. */
  readonly isCut: () => boolean
  /** Sets the terminal as it was before the process was stopped, and draws the question anew. */
  readonly goOn: () => void
  /** Gives the keyboard back. */
  readonly release: () => void
}

interface Hearing {
  readonly typing: Typing
  readonly leave: () => void
  readonly again: () => void
}

/** The keyboard as the line editor sees it: cleaned, and its own to close. */
function keysOf(desk: Desk, { typing, leave, again }: Hearing): Keys {
  const { input } = desk
  const decoder = new StringDecoder('utf8')
  let letters = 0
  let cut = false
  let open = true
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => {
      if (!input.destroyed) input.setRawMode(raw)
      return stream
    },
  })
  const goOn = (): void => {
    if (!open || desk.dumb) return
    takeTerminal(desk)
    again()
    stream.write(sameAgain)
  }
  const onData = (chunk: Buffer): void => {
    const text = typing.take(decoder.write(chunk))
    if (text.includes(endOfText)) return leave()
    const typed = text.replaceAll(suspend, '')
    const fits = withoutLetters(typed, longest - letters)
    letters += typed.length
    cut ||= fits !== typed
    if (fits !== '') stream.write(fits)
    if (typed !== text) pause(desk, goOn)
  }
  input.on('data', onData).on('end', leave).on('error', leave).on('close', leave)
  typing.open()
  input.resume()
  const release = (): void => {
    open = false
    input.off('data', onData).off('end', leave).off('error', leave).off('close', leave)
    input.pause()
  }
  return { stream, isCut: () => cut, goOn, release }
}

/**
 * Ctrl-Z. Node's line editor would see to it too, but pauses its input when the process goes on, and leaves it so.
 * Where nothing can stop the process (no shell is there to take over), it goes on at once; otherwise the signal comes as well.
 */
function pause(desk: Desk, goOn: () => void): void {
  desk.input.setRawMode(false)
  desk.output.write(pastesPlain)
  desk.stop()
  goOn()
}

// A shell gives the terminal back in a mode of its own; Node believes in the one it set last.
function takeTerminal({ input, output }: Desk): void {
  if (input.destroyed) return
  input.setRawMode(false)
  input.setRawMode(true)
  output.write(pastesBracketed)
}

/** The text with at most so many letters; keys that are none (Enter, Ctrl-C, arrows) all stay. */
function withoutLetters(text: string, room: number): string {
  if (text.length <= room) return text
  const kept = Math.max(0, room)
  // eslint-disable-next-line no-control-regex -- keys begin with them
  return text.slice(0, kept) + text.slice(kept).replace(/[^\u0000-\u001f\u007f]/g, '')
}
