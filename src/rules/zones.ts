import { tzOffset } from '@date-fns/tz/tzOffset'
import type { Day, Moment } from '../model/day.js'
import type { ZoneTable } from '../model/zones.js'
import { dayNumber, dayOf } from '../model/day-number.js'

/** What the wall clock and calendar show: 'HH:MM', and minutes east of UTC. */
export interface LocalClock {
  readonly day: Day
  readonly time: string
  readonly offset: number
}

/** Whether the platform knows the zone by exactly this name; offsets such as '+02:00' are no zones. */
export function isZone(name: string): boolean {
  return name === 'UTC' || (/^[A-Za-z]/.test(name) && !Number.isNaN(tzOffset(name, new Date(0))) && !/[+-]\d\d/.test(name))
}

/** The wall clock in a zone at an instant; throws an Error for an unknown zone. */
export function localIn(zone: string, epochMs: number): LocalClock {
  const offset = offsetAt(zone, epochMs)
  const minutes = Math.floor(epochMs / MINUTE) + offset
  const number = Math.floor(minutes / 1440)
  return { day: dayOf(number), time: timeText(minutes - number * 1440), offset }
}

/**
 * The instant of a wall time ('HH:MM') in a zone. A time that the clocks skip moves on by what they skip (02:30 to 03:30),
 * of one that they show twice the first is taken. Throws an Error for an unknown zone.
 */
export function instantOf(day: Day, time: string, zone: string): { readonly epochMs: number; readonly offset: number } {
  const wall = (dayNumber(day) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE
  const before = offsetAt(zone, wall - DAY)
  const after = offsetAt(zone, wall + DAY)
  // Mostly no clock changes near by, and `due` asks for every row.
  const usual = wall - before * MINUTE
  if (before === after && offsetAt(zone, usual) === before) return { epochMs: usual, offset: before }
  const fits = [before, after].map((offset) => wall - offset * MINUTE).filter((at, i) => offsetAt(zone, at) === [before, after][i])
  const epochMs = fits.length > 0 ? Math.min(...fits) : wall - before * MINUTE
  return { epochMs, offset: offsetAt(zone, epochMs) }
}

/** The moment, to the minute, that an ISO instant with an offset or Z is in a zone; throws an Error when it is neither. */
export function momentAt(instant: string, zone: string): Moment {
  const epochMs = Date.parse(instant)
  if (Number.isNaN(epochMs) || !/(?:Z|[+-]\d\d:\d\d)$/i.test(instant)) throw new Error(`not an instant: ${JSON.stringify(instant)}`)
  const { day, time, offset } = localIn(zone, epochMs)
  return { day, time, zone, offset }
}

/** The moment of a wall time in a zone, or of a whole day when the time is null; skipped and doubled times as in instantOf. */
export function momentOn(day: Day, time: string | null, zone: string): Moment {
  const { epochMs, offset } = instantOf(day, time ?? '12:00', zone)
  if (time === null) return { day, time, zone, offset }
  return { ...localIn(zone, epochMs), zone }
}

/** The zone that a person means by a zone's name or its city, in any capitals ('chicago', 'new york', 'utc'); null when there is none. */
export function knownZone(text: string, table: ZoneTable): string | null {
  const wanted = folded(text)
  if (wanted === '') return null
  const current = Object.keys(table.zones)
  const named = current.find((name) => folded(name) === wanted)
  if (named !== undefined) return named
  const former = Object.keys(table.links)
  const renamed = former.find((name) => folded(name) === wanted)
  if (renamed !== undefined) return table.links[renamed] ?? null
  const place = current.find((name) => city(name) === wanted)
  if (place !== undefined) return place
  const link = former.find((name) => name.includes('/') && city(name) === wanted)
  return link === undefined ? null : (table.links[link] ?? null)
}

const MINUTE = 60_000
const DAY = 86_400_000

function offsetAt(zone: string, epochMs: number): number {
  if (zone === 'UTC') return 0
  const offset = tzOffset(zone, new Date(epochMs))
  if (Number.isNaN(offset)) throw new Error(`no such time zone: ${JSON.stringify(zone)}`)
  return Math.round(offset)
}

function timeText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes - hours * 60
  return `${hours < 10 ? '0' : ''}${String(hours)}:${rest < 10 ? '0' : ''}${String(rest)}`
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_.]+/g, ' ')
}

function city(zone: string): string {
  return folded(zone.slice(zone.lastIndexOf('/') + 1))
}
