import type { Outcome } from '../../model/act.js'
import type { Day } from '../../model/day.js'
import type { FactOf } from '../../model/fact.js'
import type { CaseFile } from '../../model/store.js'
import { timeline } from '../../rules/timeline.js'

/** A call that was made, on some zone's clock. */
export interface Tried {
  readonly on: Day
  readonly time: string | null
  readonly outcome: Outcome
}

/** The calls of one history on the clock of `zone`, the oldest first; calls of theirs that I missed are none. */
export function triedIn(file: CaseFile, zone: string): readonly Tried[] {
  return timeline(file.facts, zone)
    .filter((event): event is typeof event & { readonly fact: FactOf<'called'> } => event.fact.kind === 'called')
    .filter(({ fact }) => fact.data.outcome !== 'missed-callback')
    .map(({ fact, day, time }) => ({ on: day, time, outcome: fact.data.outcome }))
}
