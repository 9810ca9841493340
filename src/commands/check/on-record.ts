import type { LetterContext } from '../../model/finding.js'
import type { Needs } from '../../world.js'
import { chooseOpportunity } from '../asking/choose.js'
import { contextOf, greetedIn } from '../letter/check.js'

/** What is on record of the opportunity that a reference means, for a letter by whom it greets. Throws as chooseOpportunity does. */
export function onRecord({ store }: Needs<'store'>, reference: string): (text: string) => LetterContext {
  const row = chooseOpportunity(store, reference)
  const facts = store.caseFile(row.id)?.facts ?? []
  return (text) => contextOf({ row, facts, reader: greetedIn(text, row), kind: null, hook: null })
}
