import type { Schedule } from '../model/schedule.js'

/** One line by which a schedule is known again, whatever was written around it; ASCII, without '--', '%' or line ends, so that it fits any comment. */
export function stampOf({ at, days, node, program, words, env }: Schedule): string {
  const text = JSON.stringify({ at, days, node, program, words, env }).replace(/[^ -~]|[%&<>-]/g, escaped)
  return `followup-schedule ${text}`
}

/** The schedule in a stamped text; null when there is no stamp, or somebody changed it. */
export function readStamp(text: string): Schedule | null {
  const found = /followup-schedule (\{.*\})/.exec(text)?.[1]
  if (found === undefined) return null
  try {
    const read: unknown = JSON.parse(found)
    return isSchedule(read) ? read : null
  } catch {
    return null
  }
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function isSchedule(read: unknown): read is Schedule {
  if (typeof read !== 'object' || read === null) return false
  const { at, days, node, program, words, env } = read as Record<string, unknown>
  return (
    typeof at === 'string' &&
    /^\d\d:\d\d$/.test(at) &&
    Array.isArray(days) &&
    days.length > 0 &&
    days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    [node, program].every((path) => typeof path === 'string') &&
    Array.isArray(words) &&
    words.every((word) => typeof word === 'string') &&
    typeof env === 'object' &&
    env !== null &&
    Object.values(env).every((value) => typeof value === 'string')
  )
}
