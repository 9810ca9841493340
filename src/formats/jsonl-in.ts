import { packed } from '../model/sheet.js'
import type { RefusedRow, Sheet } from '../model/sheet.js'

/** Rows of a file with one JSON object a line; its keys are the columns. */
export function rowsOfJsonLines(text: string): Sheet {
  const places = new Map<string, number>()
  const rows: string[] = []
  const refused: RefusedRow[] = []
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const cells = cellsOf(written, places)
    if (typeof cells === 'string') refused.push({ line: index + 1, reason: cells })
    else rows.push(packed({ line: index + 1, cells }))
  }
  return { header: [...places.keys()], rows, refused }
}

/** Nobody's rows have more keys than that; what has is no table. */
const mostColumns = 300

/** The cells, or why there are none. */
function cellsOf(written: string, places: Map<string, number>): readonly string[] | string {
  try {
    const value: unknown = JSON.parse(written)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is no JSON object'
    const entries = Object.entries(value)
    if (new Set([...places.keys(), ...entries.map(([key]) => key)]).size > mostColumns) return `more than ${String(mostColumns)} keys`
    const cells: string[] = []
    for (const [key, one] of entries) {
      const place = places.get(key) ?? places.size
      places.set(key, place)
      cells[place] = textOf(one).replace(/\p{Surrogate}/gu, '\ufffd')
    }
    return Array.from(cells, (cell: string | undefined) => cell ?? '')
  } catch {
    return 'it is no JSON'
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ')
  return JSON.stringify(value)
}
