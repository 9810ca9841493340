import { parentPort } from 'node:worker_threads'
import { isProblem } from '../problem.js'
import type { Said } from './cage.js'

/** Answers what is asked of this thread, one after the other; whoever asks looks at the clock, and ends the thread when it takes too long. */
export function answerWith<Asked, Told>(read: (asked: Asked) => Promise<Told>): void {
  const say = (said: Said<Told>): void => parentPort?.postMessage(said)
  parentPort?.on('message', (asked: Asked) => {
    void read(asked).then(
      (value) => say({ value }),
      (error: unknown) => say(isProblem(error) ? { fault: error.message, hint: error.hint ?? undefined } : { fault: String(error) }),
    )
  })
}
