import { isAscii, safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** Whether lines, painted or not, hold letters that only a Ruler can measure: anything but Latin, Greek and Cyrillic, one code point a letter. */
export function needsRuler(lines: string): boolean {
  return !narrowLines.test(lines)
}

/** The screen for texts that are shown together: where all are printable ASCII, one look at each is enough. */
export function screenFor(texts: readonly string[], screen: Screen): Screen {
  return texts.every(isAscii) ? { ...screen, ascii: true } : screen
}

/** The text as it may be shown. */
export function clean(text: string, screen: Screen): string {
  return screen.ascii ? text : safe(text)
}

/** Columns of a text that is safe and unpainted. */
export function widthOf(text: string, screen: Screen): number {
  if (screen.ascii || narrow.test(text)) return text.length
  return screen.ruler ? screen.ruler.width(text) : Array.from(text).length
}

/** The text followed by spaces up to so many columns; longer text as it is. */
export function padded(text: string, columns: number, screen: Screen): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text, screen)))
}

/** The text in at most so many columns (3 or more), cut between letters and ended with '...' when it is longer. */
export function fitted(text: string, columns: number, screen: Screen): string {
  return widthOf(text, screen) <= columns ? text : `${split(text, columns - 3, screen)[0].trimEnd()}...`
}

/**
 * The text in lines of at most so many columns, broken at spaces, and words that are longer between letters. Empty text is no line.
 * A day, a phone number, and a command that one would type stay on one line where they fit.
 */
export function wrap(text: string, columns: number, screen: Screen): readonly string[] {
  return broken(text, { columns, atEdge: false }, screen)
}

/** Where a text is broken: `atEdge`, where it runs to the edge of the screen, what one copies is whole even when it is longer: a terminal wraps by itself. */
interface Room {
  readonly columns: number
  readonly atEdge: boolean
}

function broken(text: string, room: Room, screen: Screen): readonly string[] {
  const { columns, atEdge } = room
  if (text !== '' && widthOf(text, screen) <= columns) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of pieces(text, room, screen)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, screen) <= columns) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    if (atEdge && isCopied.test(word)) continue
    while (widthOf(line, screen) > columns) {
      const start = split(line, columns, screen)[0] || (lettersOf(line, screen)[0] ?? line)
      lines.push(start)
      line = line.slice(start.length)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** What a line is broken between: a command to type, a number ('+1 312 555 0142', '(312) 555-0142'), a day ('Wed 31 Mar 2027'), else words. */
function pieces(text: string, { columns, atEdge }: Room, screen: Screen): readonly string[] {
  if (!mayBeTogether.test(text)) return text.match(/\S+/g) ?? []
  return (text.match(together) ?? []).flatMap((piece) =>
    widthOf(piece, screen) <= columns || (atEdge && isCopied.test(piece))
      ? [piece.replace(/ {2,}/g, ' ')]
      : piece.split(' ').filter((one) => one !== ''),
  )
}
// A command, and a path.
const isCopied = /^"?followup |^~?\/[^/\s]+\//
// What `together` may find has one of these; most texts have not, and it takes 0.7 ms at its first use.
const mayBeTogether = /followup|[+(]\d|\d [A-Z][a-z][a-z]\b/
const together =
  /"followup [^"]*"\S*|(?:\+\d{1,3}|\(\d{2,5}\))(?: [\d-]{2,})+\S*|(?<=: )followup (?:"[^"]*"|[^;"])*;?|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) {1,2})?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: \d{4}\b)?\S*|\S+/g

/** A cell of a line: its first column, how many it has, its text (cleaned here), and how it is painted. */
export interface Cell {
  readonly at: number
  readonly columns: number
  readonly text: string
  readonly paint?: ((text: string) => string) | undefined
}

/** Cells side by side, in order of their columns, each wrapped in its own; no spaces at the ends of lines. */
export function beside(cells: readonly Cell[], screen: Screen): readonly string[] {
  const columns = cells.map((cell) => linesOf(cell, screen))
  const height = columns.reduce((most, { length }) => Math.max(most, length), 0)
  const lines: string[] = []
  for (let row = 0; row < height; row += 1) {
    let line = ''
    let used = 0
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index]
      const text = columns[index]?.[row]
      if (cell === undefined || text === undefined) continue
      line += ' '.repeat(Math.max(0, cell.at - used)) + painted(text, cell, screen)
      used = Math.max(used, cell.at) + widthOf(text, screen)
    }
    lines.push(line)
  }
  return lines
}

function linesOf({ at, columns, text }: Cell, screen: Screen): readonly string[] {
  return broken(clean(text, screen).trimEnd(), { columns, atEdge: at + columns >= columnsOf(screen) }, screen)
}

/** A paragraph: wrapped to the screen from column 0. */
export function paragraph(text: string, screen: Screen): readonly string[] {
  return beside([{ at: 0, columns: columnsOf(screen), text }], screen)
}

/** How many columns views fill: the screen's, at most 80 and at least 24. */
export function columnsOf(screen: Screen): number {
  return Math.min(80, Math.max(24, screen.width))
}

/** Below 60 columns what stands side by side is stacked. */
export function isNarrow(screen: Screen): boolean {
  return screen.width < 60
}

/** Lines as a text that ends with a newline. */
export function page(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

// Printable ASCII, Latin, Greek and Cyrillic: one column each; without the soft hyphen and combining marks.
const narrow = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f]*$/
// eslint-disable-next-line no-control-regex -- paint is an escape sequence
const narrowLines = /^[\n\u001b\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f]*$/

// Hebrew to Arabic extensions, presentation forms, and the right-to-left planes.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const isolate = '\u2068'
const endOfIsolate = '\u2069'

function painted(text: string, cell: Cell, screen: Screen): string {
  const apart = screen.isolate === true && rightToLeft.test(text) ? isolate + text + endOfIsolate : text
  return cell.paint ? cell.paint(apart) : apart
}

/** The longest start of at most so many columns, perhaps empty, and the rest. */
function split(text: string, columns: number, screen: Screen): readonly [string, string] {
  if (narrow.test(text)) return [text.slice(0, columns), text.slice(columns)]
  let start = ''
  let used = 0
  for (const letter of lettersOf(text, screen)) {
    used += widthOf(letter, screen)
    if (used > columns) break
    start += letter
  }
  return [start, text.slice(start.length)]
}

function lettersOf(text: string, screen: Screen): readonly string[] {
  return screen.ruler?.clusters(text) ?? Array.from(text)
}
