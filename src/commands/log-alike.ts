import type { OpportunityRow, Store } from '../model/store.js'
import type { Needs } from '../world.js'
import { askYes } from './ask-again.js'

/** The open opportunities elsewhere that the name of a company that is not on record would mean to any other verb. */
export function alikeOf(store: Pick<Store, 'match' | 'atCompany'>, company: string): readonly OpportunityRow[] {
  const known = new Set(store.atCompany(company).map((row) => row.handle))
  return store.match(company).filter((row) => !row.closed && !known.has(row.handle))
}

/** The name as `log` is to take it: where nothing is on record under it and one open opportunity is like it, the person is asked whether that is meant. */
export async function companyMeant({ store, ask }: Needs<'store' | 'ask'>, company: string): Promise<string> {
  if (!ask.able || company.trim() === '' || store.atCompany(company).some((row) => !row.closed)) return company
  const [only, other] = alikeOf(store, company)
  if (!only || other || !(await askYes(ask, `Is this ${only.company}, which is open?`))) return company
  return only.handle
}
