import type { LetterKind } from '../../model/act.js'
import type { Moment } from '../../model/day.js'
import type { FactDraft, FactOf } from '../../model/fact.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { alsoNamed, openOnes, refuseAlso, sharesOf } from '../standing/also-named.js'

/** The other opportunities that a letter spoke of: those named, else those that it was handed over with. */
export function othersTold(
  world: Needs<'store'>,
  also: readonly string[] | undefined,
  {
    row,
    letter,
    contact,
    handed,
  }: {
    readonly row: OpportunityRow
    readonly letter: LetterKind
    readonly contact: ContactId | null
    readonly handed: readonly OpportunityId[]
  },
): readonly OpportunityRow[] {
  refuseAlso(also, letter)
  return also ? alsoNamed(world, also, { row, contact }) : openOnes(world, handed)
}

/** A letter that speaks of several opportunities is on record in each; what it mended, only where it was written for. */
export function jointDrafts(
  world: Needs<'clock'>,
  { rows, at, data }: { readonly rows: readonly OpportunityRow[]; readonly at: Moment; readonly data: FactOf<'sent'>['data'] },
): readonly FactDraft[] {
  const { repair: _, ...elsewhere } = data
  return sharesOf(world, rows, data).map(({ opportunity, letter, others }, place) => {
    const told = place === 0 ? data : elsewhere
    return { opportunity, at, kind: 'sent', data: { ...told, letter, ...others } }
  })
}
