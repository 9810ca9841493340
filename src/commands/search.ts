import type { FactKind } from '../model/fact.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'

export interface SearchArgs {
  readonly text: string
}

/** One place where the words were found; `kind` is that of the fact, or 'name'. */
export interface SearchRow {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  readonly kind: FactKind | 'name'
  readonly excerpt: string
}
export interface SearchResult {
  readonly text: string
  readonly found: readonly SearchRow[]
}

/** Full text over names, roles, notes and debriefs, best first. */
export async function search({ store }: Needs<'store'>, { text }: SearchArgs): Promise<SearchResult> {
  if (text.trim() === '')
    throw new Problem('usage', 'There is nothing to look for.', { hint: 'Give a word: followup search whiteboard', code: 'no-words' })
  const found = store
    .search(text, most)
    .map(({ row, kind, excerpt }) => ({ handle: row.handle, company: row.company, role: row.role, kind, excerpt }))
  return { text, found }
}

const most = 50
