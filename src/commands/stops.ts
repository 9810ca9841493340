import type { ContactId } from '../model/opportunity.js'
import type { Fact } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import type { Needs } from '../world.js'

/** Whether calls or letters to someone (null: the one who is chased) are on the stop list, for the person or the whole company. */
export async function stopsFor(
  world: Needs<'store' | 'catalog' | 'settings'>,
  row: OpportunityRow,
  contact: ContactId | null,
): Promise<{ readonly calls: boolean; readonly letters: boolean }> {
  const { catalog, settings, store } = world
  const file = store.caseFile(row.id)
  if (!file?.facts.some(mayStop)) return { calls: false, letters: false }
  const { prospectOf } = await import('../rules/judge.js')
  const ground = {
    playbook: (name: string) => catalog.playbook(name),
    calendar: (country: string) => catalog.calendar(country),
    countryOf: (zone: string) => catalog.countryOf(zone),
    settings,
  }
  const { now } = prospectOf(file, ground)
  const stops = now.stops.filter((stop) => stop.contact === null || stop.contact === (contact ?? row.outlook.lead))
  return { calls: now.noCalls || stops.some((stop) => stop.calls), letters: stops.some((stop) => stop.letters) }
}

/** The rules that judge are loaded only where something was ever stopped: `sent` and `call` are to be quick. */
function mayStop(fact: Fact): boolean {
  if (fact.kind === 'called') return fact.data.outcome === 'asked-not-to-call'
  return fact.kind === 'stopped' || (fact.kind === 'debriefed' && fact.data.reach === 'no-calls')
}
