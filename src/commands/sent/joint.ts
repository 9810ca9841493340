import type { Moment } from '../../model/day.js'
import type { FactDraft, FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { inARow } from '../../letters/slots.js'
import type { Needs } from '../../world.js'
import { kindThere } from '../standing/also-named.js'
import { oneMessage } from '../standing/one-message.js'
import type { Lettering } from '../standing/one-message.js'
import { lookout } from '../standing/seen.js'

/** A letter that speaks of several opportunities is on record in each, under the kind that is next there. */
export function jointDrafts(
  { clock }: Needs<'clock'>,
  { rows, at, data }: { readonly rows: readonly OpportunityRow[]; readonly at: Moment; readonly data: FactOf<'sent'>['data'] },
): readonly FactDraft[] {
  return rows.map((row, place) => {
    const also = rows.flatMap(({ id }) => (id === row.id ? [] : [id]))
    const letter = place === 0 ? data.letter : kindThere(row, data, clock.in(row.outlook.zone))
    return { opportunity: row.id, at, kind: 'sent', data: { ...data, letter, ...(also.length === 0 ? {} : { also }) } }
  })
}

/** A letter that left alone, where one for several was due: it may have spoken of them. */
export function waitsToo(
  world: Needs<'store' | 'catalog' | 'clock'>,
  row: OpportunityRow,
  { letter, contact }: Lettering,
): readonly string[] {
  const others = oneMessage(world, row, { from: lookout(world, undefined), named: { letter, contact } }).map((one) => one.handle)
  if (others.length === 0) return []
  const also = others.map((one) => ` --also ${one}`).join('')
  return [`If it spoke of ${inARow(others)} too: followup undo, then followup sent ${row.handle} ${letter}${also}`]
}

/** '; one message with acme-2'. */
export function jointWords(others: readonly OpportunityRow[]): string {
  return others.length === 0 ? '' : `; one message with ${inARow(others.map(({ handle }) => handle))}`
}
