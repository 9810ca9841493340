import { letterKinds } from '../../model/act.js'
import type { LetterKind } from '../../model/act.js'
import type { LocalTime } from '../../model/day.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { letterWords } from '../../model/vocabulary.js'
import { Problem } from '../../problem.js'
import { phaseAt } from '../../rules/assess.js'
import { sortOf } from '../../rules/together.js'
import type { Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'
import type { Lettering } from './one-message.js'

/** The opportunities that `--also` names beside one: open ones with the same reader. Throws Problem('reference') for others, and Problem('usage') for a letter that is about one alone. */
export function alsoNamed(
  { store }: Needs<'store'>,
  references: readonly string[],
  { row, letter, contact }: Lettering & { readonly row: OpportunityRow },
): readonly OpportunityRow[] {
  if (references.length > 0 && sortOf(letter) === null)
    throw new Problem('usage', `A letter of that kind (${letterWords[letter]}) is about one opportunity alone.`, {
      hint: 'Leave --also out; thanks, notes, check-ins and closing letters can speak of several.',
      code: 'not-together',
    })
  const rows = references.map((reference) => chooseOpportunity(store, reference, { closed: 'refuse' }))
  for (const other of rows) {
    if (other.id === row.id)
      throw new Problem('usage', `"${other.handle}" is the one that this letter is about already.`, {
        hint: 'Name another after --also, or leave it out.',
        code: 'not-together',
      })
    if (!other.contacts.some(({ id }) => id === contact)) throw notThere(row, other, contact)
  }
  return rows.filter((one, at) => rows.findIndex(({ id }) => id === one.id) === at)
}

/** Those of these ids that are open. */
export function openOnes({ store }: Needs<'store'>, ids: readonly OpportunityId[]): readonly OpportunityRow[] {
  return ids.flatMap((id) => store.row(id) ?? []).filter((row) => !row.closed)
}

function notThere({ contacts }: OpportunityRow, other: OpportunityRow, contact: ContactId | null): Problem {
  const reader = contacts.find(({ id }) => id === contact)
  return new Problem('reference', `${reader?.name ?? 'Its reader'} is not on record at ${other.handle}.`, {
    hint: `One letter can speak of opportunities with the same reader. To add someone there: followup contact add "Name <mail>" --for ${other.handle}`,
    code: 'unknown-person',
  })
}

/** The kind under which a letter goes on record in another opportunity that it speaks of: what comes next there, where that is of the same sort. */
export function kindThere(other: OpportunityRow, { letter, contact }: Lettering, at: LocalTime): LetterKind {
  const { next } = phaseAt(other.outlook, at)
  const due = letterKinds.find((kind) => kind === next?.step)
  return due && next?.contact === contact && sortOf(due) === sortOf(letter) ? due : letter
}
