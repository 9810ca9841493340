import type { Calendar } from '../../model/calendar.js'
import type { Day, LocalTime } from '../../model/day.js'
import type { Hours } from '../../model/playbook.js'
import type { OpportunityRow } from '../../model/store.js'
import { actDay, addDays } from '../../rules/days.js'
import { sharedHours } from '../../rules/shared-hours.js'
import { fairHoursOn, within } from '../../rules/windows.js'
import { calendarOf, hoursHere, myHours } from '../standing/seen.js'
import type { LookingWorld, MyHours, SeenAct } from '../standing/seen.js'

/** Hours to ring in, on their clock; `here` are the same on mine, null where both clocks agree. */
export interface CallHours extends Hours {
  /** Their day. */
  readonly on: Day
  readonly here: MyHours | null
}

/** Where one looks from: their wall clock, their calendar, both zones, the hours in which I can telephone, and when I dialled last ('HH:MM'). */
export interface Lookup {
  readonly at: LocalTime
  readonly calendar: Calendar
  readonly theirs: string
  readonly mine: string
  readonly my: Hours | null
  readonly last: string | null
}

/** Looking from a moment of their clock. */
export function lookupAt(
  world: LookingWorld,
  { row, at, last = null }: { readonly row: OpportunityRow; readonly at: LocalTime; readonly last?: string | null },
): Lookup {
  const { zone } = row.outlook
  return { at, calendar: calendarOf(row, world), theirs: zone, mine: world.clock.zone, my: myHours(world, zone), last }
}

/** The fair hours in which they can be called now; null when the hour is none, or the one in which they were not there last time. */
export function fairNow(from: Lookup, proposed: SeenAct['window']): CallHours | null {
  const today = from.at.slice(0, 10) as Day
  const now = from.at.slice(11)
  if (proposed?.on === today && within(proposed, now)) return { ...proposed, here: hoursHere(proposed, today, from) }
  return hoursOn(today, from).find((one) => within(one, now) && !isLast(one, from)) ?? null
}

/** Whether now is fair, but the hours of the last try. */
export function isSameHour(from: Lookup): boolean {
  return hoursOn(from.at.slice(0, 10) as Day, from).some((one) => within(one, from.at.slice(11)) && isLast(one, from))
}

function isLast(hours: Hours, { last }: Lookup): boolean {
  return last !== null && within(hours, last)
}

/** The next hours to ring in, the first being the proposed ones; at most `count`, on the days from `since`. */
export function comingHours(
  from: Lookup,
  { since, proposed, count }: { since: Day; proposed: SeenAct['window']; count: number },
): readonly CallHours[] {
  const first = proposed ? [{ on: proposed.on, from: proposed.from, to: proposed.to, here: hoursHere(proposed, proposed.on, from) }] : []
  const rest: CallHours[] = []
  const start = actDay(since, from.calendar)
  for (let day = start; rest.length < count && day < addDays(start, mostDays); day = addDays(day, 1))
    rest.push(...restedOn(day, from).filter((one) => `${one.on}T${one.to}` > from.at && !first.some((known) => same(known, one))))
  return [...first, ...rest].slice(0, count).sort((a, b) => (`${a.on}${a.from}` < `${b.on}${b.from}` ? -1 : 1))
}

const mostDays = 21

/** The fair hours of a day without those of the last try, unless there are no others. */
function restedOn(day: Day, from: Lookup): readonly CallHours[] {
  const all = hoursOn(day, from)
  const rested = all.filter((one) => !isLast(one, from))
  return rested.length > 0 ? rested : all
}

function hoursOn(day: Day, from: Lookup): readonly CallHours[] {
  if (actDay(day, from.calendar) !== day) return []
  const { my } = from
  const fair = fairHoursOn({ day, calendar: from.calendar })
  const shared = my === null ? fair : fair.flatMap((one) => sharedHours(one, day, { ...from, my }) ?? [])
  const distinct = shared.filter((one, index) => shared.findIndex((other) => other.from === one.from) === index)
  return distinct.map((one) => ({ ...one, on: day, here: hoursHere(one, day, from) }))
}

function same(a: CallHours, b: CallHours): boolean {
  return a.on === b.on && a.from < b.to && b.from < a.to
}

/** Whether both sides have these hours of their day. */
export function isShared(hours: Hours & { readonly on: Day }, from: Lookup): boolean {
  const { my } = from
  const shared = my === null ? hours : sharedHours(hours, hours.on, { ...from, my })
  return shared !== null && shared.from <= hours.from && hours.from < shared.to
}
