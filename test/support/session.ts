import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../src/main.js'
import type { Surroundings } from '../../src/main/surroundings.js'
import { mailReader } from '../../src/outside/mail-reader.js'
import { testFolder } from './folder.js'

/** What one command line did. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A person at a terminal of their own: a fresh folder for store and settings, a clock that stands still until it is set. */
export interface Session {
  readonly folder: string
  /** Sets clock and zone; `now` is ISO, without offset on the zone's clock. */
  readonly at: (now: string, zone: string) => void
  /** Adds to the environment; undefined takes a variable away. */
  readonly set: (env: Readonly<Record<string, string | undefined>>) => void
  readonly run: (argv: readonly string[], input?: string) => Promise<Outcome>
  readonly remove: () => void
}

/** A session with a cleared environment; `twist` changes its surroundings, for tests that break something on purpose. */
export function startSession(twist: Partial<Surroundings> = {}): Session {
  const folder = testFolder()
  let env: Record<string, string | undefined> = environmentIn(folder)
  const entropy = countedEntropy()
  const reader = mailReader()
  return {
    folder,
    at: (now, zone) => (env = { ...env, FOLLOWUP_NOW: now, TZ: zone }),
    set: (more) => (env = { ...env, ...more }),
    run: async (argv, input) => {
      const said = { out: '', err: '' }
      const write = (stream: 'out' | 'err', text: string): void => void (said[stream] += text)
      const code = await run(argv, { ...surroundings(folder, input), entropy, env, write, mailReader: reader, ...twist })
      return { code, ...said }
    },
    remove: () => {
      reader.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The environment of a session in this folder: nothing of the machine's own, and no program of it but what is put into `bin`. */
export function environmentIn(folder: string): Record<string, string> {
  return {
    FOLLOWUP_BACKUP: 'off',
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    FOLLOWUP_NOW: '2027-03-02T09:00:00Z',
    TZ: 'UTC',
    PATH: join(folder, 'bin'),
  }
}

function surroundings(home: string, input: string | undefined): Omit<Surroundings, 'env' | 'write' | 'entropy'> {
  return {
    home,
    now: () => {
      throw new Error('the real clock was asked')
    },
    zone: () => 'UTC',
    offset: null,
    isTerminal: { input: () => false, output: () => false },
    columns: () => null,
    readInput: () => Promise.resolve(input ?? ''),
  }
}

// The same "random" bytes in every session, and never the same twice in one.
function countedEntropy(): () => Uint8Array {
  let count = 0
  return () => {
    count += 1
    return new Uint8Array([0, 0, 0, 0, 0, count >> 16, count >> 8, count])
  }
}
