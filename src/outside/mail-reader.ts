import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Mail } from '../model/mail.js'
import { Problem } from '../problem.js'

/** Reads mails one after the other, each within bounds of time and memory. */
export interface MailReader {
  /** Throws Problem('failed') for what is no mail, or cannot be read within the bounds; the next one is read all the same. */
  read(bytes: Uint8Array): Promise<Mail>
  close(): void
}

/** What one mail may cost: milliseconds, and megabytes of memory beside its own bytes. */
export interface ReadingBounds {
  readonly ms: number
  readonly megabytes: number
}

const usual: ReadingBounds = { ms: 5000, megabytes: 128 }

/** A reader in a thread of its own, which is started when the first mail comes; it is given no environment. */
export function mailReader({ ms, megabytes }: ReadingBounds = usual): MailReader {
  let thread: Thread | null = null
  const close = (): void => {
    thread?.end()
    thread = null
  }
  return {
    read: async (bytes) => {
      thread ??= started(megabytes)
      const answer = await thread.ask(bytes, ms)
      if ('mail' in answer) return answer.mail
      if (answer.isOver) close()
      throw new Problem('failed', answer.fault, { hint: 'Record what it says with "followup heard".', code: 'mail' })
    },
    close,
  }
}

type Answer = { readonly mail: Mail } | { readonly fault: string; readonly isOver: boolean }

interface Thread {
  readonly ask: (bytes: Uint8Array, ms: number) => Promise<Answer>
  readonly end: () => void
}

function started(megabytes: number): Thread {
  const worker = new Worker(join(import.meta.dirname, '..', '..', 'dist', 'mail-worker.cjs'), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  })
  let settle: (answer: Answer) => void = () => undefined
  const over = (why: string): void => settle({ fault: `This mail cannot be read: ${why}.`, isOver: true })
  worker.on('message', (said: { readonly mail: Mail } | { readonly fault: string }) =>
    settle('mail' in said ? said : { ...said, isOver: false }),
  )
  worker.on('error', (error: NodeJS.ErrnoException) =>
    over(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needs more memory than any letter does' : (error.code ?? error.message)),
  )
  worker.on('exit', () => over('its reader ended'))
  return {
    ask: (bytes, ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => over('it takes too long to take apart'), ms)
        settle = (answer) => {
          clearTimeout(timer)
          resolve(answer)
        }
        worker.postMessage(bytes)
      }),
    end: () => void worker.terminate(),
  }
}
