import type { LetterKind } from '../../model/act.js'
import { letterWords } from '../../model/vocabulary.js'
import { newsIs } from '../../model/kinds.js'
import type { Moment } from '../../model/day.js'
import type { Fact, FactDraft, FactOf } from '../../model/fact.js'
import { inARow } from '../../model/in-a-row.js'
import { Problem } from '../../problem.js'
import { withoutReturned } from '../../rules/timeline.js'
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
    return there?.kind === 'sent' ? [{ opportunity, at, kind: 'heard', data: { ...data, of: there.data.letter, letter: there.id } }] : []
  })
}

/** That a word of theirs may be about other opportunities as well, where what came before it was a letter or a call of mine that was about several. */
export function wordOnSeveral(
  { store }: Needs<'store'>,
  facts: readonly Fact[],
  { data: { kind, contact, automated }, at }: { readonly data: FactOf<'heard'>['data']; readonly at: Moment },
): readonly string[] {
  if (automated || !newsIs(kind, 'person')) return []
  const before = withoutReturned(facts).filter((fact) => fact.at.day <= at.day)
  const last = before.findLast(
    (fact): fact is FactOf<'sent' | 'called' | 'heard'> =>
      (fact.kind === 'sent' || fact.kind === 'called' || fact.kind === 'heard') && fact.data.contact === contact,
  )
  const others = last === undefined || last.kind === 'heard' ? [] : openOnes({ store }, last.data.also ?? [])
  const [first] = others
  if (!first || last === undefined) return []
  const what = last.kind === 'sent' ? letterWords[last.data.letter] : 'call'
  return [`Your ${what} was about ${inARow(others.map(({ handle }) => handle))} too. What they say of that: followup heard ${first.handle}`]
}

/** Throws Problem('failed') where a letter for several is told of as come back once more: an earlier one, which arrived, would be taken for it. */
export function refuseTwice(facts: readonly Fact[], { at, of }: { readonly at: Moment; readonly of: LetterKind | undefined }): void {
  const last = facts.findLast((fact) => fact.kind === 'heard')
  if (of !== undefined || last?.kind !== 'heard' || last.data.letter === undefined || last.at.day !== at.day) return
  throw new Problem('failed', 'That letter is on record as come back already: it was for several, and came back for all.', {
    hint: 'If an earlier one came back as well, name its kind: --of KIND',
    code: 'told-already',
  })
}
