import type { Calendar } from '../model/calendar.js'
import type { Day, Moment } from '../model/day.js'
import { dayNumber } from '../model/day-number.js'
import { halfUnsaid, unknownDay, unknownTime } from './day-problems.js'
import { plainWords } from './day-words.js'
import { exactDate } from './exact-date.js'
import { readDay } from './day.js'
import { localIn, momentAt, momentOn } from '../rules/zones.js'

/** What a moment is read against. */
export interface MomentContext {
  readonly now: { readonly day: Day; readonly time: string; readonly zone: string; readonly epochMs: number }
  readonly calendar: Calendar
  readonly toward: 'future' | 'past'
  /** In which the words are meant and the answer is given; IANA name. */
  readonly zone: string
}

/**
 * Reads when something happened: all that readDay reads (a whole day), the same with a time ('tue 14:00', '9 mar 3pm'), a time alone (today),
 * 'now', and ISO times, with an offset (turned into the zone) or without (meant in the zone). Skipped and doubled times as in instantOf.
 * Throws Problem('usage') for anything else.
 */
export function readMoment(text: string, context: MomentContext): Moment {
  const words = hours(plainWords(text), text)
  const here = nowIn(context)
  if (/^(?:right |just )?now$/.test(words)) return here
  const iso = ISO_TIME.exec(words)
  if (iso) return isoMoment(iso, context.zone)
  const { rest: said, time } = timeIn(words)
  const rest = /\d\.\d{1,2}\.\s*$/.test(text) ? `${said}.` : said
  if (rest === '' && time === null) throw unknownDay(text.trim())
  const day =
    rest === '' || rest === 'today' ? here.day : readDay(rest, { today: here.day, calendar: context.calendar, toward: context.toward })
  return momentOn(day, time, context.zone)
}

/** An hour with a stop in it as one with a colon: '3.15pm', 'at 9.30', 'today 14.00'; alone it may be a date, and with a stop at its end it is one. */
function hours(words: string, text: string): string {
  const half = words.replace(/\b(\d{1,2})\.([0-5]\d)(?= ?[ap]\.?m\b)/, '$1:$2')
  return /\d\.\s*$/.test(text) ? half : half.replace(HOUR_BEHIND, '$1:$2')
}

const HOUR_BEHIND = /(?<=\S )(?<!\b(?:on|by|before|until|till|for|the) )([01]?\d|2[0-3])\.([0-5]\d)$/

const ISO_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:t| )(\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)? ?(z|[+-]\d\d:?\d\d)?$/

// In my own zone the clock was read already: no need of zone data.
function nowIn({ now, zone }: MomentContext): Moment {
  if (zone !== now.zone) return { ...localIn(zone, now.epochMs), zone }
  const wall = dayNumber(now.day) * 1440 + Number(now.time.slice(0, 2)) * 60 + Number(now.time.slice(3, 5))
  return { day: now.day, time: now.time, zone, offset: wall - Math.floor(now.epochMs / 60_000) }
}

function isoMoment([, year = '', month = '', date = '', time = '', offset]: readonly (string | undefined)[], zone: string): Moment {
  const day = exactDate(Number(year), Number(month), Number(date))
  const wall = clockTime(time)
  if (offset === undefined) return momentOn(day, wall, zone)
  const written = offset === 'z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  if (written !== 'Z' && !/^.(?:0\d|1[0-4]):[0-5]\d$/.test(written)) throw unknownTime(time + offset)
  return momentAt(`${day}T${wall}:00${written}`, zone)
}

interface TimeIn {
  /** The words without the time. */
  readonly rest: string
  /** 'HH:MM', or null when there is none. */
  readonly time: string | null
}

function timeIn(words: string): TimeIn {
  const found = TIME.exec(words)
  if (found === null) return { rest: words, time: null }
  const all = found[0]
  const written = found[1] ?? found[3] ?? ''
  const half = found[2] ?? found[4] ?? ''
  const rest = `${words.slice(0, found.index)} ${words.slice(found.index + all.length)}`
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
  if (found[5] !== undefined) return { rest, time: '12:00' }
  if (found[6] !== undefined) return { rest, time: wholeHour(Number(found[6])) }
  return { rest, time: clockTime(written, half) }
}

const TIME =
  /(?:^|,? )(?:at |@ ?)?(?:(\d{1,2}:\d\d)(?::\d\d)?(?: ?([ap])\.?m\.?)?|(\d{1,2}) ?([ap])\.?m\.?|(noon)|(?<=\bat |@ ?)(\d{1,2}))(?=$|[ ,])/

/** 'HH:00' of an hour that was said by itself ('at 10'); one that could be in the night is asked again. */
function wholeHour(hour: number): string {
  if (hour > 0 && hour < earliest) throw halfUnsaid(hour)
  return clockTime(`${String(hour)}:00`)
}
const earliest = 7

/** 'HH:MM' from '9:05', '15:00' or '3', with 'a' or 'p' for the half of the day; throws Problem('usage') when there is no such time. */
function clockTime(written: string, half = ''): string {
  const [hours = 0, minutes = 0] = written.split(':').map(Number)
  const fits = half === '' ? hours <= 23 : hours >= 1 && hours <= 12
  if (!fits || minutes > 59) throw unknownTime(half === '' ? written : `${written}${half}m`)
  const hour = half === '' ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
