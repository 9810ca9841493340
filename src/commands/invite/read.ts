import { zoneCandidates } from '../../formats/zone-names.js'
import { readEvents } from '../../formats/ics-in.js'
import type { Day } from '../../model/day.js'
import type { Invite, RefusedEvent, WrittenEvent, WrittenTime } from '../../model/invite.js'
import { clockOfOffset, clockOfShifts, clockOfZone, dayLater, utcText } from '../../rules/invite-times.js'
import type { WallClock } from '../../rules/invite-times.js'

/** The events of a file, worked out, and those that cannot be. */
export interface Invites {
  readonly events: readonly Invite[]
  readonly refused: readonly RefusedEvent[]
}

/** How zones are told: mine, for times that name none, and who is asked about a name nobody knows (null = nobody can say). */
export interface ZoneSense {
  readonly mine: string
  readonly ask: (tzid: string) => Promise<string | null>
}

/** Reads a file of events: of several versions of one event the latest stands, and what cannot be read is named with its reason. */
export async function readInvites(bytes: Uint8Array, zones: ZoneSense): Promise<Invites> {
  const { events: written, refused } = readEvents(bytes)
  const known = new Map<string, string | null>()
  const ask = async (tzid: string): Promise<string | null> => {
    if (!known.has(tzid)) known.set(tzid, await zones.ask(tzid))
    return known.get(tzid) ?? null
  }
  const events: Invite[] = []
  const more: RefusedEvent[] = []
  for (const { event, zone } of latest(written)) {
    const read = await worked(event, { mine: calendarZone(zone) ?? zones.mine, ask })
    if (typeof read === 'string') more.push({ uid: event.uid, reason: read })
    else events.push(read)
  }
  return { events, refused: [...refused, ...more] }
}

type Written = readonly { readonly event: WrittenEvent; readonly zone: string | null }[]

// RFC 5546 2.1.5: the highest SEQUENCE, then the latest DTSTAMP.
function latest(written: Written): Written {
  const best = new Map<string, number>()
  written.forEach(({ event }, at) => {
    const key = event.uid === null ? `none ${String(at)}` : JSON.stringify([event.uid, event.recurrence])
    const before = written[best.get(key) ?? -1]?.event
    if (!before || event.sequence > before.sequence || (event.sequence === before.sequence && event.stamp >= before.stamp))
      best.set(key, at)
  })
  const kept = new Set(best.values())
  return written.filter((_, at) => kept.has(at))
}

function calendarZone(name: string | null): string | null {
  return name === null ? null : (zoneCandidates(name).find((one) => clockOfZone(one)) ?? null)
}

/** An event with its times as instants, or why they cannot be known. */
async function worked(event: WrittenEvent, zones: ZoneSense): Promise<Invite | string> {
  const { start, end, wholeDay } = event
  const said = untimed(event)
  if (start === null) return said
  if (start.kind === 'day') return wholeDays(said, start.day, end)
  const place = await placeOf(start, zones)
  if (typeof place === 'string') return place
  const began = place.clock(start.day, secondsOf(start.time))
  const ended = await endOf(event, { place, began, zones })
  if (typeof ended === 'string') return ended
  if (wholeDay && isMidnight(start) && end !== null && 'kind' in end && isMidnight(end))
    return wholeDays(said, start.day, { kind: 'day', day: end.day })
  if (ended < began) return 'it ends before it begins'
  const [from, to] = [utcText(began), utcText(ended)]
  return from === null || to === null ? 'it lies outside the years that can be told' : { ...said, start: from, end: to, zone: place.zone }
}

function untimed({
  uid,
  sequence,
  cancelled,
  summary,
  organizer,
  attendees,
  location,
  method,
  recurrence,
  repeats,
  stamp,
}: WrittenEvent): Invite {
  const when = { start: null, end: null, zone: null, allDay: false }
  return { uid, ...when, sequence, cancelled, summary, organizer, attendees, location, method, recurrence, repeats, stamp }
}

function isMidnight(time: WrittenTime): time is Exclude<WrittenTime, { readonly kind: 'day' }> {
  return time.kind !== 'day' && time.time === '00:00:00'
}

function wholeDays(said: Invite, day: Day, end: WrittenEvent['end']): Invite | string {
  const named = end !== null && 'kind' in end ? end.day : null
  const days = end !== null && 'days' in end ? end.days : 1
  if (named !== null && named < day) return 'it ends before it begins'
  const last = named !== null && named > day ? named : dayLater(day, Math.max(days, 1))
  return last === null ? 'it lies outside the years that can be told' : { ...said, start: day, end: last, zone: null, allDay: true }
}

interface PlaceInTime {
  readonly zone: string
  readonly clock: WallClock
}

/** Whose clock a time is on: the rules the invite brings along, else what its zone's name says, else what somebody says. */
async function placeOf(time: Exclude<WrittenTime, { readonly kind: 'day' }>, { mine, ask }: ZoneSense): Promise<PlaceInTime | string> {
  if (time.kind === 'fixed') return { zone: 'UTC', clock: clockOfOffset(time.offset) }
  const { tzid, shifts, location } = time
  const names = tzid === null ? [mine] : [...zoneCandidates(tzid), ...(location === null ? [] : zoneCandidates(location))]
  const known = names.find((one) => clockOfZone(one))
  if (shifts !== null && shifts.length > 0) return { zone: known ?? tzid ?? mine, clock: clockOfShifts(shifts) }
  const zone = known ?? (tzid === null ? null : await ask(tzid))
  const clock = zone === null ? null : clockOfZone(zone)
  return zone === null || clock === null ? `its time zone "${tzid ?? mine}" is not known` : { zone, clock }
}

async function endOf(
  { end, start }: WrittenEvent,
  { place, began, zones }: { readonly place: PlaceInTime; readonly began: number; readonly zones: ZoneSense },
): Promise<number | string> {
  if (end === null || start === null || start.kind === 'day') return began
  if (!('kind' in end)) {
    const day = dayLater(start.day, end.days)
    if (day === null) return 'it lies outside the years that can be told'
    return (end.days === 0 ? began : place.clock(day, secondsOf(start.time))) + end.seconds * 1000
  }
  if (end.kind === 'day') return began
  const there = await placeOf(end, zones)
  return typeof there === 'string' ? there : there.clock(end.day, secondsOf(end.time))
}

function secondsOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60 + Number(time.slice(6, 8))
}
