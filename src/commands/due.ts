import type { Day } from '../model/day.js'
import type { AgendaItem, AgendaRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { addDays } from '../rules/days.js'
import type { Needs } from '../world.js'
import { lookout, seen } from './seen.js'
import type { Lookout, Seen } from './seen.js'

export interface DueArgs {
  readonly on?: string
  readonly days?: string
  readonly all?: true
  readonly count?: true
  readonly json?: true
}

/** Every open opportunity in one list; parked and retired ones in `resting`, there only when asked for. */
export interface DueLists {
  readonly asOf: Day
  readonly due: readonly Seen[]
  readonly upcoming: readonly Seen[]
  readonly waiting: readonly Seen[]
  readonly resting?: readonly Seen[]
  readonly counts: { readonly due: number; readonly silent: number; readonly waiting: number; readonly open: number }
}

/** The same for one screen: the first rows of each list and what is not shown. */
export interface DuePage extends DueLists {
  readonly more: { readonly due: number; readonly upcoming: number; readonly waiting: number }
  /** The next day with anything in it; null when there is none. */
  readonly ahead: Day | null
  /** Nothing was ever recorded. */
  readonly empty: boolean
  /** Nothing is due and nobody asked for more: one line will do. */
  readonly quiet: boolean
}

type World = Needs<'clock' | 'catalog' | 'store'>

/** What I own, what they owe and what comes; with `count` only the number of things to do. Complete with `json`, else as much as a screen takes. */
export async function due(world: World, args: DueArgs): Promise<DueLists | DuePage | number> {
  const from = lookout(world, args.on)
  const horizon = args.days === undefined ? null : addDays(from.asOf, daysOf(args.days))
  const complete = args.json === true || args.all === true
  const found = gather(world, from, complete)
  if (args.count) return found.counts.due
  const inTime = (one: Filed): boolean => horizon === null || onOf(one) <= horizon
  const lists = {
    asOf: from.asOf,
    due: standings(found.due),
    upcoming: standings(found.upcoming.filter(inTime)),
    waiting: standings(found.waiting),
    ...(args.all ? { resting: standings(found.resting) } : {}),
    counts: { due: found.counts.due, silent: found.counts.silent, waiting: found.counts.waiting, open: found.counts.open },
  }
  return args.json ? lists : screenful(world, { lists, found, args })
}

/** Rows of a list that a screen shows, calendar days that it looks ahead, and rows that are judged to count exactly. */
const limits = { rows: 20, ahead: 14, judged: 250 } as const

interface Filed {
  readonly list: AgendaRow['list']
  readonly rank: number
  readonly standing: Seen
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

function gather(world: World, from: Lookout, complete: boolean): Found {
  const at = new Map(world.store.zones().map((zone) => [zone, from.in(zone)]))
  const lists: readonly AgendaRow['list'][] = ['due', 'upcoming', 'waiting', ...(complete ? ['resting' as const] : [])]
  const answer = world.store.agenda({ at, lists, ...(complete ? {} : { limit: limits.judged }) })
  const capped = !complete && Object.values(answer.counts).some((count) => count > limits.judged)
  const counts = capped ? world.store.agenda({ at, lists: [] }).counts : answer.counts
  const filed = answer.items.map((item) => file(item, world, from))
  const moved = filed.filter((one, index) => one.list !== answer.items[index]?.list).length
  const of = (list: AgendaRow['list'], key: (one: Filed) => string): readonly Filed[] =>
    sorted(
      filed.filter((one) => one.list === list),
      key,
    )
  return {
    due: of('due', (one) => `${String(one.rank)} ${one.standing.next?.since ?? ''}`),
    upcoming: of('upcoming', (one) => one.standing.next?.since ?? ''),
    waiting: of('waiting', (one) => onOf(one)),
    resting: of('resting', (one) => onOf(one)),
    counts: { ...counts, due: counts.due - moved, upcoming: counts.upcoming + moved },
  }
}

/** An act that fell due on a day on which it is not done, as on a Saturday, is still to come. */
function file(item: AgendaItem, world: World, from: Lookout): Filed {
  const standing = seen(item.row, world, from)
  const theirDay = from.in(item.row.outlook.zone).slice(0, 10)
  const early = item.list === 'due' && standing.next !== null && standing.next.on > theirDay
  return { list: early ? 'upcoming' : item.list, rank: item.rank, standing }
}

function screenful(
  world: World,
  { lists, found, args }: { readonly lists: DueLists; readonly found: Found; readonly args: DueArgs },
): DuePage {
  const rows = args.all ? Infinity : limits.rows
  const horizon = args.all || args.days !== undefined ? null : addDays(lists.asOf, limits.ahead)
  const near = horizon === null ? lists.upcoming : lists.upcoming.filter((one) => (one.next?.on ?? '') <= horizon)
  const shown = { due: lists.due.slice(0, rows), upcoming: near.slice(0, rows), waiting: lists.waiting.slice(0, rows) }
  const days = [...found.upcoming, ...found.waiting].flatMap(({ standing }) => standing.next?.on ?? []).sort()
  return {
    ...lists,
    ...shown,
    more: {
      due: found.counts.due - shown.due.length,
      upcoming: args.days === undefined ? found.counts.upcoming - shown.upcoming.length : lists.upcoming.length - shown.upcoming.length,
      waiting: found.counts.waiting - shown.waiting.length,
    },
    ahead: days[0] ?? null,
    empty: found.counts.open === 0 && world.store.list({ limit: 1 }).length === 0,
    quiet: found.counts.due === 0 && !args.all && args.days === undefined,
  }
}

function standings(filed: readonly Filed[]): readonly Seen[] {
  return filed.map((one) => one.standing)
}

function onOf(one: Filed): string {
  return one.standing.next?.on ?? '9999'
}

function sorted(filed: readonly Filed[], key: (one: Filed) => string): readonly Filed[] {
  const keyed = filed.map((one) => ({ one, key: `${key(one)} ${one.standing.handle}` }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}

function daysOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new Problem('usage', `"${text}" is not a number of days.`, { hint: 'Write a whole number, as in --days 14.', code: 'bad-number' })
}
