import { fstatSync, statSync } from 'node:fs'
import type { StoreRules } from '../model/store.js'
import type { MailReader } from '../outside/mail-reader.js'
import { homeFolder } from '../outside/home.js'
import { eightRandom } from '../outside/random.js'
import { readAllBytes, readAllInput, writeAll } from '../outside/terminal.js'
import { zoneOfMachine } from '../outside/zone.js'
import type { Ground } from '../rules/judge.js'
import type { Ask } from '../world.js'
import type { Look } from './desk.js'

/** Where a run takes place: everything it takes from the process it runs in, so that a test can run it inside its own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** The machine's zone, null when it does not say; asked only without TZ. */
  readonly zone: () => string | null
  /** Minutes east of UTC at an instant in the process's own zone; null where that zone is not the person's. */
  readonly offset: ((epochMs: number) => number) | null
  readonly isTerminal: { readonly input: () => boolean; readonly output: () => boolean }
  /** Columns of the terminal; null when there is none, or (as some serial lines do) 0 when it does not say. */
  readonly columns: () => number | null
  /** Lines of the terminal; null when there is none, or it does not say. */
  readonly rows?: () => number | null
  /** All of standard input as text; throws Problem('usage') on a terminal. */
  readonly readInput: () => Promise<string>
  /** The same as bytes, one more than `most` at most; without it the text's. */
  readonly readBytes?: (most: number) => Uint8Array
  /** Eight random bytes. */
  readonly entropy: () => Uint8Array
  readonly write: (stream: 'out' | 'err', text: string) => void
  /** The person to talk to, when there is a terminal to ask and to answer on. */
  readonly person?: Person | undefined
  /** For tests: what the rules stand on, changed. */
  readonly ground?: (ground: Ground) => Ground
  /** For tests: a reader of mails for many command lines; otherwise each starts its own. */
  readonly mailReader?: MailReader
  /** For tests: the rules of the store, replaced. */
  readonly rules?: Partial<StoreRules>
}

/** Somebody who may be at a terminal. */
export interface Person {
  readonly here: () => boolean
  readonly talk: (look: Look) => Promise<Ask>
  /** The next key they press; `listening` is called when they may. */
  readonly key?: (listening: () => void) => Promise<string>
}

/** Runs one command line in surroundings; resolves to its exit code. */
export type Run = (argv: readonly string[], here: Surroundings) => Promise<number>

/** The process this program runs in. */
export function realSurroundings(): Surroundings {
  return {
    env: process.env,
    home: homeFolder(process.env),
    now: () => Date.now(),
    zone: zoneOfMachine,
    offset: (epochMs) => -new Date(epochMs).getTimezoneOffset(),
    isTerminal: { input: () => isTerminal(0), output: () => isTerminal(1) },
    columns: () => (isTerminal(1) ? (process.stdout.columns ?? null) : null),
    rows: () => (isTerminal(1) ? process.stdout.rows || null : null),
    readInput: () => Promise.resolve(readAllInput(isTerminal(0))),
    readBytes: (most) => readAllBytes(isTerminal(0), most),
    entropy: eightRandom(),
    write: (stream, text) => writeAll(stream === 'out' ? 1 : 2, text),
    person: {
      here: () => isTerminal(0) && isTerminal(2),
      talk: async (look) => (await import('./desk.js')).deskConversation(look),
      key: async (listening) => (await import('../outside/one-key.js')).oneKey(process.stdin, listening),
    },
  }
}

// Bits of `mode` in stat(2); `isCharacterDevice()` takes 3 ms at its first call.
const fileType = 0o170000
const characterDevice = 0o020000

const terminals = new Map<number, boolean>()

// A character device that is not the null device. node:tty would say it too, but loading it takes 3 to 6 ms.
function isTerminal(descriptor: number): boolean {
  const known = terminals.get(descriptor) ?? isDevice(descriptor)
  terminals.set(descriptor, known)
  return known
}

function isDevice(descriptor: number): boolean {
  try {
    const { mode, rdev } = fstatSync(descriptor)
    return (mode & fileType) === characterDevice && rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
  } catch {
    return false
  }
}
