import type { Day, LocalTime } from '../model/day.js'
import type { AgendaAnswer, AgendaItem, AgendaRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { dayToAct, phaseAt, phaseNow } from '../rules/assess.js'
import { addBusinessDays, addDays } from '../rules/days.js'
import type { Needs } from '../world.js'
import { calendarOf, lookoutOn, seen } from './standing/seen.js'
import { togetherAmong } from './standing/shared-reader.js'
import type { Reached, Together } from './standing/shared-reader.js'
import type { Lookout, Seen, SeenAct } from './standing/seen.js'

export interface DueArgs {
  readonly on?: string
  readonly days?: string
  readonly all?: true
  readonly count?: true
  readonly json?: true
}

/** A standing in its list. */
export interface DueRow extends Seen {
  /** Handles of the others in these lists whose next letter, or call, to the same person is one message with its own. */
  readonly together: readonly string[]
}

/** Every open opportunity in one list; parked and retired ones in `resting`, there only when asked for. */
export interface DueLists {
  readonly asOf: Day
  readonly due: readonly DueRow[]
  readonly upcoming: readonly DueRow[]
  readonly waiting: readonly DueRow[]
  readonly resting?: readonly DueRow[]
  readonly counts: { readonly due: number; readonly silent: number; readonly waiting: number; readonly open: number }
}

/** The same for one screen: the first rows of each list and what is not shown. */
export interface DuePage extends DueLists {
  readonly more: { readonly due: number; readonly upcoming: number; readonly waiting: number; readonly resting: number }
  /** Where counts stop: one that large means this many or more. Infinity where all were counted. */
  readonly countedTo: number
  /** Whom to thank, by handle, where it is more than one. */
  readonly thanks: Readonly<Record<string, readonly string[]>>
  /** On a quiet day, my next day with anything in it, today where it comes later, and what that is; null when there is none. */
  readonly ahead: { readonly on: Day; readonly acts: readonly SeenAct[] } | null
  /** Nothing was ever recorded. */
  readonly empty: boolean
  /** Nothing is due, nobody there waits for a word, and nobody here asked for more: one line will do. */
  readonly quiet: boolean
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** What I own, what they owe and what comes; with `count` only the number of things to do. Complete with `json`, else as much as a screen takes. */
export async function due(world: World, args: DueArgs): Promise<DueLists | DuePage | number> {
  const from = await lookoutOn(world, args.on)
  const horizon = args.days === undefined ? null : addDays(from.asOf, daysOf(args.days))
  const complete = args.json === true || args.all === true
  const rows = args.count ? 0 : horizon === null ? limits.later : limits.counted
  const found = gather(world, from, complete ? null : { rows, most: args.count ? limits.number : limits.counted })
  if (args.count) return found.counts.due
  const inTime = horizon === null ? found : { ...found, upcoming: found.upcoming.filter((one) => one.on <= horizon) }
  const view = { world, from }
  return args.json ? await listsOf(inTime, args, view) : await screenful(inTime, { args, view, all: found.upcoming })
}

/**
 * Rows that a screen shows of what is due, and of what is later, which is half the news, and less of one where more than so many are due; calendar days
 * that it looks ahead; due rows that are judged first, up to how many due rows all are judged so that their count is exact, and where the counts of a
 * screen stop, and that of --count.
 */
const limits = { rows: 20, later: 10, full: 10, laterOfFull: 5, ahead: 14, judged: 21, exact: 40, counted: 100, number: 1000 } as const

/** An opportunity in its list; what is shown of it is worked out only when it is. */
interface Filed extends Reached {
  readonly list: AgendaRow['list']
  readonly rank: number
  /** The day it first fell due, and the day to act; '9999' without one. */
  readonly since: string
  readonly on: string
}

interface Found {
  readonly due: readonly Filed[]
  readonly upcoming: readonly Filed[]
  readonly waiting: readonly Filed[]
  readonly resting: readonly Filed[]
  readonly counts: {
    readonly due: number
    readonly upcoming: number
    readonly waiting: number
    readonly silent: number
    readonly open: number
  }
}

const alone: readonly string[] = []

interface View {
  readonly world: World
  readonly from: Lookout
}

/** How many rows of each list, and where counts stop. */
interface Bounds {
  readonly rows: number
  readonly most: number
}

/** All lists in full without bounds. */
function gather(world: World, from: Lookout, bounds: Bounds | null): Found {
  const view = { world, from }
  if (bounds === null) return filedFrom(everything(view), view).found
  const { found, moved } = filedFrom(beginnings(view, { ...bounds, judged: limits.judged }), view)
  const due = found.counts.due + moved
  if (due <= limits.judged || (moved === 0 && due > limits.exact)) return found
  return filedFrom(beginnings(view, { ...bounds, judged: bounds.most }), view).found
}

function filedFrom(
  { items, counts }: AgendaAnswer,
  { world, from }: View,
): {
  readonly found: Found
  readonly moved: number
} {
  const filed = items.map((item) => file(item, world, from.in(item.row.outlook.zone)))
  const moved = filed.filter((one, index) => one.list !== items[index]?.list).length
  const of = (list: AgendaRow['list'], key: (one: Filed) => string): readonly Filed[] =>
    sorted(
      filed.filter((one) => one.list === list),
      key,
    )
  const found = {
    due: of('due', (one) => `${String(one.rank)} ${one.since}`),
    upcoming: of('upcoming', (one) => one.since),
    waiting: of('waiting', (one) => one.on),
    resting: of('resting', (one) => one.on),
    counts: { ...counts, due: counts.due - moved, upcoming: counts.upcoming + moved },
  }
  return { found, moved }
}

function everything({ world, from }: View): AgendaAnswer {
  return world.store.agenda({ at: from.in, lists: ['due', 'upcoming', 'waiting', 'resting'], totals: true })
}

// Of what is due more is looked at than shown, for some of it may turn out to be still to come: on a day off all of it.
function beginnings({ world, from }: View, { rows, most, judged }: Bounds & { readonly judged: number }): AgendaAnswer {
  const lists = rows === 0 ? (['due'] as const) : (['due', 'upcoming', 'waiting'] as const)
  const later = (due: number): number => (rows === limits.later && due > limits.full ? limits.laterOfFull : rows)
  return world.store.agenda({ at: from.in, lists, limit: (list, due) => (list === 'due' ? judged : later(due)), most, totals: rows > 0 })
}

/** An act that fell due on a day on which it is not done, as on a Saturday, is still to come. */
function file({ list, rank, row }: AgendaItem, world: World, at: LocalTime): Filed {
  const act = phaseAt(row.outlook, at).next
  const today = at.slice(0, 10) as Day
  const on = act ? dayToAct(act, today, calendarOf(row, world)) : '9999'
  return {
    list: list === 'due' && act && on > today ? 'upcoming' : list,
    rank,
    since: act?.since ?? '',
    on,
    reader: act?.contact ?? null,
    row,
  }
}

async function listsOf(found: Found, args: DueArgs, view: View): Promise<DueLists> {
  const { due: owed, silent, waiting, open } = found.counts
  const together = await togetherAmong([found.due, found.upcoming, found.waiting], view)
  const rows = (filed: readonly Filed[]): readonly DueRow[] => standings(filed, view, together)
  return {
    asOf: view.from.asOf,
    due: rows(found.due),
    upcoming: rows(found.upcoming),
    waiting: rows(found.waiting),
    ...(args.all ? { resting: rows(found.resting) } : {}),
    counts: { due: owed, silent, waiting, open },
  }
}

async function screenful(
  found: Found,
  { args, view, all }: { readonly args: DueArgs; readonly view: View; readonly all: readonly Filed[] },
): Promise<DuePage> {
  const rows = args.all ? Infinity : limits.rows
  const later = args.all ? Infinity : args.days === undefined ? limits.later : limits.rows
  const horizon = args.all || args.days !== undefined ? '9999' : addDays(view.from.asOf, limits.ahead)
  const near = found.upcoming.filter((one) => one.on <= horizon)
  const shown = { ...found, due: found.due.slice(0, rows), upcoming: near.slice(0, later), waiting: found.waiting.slice(0, later) }
  const quiet = found.counts.due === 0 && !args.all && args.days === undefined && !near.some((one) => isAsked(one, view))
  const lists = await listsOf(shown, args, view)
  return {
    ...lists,
    upcoming: byDayShown(lists.upcoming),
    more: {
      due: found.counts.due - shown.due.length,
      upcoming: (args.days === undefined ? found.counts.upcoming : found.upcoming.length) - shown.upcoming.length,
      waiting: found.counts.waiting - shown.waiting.length,
      resting: args.all || found.counts.open >= limits.counted ? 0 : restingIn(found),
    },
    countedTo: args.all ? Infinity : limits.counted,
    thanks: await panels(shown.due, view),
    ahead: quiet ? firstDay([...all, ...found.waiting], view) : null,
    empty: found.counts.open === 0 && view.world.store.list({ limit: 1 }).length === 0,
    quiet,
  }
}

/** Of what is open, that which no list of a screen has. */
function restingIn({ counts: { open, due, upcoming, waiting } }: Found): number {
  return Math.max(0, open - due - upcoming - waiting)
}

/** They wait for my answer to their offer, or for a word of mine by the next business day: that is no quiet day, though there is time. */
function isAsked({ row, on }: Filed, { world, from }: View): boolean {
  const now = from.in(row.outlook.zone)
  const { state, next } = phaseAt(row.outlook, now)
  if (state !== 'answered' || next?.step === 'interview') return state === 'offer'
  return on <= addBusinessDays(now.slice(0, 10) as Day, 1, calendarOf(row, world))
}

/** A screen shows what comes by the day on my clock. */
function byDayShown(coming: readonly DueRow[]): readonly DueRow[] {
  const dayOf = ({ next }: Seen): string => next?.atHere?.on ?? next?.on ?? ''
  return [...coming].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

/** Few have a panel to thank, so what it takes to say whom is loaded for those alone. */
async function panels(filed: readonly Filed[], { world, from }: View): Promise<DuePage['thanks']> {
  const several = filed.filter(({ row }) => row.contacts.length > 1 && phaseNow(row.outlook, from).next?.step === 'thank-you')
  if (several.length === 0) return {}
  const { thanksToday } = await import('./standing/thanks.js')
  return Object.fromEntries(several.map(({ row }) => [row.handle, thanksToday(world, row)]))
}

/** The first of my days with anything in it: where their morning is my evening, it is the day before theirs. */
function firstDay(filed: readonly Filed[], { world, from }: View): DuePage['ahead'] {
  const coming = sorted(
    filed.filter(({ on }) => on < '9999'),
    ({ on }) => on,
  )
  const acts = coming.slice(0, limits.rows).flatMap(({ row }) => seen(row, world, from).next ?? [])
  const dayOf = (next: SeenAct): Day => {
    const mine = next.atHere?.on ?? next.window?.here?.on ?? next.on
    return mine >= from.asOf ? mine : next.on
  }
  const [on] = acts.map(dayOf).sort()
  return on === undefined ? null : { on, acts: acts.filter((next) => dayOf(next) === on) }
}

// A standing is nobody else's yet, and to copy each costs more than to add to it.
function standings(filed: readonly Filed[], { world, from }: View, together: Together): readonly DueRow[] {
  return filed.map(({ row }) => Object.assign(seen(row, world, from), { together: together.get(row.handle) ?? alone }))
}

function sorted(filed: readonly Filed[], key: (one: Filed) => string): readonly Filed[] {
  const keyed = filed.map((one) => ({ one, key: `${key(one)} ${one.row.handle}` }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}

function daysOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new Problem('usage', `"${text}" is not a number of days.`, { hint: 'Write a whole number, as in --days 14.', code: 'bad-number' })
}
