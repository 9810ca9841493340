import { isDay } from '../model/day.js'
import type { Day } from '../model/day.js'
import { Problem } from '../problem.js'

/** A person's own list: days off to add to their country's, with names, and days to take away from it. */
export interface OwnHolidays {
  readonly add: ReadonlyMap<Day, string>
  readonly remove: ReadonlySet<Day>
}

/**
 * Reads `holidays.txt` ('YYYY-MM-DD name' a line, '#' comments, a leading '-' removes the day) or `holidays.ics` (whole-day events).
 * Throws Problem('usage') naming file and line of the first line that is neither.
 */
export function readOwnHolidays(text: string, fileName: string): OwnHolidays {
  return /\.ics$/i.test(fileName) ? readCalendarFile(text) : readList(text, fileName)
}

function readList(text: string, fileName: string): OwnHolidays {
  const add = new Map<Day, string>()
  const remove = new Set<Day>()
  for (const [index, raw] of lines(text).entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim()
    if (line === '') continue
    const [, minus, written = '', name = ''] = /^(-?)\s*(\S+)\s*(.*)$/.exec(line) ?? []
    if (!isDay(written)) throw unreadable(fileName, index + 1, line)
    if (minus === '-') remove.add(written)
    else add.set(written, name === '' ? 'day off' : name)
  }
  return { add, remove }
}

/** Longest event that is believed; a longer one is taken for a mistake and cut there. */
const MOST_DAYS = 60

function readCalendarFile(text: string): OwnHolidays {
  const add = new Map<Day, string>()
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  for (const [, body = ''] of unfolded.matchAll(/^BEGIN:VEVENT\r?$([\s\S]*?)^END:VEVENT/gm)) {
    const from = wholeDay(body, 'DTSTART')
    if (from === null) continue
    const to = wholeDay(body, 'DTEND')
    const name =
      /^SUMMARY(?:;[^:\r\n]*)?:(.*?)\r?$/m
        .exec(body)?.[1]
        ?.replace(/\\([,;\\])/g, '$1')
        .replace(/\\n/gi, ' ')
        .trim() ?? ''
    for (const day of spanned(from, to)) add.set(day, name === '' ? 'day off' : name)
  }
  return { add, remove: new Set() }
}

function wholeDay(body: string, property: string): Day | null {
  const found = new RegExp(`^${property}(?:;[^:\\r\\n]*)?:(\\d{4})(\\d\\d)(\\d\\d)\\r?$`, 'm').exec(body)
  const text = found ? found.slice(1, 4).join('-') : ''
  return isDay(text) ? text : null
}

// DTEND of a whole-day event is the day after its last (RFC 5545, 3.6.1).
function spanned(from: Day, to: Day | null): Day[] {
  const start = Date.parse(`${from}T00:00:00Z`)
  const count = to === null ? 1 : Math.max(1, Math.round((Date.parse(`${to}T00:00:00Z`) - start) / 86_400_000))
  return Array.from({ length: Math.min(count, MOST_DAYS) }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10) as Day)
}

function lines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/)
}

function unreadable(fileName: string, line: number, text: string): Problem {
  return new Problem('usage', `${fileName}, line ${String(line)}, is not a day off: "${text.slice(0, 60)}".`, {
    hint: 'Write "2026-12-28 office closed", or "-2026-10-12" to take a day away.',
    code: 'own-holidays',
  })
}
