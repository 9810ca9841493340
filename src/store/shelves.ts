import type { AgendaRow } from '../model/store.js'

/** The `until` of what does not end by itself. */
export const forever = '9999'

/** Where the index keeps rows of a list that their key's day ends. */
export const listShelves = { upcoming: 10, waiting: 11, resting: 12 } as const

/** The first shelf after those of what is due for good, which are its ranks. */
export const ranks = 10

/** The shelf of all rows that the other shelves' searches could miss. */
export const restShelf = 20

/** The shelf on which a search finds the row without walking over rows of other days. */
export function shelfOf(row: AgendaRow): number {
  if (row.list === 'due') {
    const lasts = row.until === forever && row.key <= row.from && row.rank >= 0 && row.rank < ranks
    return lasts ? row.rank : restShelf
  }
  return endsWithKey(row) ? listShelves[row.list] : restShelf
}

// True when at any moment before `until` the key is later than that moment's day.
function endsWithKey({ key, until }: AgendaRow): boolean {
  const lastDay = until.slice(0, 10)
  return until.length > 10 ? key > lastDay : key >= until
}
