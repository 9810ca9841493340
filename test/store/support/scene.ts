import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day, Instant, Moment } from '../../../src/model/day.js'
import type { FactData, FactDraft, FactKind } from '../../../src/model/fact.js'
import type { ContactId, FactId, OpportunityId } from '../../../src/model/opportunity.js'
import type { OpportunityRow, StoreRules } from '../../../src/model/store.js'
import { openStore, type OpenStore, type StoreOptions } from '../../../src/store/open.js'
import { writing } from '../../../src/store/writing.js'
import { plainRules } from './rules.js'

/** A private folder with a store in it, and ids and a clock that tick. */
export interface Scene {
  readonly folder: string
  readonly path: string
  open(options?: Partial<StoreOptions>): OpenStore
  /** Closes every store opened in the scene. */
  closeAll(): void
  remove(): void
}

/** A new scene in a folder under `parent`; `rules` are those of every store opened in it. */
export function scene(rules: StoreRules = plainRules(), parent = tmpdir()): Scene {
  const folder = mkdtempSync(join(parent, 'followup-'))
  const path = join(folder, 'followup.db')
  const newId = ids()
  const now = instants()
  const opened: OpenStore[] = []
  const closeAll = (): void => {
    for (const store of opened.splice(0)) store.close()
  }
  return {
    folder,
    path,
    open: (options = {}) => {
      const store = openStore({ path, rules, writing: () => writing, newId, now, patience: 2000, ...options })
      opened.push(store)
      return store
    },
    closeAll,
    remove: () => {
      closeAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Ids in ascending order that look like UUIDv7. */
export function ids(): () => string {
  let count = 0
  return () => `01900000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`
}

/** Instants a minute apart, from 2026-03-01T09:00Z. */
export function instants(): () => Instant {
  let count = 0
  return () => new Date(Date.parse('2026-03-01T09:00:00Z') + count++ * 60_000).toISOString() as Instant
}

/** A whole day in Chicago. */
export function on(day: string): Moment {
  return { day: day as Day, time: null, zone: 'America/Chicago', offset: -360 }
}

/** A draft on 2026-03-02 unless told otherwise. */
export function draft<K extends FactKind>(
  kind: K,
  data: FactData[K],
  rest: { opportunity?: string | null; at?: Moment; id?: string } = {},
): FactDraft {
  const { opportunity = null, at = on('2026-03-02'), id } = rest
  return {
    kind,
    data,
    at,
    opportunity: opportunity as OpportunityId | null,
    ...(id === undefined ? {} : { id: id as FactId }),
  } as FactDraft
}

/** Opens an opportunity, with a contact when a name is given; returns its row. */
export function start(
  store: OpenStore,
  company: string,
  contact?: { readonly id: string; readonly name: string; readonly email?: string },
): OpportunityRow {
  const handle = company.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const row = store.record([draft('opened', { company, handle, zone: 'America/Chicago', country: 'US' })]).touched[0]
  if (!row) throw new Error('nothing was opened')
  if (!contact) return row
  const { id, ...said } = contact
  return store.record([draft('met', { contact: id as ContactId, ...said }, { opportunity: row.id })]).touched[0] ?? row
}
