import type { Fact, FactOf } from '../model/fact.js'
import type { Contact, FactId, OpportunityId } from '../model/opportunity.js'
import type { CommandRow, OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { foldName } from '../rules/names.js'
import { localIn } from '../rules/zones.js'
import type { Needs } from '../world.js'
import { momentWords } from './typed/moments.js'
import { newestOf, record } from './recording/record.js'
import type { Noted, Said } from './recording/record.js'
import { recordWords } from './telling/record-words.js'
import { aboutOf, isPutBack, isUndo, sameUndos, taken, tellingFor } from './telling/taken.js'
import { letterWords } from '../model/vocabulary.js'

export interface UndoArgs {
  /** What to take back, as the list names it; the last record without. */
  readonly id?: string
  readonly list?: true
}

/** One record that could be taken back, or was (`undone`); `undo` marks one that took another back. Newest first. */
export interface UndoStep {
  readonly id: string
  readonly recorded: string
  /** The day and time of recording on my clock, in words. */
  readonly when: string
  readonly says: string
  readonly undone: boolean
  readonly undo: boolean
}
export interface UndoList {
  readonly steps: readonly UndoStep[]
  /** There are older ones. */
  readonly more: boolean
}
/** What was taken back, or (`redo`) put back; `remains` says what in the world it cannot touch. */
export interface Undone extends Noted {
  readonly redo: boolean
  readonly remains: string | null
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** Takes the last record back, or one by its id (that of an undo puts back what it took); with `list` shows them. Throws Problem('failed') when there is nothing, Problem('store') when something else was recorded meanwhile. */
export async function undo(world: World, args: UndoArgs): Promise<UndoList | Undone> {
  if (args.list) return listed(world)
  const seen = newestOf(world.store)
  const command = args.id === undefined ? lastLive(world) : named(world, args.id)
  const target = isUndo(command) ? taken(world.store, command) : command
  const redo = isUndo(command) && !isPutBack(world.store, command)
  if (redo) refuseAdrift(world, target.facts)
  else refuseUnderfoot(world, target.facts)
  const telling = tellingFor(world, target.facts)
  const mine = target.facts.some((fact) => fact.kind === 'sent') ? 'the record of your ' : ''
  const says = `${redo ? '' : mine}${recordWords(target.facts, telling)}`
  const remains = redo ? null : remainsOf(world, target.facts)
  const draft = {
    opportunity: null,
    at: world.clock.moment,
    kind: 'retracted',
    data: { facts: sameUndos(world.store, command).map((fact) => fact.id) },
  } as const
  const before = world.store.atCompany(telling.company)
  const say = (): Said => ({ recorded: says, notes: renamed(before, world.store.atCompany(telling.company)) })
  const written = record(world, [draft], { about: aboutOf(target.facts), seen, say })
  return { ...written, redo, remains }
}

/** The first of a company keeps the handle: where it comes back, another gives it up. */
function renamed(before: readonly OpportunityRow[], after: readonly OpportunityRow[]): readonly string[] {
  const was = new Map(before.map((row) => [row.id, row.handle]))
  return after.flatMap(({ id, handle, role, company }) => {
    const old = was.get(id)
    return old === undefined || old === handle ? [] : [`What was ${old} (${role ?? company}) is ${handle} from now on.`]
  })
}

const SHOWN = 20
const LOOKED_AT = 10_000

function listed(world: World): UndoList {
  const commands = world.store.commands(SHOWN + 1)
  return { steps: commands.slice(0, SHOWN).map((command) => stepOf(world, command)), more: commands.length > SHOWN }
}

function stepOf(world: World, command: CommandRow): UndoStep {
  const { zone, today } = world.clock
  const undo = isUndo(command)
  const target = undo ? taken(world.store, command) : command
  const when = momentWords({ ...localIn(zone, Date.parse(command.recorded)), zone }, today)
  return {
    id: shortId(command.command),
    recorded: command.recorded,
    when,
    says: recordWords(target.facts, tellingFor(world, target.facts)),
    undone: command.retracted,
    undo,
  }
}

/** The last eight letters of an id: they differ between records of one minute. */
function shortId(id: FactId): string {
  return id.slice(-8)
}

function lastLive(world: World): CommandRow {
  for (const limit of [SHOWN, LOOKED_AT]) {
    const found = world.store.commands(limit).find((command) => !command.retracted && !isUndo(command))
    if (found) return found
  }
  throw new Problem('failed', 'There is nothing to take back.', {
    hint: 'What you record from now on can be; "followup undo --list" shows every step.',
    code: 'nothing-to-undo',
  })
}

function named(world: World, id: string): CommandRow {
  const wanted = id.trim().toLowerCase()
  const found = wanted.length < 4 ? [] : world.store.commandsEnding(wanted)
  const command = found[0]
  if (!command || found.length > 1) {
    throw new Problem('reference', `${found.length > 1 ? 'Several records end' : 'No record ends'} with "${id}".`, {
      hint: '"followup undo --list" names them.',
      code: 'not-found',
    })
  }
  if (!command.retracted) return command
  throw new Problem('failed', 'That is taken back already.', {
    hint: 'To put it back, undo its undo: "followup undo --list" names it.',
    code: 'undone',
  })
}

/** The record that opened an opportunity stays while others stand on it. */
function refuseUnderfoot(world: World, facts: readonly Fact[]): void {
  for (const opened of facts.filter((fact) => fact.kind === 'opened')) {
    if (opened.opportunity === null) continue
    const others = world.store.history({ opportunity: opened.opportunity }).filter(({ fact }) => fact.command !== opened.command)
    if (others.length === 0) continue
    throw new Problem('failed', `${opened.data.company} has later records, and they stand on this one.`, {
      hint: 'Take those back first: followup undo, as often as it takes.',
      code: 'underfoot',
    })
  }
}

/** Nothing is put back onto an opportunity that is taken back itself. */
function refuseAdrift(world: World, facts: readonly Fact[]): void {
  const opened = new Set(facts.flatMap((fact) => (fact.kind === 'opened' ? (fact.opportunity ?? []) : [])))
  const adrift = facts.find(({ opportunity }) => opportunity !== null && !opened.has(opportunity) && world.store.row(opportunity) === null)
  if (!adrift || adrift.opportunity === null) return
  const undo = undoOfOpening(world, adrift.opportunity)
  throw new Problem('failed', `${tellingFor(world, [adrift]).company} is taken back itself, so this has nothing to stand on.`, {
    hint: undo === null ? '"followup undo --list" names what can be put back.' : `Put that back first: followup undo ${shortId(undo)}`,
    code: 'adrift',
  })
}

function undoOfOpening(world: World, id: OpportunityId): FactId | null {
  const all = world.store.history({ opportunity: id, retracted: true })
  const opened = all.find(({ fact }) => fact.kind === 'opened')?.fact.id
  const undo = all.find(({ fact, retracted }) => !retracted && fact.kind === 'retracted' && fact.data.facts.some((one) => one === opened))
  return undo?.fact.command ?? null
}

/** What happened in the world stays: a letter that left, a call that was made. */
function remainsOf(world: World, facts: readonly Fact[]): string | null {
  for (const fact of facts) {
    const row = fact.opportunity === null ? null : world.store.row(fact.opportunity)
    const again = (words: string): string => (row ? `; "followup ${words}" records it again` : '')
    if (fact.kind === 'sent')
      return `the ${letterWords[fact.data.letter]} itself, if it left${again(`sent ${row?.handle ?? ''} ${fact.data.letter}${toWhom(row?.contacts ?? [], fact.data.contact)}${alsoIn(world, fact)}`)}`
    if (fact.kind === 'called')
      return `the call itself, if it was made${again(`call ${row?.handle ?? ''} ${fact.data.outcome}${alsoIn(world, fact)}`)}`
  }
  return null
}

/** ' --also acme-2', of a letter or a call that was about several opportunities. */
function alsoIn({ store }: World, { data }: FactOf<'sent' | 'called'>): string {
  return (data.also ?? [])
    .map((id) => store.row(id))
    .map((row) => (row ? ` --also ${row.handle}` : ''))
    .join('')
}

/** ' --to sue', where there are several it could have gone to. */
function toWhom(people: readonly Contact[], id: string | null): string {
  const reader = people.find((one) => one.id === id)
  if (!reader || people.length < 2) return ''
  const first = foldName(reader.name).split(' ')[0] ?? ''
  const isClear = /^[\w-]+$/.test(first) && people.filter((one) => ` ${foldName(one.name)}`.includes(` ${first}`)).length === 1
  return ` --to ${isClear ? first : (reader.email ?? reader.id)}`
}
