import { resolve } from 'node:path'
import { shellLine } from '../formats/shell-words.js'
import type { Instant } from '../model/day.js'
import type { BackedUp, Finding, Store } from '../model/store.js'
import { openStore } from '../store/open.js'
import type { OpenStore } from '../store/open.js'
import { isLeftEmpty } from '../store/place.js'
import { judgeMissing } from './machine.js'
import type { Judge, Machine } from './machine.js'
import { version } from './version.js'

/** The store of one run. */
export interface LazyStore {
  /** The store; nothing is touched before it is first used. */
  readonly port: () => Store
  /** What is behind it. */
  readonly inside: () => OpenStore['inside']
  readonly close: () => void
  /** True once facts were recorded. */
  readonly wrote: () => boolean
  /** What to say where the file was empty when it was first used, a line each: that it is, or that this run began a store in it. */
  readonly emptied: () => readonly string[]
  /** The daily backup, when this run wrote and one is due; else null. */
  readonly backUp: () => BackedUp | null
}

/** How a store is opened: 'write' refuses a read-only one at once; without a judge, readers only, and only while nothing is stale. */
export interface Opening {
  readonly mode: 'read' | 'write'
  readonly judge: Judge | null
}

// A file that is younger may be another process's, which is about to begin the store in it.
const justMade = 60_000

/** The store of this machine; what is odd about the machine shows among the findings of its check. */
export function lazyStore(machine: Machine, how: Opening): LazyStore {
  let store: OpenStore | null = null
  let wrote = false
  let wasEmpty = false
  let began = false
  const open = (): OpenStore => {
    if (store) return store
    wasEmpty = isLeftEmpty(machine.paths.store, Date.now() - justMade)
    return (store = openOn(machine, how, onRecorded))
  }
  const onRecorded = (): void => {
    // Where another process began it meanwhile, there is more than this one command.
    if (wasEmpty && !wrote) began = open().commands(2).length === 1
    wrote = true
  }
  return {
    port: open,
    inside: () => open().inside,
    close: () => store?.close(),
    wrote: () => wrote,
    emptied: () => (wasEmpty && (began || !wrote) ? emptyWords(open(), began) : []),
    backUp: () => (wrote ? open().runDailyBackup() : null),
  }
}

function emptyWords(store: OpenStore, began: boolean): readonly string[] {
  const says = began
    ? 'was an empty file; a new store was begun in it'
    : 'is an empty file; a store begins in it when you first record something'
  return [`${store.path} ${says}.`, `If it held something before: ${store.line(['backup', '--list'])}`]
}

function findingOf(says: string): Finding {
  return { check: 'surroundings', ok: false, says, hint: null }
}

function openOn({ paths, rules, newId, clock, settings, notices }: Machine, { mode, judge }: Opening, onRecorded: () => void): OpenStore {
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
    onRecorded,
    oddities: notices.map(findingOf),
  })
}
