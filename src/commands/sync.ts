import { Problem } from '../problem.js'
import type { Needs } from '../world.js'
import { calendarEntries } from './calendar/entries.js'
import { settleCalendar } from './calendar/settle.js'
import type { Pushed } from './calendar/settle.js'
import type { CallCardWorld } from './call/card.js'
import { oneOf, refuseFlag } from './typed/given.js'
import type { IntakeWorld } from './mail/intake.js'
import { syncMail } from './mail/sync.js'
import type { MailSynced, SyncMailArgs } from './mail/sync.js'

export interface SyncArgs extends SyncMailArgs {
  readonly calendar?: true
  readonly mail?: true
  readonly form?: string
}

/** What a sync did, part by part; null = that part was not asked for. */
export interface Synced {
  readonly mail: MailSynced | null
  readonly calendar: Pushed | null
}

type SyncWorld = CallCardWorld & IntakeWorld & Needs<'calendars' | 'mailIn'>

/** Reads the mailbox, then brings the calendar on a server up to date. Throws Problem('usage') when nothing was asked for, Problem('outside') when a server does not do as told. */
export async function sync(world: SyncWorld, args: SyncArgs): Promise<Synced> {
  if (!args.calendar && !args.mail)
    throw new Problem('usage', 'What should be synced?', { hint: 'followup sync --mail, or --calendar, or both', code: 'missing' })
  if (!args.mail) {
    refuseFlag(args.since, '--since goes with --mail.', 'followup sync --mail --since 2027-03-01')
    refuseFlag(args.dryRun, '--dry-run goes with --mail.', 'followup sync --mail --dry-run')
  }
  const mail = args.mail ? await syncMail(world, args) : null
  return { mail, calendar: args.calendar && !args.dryRun ? await pushed(world, args.form) : null }
}

async function pushed(world: SyncWorld, form: string | undefined): Promise<Pushed> {
  const kind = form === undefined ? 'todo' : oneOf(form, ['todo', 'event'], '--form')
  const shelf = await (await world.calendars()).server()
  return settleCalendar(world, shelf, await calendarEntries(world, kind))
}
