import type { Day } from '../model/day.js'
import { Problem } from '../problem.js'
import { phaseAt, phaseNow } from '../rules/assess.js'
import { addBusinessDays, addDays } from '../rules/days.js'
import { gather, limits, sorted } from './due/gather.js'
import type { Filed, Found, View } from './due/gather.js'
import { calendarOf, lookoutOn, seen } from './standing/seen.js'
import { togetherAmong } from './standing/shared-reader.js'
import type { Together } from './standing/shared-reader.js'
import type { Seen, SeenAct } from './standing/seen.js'

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

/** The lists of `due`, and what the person's template made of them. */
export interface DueFormatted extends DueLists {
  readonly formatted: string
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

/** What I own, what they owe and what comes; with `count` only the number of things to do. Complete with `json`, else as much as a screen takes. */
export async function due(world: View['world'], args: DueArgs): Promise<DueLists | DuePage | number> {
  const from = await lookoutOn(world, args.on)
  const horizon = args.days === undefined ? null : addDays(from.asOf, daysOf(args.days))
  const complete = args.json === true || args.all === true
  const rows = args.count ? 0 : horizon === null ? limits.later : limits.counted
  const found = gather({ world, from }, complete ? null : { rows, most: args.count ? limits.number : limits.counted })
  if (args.count) return found.counts.due
  const inTime = horizon === null ? found : { ...found, upcoming: found.upcoming.filter((one) => one.on <= horizon) }
  const view = { world, from }
  return args.json ? await listsOf(inTime, args, view) : await screenful(inTime, { args, view, all: found.upcoming })
}

const alone: readonly string[] = []

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
  const { thanksOn } = await import('./standing/thanks.js')
  return Object.fromEntries(several.map(({ row }) => [row.handle, thanksOn(from, row, world)]))
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

function daysOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (/^\d+$/.test(text))
    throw new Problem('usage', `"${text}" is more days than can be looked ahead.`, { hint: 'The most is --days 9999.', code: 'bad-number' })
  throw new Problem('usage', `"${text}" is not a number of days.`, { hint: 'Write a whole number, as in --days 14.', code: 'bad-number' })
}
