import type { Instant } from '../model/day.js'

/** Which backups may go at an instant: kept are the last 10, the newest of each day for 14 days, and the newest of each month. */
export function expired<B extends { readonly at: Instant }>(backups: readonly B[], at: Instant): readonly B[] {
  const newest = [...backups].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const days = new Set<string>()
  const months = new Set<string>()
  return newest.filter((one, index) => {
    const day = one.at.slice(0, 10)
    const month = one.at.slice(0, 7)
    const isFirstOfDay = !days.has(day)
    const isFirstOfMonth = !months.has(month)
    days.add(day)
    months.add(month)
    const age = (Date.parse(at.slice(0, 10)) - Date.parse(day)) / 86_400_000
    return index >= KEPT && !isFirstOfMonth && !(isFirstOfDay && age < DAYS)
  })
}

const KEPT = 10
const DAYS = 14
