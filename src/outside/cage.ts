import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Problem } from '../problem.js'

/** Has what strangers wrote taken apart in a thread of its own, within bounds of time and memory. */
export interface Cage<Asked, Told> {
  /** Throws Problem('failed') for what is not what it should be, or cannot be read within the bounds; the next one is read all the same. */
  readonly ask: (asked: Asked) => Promise<Told>
  readonly close: () => void
}

/** What one reading may cost: milliseconds, and megabytes of memory beside its own bytes. */
export interface ReadingBounds {
  readonly ms: number
  readonly megabytes: number
}

/** What a cage holds: its file in `dist`, what it reads as a sentence begins ('This mail'), what no such thing needs more memory than, and what to do instead. */
export interface CageHeld extends ReadingBounds {
  readonly file: string
  readonly subject: string
  readonly largest: string
  readonly hint: string
  readonly code: string
}

/** A thread that is started when the first reading is asked for; it is given no environment. */
export function cage<Asked, Told>(held: CageHeld): Cage<Asked, Told> {
  let thread: Thread<Asked, Told> | null = null
  const close = (): void => {
    thread?.end()
    thread = null
  }
  return {
    ask: async (asked) => {
      thread ??= started<Asked, Told>(held)
      const answer = await thread.ask(asked)
      if ('value' in answer) return answer.value
      if (answer.isOver) close()
      throw new Problem('failed', answer.fault, { hint: answer.hint ?? held.hint, code: held.code })
    },
    close,
  }
}

/** What a caged thread says. */
export type Said<Told> = { readonly value: Told } | { readonly fault: string; readonly hint?: string | undefined }
type Answer<Told> = { readonly value: Told } | { readonly fault: string; readonly hint?: string | undefined; readonly isOver: boolean }

interface Thread<Asked, Told> {
  readonly ask: (asked: Asked) => Promise<Answer<Told>>
  readonly end: () => void
}

function started<Asked, Told>({ file, ms, megabytes, subject, largest }: CageHeld): Thread<Asked, Told> {
  const worker = new Worker(join(import.meta.dirname, '..', '..', 'dist', file), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  })
  let settle: (answer: Answer<Told>) => void = () => undefined
  const over = (why: string): void => settle({ fault: `${subject} cannot be read: ${why}.`, isOver: true })
  worker.on('message', (said: Said<Told>) => settle('value' in said ? said : { ...said, isOver: false }))
  worker.on('error', (error: NodeJS.ErrnoException) =>
    over(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `it needs more memory than any ${largest} does` : (error.code ?? error.message)),
  )
  worker.on('exit', () => over('its reader ended'))
  return {
    ask: (asked) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => over('it takes too long to take apart'), ms)
        settle = (answer) => {
          clearTimeout(timer)
          resolve(answer)
        }
        worker.postMessage(asked)
      }),
    end: () => void worker.terminate(),
  }
}
