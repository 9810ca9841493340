import { fromWindows1252 } from './windows-1252.js'

/** How much of a file of events is looked at. */
export const icsBounds = { bytes: 5_000_000, line: 20_000, depth: 8, events: 1000, guests: 200, lines: 2000, zones: 100 } as const

/** One calendar object, taken apart: whole property lines, unfolded. */
export interface IcsCalendar {
  /** Of the calendar itself: METHOD and the like. */
  readonly lines: readonly string[]
  /** Of each VTIMEZONE, with its inner BEGIN and END. */
  readonly zones: readonly (readonly string[])[]
  readonly events: readonly IcsEventLines[]
}

/** The lines of one VEVENT, without what lies inside it; `whole` is false where the file ends before it does, or it is longer than any event. */
export interface IcsEventLines {
  readonly lines: readonly string[]
  readonly whole: boolean
}

/** The calendar objects in a file, whatever its line ends, its encoding, and what stands around them; lines that are no property of use are left out. */
export function calendarsIn(bytes: Uint8Array): readonly IcsCalendar[] {
  const taker = takeApart()
  for (const line of textOf(bytes).split(/\r\n|\n|\r/)) if (line.length <= icsBounds.line) taker.take(line)
  return taker.end()
}

// What an invite is read for; the rest (descriptions, attachments, alarms) is never even parsed.
const wanted = new Set(
  (
    'UID SEQUENCE DTSTAMP LAST-MODIFIED DTSTART DTEND DURATION SUMMARY STATUS ORGANIZER ATTENDEE RECURRENCE-ID RRULE RDATE LOCATION ' +
    'METHOD X-WR-TIMEZONE TZID TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION X-MICROSOFT-CDO-ALLDAYEVENT'
  ).split(' '),
)

interface Taker {
  readonly take: (line: string) => void
  readonly end: () => readonly IcsCalendar[]
}

interface Draft {
  readonly lines: string[]
  readonly zones: string[][]
  readonly events: { lines: string[]; whole: boolean }[]
}

function takeApart(): Taker {
  const calendars: Draft[] = []
  const open: string[] = []
  let place: string[] | null = null
  const begin = (name: string, line: string): void => {
    open.push(name)
    const calendar = calendars.at(-1)
    if (name === 'VCALENDAR') calendars.push({ lines: [], zones: [], events: [] })
    else if (calendar && name === 'VEVENT') calendar.events.push({ lines: [], whole: false })
    else if (calendar && name === 'VTIMEZONE') calendar.zones.push([])
    else if (open.at(-2) === 'VTIMEZONE') place?.push(line)
    place = placeIn(calendars.at(-1), open)
  }
  const end = (name: string, line: string): void => {
    if (!open.includes(name)) return
    const event = name === 'VEVENT' ? calendars.at(-1)?.events.at(-1) : undefined
    if (event) event.whole = event.lines.length <= icsBounds.lines
    while (open.pop() !== name);
    place = placeIn(calendars.at(-1), open)
    if (open.at(-1) === 'VTIMEZONE') place?.push(line)
  }
  return {
    take: (line) => {
      const [, name = '', rest = ''] = /^\s{0,3}([A-Za-z][A-Za-z0-9-]{0,40})([;:].*)$/s.exec(line) ?? []
      const property = name.toUpperCase()
      if (property === 'BEGIN') begin(rest.slice(1).trim().toUpperCase(), line.trim().toUpperCase())
      else if (property === 'END') end(rest.slice(1).trim().toUpperCase(), line.trim().toUpperCase())
      else if (place && wanted.has(property) && place.length <= icsBounds.lines) place.push(property + rest)
    },
    end: () => calendars,
  }
}

/** Where a property goes that stands here; null for what is not read. */
function placeIn(calendar: Draft | undefined, open: readonly string[]): string[] | null {
  if (!calendar || open.length > icsBounds.depth) return null
  const [inner, outer] = [open.at(-1), open.at(-2)]
  if (inner === 'VCALENDAR') return calendar.lines
  if (inner === 'VEVENT') return calendar.events.length > icsBounds.events ? null : (calendar.events.at(-1)?.lines ?? null)
  if (calendar.zones.length > icsBounds.zones) return null
  return inner === 'VTIMEZONE' || outer === 'VTIMEZONE' ? (calendar.zones.at(-1) ?? null) : null
}

/** The text, unfolded: a fold may lie within a letter of several bytes, so it is taken out before those are read. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return unfolded(new TextDecoder('utf-16le').decode(bytes))
  if (first === 0xfe && second === 0xff) return unfolded(new TextDecoder('utf-16be').decode(bytes))
  const raw = asBytes(bytes)
  const plain = Buffer.from(unfolded(withoutTransfer(raw)), 'latin1')
  return decodedText(plain)
    .replaceAll('\0', '')
    .replace(/^\uFEFF/, '')
}

function asBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function unfolded(text: string): string {
  return text.replace(/(?:\r{0,2}\n|\r)[ \t]/g, '')
}

/** Bytes as text: UTF-8 where they are, else Windows-1252. */
export function decodedText(plain: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return fromWindows1252(plain)
  }
}

// A line that ends with '=' and goes on in one that is neither a property nor folded.
const softBreak = /^(?:SUMMARY|ORGANIZER|ATTENDEE|UID)[;:][^\r\n]{1,400}=\r{0,2}\n(?![A-Z][A-Z-]{0,40}[;:]|[ \t\r\n])/im

/** What is left of a mail's transfer encoding, where a part was saved as it travelled (RFC 2045 6.7, 6.8). */
function withoutTransfer(raw: string): string {
  if (
    /^(?:DTSTART|DTEND|ORGANIZER|ATTENDEE)[^\r\n]{0,2000}=3D/im.test(raw) ||
    /^BEGIN:VCALENDAR=(?:0D=0A|\r{0,2}$)/im.test(raw) ||
    softBreak.test(raw)
  )
    return raw
      .replace(/=[ \t]{0,3}\r{0,2}\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  const body = /^\s{0,9}(?:[\w-]{1,60}:[^\n]{0,300}\n|[ \t][^\n]{0,300}\n){0,50}\s{0,9}(QkVHSU46VkNBTEVOREFS[A-Za-z0-9+/=\s]+)/.exec(
    raw,
  )?.[1]
  return body === undefined ? raw : Buffer.from(body, 'base64').toString('latin1')
}
