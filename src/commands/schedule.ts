import { cronBlock } from '../formats/crontab.js'
import { launchdLabel, launchdPlist } from '../formats/launchd.js'
import { systemdService, systemdTimer, unitName } from '../formats/systemd.js'
import type { Day } from '../model/day.js'
import { ringers } from '../model/schedule.js'
import type { Rhythm, Ringer, Schedule, ScheduleFound } from '../model/schedule.js'
import type { ReminderRun } from '../model/reminders.js'
import { readTimeOfDay } from '../model/time-of-day.js'
import { readWeekdays } from '../model/weekdays.js'
import { Problem } from '../problem.js'
import { localIn } from '../rules/zones.js'
import { nextRing } from '../rules/rhythm.js'
import type { Needs, Schedules } from '../world.js'
import { oneOf } from './typed/given.js'

export interface ScheduleArgs {
  /** status (default), install, remove or print. */
  readonly action?: string
  readonly at?: string
  readonly days?: string
  readonly via?: string
  readonly notify?: true
  readonly command?: string
  readonly mail?: true
}

/** One reminder that stands in a scheduler; `faults` are whole sentences, none when it will work. */
export interface Standing extends Rhythm {
  readonly ringer: Ringer
  readonly where: string
  readonly next: { readonly day: Day; readonly time: string }
  readonly words: readonly string[]
  readonly faults: readonly string[]
}
export interface ScheduleStatus {
  readonly done: 'status' | 'installed' | 'removed'
  readonly standing: readonly Standing[]
  /** Reminders of ours that somebody changed by hand: where they stand. */
  readonly unread: readonly string[]
  /** `here` is when it ran, on my clock. */
  readonly last: (ReminderRun & { readonly here: { readonly day: Day; readonly time: string } }) | null
}
/** What would be written, file by file. */
export interface ScheduleText {
  readonly texts: readonly { readonly name: string; readonly text: string }[]
}

type World = Needs<'clock' | 'store' | 'schedules' | 'heralds'>

/** Puts the daily reminder into the machine's own scheduler, takes it out, or says how it stands. Throws Problem('outside') when the scheduler does not do as told. */
export async function schedule(world: World, args: ScheduleArgs): Promise<ScheduleStatus | ScheduleText> {
  const schedules = await world.schedules()
  const action = args.action ?? 'status'
  if (action === 'print' || action === 'install') {
    const rhythm = { at: timeOf(args.at ?? '8:30'), days: daysOf(args.days ?? 'mon-fri') }
    const ringer = ringerOf(schedules, args)
    const draft = schedules.draft(rhythm, wordsOf(args, ringer))
    if (action === 'print') return textOf(ringer, draft)
    schedules.install(ringer, draft)
    for (const other of schedules.found()) if (other.ringer !== ringer) schedules.remove(other.ringer)
    return statusOf(world, schedules, 'installed')
  }
  if (action === 'remove') {
    const found = schedules.found()
    for (const one of found) schedules.remove(one.ringer)
    return statusOf(world, schedules, found.length > 0 ? 'removed' : 'status')
  }
  return statusOf(world, schedules, 'status')
}

/** The reminders in this machine's schedulers with what is wrong with each. */
export async function standingOf({ clock, heralds }: Pick<World, 'clock' | 'heralds'>, schedules: Schedules): Promise<readonly Standing[]> {
  const noDesktop = (await heralds()).noDesktop()
  return schedules.found().flatMap(({ ringer, where, schedule: one }) => {
    if (!one) return []
    const { at, days, words, node, program } = one
    const faults = [
      ...(schedules.exists(node) ? [] : [`Node is no longer at ${node}.`]),
      ...(schedules.exists(program) ? [] : [`followup is no longer at ${program}.`]),
      ...(words.includes('--notify') && noDesktop !== null ? [noDesktop] : []),
    ]
    return { ringer, where, at, days, words, next: nextRing(one, clock.in(clock.zone)), faults }
  })
}

async function statusOf(world: World, schedules: Schedules, done: ScheduleStatus['done']): Promise<ScheduleStatus> {
  const last = world.store.reminders.last()
  const unread = schedules.found().filter((one: ScheduleFound) => one.schedule === null)
  return {
    done,
    standing: await standingOf(world, schedules),
    unread: unread.map((one) => one.where),
    last: last && { ...last, here: localIn(world.clock.zone, Date.parse(last.at)) },
  }
}

function ringerOf(schedules: Schedules, { via, action }: ScheduleArgs): Ringer {
  if (via !== undefined) return oneOf(via, ringers, '--via')
  const best = schedules.available()[0]
  if (best !== undefined) return best
  if (action === 'print') return 'cron'
  throw new Problem('outside', 'There is no systemd, launchd or cron here that takes a reminder.', {
    hint: 'Install cron, or let what you have run the line that "followup schedule print" shows.',
    code: 'no-scheduler',
  })
}

// Cron mails what is printed; the others would lose it.
function wordsOf({ notify, command, mail }: ScheduleArgs, ringer: Ringer): readonly string[] {
  const shown = notify === true || (command === undefined && mail === undefined && ringer !== 'cron')
  return [...(shown ? ['--notify'] : []), ...(command === undefined ? [] : ['--command', command]), ...(mail ? ['--mail'] : [])]
}

function timeOf(text: string): string {
  const time = readTimeOfDay(text)
  if (time !== null) return time
  throw new Problem('usage', `"${text}" is no time of day.`, { hint: 'Write it as in --at 8:30.', code: 'bad-time' })
}

function daysOf(text: string): readonly number[] {
  const days = readWeekdays(text)
  if (days) return days
  throw new Problem('usage', `"${text}" names no days of the week.`, {
    hint: 'Write them as in --days mon-fri, or mon,wed,fri, or daily.',
    code: 'bad-days',
  })
}

function textOf(ringer: Ringer, one: Schedule): ScheduleText {
  switch (ringer) {
    case 'cron':
      return { texts: [{ name: 'crontab', text: cronBlock(one) }] }
    case 'launchd':
      return { texts: [{ name: `${launchdLabel}.plist`, text: launchdPlist(one) }] }
    case 'systemd':
      return {
        texts: [
          { name: `${unitName}.timer`, text: systemdTimer(one) },
          { name: `${unitName}.service`, text: systemdService(one) },
        ],
      }
  }
}
