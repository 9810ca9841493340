import type { ListColumn, Listed, ListPage } from '../commands/list.js'
import type { Day } from '../model/day.js'
import type { Ending } from '../model/opportunity.js'
import { nearDay, shortDay } from './day-words.js'
import { capital, rows as rowsOf, sentences } from './grids.js'
import type { Row } from './grids.js'
import { columnsOf, fitted, isNarrow, padded, page, paragraph, widthOf } from './layout.js'
import {
  actPhrase,
  besideHandle,
  comingWords,
  hoursAfterToday,
  isAgreedCall,
  rowPhrase,
  sinceWords,
  stillWords,
  withReasons,
} from './phrases.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'
import { endingWords, stateWords } from '../model/vocabulary.js'

/** One line an opportunity. */
export function listView(result: ListPage | readonly Listed[], screen: Screen): string {
  if (!('rows' in result)) return ''
  const { rows, columns, more, isMore } = result
  if (rows.length === 0) return page(paragraph(nothing(result.closed), screen))
  const lines = columns ? table(result, columns, screen) : usual(result, screen)
  return page([
    ...lines,
    ...(more > 0
      ? ['', ...paragraph(`And ${more}${isMore ? '+' : ''} more; "followup list --all" shows every one, closed ones too.`, screen)]
      : []),
  ])
}

function nothing(closed: number): string {
  if (closed === 0) return 'Nothing to list.'
  return `Nothing is open; ${closed === 1 ? 'one is' : `${String(closed)} are`} closed: followup list --closed`
}

function usual({ rows, asOf, ended }: ListPage, screen: Screen): readonly string[] {
  const parts = rows.map((one) =>
    one.state === 'closed' ? closedParts(one, { asOf, as: ended[one.handle] ?? 'rejected' }) : partsOf(one, asOf),
  )
  if (screen.plain)
    return parts.map(({ name, act, reason, below = '' }) => sentences([name, capital(act), capital(reason), capital(below)]))
  return rowsOf(parts, screen)
}

/** How it ended; a door that is kept open has an act beside it. */
function closedParts(one: Listed, { asOf, as }: { readonly asOf: Day; readonly as: Ending }): Row {
  const act = one.next ? `closed; ${rowPhrase(withReasons(one.next, one), asOf)}` : stateWords.closed
  return { ...partsOf(one, asOf), act: besideHandle(one, act), reason: endingWords[as] }
}

function partsOf(one: Listed, asOf: Day): Row {
  const waits = one.court === 'theirs' && !isAgreedCall(one)
  const act = waits ? 'their move' : one.next ? rowPhrase(withReasons(one.next, one), asOf) : stillWords(one)
  const due = one.next !== null && one.next.on <= asOf
  return {
    name: one.handle,
    act: besideHandle(one, act),
    reason: one.court === 'theirs' || !due ? comingWords(one, asOf) : sinceWords(one, asOf),
    below: due && one.court !== 'theirs' ? hoursAfterToday(one.next, asOf) : '',
  }
}

/** Columns as wide as their texts; when that is too much, the widest give way first. */
function table({ rows, asOf }: ListPage, columns: readonly ListColumn[], screen: Screen): readonly string[] {
  const cells = rows.map((one) => columns.map((column) => safe(cellOf(one, column, asOf))))
  if (screen.plain) return cells.map((texts) => sentences(texts))
  if (isNarrow(screen))
    return cells.flatMap((texts) =>
      texts
        .filter((text) => text !== '')
        .map((text, index) => `${index === 0 ? '  ' : '    '}${fitted(text, columnsOf(screen) - 4, screen)}`),
    )
  const natural = columns.map((column, index) => Math.max(column.length, ...cells.map((texts) => widthOf(texts[index] ?? '', screen))))
  const widths = narrowed(natural, columns, columnsOf(screen) - 2 * columns.length)
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => `  ${padded(fitted(text, widths[index] ?? 3, screen), widths[index] ?? 3, screen)}`)
      .join('')
      .trimEnd()
  return [screen.paint.quiet(line(columns)), ...cells.map(line)]
}

/** Widths that fit the room: the widest words give way, days and numbers after them, and last the handles, for they are typed back. */
function narrowed(natural: readonly number[], columns: readonly ListColumn[], room: number): readonly number[] {
  const widths = [...natural]
  const tiers = [(column: ListColumn) => wordy.has(column), (column: ListColumn) => column !== 'handle', () => true]
  for (const gives of tiers) {
    const giving = columns.flatMap((column, index) => (gives(column) ? [index] : []))
    const widest = (): number =>
      giving.reduce((best, index) => ((widths[index] ?? 0) > (widths[best] ?? 0) ? index : best), giving[0] ?? -1)
    while (widths.reduce((sum, width) => sum + width, 0) > room && (widths[widest()] ?? 0) > leastColumns)
      widths[widest()] = (widths[widest()] ?? 0) - 1
  }
  return widths
}
const wordy: ReadonlySet<ListColumn> = new Set<ListColumn>(['company', 'role', 'next', 'contact', 'tags'])
const leastColumns = 3

function cellOf(one: Listed, column: ListColumn, asOf: Day): string {
  switch (column) {
    case 'handle':
      return one.handle
    case 'company':
      return one.company
    case 'role':
      return one.role ?? ''
    case 'state':
      return one.state
    case 'next':
      return one.next ? actPhrase(withReasons(one.next, one), asOf) : ''
    case 'on':
      return one.next ? nearDay(one.next.on, asOf) : ''
    case 'since':
      return one.next ? shortDay(one.next.since, asOf) : ''
    case 'silent':
      return one.silentSince ? shortDay(one.silentSince, asOf) : ''
    case 'contact':
      return one.next?.contact?.name ?? ''
    case 'priority':
      return one.priority === null ? '' : String(one.priority)
    case 'tags':
      return one.tags.join(', ')
    case 'opened':
      return shortDay(one.opened.slice(0, 10) as Day, asOf)
  }
}
