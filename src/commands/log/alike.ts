import { distance } from '../../model/nearest.js'
import type { OpportunityRow, Store } from '../../model/store.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import { askYes } from '../asking/again.js'

/** The open opportunities elsewhere that the name of a company that is not on record would mean to any other verb, else those it is the name of but for a slip. */
export function alikeOf(store: Pick<Store, 'match' | 'atCompany' | 'similar'>, company: string): readonly OpportunityRow[] {
  const known = new Set(store.atCompany(company).map((row) => row.handle))
  const meant = store.match(company).filter((row) => !row.closed && !known.has(row.handle))
  return meant.length > 0 ? meant : nearlyOf(store, company).filter((row) => !known.has(row.handle))
}

/** The open ones whose name is the same but for a slip: a letter, or two in a long name. */
function nearlyOf(store: Pick<Store, 'similar'>, company: string): readonly OpportunityRow[] {
  const name = foldName(company)
  const slips = name.length < 5 ? 0 : name.length < 10 ? 1 : 2
  const isNear = (other: string): boolean => other !== name && distance(name, other) <= slips
  return slips === 0 ? [] : store.similar(company, slips).filter((row) => isNear(foldName(row.company)))
}

/** What names the company: another verb's reference will do where an interview is on record already; else its full name, or on a terminal what is said to be meant. */
export async function nameMeant(
  world: Needs<'store' | 'ask'>,
  args: {
    readonly company: string
    readonly new?: true
    readonly asked?: true
    readonly reschedule?: true
    readonly cancel?: true
  },
): Promise<string> {
  if (args.new || args.asked) return args.company
  const [only, other] = args.reschedule || args.cancel ? alikeOf(world.store, args.company) : []
  const isNew = !world.store.atCompany(args.company).some((row) => !row.closed)
  return only && !other && isNew ? only.handle : await companyMeant(world, args.company)
}

/** The name as `log` is to take it: where nothing is on record under it and one open opportunity is like it, the person is asked whether that is meant. */
export async function companyMeant({ store, ask }: Needs<'store' | 'ask'>, company: string): Promise<string> {
  if (!ask.able || company.trim() === '' || store.atCompany(company).some((row) => !row.closed)) return company
  const [only, other] = alikeOf(store, company)
  if (!only || other || !(await askYes(ask, `Is this ${only.company}, which is open?`))) return company
  return only.handle
}
