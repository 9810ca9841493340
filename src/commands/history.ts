import type { Day } from '../model/day.js'
import type { Fact } from '../model/fact.js'
import type { ContactId, FactId } from '../model/opportunity.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { tookWords } from './telling/taken.js'
import { toldFact } from './telling/told.js'
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
  /** What each undo took back or put back, in words, by the id of its fact. */
  readonly took: Readonly<Record<FactId, string>>
  readonly earlier: boolean
}

/** What was recorded, of one opportunity or of everything; everything for a screen is the last commands only. */
export async function history(world: Needs<'clock' | 'store'>, args: HistoryArgs): Promise<HistoryResult> {
  const { store, clock } = world
  const page = pageOf(store, args)
  return {
    asOf: clock.today,
    handle: page.handle,
    facts: told(page.facts, store),
    took: tookWords(
      world,
      page.facts.map(({ fact }) => fact),
    ),
    earlier: page.earlier,
  }
}

interface Page extends Pick<HistoryResult, 'handle' | 'earlier'> {
  readonly facts: readonly Remembered[]
}
interface Remembered {
  readonly fact: Fact
  readonly retracted: boolean
}

function pageOf(store: Store, { opp, json }: HistoryArgs): Page {
  if (opp !== undefined) {
    const row = chooseOpportunity(store, opp)
    // What concerns a person or the company as such, a stop or an absence, is told in each opportunity that it touches.
    const aside = (store.caseFile(row.id)?.facts ?? []).filter((fact) => fact.opportunity === null)
    const all = [...store.history({ opportunity: row.id, retracted: true }), ...aside.map((fact) => ({ fact, retracted: false }))]
    return { handle: row.handle, facts: all.sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1)), earlier: false }
  }
  if (json) return { handle: null, facts: store.history({ retracted: true }), earlier: false }
  const commands = store.commands(mostCommands + 1)
  const shown = commands.slice(0, mostCommands).reverse()
  const facts = shown.flatMap((one) => one.facts.map((fact) => ({ fact, retracted: one.retracted })))
  return { handle: null, facts, earlier: commands.length > mostCommands }
}

const mostCommands = 20

type Store = Needs<'store'>['store']

function told(facts: readonly Remembered[], store: Store): readonly HistoryFact[] {
  const rows = new Map([...new Set(facts.flatMap(({ fact }) => fact.opportunity ?? []))].map((id) => [id, store.row(id)] as const))
  const names = new Map<ContactId, string>(
    [...rows.values()].flatMap((row) => (row?.contacts ?? []).map((one) => [one.id, one.name] as const)),
  )
  return facts.map(({ fact, retracted }) => ({
    ...toldFact(fact, names, retracted),
    handle: fact.opportunity === null ? null : (rows.get(fact.opportunity)?.handle ?? null),
  }))
}
