import type { Machine } from './machine.js'
import type { Finding, Store } from '../model/store.js'
import { openStore } from '../store/open.js'

/** The store of one run: opened when first asked for, and again after a close. */
export interface LazyStore {
  readonly open: () => Store
  readonly close: () => void
  /** True once facts were recorded. */
  readonly wrote: () => boolean
}

/** The store of this machine, not yet opened. What is odd about the machine shows among the findings of its check. */
export function lazyStore(machine: Machine): LazyStore {
  let store: Store | null = null
  let wrote = false
  return {
    open: () => (store ??= watched(openOn(machine), machine, () => (wrote = true))),
    close: () => {
      store?.close()
      store = null
    },
    wrote: () => wrote,
  }
}

function watched(store: Store, machine: Machine, noteWrite: () => void): Store {
  const odd = machine.notices.map((says): Finding => ({ check: 'surroundings', ok: false, says, hint: null }))
  return {
    ...store,
    record: (drafts) => {
      const recorded = store.record(drafts)
      noteWrite()
      return recorded
    },
    check: () => [...store.check(), ...odd],
  }
}

function openOn({ paths, rules, newId, clock }: Machine): Store {
  return openStore({ path: paths.store, makeFolder: !paths.storeNamed, rules, newId, now: () => clock.epochMs })
}
