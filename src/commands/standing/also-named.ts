import { letterKinds } from '../../model/act.js'
import type { LetterKind } from '../../model/act.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { inARow } from '../../model/in-a-row.js'
import { letterWords } from '../../model/vocabulary.js'
import { Problem } from '../../problem.js'
import { phaseNow } from '../../rules/assess.js'
import { sortOf } from '../../rules/together.js'
import type { Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'

/** The opportunities that `--also` names beside one: open ones with the same person. Throws Problem('reference') or Problem('usage') for others. */
export function alsoNamed(
  { store }: Needs<'store'>,
  references: readonly string[],
  { row, contact }: { readonly row: OpportunityRow; readonly contact: ContactId | null },
): readonly OpportunityRow[] {
  const rows = references.map((reference) => chooseOpportunity(store, reference, { closed: 'refuse' }))
  for (const other of rows) {
    if (other.id === row.id)
      throw new Problem('usage', `"${other.handle}" is the one that this is about already.`, {
        hint: 'Name another after --also, or leave it out.',
        code: 'not-together',
      })
    if (!other.contacts.some(({ id }) => id === contact)) throw notThere(row, other, contact)
  }
  return rows.filter((one, at) => rows.findIndex(({ id }) => id === one.id) === at)
}

/** Throws Problem('usage') where `--also` is given with a letter that is about one opportunity alone. */
export function refuseAlso(also: readonly string[] | undefined, letter: LetterKind): void {
  if (also === undefined || sortOf(letter) !== null) return
  throw new Problem('usage', `A letter of that kind (${letterWords[letter]}) is about one opportunity alone.`, {
    hint: 'Leave --also out; thanks, notes, check-ins, closing letters and withdrawals can speak of several.',
    code: 'not-together',
  })
}

/** What one of several opportunities keeps of the others, of a letter or a call that was about all of them. */
export function othersOf(rows: readonly OpportunityRow[], { id }: OpportunityRow): { readonly also?: readonly OpportunityId[] } {
  const also = rows.flatMap((one) => (one.id === id ? [] : [one.id]))
  return also.length === 0 ? {} : { also }
}

/** '; one message with acme-2'; nothing where there are no others. */
export function togetherWords(what: 'message' | 'call', others: readonly OpportunityRow[]): string {
  return others.length === 0 ? '' : `; one ${what} with ${inARow(others.map(({ handle }) => handle))}`
}

/** Those of these ids that are open. */
export function openOnes({ store }: Needs<'store'>, ids: readonly OpportunityId[]): readonly OpportunityRow[] {
  return ids.flatMap((id) => store.row(id) ?? []).filter((row) => !row.closed)
}

function notThere({ contacts }: OpportunityRow, other: OpportunityRow, contact: ContactId | null): Problem {
  const person = contacts.find(({ id }) => id === contact)
  return new Problem('reference', `${person?.name ?? 'Their person'} is not on record at ${other.handle}.`, {
    hint: `One letter or call can be for opportunities with the same person. To add someone there: followup contact add "Name <mail>" --for ${other.handle}`,
    code: 'unknown-person',
  })
}

/** Whether a letter of this sort to someone is what comes next in an opportunity. */
export function isNextThere(
  { clock }: Needs<'clock'>,
  { outlook }: OpportunityRow,
  { letter, contact }: { readonly letter: LetterKind; readonly contact: ContactId | null },
): boolean {
  const { next } = phaseNow(outlook, clock)
  return next !== null && next.contact === contact && sortOf(next.step) === sortOf(letter)
}

/** An opportunity that a letter speaks of, the kind under which it goes on record there, and the others. */
export interface Share {
  readonly opportunity: OpportunityId
  readonly letter: LetterKind
  readonly others: { readonly also?: readonly OpportunityId[] }
}

/** The shares of all that a letter speaks of, first that for which it was written; in the others it is what comes next there, where that is of its sort. */
export function sharesOf(
  world: Needs<'clock'>,
  rows: readonly OpportunityRow[],
  about: { readonly letter: LetterKind; readonly contact: ContactId | null },
): readonly Share[] {
  return rows.map((row, place) => {
    const next = letterKinds.find((kind) => kind === phaseNow(row.outlook, world.clock).next?.step)
    const letter = place > 0 && next && isNextThere(world, row, about) ? next : about.letter
    return { opportunity: row.id, letter, others: othersOf(rows, row) }
  })
}
