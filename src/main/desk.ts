import type { Day } from '../model/day.js'
import { lineReader } from '../outside/prompts.js'
import { exitCodes } from '../problem.js'
import { noPaint } from '../views/screen.js'
import type { Ask } from '../world.js'
import { conversation } from './conversation.js'
import { colourPaint } from './paint.js'

/** How a conversation is drawn. */
export interface Look {
  readonly plain: boolean
  readonly paint: boolean
  /** TERM is "dumb": nothing but text. */
  readonly dumb: boolean
  readonly today: Day
}

/** The conversation with the person at this process's terminal: questions on standard error, answers from standard input. */
export function deskConversation({ plain, paint, dumb, today }: Look): Ask {
  const { stdin: input, stderr: output } = process
  return conversation({
    readLine: lineReader({ input, output, dumb, now: () => Date.now(), onSignal: listen, stop, onContinue }),
    write: (text) => void output.write(text),
    // A terminal without a size counts as 80 columns; so does a wider one.
    columns: () => Math.min(80, Math.max(40, output.columns || 80)),
    plain,
    paint: paint ? colourPaint() : noPaint,
    today,
  })
}

/** Between two questions Ctrl-C is a signal: the first ends the conversation at the next question, after what is being recorded; a second ends the process. */
function listen(leave: () => void): void {
  let asked = false
  process.on('SIGINT', () => {
    if (asked) process.exit(exitCodes.interrupted)
    asked = true
    leave()
  })
}

// All that the shell started together, as the terminal itself would at Ctrl-Z.
function stop(): void {
  process.kill(0, 'SIGTSTP')
}

function onContinue(again: () => void): void {
  process.on('SIGCONT', again)
}
