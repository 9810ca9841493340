import { momentText } from '../../model/day.js'
import type { Fact } from '../../model/fact.js'
import type { ContactId } from '../../model/opportunity.js'
import type { ToldFact } from '../../model/result.js'

/** Tells a fact; `names` knows the people by their ids. */
export function toldFact(fact: Fact, names: ReadonlyMap<ContactId, string>, retracted = false): ToldFact {
  const { id, command, opportunity, at, recorded, kind } = fact
  const people = peopleOf(fact).flatMap((person) => names.get(person) ?? [])
  const told = { id, command, opportunity, at: momentText(at), zone: at.zone, recorded, kind, data: publicData(fact), people, retracted }
  return told as ToldFact
}

function publicData(fact: Fact): Fact['data'] {
  if (fact.kind !== 'offered' && fact.kind !== 'prepared') return fact.data
  const { hoped: _, fine: __, floor: ___, ...terms } = fact.data
  return terms
}

function peopleOf(fact: Fact): readonly ContactId[] {
  switch (fact.kind) {
    case 'interviewed':
      return fact.data.contacts
    case 'sending':
    case 'sent':
    case 'drafted':
    case 'called':
    case 'heard':
    case 'arrived':
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
    case 'prepared':
    case 'noted':
    case 'retracted':
      return []
  }
}
