import { ICAL } from './ical.js'
import type { Entry } from '../model/entry.js'

/** The entries as one iCalendar object (RFC 5545), CRLF, folded. */
export function printCalendar(entries: readonly Entry[]): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//followup//followup//EN')
  for (const entry of entries) calendar.addSubcomponent(componentOf(entry))
  return `${calendar.toString()}\r\n`
}

/** What is looked at of an entry that lies somewhere (`facts`: how many facts its opportunity had when it was written); null for what is none. */
export function readEntry(
  text: string,
): { readonly uid: string; readonly facts: number; readonly summary: string; readonly done: boolean } | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text.slice(0, 200_000)) as unknown[])
    const found = calendar.getFirstSubcomponent('vtodo') ?? calendar.getFirstSubcomponent('vevent')
    if (!found) return null
    const word = (name: string): string => String((found.getFirstPropertyValue(name) as { toString(): string } | null) ?? '')
    const done = word('status') === 'COMPLETED' || word('completed') !== '' || word('percent-complete') === '100'
    return { uid: word('uid'), facts: Number(word('x-followup-facts') || word('sequence')) || 0, summary: word('summary'), done }
  } catch {
    return null
  }
}

/** The text of an entry as completed at an instant, all else as it stands. */
export function withCompletion(text: string, at: string): string {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const todo = calendar.getFirstSubcomponent('vtodo') ?? calendar.getFirstSubcomponent('vevent')
  if (todo?.name === 'vtodo') {
    todo.updatePropertyWithValue('status', 'COMPLETED')
    todo.updatePropertyWithValue('completed', timeOf(at))
    todo.updatePropertyWithValue('percent-complete', 100)
    todo.removeAllSubcomponents('valarm')
  }
  return `${calendar.toString()}\r\n`
}

function componentOf({ uid, kind, summary, description, start, end, alarm, sequence, stamp }: Entry): ICAL.Component {
  const isTodo = kind === 'todo'
  const made = new ICAL.Component(isTodo ? 'vtodo' : 'vevent')
  made.addPropertyWithValue('uid', uid)
  made.addPropertyWithValue('dtstamp', timeOf(stamp))
  made.addPropertyWithValue('last-modified', timeOf(stamp))
  made.addPropertyWithValue('x-followup-facts', String(sequence))
  made.addPropertyWithValue('sequence', sequence)
  made.addPropertyWithValue('summary', summary)
  if (description !== '') made.addPropertyWithValue('description', description)
  if (!isTodo || start !== end) made.addPropertyWithValue('dtstart', timeOf(start))
  made.addPropertyWithValue(isTodo ? 'due' : 'dtend', timeOf(end))
  made.addPropertyWithValue('class', 'PRIVATE')
  if (!isTodo) made.addPropertyWithValue('transp', start.length === 10 ? 'TRANSPARENT' : 'OPAQUE')
  if (isTodo) made.addPropertyWithValue('status', 'NEEDS-ACTION')
  made.addSubcomponent(alarmOf(summary, alarm))
  return made
}

function alarmOf(summary: string, at: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', summary)
  alarm.addPropertyWithValue('trigger', timeOf(at))
  return alarm
}

function timeOf(text: string): ICAL.Time {
  return text.length === 10 ? ICAL.Time.fromDateString(text) : ICAL.Time.fromDateTimeString(`${text.slice(0, 19)}Z`)
}
