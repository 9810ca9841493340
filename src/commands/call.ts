import { outcomes } from '../model/act.js'
import type { Outcome } from '../model/act.js'
import { callIs } from '../model/kinds.js'
import type { Moment } from '../model/day.js'
import { epochMinutes } from '../model/day.js'
import type { FactOf } from '../model/fact.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { againNotes } from './standing/told-twice.js'
import type { CallCard, CallCardWorld } from './call/card.js'
import { callDrafts, mayBeShared, refuseAlone } from './call/drafts.js'
import { callNotes } from './call/notes.js'
import { chooseContact, chooseOpportunity } from './asking/choose.js'
import { given, oneOf, refuseFlag } from './typed/given.js'
import { anyMoment, dayWords, momentWords, namedDay, pastMoment, stored } from './typed/moments.js'
import type { Understood } from './typed/moments.js'
import { personMeant } from './asking/person-meant.js'
import { noteDrafts, record } from './recording/record.js'
import type { After, Noted, RecordArgs, Scribe } from './recording/record.js'
import { nameIn, tellingOf } from './telling/telling.js'
import { alsoNamed, togetherWords } from './standing/also-named.js'
import { waitsToo } from './standing/waits-too.js'
import { stopsFor } from './standing/stops.js'
import { calledWords } from './telling/touch-words.js'
import { waitEnded } from './telling/wait-ended.js'

export interface CallArgs extends RecordArgs {
  readonly opp: string
  readonly outcome?: string
  readonly promise?: string
  readonly callback?: string
  readonly with?: string
  readonly gatekeeper?: string
  /** Other opportunities with the same person that it was about, by reference. */
  readonly also?: readonly string[]
  readonly anyway?: string
  /** Nothing came from them meanwhile: the guide need not ask. */
  readonly nothingHeard?: true
  /** Only look: the card, and with `scripts` the words for every turn. */
  readonly card?: true
  readonly scripts?: true
}

/** A call on record, or the card of one to be made. */
export type CallResult = Noted | CardShown

/** A card; with `everyTurn` all its words are shown. */
export interface CardShown extends CallCard {
  readonly everyTurn: boolean
}

/** A page shown before it is asked what came of the call. */
export type CallPage =
  | { readonly page: 'card'; readonly card: CallCard }
  /** The `turn`-th screenful of further words, from 0. */
  | { readonly page: 'words'; readonly card: CallCard; readonly turn: number }

/**
 * Keeps a call and what came of it, or shows its card, which is no dial.
 * Throws Problem('usage') without an outcome, Problem('refused') when the opportunity is closed.
 */
export async function call(world: Scribe & CallCardWorld, args: CallArgs): Promise<CallResult> {
  return args.card || args.scripts ? lookAt(world, args) : keep(world, args)
}

async function lookAt(world: CallCardWorld, args: CallArgs): Promise<CallResult> {
  refuseFlag(args.outcome, 'The card is for before the call, --outcome for after it.', 'Leave one of them out.')
  const { callCard } = await import('./call/card.js')
  return { ...(await callCard(world, args)), everyTurn: args.scripts === true }
}

async function keep(world: Scribe, args: CallArgs): Promise<Noted> {
  const outcome = oneOf(args.outcome, outcomes, '--outcome')
  const closed = args.anyway !== undefined ? 'ok' : opensAgain(outcome) ? 'machine' : 'refuse'
  const row = chooseOpportunity(world.store, args.opp, { closed })
  refuseMismatch(args, outcome)
  const when = pastMoment(world, args.at)
  const at = when.value
  const named = args.promise === undefined ? null : namedDay(world, args.promise, { at, row })
  const callback = args.callback === undefined ? null : callbackOf(world, args.callback, at)
  const contact = args.with === undefined ? (personMeant(row, args.opp)?.id ?? row.outlook.lead) : chooseContact(row, args.with).id
  const data: FactOf<'called'>['data'] = {
    outcome,
    contact,
    ...(callback && outcome !== 'booked' ? { callback: stored(callback.value) } : {}),
    ...given({ gatekeeper: args.gatekeeper, anyway: args.anyway }),
  }
  refuseAlone(args.also, outcome, row.handle)
  const others = alsoNamed(world, args.also ?? [], { row, contact })
  const booked = outcome === 'booked' ? (callback?.value ?? null) : null
  const drafts = callDrafts({ rows: [row, ...others], at, data, named: named?.value ?? null, booked })
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  const stopped = await stopsFor(world, row, contact)
  const waits =
    others.length > 0 || !mayBeShared(outcome) ? [] : waitsToo(world, row, { step: 'call', contact, line: `call ${row.handle} ${outcome}` })
  const again = callIs(outcome, 'vain') ? againNotes(world, row, { letter: null, contact, at }) : []
  const recorded = (after: After): string =>
    sentence({ world, row, data, at, after }, { named: named?.value.day ?? null, callback: callback?.value ?? null })
  const told = { outcome, before: row, callback: callback !== null, stopped, name: nameIn(row, contact) }
  return record(world, [...drafts, ...note], {
    about: row.id,
    say: (after) => ({
      recorded: `${recorded(after)}${togetherWords('call', others)}`,
      understood: [...when.lines, ...(named?.lines ?? []), ...(callback?.lines ?? [])],
      notes: [...again, ...waits, ...waitEnded(world, row, after), ...callNotes(world, { ...told, after })],
    }),
  })
}

/** A word of theirs opens what a machine closed, but for one by which nothing is open. */
function opensAgain(outcome: Outcome): boolean {
  return callIs(outcome, 'word') && outcome !== 'no' && outcome !== 'asked-not-to-call'
}

/** Conversations in which a day can be named, and outcomes that may name a time. */
const datable: ReadonlySet<Outcome> = new Set<Outcome>([
  'spoke',
  'asks-something',
  'booked',
  'asked-not-to-call',
  'assistant-time',
  'assistant-message',
  'assistant-will-call',
])
const timed: ReadonlySet<Outcome> = new Set<Outcome>(['booked', 'bad-time', 'assistant-time'])

function refuseMismatch(args: CallArgs, outcome: Outcome): void {
  if (!datable.has(outcome))
    refuseFlag(args.promise, `--promise does not go with --outcome ${outcome}.`, 'It is for a day that someone named on the phone.')
  if (!timed.has(outcome)) {
    refuseFlag(
      args.callback,
      `--callback does not go with --outcome ${outcome}.`,
      'It goes with bad-time, assistant-time and booked; a day for news is --promise.',
    )
  }
}

function callbackOf(world: Scribe, text: string, at: Moment): Understood<Moment> {
  const read = anyMoment(world, text, 'future')
  const early = read.value.time === null || at.time === null ? read.value.day < at.day : epochMinutes(read.value) <= epochMinutes(at)
  if (!early) return read
  throw new Problem('usage', `${momentWords(read.value, world.clock.today)} lies before the call.`, {
    hint: 'Write the day and the hour, as in "thu 10:00".',
    code: 'bad-day',
  })
}

interface Scene {
  readonly world: Scribe
  readonly row: OpportunityRow
  readonly data: FactOf<'called'>['data']
  readonly at: Moment
  readonly after: After
}

function sentence(
  { world, row, data, at, after }: Scene,
  words: { readonly named: FactOf<'promised'>['data']['day'] | null; readonly callback: Moment | null },
): string {
  const { today } = world.clock
  const telling = tellingOf(row, world.clock)
  const who = telling.name(data.contact)
  if (data.outcome === 'spoke' && words.named) return `spoke with ${who}, a decision by ${dayWords(words.named, today)}`
  const told = calledWords({ data, at }, telling)
  if (words.callback) return `${told}; ${data.outcome === 'booked' ? 'interview' : 'call again'} ${momentWords(words.callback, today)}`
  if (words.named) return `${told}; a decision by ${dayWords(words.named, today)}`
  return `${told}${tryOf(world, after)}`
}

/** ', try 2 of 6' of a dial that counts. */
function tryOf(world: Scribe, { row, standing }: After): string {
  const dials = row?.outlook.used.dials ?? 0
  if (!row || dials === 0) return ''
  const next = standing?.next
  const most = next?.step === 'call' ? next.of : world.catalog.playbook(row.outlook.playbook).dials
  return most > 0 && dials <= most ? `, try ${String(dials)} of ${String(most)}` : ''
}
