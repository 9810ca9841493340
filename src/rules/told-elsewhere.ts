import type { Fact, FactOf } from '../model/fact.js'
import { callIs } from '../model/kinds.js'
import type { Contact, ContactId } from '../model/opportunity.js'
import type { CaseFile } from '../model/store.js'
import { hasLeft } from './left.js'
import { isWord } from './used.js'

/** What was told in another role and holds for the person: an absence with a day back, a number that is not theirs, that they have left, a talk, a call that returns one of theirs; and after a wish for no calls each word of theirs, and the closing letter. */
export function toldElsewhere(file: CaseFile, lead: Contact | null): readonly Fact[] {
  if (file.elsewhere.length === 0) return []
  const wished = lead !== null && [...file.facts, ...file.elsewhere].some((fact) => isWish(fact, lead.id))
  return file.elsewhere.flatMap((fact) => {
    if (hasLeft(file, fact) || isWrongNumber(file, fact) || isCallToThem(file, fact)) return [fact]
    if (wished && (isMoreThanCourtesy(fact, lead.id) || isLastGoodbye(file, fact, lead.id))) return [fact]
    if (fact.kind !== 'heard' || fact.data.kind !== 'out-of-office' || !fact.data.until || fact.data.contact !== lead?.id) return []
    return [{ ...fact, kind: 'held', data: { contact: lead.id, until: fact.data.until } } satisfies FactOf<'held'>]
  })
}

/** Whether it tells of a number that is not theirs: not where the same command tells it here, nor once they were reached. */
function isWrongNumber(file: CaseFile, fact: Fact): boolean {
  if (fact.kind !== 'called' || fact.data.outcome !== 'wrong-number' || isToldInBoth(file, fact)) return false
  return !file.elsewhere
    .slice(file.elsewhere.indexOf(fact))
    .some((one) => one.kind === 'called' && one.data.contact === fact.data.contact && callIs(one.data.outcome, 'talk'))
}

/** Whether it is a call that was talked over, or returns one of theirs. */
function isCallToThem(file: CaseFile, fact: Fact): boolean {
  if (fact.kind !== 'called' || isToldInBoth(file, fact)) return false
  return callIs(fact.data.outcome, 'talk') || callIs(fact.data.outcome, 'returns')
}

function isWish({ kind, data }: Fact, contact: ContactId): boolean {
  return kind === 'called' && data.contact === contact && data.outcome === 'asked-not-to-call'
}

function isMoreThanCourtesy(fact: Fact, contact: ContactId): boolean {
  if (fact.kind === 'called') return isWord(fact, contact)
  return fact.kind === 'heard' && fact.data.kind !== 'courtesy' && isWord(fact, contact)
}

/** Whether it is a closing letter to them that they have left at that. */
function isLastGoodbye(file: CaseFile, fact: Fact, contact: ContactId): boolean {
  if (fact.kind !== 'sent' || fact.data.letter !== 'close-the-loop' || fact.data.contact !== contact || isToldInBoth(file, fact))
    return false
  return !file.elsewhere.slice(file.elsewhere.indexOf(fact)).some((one) => isMoreThanCourtesy(one, contact))
}

/** Whether the same command tells it here. */
function isToldInBoth({ facts }: CaseFile, { data, command }: FactOf<'called' | 'sent'>): boolean {
  return data.also !== undefined && facts.some((one) => one.command === command)
}
