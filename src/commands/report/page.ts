import type { Day } from '../../model/day.js'
import type { Ending } from '../../model/opportunity.js'
import type { ToldFact } from '../../model/result.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { gather } from '../due/gather.js'
import type { Filed, View } from '../due/gather.js'
import { endingOf } from '../standing/ending.js'
import { lookout } from '../standing/lookout.js'
import { seen } from '../standing/seen.js'
import type { Seen } from '../standing/seen.js'
import { stats } from '../stats.js'
import type { Stats } from '../stats.js'
import { toldFact } from '../telling/told.js'

/** Rows of one list, and how many more there are. */
export interface Some<One> {
  readonly rows: readonly One[]
  readonly more: number
}

/** What happened in one opportunity, in order. */
export interface Timeline extends Some<ToldFact> {
  readonly handle: string
  readonly company: string
  readonly role: string | null
}

/** How one that is over ended. */
export interface Ended {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  readonly as: Ending
}

/** Everything a page for people tells: where each stands, what happened in those that are open, and the figures. */
export interface ReportPage {
  readonly asOf: Day
  readonly counts: { readonly due: number; readonly silent: number; readonly open: number }
  readonly due: Some<Seen>
  readonly upcoming: Some<Seen>
  readonly waiting: Some<Seen>
  readonly resting: Some<Seen>
  readonly ended: Some<Ended>
  readonly timelines: readonly Timeline[]
  readonly stats: Stats
}

/** The page itself, to be printed, or the file it was written to, and the line that opens it where it is not open. */
export type ReportResult = { readonly page: ReportPage } | { readonly file: string; readonly next: string | null }

/** Rows of a list and records of a timeline: more nobody reads on one page. */
const most = 200

/** Gathers the page; `since` is for the figures alone. */
export async function reportPage(world: Needs<'clock' | 'catalog' | 'settings' | 'store'>, since: string | undefined): Promise<ReportPage> {
  const figures = await stats(world, since === undefined ? {} : { since })
  const view: View = { world, from: lookout(world) }
  const found = gather(view, null)
  const { due, upcoming, waiting, resting } = found
  const shown = [due, upcoming, waiting, resting].flatMap((list) => list.slice(0, most))
  return {
    asOf: view.from.asOf,
    counts: { due: found.counts.due, silent: found.counts.silent, open: found.counts.open },
    due: rowsOf(due, view),
    upcoming: rowsOf(upcoming, view),
    waiting: rowsOf(waiting, view),
    resting: rowsOf(resting, view),
    ended: endedOf(world),
    timelines: shown.slice(0, most).map(({ row }) => timelineOf(row, world)),
    stats: figures,
  }
}

function rowsOf(filed: readonly Filed[], { world, from }: View): Some<Seen> {
  return { rows: filed.slice(0, most).map(({ row }) => seen(row, world, from)), more: Math.max(0, filed.length - most) }
}

function endedOf({ store }: Needs<'store'>): ReportPage['ended'] {
  const rows = store.list({ closed: true, limit: most + 1 })
  const ended = rows.slice(0, most).map(({ id, handle, company, role }) => {
    return { handle, company, role, as: endingOf(store.caseFile(id)) ?? ('rejected' as const) }
  })
  return { rows: ended, more: rows.length - ended.length }
}

function timelineOf({ id, handle, company, role, contacts }: OpportunityRow, { store }: Needs<'store'>): Timeline {
  const names = new Map(contacts.map((one) => [one.id, one.name]))
  const facts = store.caseFile(id)?.facts ?? []
  const rows = facts.slice(-most).map((fact) => toldFact(fact, names))
  return { handle, company, role, rows, more: facts.length - rows.length }
}
