import { alteredNames } from '../model/altered.js'
import { safe } from '../model/safe.js'
import type { LazyStore } from './lazy-store.js'
import type { Surroundings } from './surroundings.js'

/** Backs the store up when that is due, after the answer is printed; that it failed, or is not whole, is said, and changes no exit code. */
export function keepDaily(store: LazyStore, here: Surroundings): void {
  try {
    const altered = store.backUp()?.altered ?? []
    if (altered.length === 0) return
    const words = altered.length === 1 ? '1 fact is' : `${String(altered.length)} facts are`
    here.write(
      'err',
      `In the daily backup, as in the store, ${words} not what was recorded: ${safe(alteredNames(altered))}.\nAll else is kept; "${store.port().line(['doctor'])}" says more.\n`,
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    here.write(
      'err',
      `The daily backup could not be made: ${reason}.\nWhat you recorded is kept; "${store.port().line(['doctor'])}" says more.\n`,
    )
  }
}
