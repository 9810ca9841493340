import { resolve } from 'node:path'
import { shellLine } from '../formats/shell-words.js'
import type { Instant } from '../model/day.js'
import type { BackedUp, Finding, Store } from '../model/store.js'
import { openStore } from '../store/open.js'
import type { OpenStore } from '../store/open.js'
import { judgeMissing } from './machine.js'
import type { Judge, Machine } from './machine.js'
import { version } from './version.js'

/** The store of one run. */
export interface LazyStore {
  /** The store; nothing is touched before it is first used. */
  readonly port: () => Store
  readonly close: () => void
  /** True once facts were recorded. */
  readonly wrote: () => boolean
  /** The daily backup, when this run wrote and one is due; else null. */
  readonly backUp: () => BackedUp | null
}

/** How a store is opened: 'write' refuses a read-only one at once; without a judge, readers only, and only while nothing is stale. */
export interface Opening {
  readonly mode: 'read' | 'write'
  readonly judge: Judge | null
}

/** The store of this machine; what is odd about the machine shows among the findings of its check. */
export function lazyStore(machine: Machine, how: Opening): LazyStore {
  let store: OpenStore | null = null
  let wrote = false
  const open = (): OpenStore => (store ??= openOn(machine, how))
  const record: Store['record'] = (drafts, last) => {
    const recorded = open().record(drafts, last)
    wrote = true
    return recorded
  }
  const check: Store['check'] = () => [...open().check(), ...machine.notices.map(findingOf)]
  return {
    port: () => ({ ...open(), record, check }),
    close: () => store?.close(),
    wrote: () => wrote,
    backUp: () => (wrote ? open().runDailyBackup() : null),
  }
}

function findingOf(says: string): Finding {
  return { check: 'surroundings', ok: false, says, hint: null }
}

function openOn({ paths, rules, newId, clock, settings }: Machine, { mode, judge }: Opening): OpenStore {
  const now = (): Instant => new Date(clock.epochMs).toISOString() as Instant
  return openStore({
    path: paths.store,
    makeFolder: !paths.storeNamed,
    line: (words) => shellLine(['followup', ...(paths.db === null ? [] : ['--db', resolve(paths.db)]), ...words]),
    rules: rules(judge),
    writing: () => {
      if (!judge) throw judgeMissing
      return judge.writing
    },
    newId,
    now,
    version,
    mode,
    backups: settings.backup,
  })
}
