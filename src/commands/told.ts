import { momentText } from '../model/day.js'
import type { Fact, FactData, FactKind } from '../model/fact.js'
import type { ContactId, FactId, OpportunityId } from '../model/opportunity.js'

/** A fact as it is told: `at` is ISO 8601 in `zone`, `people` are the names of those it concerns, what is private about an offer is left out. */
export type ToldFact = {
  readonly [K in FactKind]: {
    readonly id: FactId
    readonly command: FactId
    readonly opportunity: OpportunityId | null
    readonly at: string
    readonly zone: string
    readonly recorded: string
    readonly kind: K
    readonly data: FactData[K]
    readonly people: readonly string[]
    /** True while it is taken back. */
    readonly retracted: boolean
  }
}[FactKind]

/** Tells a fact; `names` knows the people by their ids. */
export function toldFact(fact: Fact, names: ReadonlyMap<ContactId, string>, retracted = false): ToldFact {
  const { id, command, opportunity, at, recorded, kind } = fact
  const people = peopleOf(fact).flatMap((person) => names.get(person) ?? [])
  const told = { id, command, opportunity, at: momentText(at), zone: at.zone, recorded, kind, data: publicData(fact), people, retracted }
  return told as ToldFact
}

function publicData(fact: Fact): Fact['data'] {
  if (fact.kind !== 'offered') return fact.data
  const { hoped: _, floor: __, ...terms } = fact.data
  return terms
}

function peopleOf(fact: Fact): readonly ContactId[] {
  switch (fact.kind) {
    case 'interviewed':
      return fact.data.contacts
    case 'sending':
    case 'sent':
    case 'called':
    case 'heard':
      return fact.data.contact === null ? [] : [fact.data.contact]
    case 'met':
    case 'held':
      return [fact.data.contact]
    case 'stopped':
    case 'lifted':
      return fact.data.contact === undefined ? [] : [fact.data.contact]
    case 'opened':
    case 'described':
    case 'rescheduled':
    case 'debriefed':
    case 'promised':
    case 'snoozed':
    case 'retired':
    case 'resumed':
    case 'closed':
    case 'reopened':
    case 'offered':
    case 'noted':
    case 'retracted':
      return []
  }
}
