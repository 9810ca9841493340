import { ICAL } from './ical.js'
import { isDay } from '../model/day.js'
import type { Guest, Length, RefusedEvent, WrittenEvent, WrittenEvents, WrittenTime } from '../model/invite.js'
import { calendarsIn, decodedText, icsBounds } from './ics-lines.js'
import type { IcsCalendar } from './ics-lines.js'
import { readZone, valueOf } from './ics-zone.js'
import type { CarriedZone } from './ics-zone.js'

/** The events in the bytes of an iCalendar file (RFC 5545); what cannot be read is named and why. Nothing that repeats is followed, nothing named in it is opened. */
export function readEvents(bytes: Uint8Array): WrittenEvents {
  if (bytes.length > icsBounds.bytes) return nothing(`it is larger than ${String(icsBounds.bytes / 1_000_000)} MB`)
  const calendars = calendarsIn(bytes)
  if (calendars.length === 0) return nothing('there is no calendar in it')
  const events: { event: WrittenEvent; zone: string | null }[] = []
  const refused: RefusedEvent[] = []
  for (const calendar of calendars.slice(0, icsBounds.events)) {
    const setting = settingOf(calendar)
    for (const { lines, whole } of calendar.events.slice(0, icsBounds.events)) {
      const read = whole ? eventIn(lines, setting) : 'the file ends, or goes on too long, before it does'
      if (typeof read === 'string') refused.push({ uid: uidOf(lines), reason: read })
      else events.push({ event: read, zone: setting.zone })
    }
    if (calendar.events.length > icsBounds.events)
      refused.push({ uid: null, reason: `only the first ${String(icsBounds.events)} events are read` })
  }
  return events.length + refused.length === 0 ? nothing('there is no event in it') : { events, refused }
}

function nothing(reason: string): WrittenEvents {
  return { events: [], refused: [{ uid: null, reason }] }
}

/** What holds for all events of a calendar. */
interface Setting {
  readonly method: string
  readonly zone: string | null
  readonly carried: (tzid: string) => CarriedZone | null
}

function settingOf({ lines, zones }: IcsCalendar): Setting {
  const read = new Map<number, CarriedZone | null>()
  const named = zones.map((one) => valueOf(one, 'TZID')?.toLowerCase() ?? null)
  return {
    method: (valueOf(lines, 'METHOD') ?? 'PUBLISH').toUpperCase(),
    zone: valueOf(lines, 'X-WR-TIMEZONE'),
    carried: (tzid) => {
      const at = named.indexOf(tzid.toLowerCase())
      if (at < 0) return null
      if (!read.has(at)) read.set(at, readZone(zones[at] ?? []))
      return read.get(at) ?? null
    },
  }
}

/** The event, or why it cannot be read. */
function eventIn(lines: readonly string[], setting: Setting): WrittenEvent | string {
  const status = (valueOf(lines, 'STATUS') ?? '').toUpperCase()
  const cancelled = setting.method === 'CANCEL' || status === 'CANCELLED'
  const start = timeOf(lines, 'DTSTART', setting)
  if (typeof start === 'string') return start
  if (start === null && !cancelled) return 'it does not say when it begins'
  const end = timeOf(lines, 'DTEND', setting)
  if (typeof end === 'string') return end
  const length = end === null ? lengthOf(lines) : null
  if (typeof length === 'string') return length
  const recurrence = valueOf(lines, 'RECURRENCE-ID')
  const sequence = Number(valueOf(lines, 'SEQUENCE') ?? '0')
  return {
    uid: uidOf(lines),
    recurrence,
    method: setting.method,
    sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0,
    stamp: valueOf(lines, 'DTSTAMP') ?? valueOf(lines, 'LAST-MODIFIED') ?? '',
    cancelled,
    start,
    end: end ?? length,
    wholeDay: /^true$/i.test(valueOf(lines, 'X-MICROSOFT-CDO-ALLDAYEVENT') ?? ''),
    repeats: lines.some((one) => /^R(?:RULE|DATE)[;:]/.test(one)),
    summary: textIn(lines, 'SUMMARY'),
    location: textIn(lines, 'LOCATION'),
    organizer: guestsIn(lines, 'ORGANIZER')[0] ?? null,
    attendees: guestsIn(lines, 'ATTENDEE').slice(0, icsBounds.guests),
  }
}

function uidOf(lines: readonly string[]): string | null {
  const uid = clean(valueOf(lines, 'UID') ?? '').slice(0, 500)
  return uid === '' ? null : uid
}

/** A time, null where none is named, or why it is none. */
function timeOf(lines: readonly string[], name: 'DTSTART' | 'DTEND', { carried }: Setting): WrittenTime | string | null {
  const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`))
  if (line === undefined) return null
  const found = dateTime.exec(line)
  const value = clean(line.slice(line.lastIndexOf(':') + 1)).slice(0, 40)
  if (!found) return `${name} "${value}" is no date`
  const [, year = '', month = '', date = '', hour, minute = '', second = '00', zone] = found
  const day = `${year}-${month}-${date}`
  if (!isDay(day)) return `${name} names ${day}, a day that does not exist`
  if (hour === undefined || /;VALUE="?DATE"?(?:;|$)/i.test(line.slice(0, found.index))) return { kind: 'day', day }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    return `${name} names ${hour}:${minute}:${second}, an hour that does not exist`
  const time = `${hour}:${minute}:${second === '60' ? '59' : second}`
  if (zone !== undefined) return { kind: 'fixed', day, time, offset: offsetOf(zone) }
  const tzid = tzidIn(line.slice(0, found.index))
  const rules = tzid === null ? null : carried(tzid)
  return { kind: 'wall', day, time, tzid, shifts: rules?.shifts ?? null, location: rules?.location ?? null }
}

// RFC 5545 3.3.4 and 3.3.5, and the dashes and colons of ISO 8601 that some write.
const dateTime = /:(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d{1,9})?([Zz]|[+-]\d\d:?\d\d)?)?\s*$/

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** The zone named before the value of a line; one with a colon in it ought to be quoted, and not always is. */
function tzidIn(parameters: string): string | null {
  const found = /;TZID=(?:"([^"]*)"|([^;]*))/i.exec(parameters)
  const tzid = clean(found?.[1] ?? found?.[2] ?? '')
  return tzid === '' ? null : tzid
}

function lengthOf(lines: readonly string[]): Length | string | null {
  const text = valueOf(lines, 'DURATION')
  if (text === null) return null
  if (!/^\+?P(?=.)(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=.)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,8}S)?)?$/i.test(text))
    return `DURATION "${clean(text).slice(0, 40)}" is no length of time`
  const { weeks, days, hours, minutes, seconds } = ICAL.Duration.fromString(text.toUpperCase().replace('+', ''))
  return { days: weeks * 7 + days, seconds: (hours * 60 + minutes) * 60 + seconds }
}

/** The words of a property, without its escapes. */
function textIn(lines: readonly string[], name: string): string {
  const property = parsed(lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`)))
  if (typeof property?.value !== 'string') return ''
  return clean(/quoted-printable/i.test(parameter(property.parameters, 'encoding')) ? ofPrintable(property.value) : property.value).slice(
    0,
    500,
  )
}

/** What vCalendar 1.0 writes of letters that are not ASCII. */
function ofPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return decodedText(Buffer.from(bytes, 'latin1'))
}

/** People named by a property; rooms and things are none. */
function guestsIn(lines: readonly string[], name: string): readonly Guest[] {
  const found = lines.filter((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`)).slice(0, icsBounds.guests * 2)
  const guests = found.flatMap((line) => guestIn(line) ?? [])
  return guests.filter((one, at) => one.email === null || guests.findIndex((other) => other.email === one.email) === at)
}

function guestIn(line: string): Guest | null {
  const property = parsed(line) ?? parsed(line.replace(/;(?:[A-Za-z-]+)(?=[;:])/g, ''))
  if (!property) return null
  const { parameters, value } = property
  if (/^(?:ROOM|RESOURCE)$/i.test(parameter(parameters, 'cutype'))) return null
  const address = [String(value).replace(/^mailto:/i, ''), parameter(parameters, 'email')].map(clean).find((one) => mail.test(one))
  const email = address?.toLowerCase() ?? null
  const name = clean(parameter(parameters, 'cn').replace(/\\([,;\\])/g, '$1'))
    .replace(/^["']+|["']+$/g, '')
    .slice(0, 200)
  return email === null && name === '' ? null : { name: name.toLowerCase() === email ? '' : name, email }
}

const mail = /^[^\s<>@,;"]{1,64}@[^\s<>@,;"]{1,255}$/

function parameter(parameters: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : ''
  return typeof value === 'string' ? value : ''
}

/** A property as ical.js reads it; null for what it cannot read. */
function parsed(line: string | undefined): { readonly parameters: Readonly<Record<string, unknown>>; readonly value: unknown } | null {
  if (line === undefined) return null
  try {
    const [, parameters, , value] = ICAL.parse.property(line, ICAL.design.icalendar) as [string, Record<string, unknown>, string, unknown]
    return { parameters, value }
  } catch {
    return null
  }
}

// Control characters would reach terminals.
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what goes
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}
