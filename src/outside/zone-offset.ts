import { statSync } from 'node:fs'
import { tzOffset as byFormatting } from '@date-fns/tz/tzOffset'

/**
 * Minutes east of UTC in a zone at an instant, as `tzOffset` of @date-fns/tz tells, which the build replaces by this: NaN for an unknown zone.
 * It asks the same tables of the platform through the process's own zone, for the first use of Intl costs 17 ms, and this 0.3.
 */
export function tzOffset(zone: string, date: Date): number {
  const epochMs = date.getTime()
  if (!(epochMs >= wholeMinutesSince) || !isQuick(zone)) return byFormatting(zone, date)
  const number = Math.floor(epochMs / spanMs)
  const spans = spansOf(zone)
  const span = spans.get(number) ?? lookedUp(zone, number, spans)
  return epochMs < span.changes ? span.before : span.after
}

/** Six days of a zone: its offset until the clocks change, and from then on. */
interface Span {
  readonly before: number
  /** Infinity where they do not change. */
  readonly changes: number
  readonly after: number
}

// Since 1980 no zone has changed its clocks twice within less than seven days (Boa Vista in October 2000).
const spanMs = 6 * 86_400_000
// Clocks change at a full minute (in St John's once at one past midnight).
const minuteMs = 60_000
// From 1980 on every zone is whole minutes from UTC.
const wholeMinutesSince = Date.UTC(1980, 0, 1)

const seen = new Map<string, Map<number, Span>>()
const quick = new Map<string, boolean>()

function spansOf(zone: string): Map<number, Span> {
  const known = seen.get(zone)
  if (known) return known
  const made = new Map<number, Span>()
  seen.set(zone, made)
  return made
}

// The process takes an unknown zone for UTC without a word, and some short names for something else: only what has a file and a slash is sure.
function isQuick(zone: string): boolean {
  const known = quick.get(zone)
  if (known !== undefined) return known
  const sure =
    /^[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]+)+$/.test(zone) &&
    statSync(`/usr/share/zoneinfo/${zone}`, { throwIfNoEntry: false })?.isFile() === true
  quick.set(zone, sure)
  return sure
}

// The spans beside it are kept too, for they are asked for next, and to change the process's zone takes its time.
function lookedUp(zone: string, number: number, spans: Map<number, Span>): Span {
  const own = process.env['TZ']
  process.env['TZ'] = zone
  try {
    const found = spanHere(number)
    spans.set(number, found)
    for (const near of [number - 1, number + 1]) if (!spans.has(near)) spans.set(near, spanHere(near))
    return found
  } finally {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  }
}

function spanHere(number: number): Span {
  const start = number * spanMs
  const end = start + spanMs
  const before = offsetHere(start)
  const after = offsetHere(end)
  return { before, changes: before === after ? Infinity : changeBetween(start, end, before), after }
}

// The first minute with another offset than the start's.
function changeBetween(start: number, end: number, before: number): number {
  let [same, other] = [start, end]
  while (other - same > minuteMs) {
    const middle = same + Math.floor((other - same) / 2 / minuteMs) * minuteMs
    if (offsetHere(middle) === before) same = middle
    else other = middle
  }
  return other
}

function offsetHere(epochMs: number): number {
  return 0 - new Date(epochMs).getTimezoneOffset()
}
