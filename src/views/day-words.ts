import type { Day } from '../model/day.js'
import { dayNumber, weekdayOfNumber } from '../model/day-number.js'
import type { Hours } from '../model/playbook.js'

/** 'Tue 9 Mar', with the year when it is not that of `today`. */
export function shortDay(day: Day, today: Day): string {
  return `${weekdayOf(day).slice(0, 3)} ${dayAndMonth(day, today)}`
}

/** '9 Mar', with the year when it is not that of `today`. */
export function dayAndMonth(day: Day, today: Day): string {
  const { date, month, year } = partsOf(day)
  return `${date} ${month.slice(0, 3)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${year}`}`
}

/** 'Tuesday 9 March 2027'. */
export function longDay(day: Day): string {
  const { date, month, year } = partsOf(day)
  return `${weekdayOf(day)} ${date} ${month} ${year}`
}

/** 'Tue 9 Mar 2027'. */
export function fullDay(day: Day): string {
  const { date, month, year } = partsOf(day)
  return `${weekdayOf(day).slice(0, 3)} ${date} ${month.slice(0, 3)} ${year}`
}

/** A day in a sentence that stands under no title with a year: 'Tue 9 Mar', with the year unless it and the day one looks from, `asOf`, are both of the year of `today`. */
export function sentenceDay(day: Day, { asOf, today }: { readonly asOf: Day; readonly today: Day }): string {
  return asOf.slice(0, 4) === today.slice(0, 4) ? shortDay(day, today) : fullDay(day)
}

/** How the days of one column are written, for pages on which the day is the key: 'Tue  9 Mar', ten columns; all with the year when one is not of that of `today`. */
export function columnOfDays(days: readonly Day[], today: Day): (day: Day) => string {
  const isOneYear = days.every((day) => day.slice(0, 4) === today.slice(0, 4))
  return (day) => {
    const words = isOneYear ? shortDay(day, today) : fullDay(day)
    return words.replace(/ (?=\d )/, '  ')
  }
}

/** 'today', 'yesterday', 'tomorrow', else 'Tue 9 Mar'. */
export function nearDay(day: Day, today: Day): string {
  const away = dayNumber(day) - dayNumber(today)
  if (away === 0) return 'today'
  if (away === -1) return 'yesterday'
  return away === 1 ? 'tomorrow' : shortDay(day, today)
}

/** 'Tuesday'. */
export function weekdayOf(day: Day): string {
  return weekdays[weekdayOfNumber(dayNumber(day))] ?? ''
}

/** The number of a day in its month, '9'. */
export function dateOf(day: Day): string {
  return partsOf(day).date
}

/** '9:00-12:00'. */
export function hoursText({ from, to }: Hours): string {
  return `${clock(from)}-${to === '00:00' ? '24:00' : clock(to)}`
}

/** '9:00' for '09:00'. */
export function clock(time: string): string {
  return time.replace(/^0/, '')
}

/** The text with every day in it, '2027-03-09', as '9 Mar', with the year when it is not that of `today`. */
export function withDays(text: string, today: Day): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (found) => dayAndMonth(found as Day, today))
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function partsOf(day: Day): { readonly date: string; readonly month: string; readonly year: string } {
  return { date: String(Number(day.slice(8))), month: months[Number(day.slice(5, 7)) - 1] ?? '', year: String(Number(day.slice(0, 4))) }
}
