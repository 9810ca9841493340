import type { Calendar } from '../../model/calendar.js'
import type { Day, LocalTime } from '../../model/day.js'
import type { Hours } from '../../model/playbook.js'
import type { Act, NextAct, Standing } from '../../model/standing.js'
import type { OpportunityRow } from '../../model/store.js'
import { assess, hoursToAct } from '../../rules/assess.js'
import type { Viewpoint } from '../../rules/assess.js'
import { commonHours, sharedHours } from '../../rules/shared-hours.js'
import { instantOf, localIn } from '../../rules/zones.js'
import type { LocalClock } from '../../rules/zones.js'
import type { Needs } from '../../world.js'
import { lookout } from './lookout.js'
import type { Lookout } from './lookout.js'

/** A stretch of hours on my clock; `on` is my day at its start. */
export interface MyHours extends Hours {
  readonly on: Day
}

/** A next act with its hours on both clocks, those of the next day once today's are over; `here` is null where my clock shows the same. */
export interface SeenAct extends NextAct {
  /** `on` is the contact's day. */
  readonly window: (Hours & { readonly on: Day; readonly zone: string; readonly here: MyHours | null }) | null
  /** An appointment (`at`) on my clock; null without one, or where my clock shows the same. */
  readonly atHere: { readonly on: Day; readonly time: string } | null
  /** The time that was agreed for a call, on my clock, once it is an hour ago; null before it, or where none was agreed. */
  readonly missed: { readonly on: Day; readonly time: string } | null
}

/** A standing as every looking verb shows it. */
export interface Seen extends Standing {
  readonly next: SeenAct | null
}

/** Hours of one of the contact's days, on their clock. */
export type DayHours = Hours & { readonly on: Day }

/** Whose clocks are compared: IANA names. */
interface Zones {
  readonly theirs: string
  readonly mine: string
}

/** What looking needs of the world. */
export type LookingWorld = Needs<'clock' | 'catalog' | 'settings'>

/** Now, or with `on` a day; few name one, so what it takes to read it is loaded for those alone. Throws Problem('usage') for what is no day. */
export async function lookoutOn(world: LookingWorld, on: string | undefined): Promise<Lookout> {
  return on === undefined ? lookout(world) : (await import('./named-day.js')).lookoutOfDay(world, on)
}

/** The standing of one opportunity from a lookout. */
export function seen(row: OpportunityRow, world: LookingWorld, from: Lookout): Seen {
  const { zone, country } = row.outlook
  const view = { at: from.in(zone), calendar: world.catalog.calendar(country) }
  const zones = { theirs: zone, mine: world.clock.zone }
  return assess(row, view, (next, act) =>
    seenAct(next, { hours: hoursFor(act, view, { world, zone }), missed: missedHour(act, view.at, zones), zones }),
  )
}

/** The calendar of an opportunity's days. */
export function calendarOf(row: OpportunityRow, world: Needs<'catalog'>): Calendar {
  return world.catalog.calendar(row.outlook.country)
}

/** Hours of a day in their zone on my clock; null where my clock shows the same. */
export function hoursHere(hours: Hours, on: Day, zones: Zones): MyHours | null {
  const from = timeHere(hours.from, on, zones)
  const to = timeHere(hours.to, on, zones)
  return from && to ? { on: from.on, from: from.time, to: to.time } : null
}

/** The hours in which I can telephone, on my clock: mine, else for another zone a waking day; null where any of theirs will do. */
export function myHours({ settings, clock }: LookingWorld, zone: string): Hours | null {
  const own = settings['my-hours']
  return own === null ? awakeHours(clock.zone, zone) : { from: own.slice(0, 5), to: own.slice(6) }
}

/** The hours in which I am up, on my clock; null where their clock is mine, too. */
function awakeHours(mine: string, theirs: string): Hours | null {
  return theirs === mine ? null : wakingDay
}
const wakingDay: Hours = { from: '07:00', to: '22:00' }

/**
 * The hours to act in from a moment on: of a call within the hours in which I can telephone, of a letter within those in which I am up, where both sides
 * have any in common.
 */
export function hoursFor(
  act: Act,
  view: Viewpoint,
  { world, zone }: { readonly world: LookingWorld; readonly zone: string },
): DayHours | null {
  const isCall = act.step === 'call'
  const my = isCall ? myHours(world, zone) : awakeHours(world.clock.zone, zone)
  if (my === null) return hoursToAct(act, view)
  const sides = { theirs: zone, mine: world.clock.zone, my, calendar: view.calendar, last: act.dialled ?? null }
  const common = isCall ? sharedHours : commonHours
  return hoursToAct(act, view, (hours, on) => common(hours, on, sides) ?? hours)
}

function missedHour(act: Act, at: LocalTime, zones: Zones): SeenAct['missed'] {
  if (act.step !== 'call' || act.at === null || at < `${act.since}T${anHourAfter(act.at)}`) return null
  return timeHere(act.at, act.since, zones) ?? { on: act.since, time: act.at }
}

function anHourAfter(time: string): string {
  return `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`
}

// Written out, for lists make one for every row, and a spread takes longer.
function seenAct(
  { step, channel, on, since, at, attempt, of, contact }: NextAct,
  { hours, missed, zones }: { readonly hours: DayHours | null; readonly missed: SeenAct['missed']; readonly zones: Zones },
): SeenAct {
  const window = hours && { from: hours.from, to: hours.to, on: hours.on, zone: zones.theirs, here: hoursHere(hours, hours.on, zones) }
  return { step, channel, on, since, at, attempt, of, contact, window, atHere: at === null ? null : timeHere(at, on, zones), missed }
}

function timeHere(time: string, on: Day, { theirs, mine }: Zones): HereTime | null {
  if (theirs === mine) return null
  const key = `${on} ${time} ${theirs} ${mine}`
  const here = shown.get(key) ?? hereOf(localIn(mine, instantOf(on, time, theirs).epochMs))
  shown.set(key, here)
  return here.on === on && here.time === time ? null : here
}

// Many of the rows of a page have the same hours.
const shown = new Map<string, HereTime>()

type HereTime = NonNullable<SeenAct['atHere']>

function hereOf({ day, time }: LocalClock): HereTime {
  return { on: day, time }
}
