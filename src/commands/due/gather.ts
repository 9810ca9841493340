import type { Day, LocalTime } from '../../model/day.js'
import type { AgendaAnswer, AgendaItem, AgendaRow } from '../../model/store.js'
import { dayToAct, phaseAt } from '../../rules/assess.js'
import type { Needs } from '../../world.js'
import { calendarOf } from '../standing/seen.js'
import type { Lookout } from '../standing/lookout.js'
import type { Reached } from './together.js'

/** How many rows are shown, judged and counted. */
export const limits = {
  /** Rows of what is due that a screen shows. */
  rows: 20,
  /** Rows of what is later: half the news. */
  later: 10,
  /** Where more than so many are due, less is shown of what is later: */
  full: 10,
  laterOfFull: 5,
  /** Calendar days that a screen looks ahead. */
  ahead: 14,
  /** Due rows that are judged first. */
  judged: 21,
  /** Up to so many due rows all are judged, so that their count is exact. */
  exact: 40,
  /** Where the counts of a screen stop, and that of --count. */
  counted: 100,
  number: 1000,
} as const

/** An opportunity in its list; what is shown of it is worked out only when it is. */
export interface Filed extends Reached {
  readonly list: AgendaRow['list']
  readonly rank: number
  /** The day it first fell due, and the day to act; '9999' without one. */
  readonly since: string
  readonly on: string
}

/** What is open in its lists, each in the order in which it is shown, and how much there is of it. */
export interface Found {
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

/** From where it is looked at. */
export interface View {
  readonly world: Needs<'clock' | 'catalog' | 'settings' | 'store'>
  readonly from: Lookout
}

/** How many rows of each list, and where counts stop. */
interface Bounds {
  readonly rows: number
  readonly most: number
}

/** All lists in full without bounds. */
export function gather(view: View, bounds: Bounds | null): Found {
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
function file({ list, rank, row }: AgendaItem, world: Needs<'catalog'>, at: LocalTime): Filed {
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

/** By a key, and where that is the same by handle. */
export function sorted(filed: readonly Filed[], key: (one: Filed) => string): readonly Filed[] {
  const keyed = filed.map((one) => ({ one, key: `${key(one)} ${one.row.handle}` }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}
