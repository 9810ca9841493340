import type { LazyStore } from './lazy-store.js'
import type { Surroundings } from './surroundings.js'

/** Backs the store up when that is due, after the answer is printed; that it failed is said, and changes no exit code. */
export function keepDaily(store: LazyStore, here: Surroundings): void {
  try {
    store.backUp()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    here.write('err', `The daily backup could not be made: ${reason}.\nWhat you recorded is kept; "followup doctor" says more.\n`)
  }
}
