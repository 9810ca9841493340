import { printCalendar, readEntry, withCompletion } from '../../formats/ics-out.js'
import type { Entry, Shelf } from '../../model/entry.js'
import { entryPrefix } from '../../model/entry.js'
import type { Tick } from '../../model/reminders.js'
import { calendarChanges } from '../../rules/calendar-changes.js'
import type { Change, Lying } from '../../rules/calendar-changes.js'
import type { Needs } from '../../world.js'
import { opportunityOfEntry } from './entries.js'

/** What became of the entries of a calendar. */
export interface Pushed {
  readonly created: number
  readonly updated: number
  readonly completed: number
  readonly deleted: number
  /** Ticked elsewhere, and not on record here: whether it happened is for the person to say. */
  readonly ticked: readonly { readonly summary: string; readonly handle: string }[]
  /** Changed by somebody at the same moment, and left as they are. */
  readonly passed: number
}

/** Makes a calendar hold the entries that are wanted; entries of others are not looked at, and what somebody ticked is not written over. */
export async function settleCalendar(world: Needs<'store' | 'clock'>, shelf: Shelf, wanted: readonly Entry[]): Promise<Pushed> {
  const lying = (await shelf.read()).flatMap((kept): readonly Lying[] => {
    const read = readEntry(kept.text)
    return read?.uid.startsWith(entryPrefix) ? [{ kept, ...read }] : []
  })
  const counts = { create: 0, update: 0, complete: 0, delete: 0, passed: 0 }
  const ticked: { summary: string; handle: string }[] = []
  const before = world.store.reminders.ticks()
  const ticks: Tick[] = []
  for (const change of calendarChanges(wanted, lying, (one) => hasActed(world, one))) {
    if (change.do === 'ticked' && !before.some((one) => one.denied && one.uid === change.entry.uid)) {
      ticked.push({ summary: change.entry.summary, handle: handleOf(world, change.entry.uid) })
      ticks.push({ opportunity: opportunityOfEntry(change.entry.uid) ?? '', uid: change.entry.uid, denied: false })
    } else if (change.do === 'ticked') {
      // It did not happen: so it is open again there too.
      if (await carriedOut(world, shelf, { ...change, do: 'update' })) counts.update += 1
      else counts.passed += 1
    } else if (await carriedOut(world, shelf, change)) counts[change.do] += 1
    else counts.passed += 1
  }
  world.store.reminders.keepTicks(
    [...ticks].sort((a, b) => (a.uid < b.uid ? -1 : 1)),
    world.clock.today,
  )
  const { create: created, update: updated, complete: completed, delete: deleted, passed } = counts
  return { created, updated, completed, deleted, ticked, passed }
}

function carriedOut({ clock }: Needs<'clock'>, shelf: Shelf, change: Exclude<Change, { readonly do: 'ticked' }>): Promise<boolean> {
  switch (change.do) {
    case 'create':
      return shelf.put(change.entry.uid, printCalendar([change.entry]), null)
    case 'update':
      return shelf.put(change.entry.uid, printCalendar([change.entry]), change.over)
    case 'complete':
      return shelf.put(change.uid, withCompletion(change.over.text, new Date(clock.epochMs).toISOString()), change.over)
    case 'delete':
      return shelf.remove(change.over)
  }
}

/** Whether I did something for the opportunity of an entry since that was written; undefined = it is none of this store. */
function hasActed({ store }: Needs<'store'>, { uid, facts }: Lying): boolean | undefined {
  const id = opportunityOfEntry(uid)
  if (id === null || store.row(id) === null) return undefined
  const since = store.history({ opportunity: id, retracted: true }).slice(facts)
  return since.some(({ fact, retracted }) => !retracted && acts.has(fact.kind))
}

const acts: ReadonlySet<string> = new Set(['sent', 'called', 'debriefed', 'interviewed'])

function handleOf({ store }: Needs<'store'>, uid: string): string {
  const id = opportunityOfEntry(uid)
  return (id === null ? null : store.row(id)?.handle) ?? ''
}
