import type { Machine } from './machine.js'
import type { LazyStore } from './lazy-store.js'
import type { Surroundings } from './surroundings.js'

const large = 64 * 1024 * 1024
const week = 7

/** The first write of a day is followed by a backup (of a large store: of a week); that it failed is said, and changes no exit code. */
export function keepDaily({ clock, settings }: Machine, store: LazyStore, here: Surroundings): void {
  if (settings.backup === 'off') return
  try {
    const opened = store.open()
    const newest = opened
      .backups()
      .reduce<{ readonly at: string; readonly bytes: number } | null>((last, one) => (last && last.at > one.at ? last : one), null)
    const age = newest ? dayCount(clock.epochMs, clock.moment.offset) - dayCount(Date.parse(newest.at), clock.moment.offset) : Infinity
    if (age >= (newest && newest.bytes >= large ? week : 1)) opened.backup()
  } catch (error) {
    here.write(
      'err',
      `The daily backup could not be made: ${error instanceof Error ? error.message : String(error)}.\nWhat you recorded is kept; "followup doctor" says more.\n`,
    )
  } finally {
    store.close()
  }
}

function dayCount(epochMs: number, offset: number): number {
  return Math.floor((epochMs + offset * 60_000) / 86_400_000)
}
