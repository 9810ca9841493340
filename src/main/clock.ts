import { isDay } from '../model/day.js'
import type { LocalTime } from '../model/day.js'
import { Problem } from '../problem.js'
import { instantOf, isZone, localIn } from '../rules/zones.js'
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
  return {
    epochMs,
    zone,
    today: here.day,
    moment: { ...here, zone },
    in: (elsewhere) => {
      const there = elsewhere === zone ? here : localIn(elsewhere, epochMs)
      return `${there.day}T${there.time}` as LocalTime
    },
  }
}

/** The instant that FOLLOWUP_NOW names: ISO with an offset, or without one on the zone's clock. Throws Problem('usage') for anything else. */
export function instantNamed(text: string, zone: string): number {
  const [, day = '', time = '', seconds = '', offset] = ISO.exec(text) ?? []
  const epochMs = offset === undefined ? 0 : Date.parse(text)
  if (!isDay(day) || Number.isNaN(epochMs)) {
    const hint = 'It is a moment such as 2027-03-09T08:31, with an offset (-05:00) or without.'
    throw new Problem('usage', `FOLLOWUP_NOW cannot be "${text}".`, { hint, code: 'clock' })
  }
  return offset === undefined ? instantOf(day, time, zone).epochMs + Number(seconds || 0) * 1000 : epochMs
}

/** A zone's name without the spellings of UTC; null when it is no zone. `isListed` says for sure of the zones the machine has files for. */
export function zoneNamed(text: string, isListed: (zone: string) => boolean): string | null {
  const name = text.replace(/^:/, '')
  if (/^(?:(?:Etc\/)?(?:UTC|UCT|Zulu|Universal))$/i.test(name)) return 'UTC'
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return null
  return isListed(name) || isZone(name) ? name : null
}

const ISO = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?(Z|[+-]\d\d:\d\d)?$/

function shifted(epochMs: number, offset: number): ReturnType<typeof localIn> {
  const text = new Date(epochMs + offset * 60_000).toISOString()
  const day = text.slice(0, 10)
  if (!isDay(day))
    throw new Problem('failed', `The clock of this machine says ${text}.`, { hint: 'Set it right, or name a moment with FOLLOWUP_NOW.' })
  return { day, time: text.slice(11, 16), offset }
}
