import { printCalendar } from '../formats/ics-out.js'
import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { calendarEntries } from './calendar/entries.js'
import { settleCalendar } from './calendar/settle.js'
import type { Pushed } from './calendar/settle.js'
import type { CallCardWorld } from './call/card.js'
import { oneOf } from './typed/given.js'

export interface CalendarArgs {
  /** A file, or - for standard output. */
  readonly ics?: string
  readonly vdir?: string
  readonly form?: string
}

/** The calendar as text, a file that was written, or a folder that was brought up to date. */
export type CalendarResult =
  { readonly text: string } | { readonly file: string; readonly entries: number } | { readonly folder: string; readonly pushed: Pushed }

/** Writes what I own as to-dos and appointments: to a file, or into a folder with a file for each. */
export async function calendar(world: CallCardWorld & Needs<'calendars'>, { ics, vdir, form }: CalendarArgs): Promise<CalendarResult> {
  if ((ics === undefined) === (vdir === undefined)) {
    throw new Problem('usage', 'Where should the calendar go?', { hint: 'Say one: --ics FILE, or --vdir FOLDER.', code: 'missing' })
  }
  const entries = await calendarEntries(world, form === undefined ? 'todo' : oneOf(form, ['todo', 'event'], '--form'))
  if (ics === '-') return { text: printCalendar(entries) }
  const desk = await world.calendars()
  if (ics !== undefined) {
    desk.save(ics, printCalendar(entries))
    return { file: ics, entries: entries.length }
  }
  const folder = vdir ?? ''
  return { folder, pushed: await settleCalendar(world, desk.folder(folder), entries) }
}
