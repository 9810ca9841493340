import type { Entry, Kept } from '../model/entry.js'

/** An entry of ours that lies in a calendar. */
export interface Lying {
  readonly kept: Kept
  readonly uid: string
  readonly summary: string
  /** How many facts its opportunity had when it was written. */
  readonly facts: number
  /** Somebody ticked it, or we did. */
  readonly done: boolean
}

/** What to do with one entry; `ticked`: somebody says it is done, and nothing here says so. */
export type Change =
  | { readonly do: 'create'; readonly entry: Entry }
  | { readonly do: 'update'; readonly entry: Entry; readonly over: Kept }
  | { readonly do: 'complete' | 'delete'; readonly over: Kept; readonly uid: string }
  | { readonly do: 'ticked'; readonly entry: Entry; readonly over: Kept }

/**
 * How a calendar becomes what is wanted. An entry that is wanted no longer is completed when I acted since it was written (`acted`; undefined = not ours
 * to judge), else deleted; what is ticked is never written over.
 */
export function calendarChanges(
  wanted: readonly Entry[],
  lying: readonly Lying[],
  acted: (one: Lying) => boolean | undefined,
): readonly Change[] {
  const there = new Map(lying.map((one) => [one.uid, one]))
  const asked = new Set(wanted.map((one) => one.uid))
  const kept = wanted.flatMap((entry): readonly Change[] => {
    const one = there.get(entry.uid)
    if (!one) return [{ do: 'create', entry }]
    if (one.done) return [{ do: 'ticked', entry, over: one.kept }]
    return one.facts === entry.sequence && one.summary === entry.summary ? [] : [{ do: 'update', entry, over: one.kept }]
  })
  const gone = lying.flatMap((one): readonly Change[] => {
    const { uid, done, kept: over } = one
    const did = acted(one)
    return asked.has(uid) || done || did === undefined ? [] : [{ do: did ? 'complete' : 'delete', over, uid }]
  })
  return [...kept, ...gone]
}
