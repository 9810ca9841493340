import type { SearchResult, SearchRow } from '../commands/search.js'
import { row, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'

/** Where the words were found, an opportunity a row. */
export function searchView({ text, found }: SearchResult, screen: Screen): string {
  if (found.length === 0) return page(paragraph(`Nothing on record says "${text}".`, screen))
  return page(found.flatMap((one) => rowOf(one, screen)))
}

function rowOf({ handle, role, kind, excerpt }: SearchRow, screen: Screen): readonly string[] {
  const where = places[kind] ?? 'the history'
  const words = excerpt.replaceAll(' \u00b7 ', ', ').replaceAll('\u2026', '...')
  if (screen.plain) return [sentences([handle, where, words])]
  return row({ name: handle, act: where, reason: role ?? '', below: words }, screen)
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
