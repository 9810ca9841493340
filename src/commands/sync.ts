import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { calendarEntries } from './calendar-entries.js'
import { settleCalendar } from './calendar-settle.js'
import type { Pushed } from './calendar-settle.js'
import type { CallCardWorld } from './call-card.js'
import { oneOf } from './given.js'

export interface SyncArgs {
  readonly calendar?: true
  readonly form?: string
}

/** What a sync did, part by part; null = that part was not asked for. */
export interface Synced {
  readonly calendar: Pushed | null
}

/** Brings the calendar on a server up to date. Throws Problem('usage') when nothing was asked for, Problem('outside') when the server does not do as told. */
export async function sync(world: CallCardWorld & Needs<'calendars'>, args: SyncArgs): Promise<Synced> {
  if (!args.calendar) throw new Problem('usage', 'What should be synced?', { hint: 'followup sync --calendar', code: 'missing' })
  const form = args.form === undefined ? 'todo' : oneOf(args.form, ['todo', 'event'], '--form')
  const shelf = await (await world.calendars()).server()
  return { calendar: await settleCalendar(world, shelf, await calendarEntries(world, form)) }
}
