import type { Day, Instant, LocalTime } from '../model/day.js'
import type { Ending } from '../model/opportunity.js'
import type { AgendaItem, AgendaRow, OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { dayToAct, phaseAt } from '../rules/assess.js'
import type { Needs } from '../world.js'
import { endingOf } from './standing/ending.js'
import { lookout } from './standing/lookout.js'
import { calendarOf, seen } from './standing/seen.js'
import type { Lookout } from './standing/lookout.js'
import type { Seen } from './standing/seen.js'
import { togetherAmong } from './standing/shared-reader.js'

export interface ListArgs {
  readonly state?: readonly string[]
  readonly tag?: string
  readonly sort?: string
  readonly columns?: string
  readonly all?: true
  readonly closed?: true
  readonly json?: true
}

/** A standing with what lists are sorted and filtered by. */
export interface Listed extends Seen {
  readonly tags: readonly string[]
  readonly priority: number | null
  readonly opened: Instant
}

/** What a list can show of each opportunity. */
export const listColumns = [
  'handle',
  'company',
  'role',
  'state',
  'next',
  'on',
  'since',
  'silent',
  'contact',
  'priority',
  'tags',
  'opened',
] as const
export type ListColumn = (typeof listColumns)[number]

/** A list for one screen; `columns` null = the usual ones, `more` = rows not shown, which `isMore` says are that many or more. */
export interface ListPage {
  readonly asOf: Day
  readonly rows: readonly Listed[]
  readonly columns: readonly ListColumn[] | null
  readonly more: number
  readonly isMore: boolean
  /** How those that are over ended, by handle, where that was said; else they said no. */
  readonly ended: Readonly<Record<string, Ending>>
  /** Those that are over, where nothing else is there to list. */
  readonly closed: number
}

type World = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** A row of the JSON; `together` has the handles of others in the list whose next letter or call to the same person is one message with its own. */
export interface ListedWhole extends Listed {
  readonly together: readonly string[]
}

/** Opportunities, open ones unless asked for more; with `json` all of them as a list, else as many as a person reads. */
export async function list(world: World, args: ListArgs): Promise<readonly ListedWhole[] | ListPage> {
  const from = lookout(world)
  const columns = args.columns === undefined ? null : columnsOf(args.columns)
  const by = orders[args.sort ?? 'next']
  if (!by)
    throw new Problem('usage', `A list cannot be sorted by "${args.sort ?? ''}".`, {
      hint: `It can by: ${Object.keys(orders).join(', ')}.`,
      code: 'unknown-order',
    })
  const all = rowsOf(world, args, from)
  const found = all.map((row) => listed(row, world, from))
  const wanted = found.filter((one) => !args.state || args.state.includes(one.state))
  const rows = isUsual(args) ? wanted : keyed(wanted, by)
  if (args.json) return whole(rows, all, { world, from })
  const shown = args.all ? rows : rows.slice(0, mostRows)
  const total = totalOf(world, args, rows.length)
  return {
    ...{ asOf: from.asOf, rows: shown, columns, more: total - shown.length },
    isMore: isUsual(args) && total >= counted,
    ended: endingsOf(world, shown),
    closed: rows.length === 0 && isUsual(args) ? world.store.list({ closed: true }).length : 0,
  }
}

async function whole(
  rows: readonly Listed[],
  all: readonly OpportunityRow[],
  view: { readonly world: World; readonly from: Lookout },
): Promise<readonly ListedWhole[]> {
  const shown = new Set(rows.map((one) => one.handle))
  const reached = all
    .filter((row) => shown.has(row.handle))
    .map((row) => ({ row, reader: phaseAt(row.outlook, view.from.in(row.outlook.zone)).next?.contact ?? null }))
  const together = await togetherAmong([reached], view)
  return rows.map((one) => Object.assign(one, { together: together.get(one.handle) ?? [] }))
}

function endingsOf({ store }: World, rows: readonly Listed[]): Readonly<Record<string, Ending>> {
  const closed = rows.filter((one) => one.state === 'closed')
  return Object.fromEntries(
    closed.flatMap(({ handle }) => {
      const [row] = store.match(handle)
      const as = row ? endingOf(store.caseFile(row.id)) : null
      return as === null ? [] : [[handle, as]]
    }),
  )
}

/** Rows of the usual list, and where their count stops. */
const mostRows = 50
const counted = 1000

/** The usual list comes from the agenda, soonest first, and costs what the rows shown cost; anything else reads them all, in any order. */
function rowsOf(world: World, args: ListArgs, from: Lookout): readonly OpportunityRow[] {
  const { store } = world
  if (!isUsual(args))
    return store.list({
      ...(args.all || args.closed || args.state?.includes('closed') ? {} : { closed: false }),
      ...(args.closed && !args.all ? { closed: true } : {}),
      ...(args.tag === undefined ? {} : { tag: args.tag }),
    })
  const clocks: LocalTime[] = []
  const at = (zone: string): LocalTime => {
    const now = from.in(zone)
    clocks.push(now)
    return now
  }
  const first = (lists: readonly AgendaRow['list'][]): readonly Dated[] =>
    dated(store.agenda({ at, lists, limit: mostRows, most: 0 }).items, world, from)
  const due = first(['due'])
  const earliest = clocks.sort()[0]?.slice(0, 10) ?? ''
  // Nothing that is still to come has a day as early as these.
  if (due.length === mostRows && due.every(({ on }) => on <= earliest)) return soonest(due)
  const others = first(['upcoming', 'waiting', 'resting'])
  // Between the two looks another process may have moved one from list to list.
  const known = new Set(due.map(({ row }) => row.id))
  return soonest([...due, ...others.filter(({ row }) => !known.has(row.id))])
}

/** A row with the day of its next act; '9999' without one. */
interface Dated {
  readonly row: OpportunityRow
  readonly on: string
}

function dated(items: readonly AgendaItem[], world: World, from: Lookout): readonly Dated[] {
  return items.map(({ row }) => {
    const now = from.in(row.outlook.zone)
    const act = phaseAt(row.outlook, now).next
    return { row, on: act ? dayToAct(act, now.slice(0, 10) as Day, calendarOf(row, world)) : '9999' }
  })
}

/** The rows that a screen takes, picked by no more than the day of their next act. */
function soonest(rows: readonly Dated[]): readonly OpportunityRow[] {
  const sorted = [...rows].sort((a, b) => compare(a.on, b.on) || compare(a.row.handle, b.row.handle))
  return sorted.slice(0, mostRows).map(({ row }) => row)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isUsual({ state, tag, sort, all, closed, json }: ListArgs): boolean {
  return !state && tag === undefined && (sort === undefined || sort === 'next') && !all && !closed && !json
}

function totalOf(world: World, args: ListArgs, found: number): number {
  return isUsual(args) && found >= mostRows ? world.store.countOpen(counted) : found
}

function listed(row: OpportunityRow, world: World, from: Lookout): Listed {
  return Object.assign(seen(row, world, from), { tags: row.tags, priority: row.priority, opened: row.opened })
}

/** Sort keys; equal ones are in order of handle. */
const orders: Readonly<Record<string, (one: Listed) => string>> = {
  next: (one) => one.next?.on ?? '9999',
  handle: () => '',
  company: (one) => one.company.toLowerCase(),
  silent: (one) => one.silentSince ?? '9999',
  priority: (one) => String(one.priority ?? 9),
  opened: (one) => one.opened,
}

function keyed(rows: readonly Listed[], by: (one: Listed) => string): readonly Listed[] {
  const keys = rows.map((one) => ({ one, key: by(one) }))
  return keys.sort((a, b) => compare(a.key, b.key) || compare(a.one.handle, b.one.handle)).map(({ one }) => one)
}

function columnsOf(text: string): readonly ListColumn[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  const hint = `There are: ${listColumns.join(', ')}.`
  if (words.length === 0) throw new Problem('usage', '--columns names no column.', { hint, code: 'unknown-column' })
  return words.map((word) => {
    const column = listColumns.find((one) => one === word)
    if (!column) throw new Problem('usage', `There is no column "${word}".`, { hint, code: 'unknown-column' })
    return column
  })
}
