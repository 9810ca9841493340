import type { ContactId } from '../model/opportunity.js'
import type { OpportunityRow } from '../model/store.js'
import { prospectOf } from '../rules/judge.js'
import type { Needs } from '../world.js'

/** Whether calls or letters to someone (null: the one who is chased) are on the stop list, for the person or the whole company. */
export function stopsFor(
  world: Needs<'store' | 'catalog' | 'settings'>,
  row: OpportunityRow,
  contact: ContactId | null,
): { readonly calls: boolean; readonly letters: boolean } {
  const { catalog, settings, store } = world
  const file = store.caseFile(row.id)
  if (!file) return { calls: false, letters: false }
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
