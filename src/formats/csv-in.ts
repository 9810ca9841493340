import { parse } from 'csv-parse/sync'
import { packed } from '../model/sheet.js'
import type { RefusedRow, Sheet, SheetRow } from '../model/sheet.js'
import { Problem } from '../problem.js'

/** Rows of a table whose cells are parted by commas, semicolons, tabs or bars (RFC 4180, and what spreadsheets make of it). Throws Problem('failed') for a quote that is never closed. */
export function rowsOfCsv(text: string): Sheet {
  const { body, skipped, delimiter } = opened(text)
  const table = underHeader()
  let ended = skipped
  try {
    parse(body, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => {
        ended = skipped + lines
        table.add({ line: ended - cells.reduce((sum, cell) => sum + breaksIn(cell), 0), cells })
        return null
      },
    })
  } catch (error) {
    throw unreadable(error, ended + 1)
  }
  return table.sheet()
}

function breaksIn(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0
}

function unreadable(error: unknown, line: number): unknown {
  if ((error as { readonly code?: unknown }).code !== 'CSV_QUOTE_NOT_CLOSED') return error
  return new Problem('failed', `A quote that opens in line ${String(line)} is never closed.`, {
    hint: 'Close it there, or save the table once more as CSV; nothing was recorded.',
    code: 'sheet',
  })
}

/** Excel's own word on what parts the cells ("sep=;") is no row. */
function opened(written: string): { readonly body: string; readonly skipped: number; readonly delimiter: string } {
  // Within quotes the parser would count CR and LF as two lines.
  const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written
  const [said, mark] = /^sep=([,;\t|])\n/.exec(text) ?? []
  if (said !== undefined && mark !== undefined) return { body: text.slice(said.length), skipped: 1, delimiter: mark }
  return { body: text, skipped: 0, delimiter: delimiterOf(text) }
}

const delimiters = [',', ';', '\t', '|'] as const

/** What parts the cells: what stands equally often in most of the first lines. */
function delimiterOf(text: string): string {
  const counts = countsIn(text.slice(0, 65_536))
  const score = (mark: string): number => {
    const found = counts.map((line) => line.get(mark) ?? 0).filter((count) => count > 0)
    const times = new Map<number, number>()
    for (const count of found) times.set(count, (times.get(count) ?? 0) + 1)
    return [...times].reduce((best, [count, lines]) => Math.max(best, lines * 10 + Math.min(count, 9)), 0)
  }
  return delimiters.reduce((best, mark) => (score(mark) > score(best) ? mark : best))
}

/** How often each mark stands in each of the first twenty lines, outside quotes. */
function countsIn(text: string): readonly ReadonlyMap<string, number>[] {
  const lines: Map<string, number>[] = [new Map<string, number>()]
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (letter === '\n') {
      if (lines.length === 20) break
      lines.push(new Map())
    }
    const line = lines.at(-1)
    if (line && (delimiters as readonly string[]).includes(letter)) line.set(letter, (line.get(letter) ?? 0) + 1)
  }
  return lines
}

/** The first row with more than one cell names the columns, for some exports begin with a word about themselves; a table of one column has its first. */
function underHeader(): { readonly add: (row: SheetRow) => void; readonly sheet: () => Sheet } {
  const rows: string[] = []
  const refused: RefusedRow[] = []
  let header: readonly string[] | null = null
  let first: SheetRow[] = []
  const take = (row: SheetRow, columns: number): void => {
    const wrong = wrongWith(row, columns)
    if (wrong !== null) refused.push({ line: row.line, reason: wrong })
    else if (filled(row) > 0) rows.push(packed(row))
  }
  const begin = (): readonly string[] => {
    const start = Math.max(
      0,
      first.findIndex((one) => filled(one) > 1),
    )
    const names = first[start]?.cells ?? []
    for (const row of first.slice(start + 1)) take(row, names.length)
    first = []
    return names
  }
  return {
    add: (row) => {
      if (header) take(row, header.length)
      else if (first.push(row) === mostBefore) header = begin()
    },
    sheet: () => ({ header: header ?? begin(), rows, refused }),
  }
}

/** Among how many rows the headings are looked for. */
const mostBefore = 20

function filled({ cells }: SheetRow): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** A row may end early, for empty cells at its end are left out by some; one that goes on has something in the wrong column. */
function wrongWith({ cells }: SheetRow, columns: number): string | null {
  if (cells.slice(columns).some((cell) => cell.trim() !== '')) return `${String(cells.length)} cells under ${String(columns)} headings`
  return cells.reduce((sum, cell) => sum + cell.length, 0) > longestRow ? 'it is longer than a row of a table' : null
}

const longestRow = 200_000
