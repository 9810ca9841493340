import { freeHandle } from '../model/handle.js'

/** A living opportunity as far as handles go: `given` is the handle in the fact that opened it. */
export interface Named {
  readonly id: string
  readonly given: string
}

/** A handle without its numbers at the end: handles can only collide within one stem. */
export function stemOf(handle: string): string {
  return handle.replace(/(?:-\d+)+$/, '')
}

/** Who has which handle among all living opportunities of one stem: in order of id, the given one if free, else the next free number. */
export function assignHandles(living: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const handles = new Map<string, string>()
  for (const { id, given } of [...living].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const handle = taken.has(given) ? freeHandle(given.replace(/-\d+$/, ''), (one) => taken.has(one)) : given
    taken.add(handle)
    handles.set(id, handle)
  }
  return handles
}
