import { epochMinutes } from '../../model/day.js'
import type { Moment } from '../../model/day.js'
import type { Fact, FactOf, StoredMoment } from '../../model/fact.js'
import type { FactId } from '../../model/opportunity.js'
import { momentOf } from '../../rules/timeline.js'

/** A booked interview that is not cancelled, at the time it has now, without a record of how it went. */
export interface Booked {
  readonly fact: FactOf<'interviewed'>
  readonly at: Moment
}

/** The booking at exactly this time. */
export function sameBooking(booked: readonly Booked[], at: Moment): Booked | undefined {
  const isTimed = at.time !== null
  return booked.find((one) => (one.at.time !== null) === isTimed && epochMinutes(one.at) === epochMinutes(at))
}

/** The booked interviews of one history, in order of their time, but for those that another interview on record comes after. */
export function bookedIn(facts: readonly Fact[]): readonly Booked[] {
  const moved = new Map<FactId, StoredMoment | null>()
  for (const fact of facts) if (fact.kind === 'rescheduled') moved.set(fact.data.interview, fact.data.to)
  const held = facts.filter((fact) => fact.kind === 'interviewed' && !fact.data.booked).map((fact) => epochMinutes(fact.at))
  const last = Math.max(-Infinity, ...held)
  return facts
    .flatMap((fact): readonly Booked[] => {
      if (fact.kind !== 'interviewed' || !fact.data.booked) return []
      const to = moved.get(fact.id)
      return to === null ? [] : [{ fact, at: to ? momentOf(to) : fact.at }]
    })
    .filter((one) => epochMinutes(one.at) > last)
    .sort((a, b) => epochMinutes(a.at) - epochMinutes(b.at))
}
