import type { Day } from '../model/day.js'
import type { Fact, FactOf } from '../model/fact.js'
import { addDays } from './days.js'
import { givesWay, momentOf, onClockOf } from './timeline.js'
import { localIn } from './zones.js'

/** From the day on which an interview ahead was put on record to its own day, or to the one before it was called off; days of `zone`, both inclusive. */
export interface BookedSpan {
  readonly from: Day
  readonly to: Day
}

/** The spans in which an interview was booked, also of those that were moved, called off, or held since. */
export function bookedSpans(facts: readonly Fact[], zone: string): readonly BookedSpan[] {
  return facts.flatMap((fact): readonly BookedSpan[] => {
    if (fact.kind !== 'interviewed' || !fact.data.booked) return []
    const from = localIn(zone, Date.parse(fact.recorded)).day
    const moves = facts.filter((one): one is FactOf<'rescheduled'> => one.kind === 'rescheduled' && one.data.interview === fact.id)
    const at = moves.findLast((one) => one.data.to !== null)?.data.to
    const to = onClockOf(zone, at ? momentOf(at) : fact.at).day
    const off = moves.find((one) => one.data.to === null && !givesWay(one, facts))
    return [{ from, to: off ? dayBefore(onClockOf(zone, off.at).day, to) : to }]
  })
}

function dayBefore(off: Day, to: Day): Day {
  const last = addDays(off, -1)
  return last < to ? last : to
}
