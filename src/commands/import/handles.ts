import { freeHandle } from '../../model/handle.js'
import type { Store } from '../../model/store.js'
import { slugOf } from '../log/place.js'
import type { Entry } from './entry.js'
import type { Shelf } from './sorting.js'

/** A handle for each, free on record and among those given before; what the table itself calls it first. */
export function handles(store: Pick<Store, 'atCompany'>, { empty }: Pick<Shelf, 'empty'>): (entry: Entry) => string {
  const given = new Set<string>()
  const last = new Map<string, number>()
  const isTaken = (handle: string): boolean => given.has(handle) || (!empty && store.atCompany(handle).some((row) => row.handle === handle))
  return ({ handle: wanted, company }) => {
    const base = slugOf(wanted ?? company)
    const from = last.get(base) ?? 1
    const handle = from === 1 ? freeHandle(base, isTaken) : numbered(base, from, isTaken)
    last.set(base, Math.max(from + 1, Number(/-(\d+)$/.exec(handle)?.[1] ?? 1)))
    given.add(handle)
    return handle
  }
}

/** As `freeHandle`, from a number on: a table may have the same company many times. */
function numbered(base: string, from: number, isTaken: (handle: string) => boolean): string {
  for (let number = from; ; number += 1) {
    const handle = `${base}-${String(number)}`
    if (!isTaken(handle)) return handle
  }
}
