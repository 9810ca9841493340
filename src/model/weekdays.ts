const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Days of the week, 1 = Monday to 7 = Sunday, ascending, of 'mon-fri', 'mon,wed,fri', 'fri-mon', 'daily'; null for anything else. */
export function readWeekdays(text: string): readonly number[] | null {
  const plain = text.trim().toLowerCase()
  if (plain === 'daily') return [1, 2, 3, 4, 5, 6, 7]
  const days = new Set<number>()
  for (const part of plain.split(/\s*,\s*/)) {
    const [from, to = from, ...more] = part.split(/\s*(?:-|\bto\b)\s*/).map(weekday)
    if (from === undefined || to === undefined || from === 0 || to === 0 || more.length > 0) return null
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day)
      if (day === to) break
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** The same days in short: 'mon-fri', 'mon, wed, fri', 'daily'. */
export function weekdaysText(days: readonly number[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (days.length === 7) return 'daily'
  const inRow = last - first === days.length - 1
  return inRow && days.length > 2 ? `${nameOf(first)}-${nameOf(last)}` : days.map(nameOf).join(', ')
}

function nameOf(day: number): string {
  return names[day - 1] ?? ''
}

// 0 for what is no weekday.
function weekday(word: string): number {
  return /^[a-z]{3,9}$/.test(word) ? names.findIndex((name) => fullNames[name].startsWith(word)) + 1 : 0
}

const fullNames: Readonly<Record<(typeof names)[number], string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
}
