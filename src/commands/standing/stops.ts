import type { LetterKind } from '../../model/act.js'
import type { ContactId } from '../../model/opportunity.js'
import type { Fact } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { groundOf } from './ground.js'

/** What is on the stop list for one person, or with contact null for all of a company, and why. */
export interface Stop {
  readonly contact: ContactId | null
  readonly calls: boolean
  readonly letters: boolean
  readonly reason: string | null
}

/** The stops in force among the facts of a case file. */
export function stopsIn(facts: readonly Fact[]): readonly Stop[] {
  const stops = new Map<ContactId | null, Stop>()
  for (const fact of facts) {
    if (fact.kind !== 'stopped' && fact.kind !== 'lifted') continue
    const { contact = null, calls, letters, reason } = fact.data
    const on = stops.get(contact) ?? { contact, calls: false, letters: false, reason: null }
    const next =
      fact.kind === 'stopped'
        ? { contact, calls: on.calls || calls, letters: on.letters || letters, reason: reason ?? on.reason }
        : { ...on, calls: on.calls && !calls, letters: on.letters && !letters }
    if (next.calls || next.letters) stops.set(contact, next)
    else stops.delete(contact)
  }
  return [...stops.values()]
}

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
  const { prospectOf } = await import('../../rules/judge.js')
  const { now } = prospectOf(file, groundOf(world))
  const stops = now.stops.filter((stop) => stop.contact === null || stop.contact === (contact ?? row.outlook.lead))
  return { calls: now.noCalls || stops.some((stop) => stop.calls), letters: stops.some((stop) => stop.letters) }
}

/** The rules that judge are loaded only where something was ever stopped: `sent` and `call` are to be quick. */
function mayStop(fact: Fact): boolean {
  if (fact.kind === 'called') return fact.data.outcome === 'asked-not-to-call'
  return fact.kind === 'stopped' || (fact.kind === 'debriefed' && fact.data.reach === 'no-calls')
}
