import type { Field, SheetRow } from '../../model/sheet.js'
import { safe } from '../../model/safe.js'
import { readSheetDate } from '../../reading/sheet-date.js'
import type { DateOrder, SheetDay } from '../../reading/sheet-date.js'
import type { Column } from './columns.js'

/** What the cells of one row say, by what their columns are. */
export interface Cells {
  /** The text of the first filled cell of that field, on one line; '' without one. */
  readonly text: (field: Field) => string
  readonly all: (field: Field) => readonly Cell[]
  /** What goes into a note word for word, a line for each cell; what was found to have no other place was added with `keep`. */
  readonly note: () => string | null
  readonly keep: (cell: Cell) => void
}

export interface Cell {
  readonly at: number
  readonly column: Column
  /** Several lines as they stand in the cell. */
  readonly text: string
}

/** The filled cells of a row. */
export function cellsOf(row: SheetRow, columns: readonly Column[]): Cells {
  const filled: readonly Cell[] = columns.flatMap((column, at) => {
    const text = column.field === 'skip' ? '' : cellText(row.cells[at] ?? '')
    return text === '' ? [] : [{ at, column, text }]
  })
  const kept = new Set(filled.filter(({ column }) => column.kept))
  const all = (field: Field): readonly Cell[] => filled.filter(({ column }) => column.field === field)
  return {
    all,
    text: (field) => oneLine(all(field)[0]?.text ?? ''),
    keep: (cell) => void kept.add(cell),
    note: () => {
      const lines = filled.filter((cell) => kept.has(cell)).map(({ column, text }) => `${column.name}: ${text.replace(/[;\s]+$/, '')}`)
      return lines.length === 0 ? null : lines.join('; ')
    },
  }
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

// A quote before what a spreadsheet would take for a formula was put there by whoever wrote the table.
const formulaQuote = /^'(?=[=+\-@\t\r＝＋－＠])/
function cellText(text: string): string {
  const plain = text.trim().replace(formulaQuote, '')
  return plain
    .split(/\r\n|\n|\r/)
    .map(safe)
    .join('\n')
    .trim()
}

/** The days in a cell; null where it holds other words. Throws nothing: a date that cannot be is a reason to leave the row out. */
export function daysIn({ column, text }: Cell, order: DateOrder | null): readonly SheetDay[] | string | null {
  const how = { order, serial: column.said }
  const whole = readSheetDate(text, how)
  if (whole.kind === 'day') return [whole]
  if (whole.kind !== 'words') return reasonOf(oneLine(text), whole)
  if (text.length > 400) return null
  const parts = text.split(/[;\n|&]| and |, (?!\d{4}\b|\d{1,2}:)/).filter((part) => part.trim() !== '')
  if (parts.length < 2) return null
  const days: SheetDay[] = []
  for (const part of parts) {
    const found = readSheetDate(part, how)
    if (found.kind === 'words') return null
    if (found.kind !== 'day') return reasonOf(oneLine(part), found)
    days.push(found)
  }
  return days
}

function reasonOf(text: string, found: Exclude<ReturnType<typeof readSheetDate>, { readonly kind: 'day' | 'words' }>): string {
  if (found.kind === 'impossible') return `there is no day "${text}"`
  return `"${text}" could be ${dayName(found.dmy)} or ${dayName(found.mdy)}; say --date-order`
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

function dayName(day: string): string {
  return `${String(Number(day.slice(8)))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''}`
}
