import type { Moment } from '../../model/day.js'
import type { FactDraft } from '../../model/fact.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import type { Written } from '../../model/result.js'
import type { Newest, OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { phaseNow } from '../../rules/assess.js'
import { actDay, addBusinessDays } from '../../rules/days.js'
import type { Needs } from '../../world.js'
import { lookout } from '../standing/lookout.js'
import { seen } from '../standing/seen.js'
import type { Seen } from '../standing/seen.js'
import { toldFact } from '../telling/told.js'

/** What a recording verb returns: hours are on both clocks, and `wait` says how the day of a wait is counted. */
export interface Noted extends Written {
  readonly standing: Seen | null
  /** `standing.next.since` = what `from` names + `plus` business days of theirs; null when it is not their move, or counted otherwise. */
  readonly wait: Wait | null
  /** Where the write concerns several: the open one whose next act comes first. Absent where it concerns one, or none is open. */
  readonly first?: First
}
/** One of several, by its handle. */
export interface First {
  readonly handle: string
  readonly standing: Seen
}
export interface Wait {
  readonly from: 'their day' | 'interview' | 'their word' | 'your answer' | 'your talk' | 'your letter' | 'your call' | 'back'
  readonly plus: number
}

/** What every recording verb needs of the world. */
export type Scribe = Needs<'clock' | 'catalog' | 'settings' | 'store' | 'readInput'>

/** What every recording verb can be told. */
export interface RecordArgs {
  /** When it happened. */
  readonly at?: string
  readonly note?: string
}

/** What is so once the facts are on record. */
export interface After {
  /** The opportunity it is about, judged anew; null when it concerns none. */
  readonly row: OpportunityRow | null
  readonly standing: Seen | null
  readonly touched: readonly OpportunityRow[]
}

/** What is said of a record: all but the facts and the standing. */
export interface Said {
  readonly recorded: string
  readonly understood?: readonly string[]
  readonly notes?: readonly string[]
}

/** Which opportunity a record is about (null: none, or several, those it leaves as they are being `beside`), and what to say of it; with `seen` it is refused once anything newer is on record. */
export interface Saying {
  readonly about: OpportunityId | null
  readonly beside?: readonly OpportunityRow[]
  readonly seen?: Newest
  readonly say: (after: After) => Said
}

/** Writes the facts of one command and returns what to tell the person; private figures are left out of it. */
export function record(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store'>,
  drafts: readonly FactDraft[],
  { about, beside = [], seen: known, say }: Saying,
): Noted {
  const { facts, touched } = world.store.record(drafts, known)
  const row = touched.find((one) => (about === null ? touched.length + beside.length === 1 : one.id === about)) ?? null
  const standing = row && seen(row, world, lookout(world))
  const first = row ? null : firstOf(world, [...beside, ...touched])
  const { recorded, understood = [], notes = [] } = say({ row, standing, touched })
  return {
    understood,
    recorded,
    facts: facts.map((fact) => toldFact(fact, namesIn(touched))),
    standing,
    wait: row && standing && waitOf(world, row, standing),
    notes,
    ...(first && { first }),
  }
}

/** Of several that are open, the one whose next act comes first; my own come before a day of theirs. */
function firstOf(world: Needs<'clock' | 'catalog' | 'settings'>, rows: readonly OpportunityRow[]): First | null {
  const open = rows.filter((row) => !row.closed).map((row) => ({ handle: row.handle, standing: seen(row, world, lookout(world)) }))
  const rank = ({ standing: { next, court } }: First): string => (next === null ? '~' : `${next.on} ${court === 'mine' ? '0' : '1'}`)
  return open.reduce<First | null>((best, one) => (best === null || rank(one) < rank(best) ? one : best), null)
}

/** The newest fact there is, for what is only right as long as nothing else is recorded. */
export function newestOf(store: Needs<'store'>['store']): Newest {
  return { opportunity: null, last: store.newest()?.id ?? null }
}

function namesIn(rows: readonly OpportunityRow[]): ReadonlyMap<ContactId, string> {
  return new Map(rows.flatMap((row) => row.contacts.map((one) => [one.id, one.name] as const)))
}

/** The note of `--note`: none, the text, or with '-' what comes on standard input. */
export function noteDrafts(
  world: Needs<'readInput'>,
  text: string | undefined,
  { opportunity, at }: { readonly opportunity: OpportunityId; readonly at: Moment },
): Promise<readonly FactDraft[]> {
  return noteForEach(world, text, { opportunities: [opportunity], at })
}

/** The note of a command about several opportunities: one for each, so that each one's history has it. */
export async function noteForEach(
  world: Needs<'readInput'>,
  text: string | undefined,
  { opportunities, at }: { readonly opportunities: readonly OpportunityId[]; readonly at: Moment },
): Promise<readonly FactDraft[]> {
  if (text === undefined) return []
  const words = (text === '-' ? await world.readInput() : text).trim()
  if (words === '') throw new Problem('usage', 'The note is empty.', { hint: 'Write it after --note, or leave --note out.' })
  return opportunities.map((opportunity) => ({ opportunity, at, kind: 'noted', data: { text: words } }))
}

function waitOf(world: Needs<'clock' | 'catalog'>, row: OpportunityRow, { court, next }: Seen): Wait | null {
  if (court !== 'theirs' || !next) return null
  const { outlook } = row
  const reason = phaseNow(outlook, world.clock).because[0]
  const from = reason && countedFrom[reason.code]
  if (!from || reason.from === undefined || reason.plus === undefined) return null
  const calendar = world.catalog.calendar(outlook.country)
  return actDay(addBusinessDays(reason.from, reason.plus, calendar), calendar) === next.since ? { from, plus: reason.plus } : null
}

/** What each reason for a wait counts from. */
const countedFrom: Readonly<Record<string, Wait['from']>> = {
  promise: 'their day',
  'they-will-call': 'your call',
  'their-time-interview': 'interview',
  'their-time-promise': 'their day',
  'their-time-reply': 'their word',
  'their-time-courtesy': 'their word',
  'their-time-answer': 'your answer',
  'their-time-talk': 'your talk',
  'their-time-pause': 'your letter',
}
