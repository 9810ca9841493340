import { ICAL } from './ical.js'
import type { Shift } from '../model/invite.js'

/** The zone that a calendar object brings along: its name, the IANA name some programs add, and when its clocks shift. */
export interface CarriedZone {
  readonly tzid: string
  readonly location: string | null
  readonly shifts: readonly Shift[]
}

/** Reads a VTIMEZONE from its lines; null where it has no rules that can be followed to the end. Shifts go up to the year 2100. */
export function readZone(lines: readonly string[]): CarriedZone | null {
  const tzid = valueOf(lines, 'TZID')
  if (tzid === null) return null
  const shifts = observancesIn(lines).map(shiftsOf)
  if (shifts.length === 0 || shifts.some((some) => some === null)) return null
  return { tzid, location: valueOf(lines, 'X-LIC-LOCATION'), shifts: shifts.flatMap((some) => some ?? []).sort((a, b) => a.at - b.at) }
}

/** The value of the first such property, unquoted and trimmed. */
export function valueOf(lines: readonly string[], name: string): string | null {
  const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`))
  const value = line?.slice(line.indexOf(':') + 1).trim() ?? ''
  return value === '' ? null : value
}

function observancesIn(lines: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = []
  let inside: string[] | null = null
  for (const line of lines) {
    if (/^BEGIN:(?:STANDARD|DAYLIGHT)$/.test(line)) found.push((inside = []))
    else if (line.startsWith('END:')) inside = null
    else inside?.push(line)
  }
  return found.slice(0, 200)
}

const lastYear = 2100
const mostShifts = 1200

/** Null for what is no rule of a zone: only yearly ones of one month are, so that none goes on without end. */
function shiftsOf(lines: readonly string[]): readonly Shift[] | null {
  const [from, to] = [offsetIn(lines, 'TZOFFSETFROM'), offsetIn(lines, 'TZOFFSETTO')]
  const start = wallIn(valueOf(lines, 'DTSTART'))
  if (from === null || to === null || start === null) return null
  const rule = valueOf(lines, 'RRULE')
  const more = rule === null ? [] : ruled(rule, start, from)
  if (more === null) return null
  const dates = lines
    .filter((one) => /^RDATE[;:]/.test(one))
    .flatMap((one) =>
      one
        .slice(one.indexOf(':') + 1)
        .split(',')
        .slice(0, 500),
    )
  const walls = [start, ...more, ...dates.flatMap((one) => wallIn(one) ?? [])]
  return [...new Set(walls.map(epochOf))].map((at) => ({ at: at - from * 60_000, from, to }))
}

function ruled(text: string, start: ICAL.Time, from: number): readonly ICAL.Time[] | null {
  if (!isSound(text)) return null
  // UNTIL is an instant (RFC 5545 3.8.5.3), the times of the rule are wall times: so it is looked at here.
  const until = /UNTIL=(\d{8}(?:T\d{6})?Z?)/i.exec(text)?.[1]
  const end = until === undefined ? null : wallIn(until.length === 8 ? `${until}T235959` : until)
  const last = end === null ? Infinity : epochOf(end) + (/Z$/i.test(until ?? '') ? from * 60_000 : 0)
  const iterator = ICAL.Recur.fromString(text.replace(/;?UNTIL=[^;]*/i, '').replace(/^;/, '')).iterator(start)
  const found: ICAL.Time[] = []
  for (
    let next = iterator.next() as ICAL.Time | null;
    next && next.year <= lastYear && found.length < mostShifts;
    next = iterator.next() as ICAL.Time | null
  ) {
    if (epochOf(next) > last) break
    found.push(next.clone())
  }
  return found
}

function isSound(text: string): boolean {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  )
  const known = ['FREQ', 'UNTIL', 'COUNT', 'INTERVAL', 'BYMONTH', 'BYDAY', 'BYMONTHDAY', 'WKST']
  const month = Number(parts.get('BYMONTH') ?? '1')
  const dates = (parts.get('BYMONTHDAY') ?? '1').split(',').map(Number)
  return (
    parts.get('FREQ') === 'YEARLY' &&
    [...parts.keys()].every((name) => known.includes(name)) &&
    /^[1-9]\d?$/.test(parts.get('INTERVAL') ?? '1') &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    /^(?:(?:[+-]?[1-4]|-1|)(?:MO|TU|WE|TH|FR|SA|SU))$/.test(parts.get('BYDAY') ?? 'SU') &&
    dates.length <= 31 &&
    dates.every(
      (date) =>
        (Number.isInteger(date) && date !== 0 && Math.abs(date) <= 28) ||
        (date <= 30 && date > 0 && month !== 2) ||
        (date === 31 && [1, 3, 5, 7, 8, 10, 12].includes(month)),
    )
  )
}

function wallIn(text: string | null): ICAL.Time | null {
  const [, year, month, date, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?)?Z?$/i.exec(text?.trim() ?? '') ?? []
  if (year === undefined || Number(year) < 1) return null
  return ICAL.Time.fromDateTimeString(`${year}-${String(month)}-${String(date)}T${hour}:${minute}:${second}`)
}

/** The wall time as if it were UTC, in milliseconds. */
function epochOf({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000
}

/** Minutes east of UTC; seconds, which old rules have, as a fraction. */
function offsetIn(lines: readonly string[], name: string): number | null {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(valueOf(lines, name) ?? '') ?? []
  if (sign === undefined || Number(hours) > 26 || Number(minutes) > 59) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes) + Number(seconds) / 60)
}
