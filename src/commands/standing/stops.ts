import type { LetterKind } from '../../model/act.js'
import type { ContactId } from '../../model/opportunity.js'
import type { Fact } from '../../model/fact.js'
import type { OpportunityRow, Store } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { groundOf } from './ground.js'
import { foldName } from '../../rules/names.js'

/** What is on the stop list for one person, or with contact null for all of a company, and why. */
export interface Stop {
  readonly contact: ContactId | null
  readonly calls: boolean
  readonly letters: boolean
  readonly reason: string | null
}

/** The stops in force among facts in order. */
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

/** A stop as it is listed beside a person; `company` names the house where it holds for everyone there. */
export interface ListedStop extends Omit<Stop, 'contact'> {
  readonly company: string | null
}

/** The stops in force for each of some people: their own, and those of a company in whose opportunities they are. */
export function stopsOf(
  store: Pick<Store, 'stopFacts' | 'atCompany'>,
  people: readonly { readonly contact: { readonly id: ContactId } }[],
): ReadonlyMap<ContactId, readonly ListedStop[]> {
  const facts = store.stopFacts(people.map((one) => one.contact.id))
  const found = new Map<ContactId, readonly ListedStop[]>()
  const add = (id: ContactId, { contact: _, ...stop }: Stop, company: string | null): void =>
    void found.set(id, [...(found.get(id) ?? []), { ...stop, company }])
  for (const stop of stopsIn(facts.filter((fact) => companyOf(fact) === null))) if (stop.contact) add(stop.contact, stop, null)
  for (const company of new Set(facts.flatMap((fact) => companyOf(fact) ?? []))) {
    // A handle fits too, and may be another company's.
    const rows = store.atCompany(company).filter((row) => foldName(row.company) === company)
    const there = new Set(rows.flatMap(({ contacts }) => contacts.map((one) => one.id)))
    for (const stop of stopsIn(facts.filter((fact) => companyOf(fact) === company)))
      for (const id of there) add(id, stop, rows[0]?.company ?? company)
  }
  return found
}

function companyOf(fact: Fact): string | null {
  return fact.kind === 'stopped' || fact.kind === 'lifted' ? (fact.data.company ?? null) : null
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
