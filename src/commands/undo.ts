import type { Fact } from '../model/fact.js'
import type { Contact, FactId } from '../model/opportunity.js'
import type { CommandRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { foldName } from '../rules/names.js'
import { localIn } from '../rules/zones.js'
import type { Needs } from '../world.js'
import { momentWords } from './moments.js'
import { record } from './record.js'
import type { Noted } from './record.js'
import { recordWords } from './record-words.js'
import type { Telling } from './sentences.js'
import { aboutOf, isUndo, taken, tellingFor } from './taken.js'
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

/** Takes the last record back, or one by its id (that of an undo puts back what it took); with `list` shows them. Throws Problem('failed') when there is nothing. */
export async function undo(world: World, args: UndoArgs): Promise<UndoList | Undone> {
  if (args.list) return listed(world)
  const command = args.id === undefined ? lastLive(world) : named(world, args.id)
  const redo = isUndo(command)
  if (!redo) refuseUnderfoot(world, command)
  const target = redo ? taken(world.store, command) : command
  const telling = tellingFor(world, target.facts)
  const mine = target.facts.some((fact) => fact.kind === 'sent') ? 'the record of your ' : ''
  const says = `${redo ? '' : mine}${recordWords(target.facts, telling)}`
  const draft = {
    opportunity: null,
    at: world.clock.moment,
    kind: 'retracted',
    data: { facts: command.facts.map((fact) => fact.id) },
  } as const
  const written = record(world, [draft], { about: aboutOf(target.facts), say: () => ({ recorded: says }) })
  return { ...written, redo, remains: redo ? null : remainsOf(target.facts, telling, peopleIn(world, target.facts)) }
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
  const found =
    wanted.length < 4 ? [] : world.store.commands(LOOKED_AT).filter(({ command }) => command === wanted || command.endsWith(wanted))
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
function refuseUnderfoot(world: World, command: CommandRow): void {
  for (const opened of command.facts.filter((fact) => fact.kind === 'opened')) {
    if (opened.opportunity === null) continue
    const others = world.store.history({ opportunity: opened.opportunity }).filter(({ fact }) => fact.command !== command.command)
    if (others.length === 0) continue
    throw new Problem('failed', `${opened.data.company} has later records, and they stand on this one.`, {
      hint: 'Take those back first: followup undo, as often as it takes.',
      code: 'underfoot',
    })
  }
}

/** What happened in the world stays: a letter that left, a call that was made. */
function remainsOf(facts: readonly Fact[], { handle }: Telling, people: readonly Contact[]): string | null {
  for (const fact of facts) {
    if (fact.kind === 'sent')
      return `the ${letterWords[fact.data.letter]} itself, if it left; "followup sent ${handle} ${fact.data.letter}${toWhom(people, fact.data.contact)}" records it again`
    if (fact.kind === 'called') return `the call itself, if it was made; "followup call ${handle} ${fact.data.outcome}" records it again`
  }
  return null
}

function peopleIn({ store }: World, facts: readonly Fact[]): readonly Contact[] {
  const about = aboutOf(facts)
  return (about && store.row(about)?.contacts) || []
}

/** ' --to sue', where there are several it could have gone to. */
function toWhom(people: readonly Contact[], id: string | null): string {
  const reader = people.find((one) => one.id === id)
  if (!reader || people.length < 2) return ''
  const first = foldName(reader.name).split(' ')[0] ?? ''
  const isClear = /^[\w-]+$/.test(first) && people.filter((one) => ` ${foldName(one.name)}`.includes(` ${first}`)).length === 1
  return ` --to ${isClear ? first : (reader.email ?? reader.id)}`
}
