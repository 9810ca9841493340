import { isDay, years } from '../model/day.js'
import type { LocalTime } from '../model/day.js'
import { Problem } from '../problem.js'
import { instantOf, isZone, localIn } from '../rules/zones.js'
import type { LocalClock } from '../rules/zones.js'
import type { Clock } from '../world.js'

/** What a clock is made of: the zone as `zoneOf` found it, and the machine's own reading. */
export interface ClockParts {
  readonly epochMs: number
  readonly zone: string
  /** Minutes east of UTC in `zone`, from something faster than the platform's zone tables; null = ask those. */
  readonly offset: number | null
}

/** The clock of this run, stopped at one moment. */
export function clockOf({ epochMs, zone, offset }: ClockParts): Clock {
  const here = offset === null ? localIn(zone, epochMs) : shifted(epochMs, offset)
  const clocks = new Map([[zone, localTime(here)]])
  return {
    epochMs,
    zone,
    today: here.day,
    moment: { ...here, zone },
    in: (elsewhere) => {
      const shows = clocks.get(elsewhere) ?? localTime(localIn(elsewhere, epochMs))
      clocks.set(elsewhere, shows)
      return shows
    },
  }
}

function localTime({ day, time }: LocalClock): LocalTime {
  return `${day}T${time}` as LocalTime
}

/** The instant that FOLLOWUP_NOW names: ISO with an offset, or without one on the zone's clock. Throws Problem('usage') for anything else. */
export function instantNamed(text: string, zone: string): number {
  const [, day = '', time = '', seconds = '', offset] = ISO.exec(text) ?? []
  const epochMs = offset === undefined ? 0 : Date.parse(text)
  if (!isDay(day) || Number.isNaN(epochMs)) {
    const hint = 'It is a moment such as 2027-03-09T08:31, with an offset (-05:00) or without.'
    throw new Problem('usage', `FOLLOWUP_NOW cannot be "${text}".`, { hint, code: 'clock' })
  }
  const year = Number(day.slice(0, 4))
  if (year < years.first || year > years.last) {
    const hint = `Give a year from ${years.first} to ${years.last}, as in 2027-03-09T08:31.`
    throw new Problem('usage', `FOLLOWUP_NOW is "${text}", and that year is out of reach.`, { hint, code: 'clock' })
  }
  return offset === undefined ? instantOf(day, time, zone).epochMs + Number(seconds || 0) * 1000 : epochMs
}

/** What the machine's own files of zones say. */
export interface ZoneFiles {
  readonly has: (zone: string) => boolean
  /** The zone that a path to such a file names; null when it names none. */
  readonly at: (path: string) => string | null
}

/**
 * The zone that TZ means, by its name or by the path of its file, without the spellings of UTC; null when it is none that the platform knows.
 * The platform is asked only for what is no 'Area/Place' that has a file, for it takes its time.
 */
export function zoneNamed(text: string, files: ZoneFiles): string | null {
  const said = text.replace(/^:/, '')
  const path = said === 'localtime' ? '/etc/localtime' : said
  const name = (path.startsWith('/') ? (files.at(path) ?? '') : path).replace(/^(?:posix|right)\//, '')
  if (/^(?:(?:Etc\/)?(?:UTC|UCT|Zulu|Universal))$/i.test(name)) return 'UTC'
  if (isPlain(name) && files.has(name)) return name
  return /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name) && isZone(name) ? wellWritten(name) : null
}

/** Whether it is written as 'Area/Place': such a TZ the process itself understands, while it takes others for UTC without a word. */
export function isPlain(zone: string): boolean {
  return /^[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_-]+)+$/.test(zone)
}

// The platform takes 'europe/berlin' too, the tables of countries do not.
function wellWritten(zone: string): string {
  return Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase() === zone.toLowerCase()) ?? zone
}

const ISO = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?(Z|[+-]\d\d:\d\d)?$/

function shifted(epochMs: number, offset: number): LocalClock {
  const text = new Date(epochMs + offset * 60_000).toISOString()
  const day = text.slice(0, 10)
  if (!isDay(day))
    throw new Problem('failed', `The clock of this machine says ${text}.`, { hint: 'Set it right, or name a moment with FOLLOWUP_NOW.' })
  return { day, time: text.slice(11, 16), offset }
}
