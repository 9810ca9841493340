import type { Day } from '../model/day.js'
import type { Fact } from '../model/fact.js'
import type { ContactId } from '../model/opportunity.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './choose.js'
import { toldFact } from './told.js'
import type { ToldFact } from '../model/result.js'

export interface HistoryArgs {
  readonly opp?: string
  readonly json?: true
}

/** A fact with the handle of its opportunity; null for what concerns a person, a company or a record as such. */
export type HistoryFact = ToldFact & { readonly handle: string | null }

/** Facts in order of recording, taken-back ones marked; `earlier` tells that there are more than a screen shows. */
export interface HistoryResult {
  readonly asOf: Day
  readonly handle: string | null
  readonly facts: readonly HistoryFact[]
  readonly earlier: boolean
}

/** What was recorded, of one opportunity or of everything; everything for a screen is the last commands only. */
export async function history(world: Needs<'clock' | 'store'>, args: HistoryArgs): Promise<HistoryResult> {
  const { store, clock } = world
  if (args.opp !== undefined) {
    const row = chooseOpportunity(store, args.opp)
    // What concerns a person or the company as such, a stop or an absence, is told in each opportunity that it touches.
    const aside = (store.caseFile(row.id)?.facts ?? []).filter((fact) => fact.opportunity === null)
    const all = [...store.history({ opportunity: row.id, retracted: true }), ...aside.map((fact) => ({ fact, retracted: false }))]
    const facts = all.sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1))
    return { asOf: clock.today, handle: row.handle, facts: told(facts, store), earlier: false }
  }
  if (args.json) return { asOf: clock.today, handle: null, facts: told(store.history({ retracted: true }), store), earlier: false }
  const commands = store.commands(mostCommands + 1)
  const shown = commands.slice(0, mostCommands).reverse()
  const facts = shown.flatMap((one) => one.facts.map((fact) => ({ fact, retracted: one.retracted })))
  return { asOf: clock.today, handle: null, facts: told(facts, store), earlier: commands.length > mostCommands }
}

const mostCommands = 20

type Store = Needs<'store'>['store']

function told(facts: readonly { readonly fact: Fact; readonly retracted: boolean }[], store: Store): readonly HistoryFact[] {
  const rows = new Map([...new Set(facts.flatMap(({ fact }) => fact.opportunity ?? []))].map((id) => [id, store.row(id)] as const))
  const names = new Map<ContactId, string>(
    [...rows.values()].flatMap((row) => (row?.contacts ?? []).map((one) => [one.id, one.name] as const)),
  )
  return facts.map(({ fact, retracted }) => ({
    ...toldFact(fact, names, retracted),
    handle: fact.opportunity === null ? null : (rows.get(fact.opportunity)?.handle ?? null),
  }))
}
