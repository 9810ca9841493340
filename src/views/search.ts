import type { SearchResult, SearchRow } from '../commands/search.js'
import { rows, sentences } from './grids.js'
import type { Row } from './grids.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'

/** Where the words were found, an opportunity a row. */
export function searchView({ text, found }: SearchResult, screen: Screen): string {
  if (found.length === 0) return page(paragraph(`Nothing on record says "${text}".`, screen))
  const parts = found.map(rowOf)
  return page(screen.plain ? parts.map(({ name, act, below = '' }) => sentences([name, act, below])) : rows(parts, screen))
}

function rowOf({ handle, role, kind, excerpt }: SearchRow): Row {
  const where = places[kind] ?? 'the history'
  const words = excerpt.replaceAll(' \u00b7 ', ', ').replaceAll('\u2026', '...')
  return { name: handle, act: where, reason: role ?? '', below: words }
}

const places: Readonly<Partial<Record<SearchRow['kind'], string>>> = {
  name: 'names',
  prepared: 'made ready',
  noted: 'a note',
  drafted: 'a letter, not sent',
  debriefed: 'a look back',
  promised: 'their words',
  arrived: 'a mail',
  sent: 'a letter',
  called: 'a call',
  offered: 'the offer',
}
