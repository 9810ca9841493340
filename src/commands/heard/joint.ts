import { letterWords } from '../../model/vocabulary.js'
import { newsIs } from '../../model/kinds.js'
import type { Moment } from '../../model/day.js'
import type { Fact, FactDraft, FactOf } from '../../model/fact.js'
import { inARow } from '../../letters/slots.js'
import type { Needs } from '../../world.js'
import { openOnes } from '../standing/also-named.js'

/** A letter that spoke of several opportunities and came back has come back in each. */
export function backElsewhere(
  { store }: Needs<'store'>,
  back: FactOf<'sent'> | null,
  { data, at }: { readonly data: FactOf<'heard'>['data']; readonly at: Moment },
): readonly FactDraft[] {
  return (back?.data.also ?? []).flatMap((opportunity) => {
    const there = store.caseFile(opportunity)?.facts.find((fact) => fact.kind === 'sent' && fact.command === back?.command)
    return there?.kind === 'sent' ? [{ opportunity, at, kind: 'heard', data: { ...data, of: there.data.letter } }] : []
  })
}

/** That a word of theirs may be about other opportunities as well, where the last letter to them spoke of several. */
export function wordOnSeveral(
  { store }: Needs<'store'>,
  facts: readonly Fact[],
  { kind, contact, automated }: FactOf<'heard'>['data'],
): readonly string[] {
  const last = facts.findLast((fact): fact is FactOf<'sent'> => fact.kind === 'sent' && fact.data.contact === contact)
  const others = automated || !newsIs(kind, 'person') ? [] : openOnes({ store }, last?.data.also ?? [])
  const [first] = others
  if (!last || !first) return []
  const handles = inARow(others.map(({ handle }) => handle))
  return [`Your ${letterWords[last.data.letter]} spoke of ${handles} too. What they say of that: followup heard ${first.handle}`]
}
