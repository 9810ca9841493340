import type { LetterKind } from '../model/act.js'
import type { ContactId } from '../model/opportunity.js'
import type { Fact } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import type { Needs } from '../world.js'
import { groundOf } from './ground.js'

/** Letters that answer a word of theirs, which no stop list holds back: they wrote first. */
export const answering: ReadonlySet<LetterKind> = new Set<LetterKind>(['answer', 'confirm'])

/** Whether calls or letters to someone (null: the one who is chased) are on the stop list, for the person or the whole company. */
export async function stopsFor(
  world: Needs<'store' | 'catalog' | 'settings'>,
  row: OpportunityRow,
  contact: ContactId | null,
): Promise<{ readonly calls: boolean; readonly letters: boolean }> {
  const file = world.store.caseFile(row.id)
  if (!file?.facts.some(mayStop)) return { calls: false, letters: false }
  const { prospectOf } = await import('../rules/judge.js')
  const { now } = prospectOf(file, groundOf(world))
  const stops = now.stops.filter((stop) => stop.contact === null || stop.contact === (contact ?? row.outlook.lead))
  return { calls: now.noCalls || stops.some((stop) => stop.calls), letters: stops.some((stop) => stop.letters) }
}

/** The rules that judge are loaded only where something was ever stopped: `sent` and `call` are to be quick. */
function mayStop(fact: Fact): boolean {
  if (fact.kind === 'called') return fact.data.outcome === 'asked-not-to-call'
  return fact.kind === 'stopped' || (fact.kind === 'debriefed' && fact.data.reach === 'no-calls')
}
