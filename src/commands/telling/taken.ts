import type { Fact, FactOf } from '../../model/fact.js'
import type { FactId, OpportunityId } from '../../model/opportunity.js'
import type { CommandRow, OpportunityRow } from '../../model/store.js'
import { foldName } from '../../rules/names.js'
import type { Needs } from '../../world.js'
import { recordWords } from './record-words.js'
import { goneWords, tellingOf } from './telling.js'
import type { Telling } from './telling.js'

type World = Needs<'clock' | 'store'>

/** Whether a command took another back, or put one back. */
export function isUndo(command: CommandRow): boolean {
  return command.facts.every((fact) => fact.kind === 'retracted')
}

/** What an undo took back; of an undo of an undo, what it put back. */
export function taken(store: World['store'], command: CommandRow): CommandRow {
  let facts: readonly Fact[] = command.facts
  for (let depth = 0; depth < 50 && facts.every((fact) => fact.kind === 'retracted') && facts.length > 0; depth += 1) {
    facts = store.facts(facts.flatMap((fact) => (fact.kind === 'retracted' ? fact.data.facts : [])))
  }
  return { ...command, facts }
}

/** What the retractions among these facts did, each by its id: 'took back the note to Dana Reyes, Tue 9 Mar 9:04'. */
export function tookWords(world: World, facts: readonly Fact[]): Readonly<Record<FactId, string>> {
  const undos = facts.filter((fact) => fact.kind === 'retracted')
  return Object.fromEntries(
    undos.map((undo) => {
      const found = taken(world.store, { command: undo.command, recorded: undo.recorded, facts: [undo], retracted: false }).facts
      return [undo.id, `${bringsBack(world.store, undo) ? 'put back' : 'took back'} ${recordWords(found, tellingFor(world, found))}`]
    }),
  )
}

/** Whether a command is the undo of an undo: it put something back. */
export function isPutBack(store: World['store'], command: CommandRow): boolean {
  return command.facts.some((fact) => fact.kind === 'retracted' && bringsBack(store, fact))
}

/** The facts to take back with a command: its own, or of an undo every one that stands and took the same back, for each alone would keep it away. */
export function sameUndos(store: World['store'], command: CommandRow): readonly Fact[] {
  if (!isUndo(command)) return command.facts
  const took = new Set(command.facts.flatMap((fact) => (fact.kind === 'retracted' ? fact.data.facts : [])))
  const standing = store.retractions().filter((one) => !one.retracted)
  return standing.flatMap(({ fact }) => (fact.data.facts.some((id) => took.has(id)) ? fact : []))
}

/** Whether a retraction, of retractions of retractions, brings something back. */
function bringsBack(store: World['store'], undo: FactOf<'retracted'>): boolean {
  const targets = store.facts(undo.data.facts)
  return targets.length > 0 && targets.every((fact) => fact.kind === 'retracted' && !bringsBack(store, fact))
}

/**
 * The one opportunity that the facts are about, null of none or several; of a yes that ends one and leaves others, the one it ends, and of a letter or a call
 * that was about several, the one it was told of.
 */
export function aboutOf(facts: readonly Fact[]): OpportunityId | null {
  const ended = facts.filter((fact) => fact.kind === 'closed')
  const first = facts.find((fact) => (fact.kind === 'sent' || fact.kind === 'called') && fact.data.also)
  const ids = new Set((ended.length > 0 ? ended : first ? [first] : facts).flatMap((fact) => fact.opportunity ?? []))
  return ids.size === 1 ? ([...ids][0] ?? null) : null
}

/** What the facts of one command are told with, even where their opportunity is gone. */
export function tellingFor(world: World, facts: readonly Fact[]): Telling {
  const about = aboutOf(facts)
  const row: Pick<OpportunityRow, 'handle' | 'company' | 'contacts'> | null = about && world.store.row(about)
  if (row) return tellingOf(row, world.clock)
  const gone = about === null ? [] : world.store.history({ opportunity: about, retracted: true }).map(({ fact }) => fact)
  return tellingAlone(world, [...facts, ...gone])
}

/** Where no opportunity is there to ask: the facts themselves, and whoever was ever on record. */
function tellingAlone(world: World, facts: readonly Fact[]): Telling {
  const { today, zone } = world.clock
  const opened = facts.find((fact) => fact.kind === 'opened')
  const met = facts.flatMap((fact) => (fact.kind === 'met' ? fact.data : []))
  const folded = facts.flatMap((fact) => (fact.kind === 'stopped' || fact.kind === 'lifted' ? (fact.data.company ?? []) : []))[0]
  const company =
    opened?.data.company ??
    (folded === undefined ? 'everyone' : (world.store.atCompany(folded).find((row) => foldName(row.company) === folded)?.company ?? folded))
  const name = (id: string | null): string =>
    met.find((one) => one.contact === id)?.name ?? (id === null ? null : world.store.nameOf(id)) ?? 'someone'
  const gone = (id: string | null): string => goneWords(company, met.findLast((one) => one.contact === id && one.role)?.role)
  return { today, zone, handle: opened?.data.handle ?? company, company, name, gone }
}
