import type { Day } from '../model/day.js'
import { daysBetween, monthName, weekdayName, weekdayOf } from './days.js'

/** A day as it is said aloud, fit for the end of a sentence: 'tomorrow', 'on Tuesday' within six days, else 'on Tuesday 23 March', 'on 2 March'. */
export function spokenDay(day: Day, today: Day): string {
  const away = daysBetween(today, day)
  const near = ({ [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as Readonly<Record<number, string>>)[away]
  if (near !== undefined) return near
  if (Math.abs(away) < 7) return `on ${weekdayName(weekdayOf(day))}`
  const date = `${String(Number(day.slice(8)))} ${monthName(Number(day.slice(5, 7)))}`
  return away > 0
    ? `on ${weekdayName(weekdayOf(day))} ${date}`
    : `on ${date}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`}`
}

/** The beginning of a stretch of hours as it is said: 'soon after ten', 'soon after half past two'. */
export function spokenHour(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const named = (value: number): string => hours[value % 12] ?? ''
  if (minute < 15) return `soon after ${named(hour)}`
  if (minute < 45) return `soon after half past ${named(hour)}`
  return `soon after ${named(hour + 1)}`
}

const hours = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']
