import { beside, clean, columnsOf, isNarrow, paragraph, screenFor, widthOf } from './layout.js'
import type { Cell } from './layout.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/**
 * A fact: the label at column 0, the value at 12, a second fact at 49 or, where there is no room, below the value.
 * After a long label the value follows where it fits, else it stands on the next line.
 */
export function fact(label: string, value: string | readonly [value: string, second: string], screen: Screen): readonly string[] {
  const [first, second] = typeof value === 'string' ? [value, ''] : value
  if (screen.plain)
    return [
      `${label}: ${[first, second]
        .filter((text) => text !== '')
        .map(safe)
        .join('; ')}`,
    ]
  const total = columnsOf(screen)
  const long = widthOf(safe(label), screen)
  const fits = long <= 11 || long + 2 + widthOf(safe(first), screen) <= edgeOf(second, screen)
  if (!fits) return [...paragraph(label, screen), ...fact('', value, screen)]
  const at = long <= 11 ? 12 : long + 2
  const lines = beside(
    [{ at: 0, columns: at - 1, text: label }, { at, columns: edgeOf(second, screen) - at, text: first }, ...third(second, screen)],
    screen,
  )
  return hasThird(screen) ? lines : [...lines, ...beside([{ at: 12, columns: total - 12, text: second }], screen)]
}

/** A line to copy, after its label; a long one has lines to itself and is never wrapped, for a terminal does that, and copies it whole. */
export function command(label: string, line: string, screen: Screen): readonly string[] {
  if (screen.plain || 12 + widthOf(safe(line), screen) <= columnsOf(screen)) return fact(label, line, screen)
  return [...paragraph(label, screen), safe(line)]
}

/** The first line of a page: what it is about, and at 49 (below it where there is no room) how it stands. */
export function title(text: string, second: string, screen: Screen): readonly string[] {
  const total = columnsOf(screen)
  const strong = screen.paint.strong
  if (screen.plain)
    return [
      [text, second]
        .filter((part) => part !== '')
        .map((part, index) => `${safe(index > 0 && part.includes(' ') ? capital(part) : part)}.`)
        .join(' '),
    ]
  const fits = widthOf(safe(text), screen) <= 48 && widthOf(safe(second), screen) <= total - 49
  const wide = hasThird(screen) && second !== '' && fits
  if (wide)
    return beside(
      [
        { at: 0, columns: 48, text, paint: strong },
        { at: 49, columns: total - 49, text: second },
      ],
      screen,
    )
  return [...beside([{ at: 0, columns: total, text, paint: strong }], screen), ...beside([{ at: 0, columns: total, text: second }], screen)]
}

/** One row of a list. */
export interface Row {
  readonly name: string
  readonly act: string
  readonly reason: string
  /** A further line below the act. */
  readonly below?: string
  /** The name is a label or a day, not what one would type: it is painted as the rest. */
  readonly plainName?: true
}

const usualAct = 18
const usualName = 15
const widestName = 24

/** Rows of one list, their acts in one column. */
export function rows(list: readonly Row[], screen: Screen): readonly string[] {
  return aligned(list, screen).rows.flat()
}

/** The lines of each row of a page, and the column at which their acts begin: 18, or further right for a long name where no more acts then lack room. */
export function aligned(list: readonly Row[], screen: Screen): { readonly at: number; readonly rows: readonly (readonly string[])[] } {
  const shown = screenFor(
    list.map(({ name, act, reason, below = '' }) => `${name}${act}${reason}${below}`),
    screen,
  )
  const at = columnOfActs(list, shown)
  return { at, rows: list.map((one) => row(one, shown, at)) }
}

function columnOfActs(list: readonly Row[], screen: Screen): number {
  if (isNarrow(screen)) return usualAct
  const sizes = list.map(({ name, act, reason }) => ({
    name: widthOf(clean(name, screen), screen),
    act: widthOf(clean(act, screen), screen),
    edge: edgeOf(reason, screen),
  }))
  const widest = sizes.reduce((most, { name }) => (name <= widestName ? Math.max(most, name) : most), usualName)
  const wide = 2 + widest + 2
  const apart = (at: number): number => sizes.filter(({ name, act, edge }) => (2 + name < at ? at : 2 + name + 2) + act > edge).length
  return widest > usualName && apart(wide) <= apart(usualAct) ? wide : usualAct
}

/**
 * A row: the name at 2, the act at `at`, the reason at 49; stacked on a narrow screen. Never cut, for what is printed can be typed back.
 * After a longer name the act follows where it fits, else it stands on the next line.
 */
export function row(one: Row, screen: Screen, at = usualAct): readonly string[] {
  return shortRow(one, screen, at) ?? blocksOf(one, screen, at).flatMap((cells) => beside(cells, screen))
}

/** Most rows have room for each of their parts, and a page has thirty: those are put together at once. Null where anything needs to be broken or measured. */
function shortRow({ name, act, reason, below = '', plainName }: Row, screen: Screen, at: number): readonly string[] | null {
  const { ascii, paint } = screen
  const end = 2 + name.length
  const from = end < at ? at : end + 2
  const room = Math.min(edgeOf(reason, screen) - from - act.length, columnsOf(screen) - Math.max(49 + reason.length, at + below.length))
  if (!ascii || !hasThird(screen) || room < 0 || act === '' || [act, reason, below].some((text) => text.endsWith(' '))) return null
  const start = `  ${plainName ? name : paint.strong(name)}${' '.repeat(from - end)}${act}`
  const line = reason === '' ? start : start + ' '.repeat(49 - from - act.length) + reason
  return below === '' ? [line] : [line, ' '.repeat(at) + paint.quiet(below)]
}

/** The cells of a row, block under block. */
function blocksOf({ name, act, reason, below = '', plainName }: Row, screen: Screen, at: number): readonly (readonly Cell[])[] {
  const { quiet, strong } = screen.paint
  const paint = plainName ? undefined : strong
  const blocks: (readonly Cell[])[] = []
  const whole = (from: number, text: string, paint?: Cell['paint']): void => {
    if (text !== '') blocks.push([{ at: from, columns: columnsOf(screen) - from, text, paint }])
  }
  if (isNarrow(screen)) {
    whole(2, name, paint)
    for (const text of [act, reason]) whole(4, text)
    whole(4, below, quiet)
    return blocks
  }
  const end = 2 + widthOf(clean(name, screen), screen)
  const edge = edgeOf(reason, screen)
  const isAlone = end > edge
  if (isAlone) whole(2, name, paint)
  const from = isAlone || end < at ? at : end + 2
  const isBeside = from === at || from + widthOf(clean(act, screen), screen) <= edge
  blocks.push([
    ...(isAlone ? [] : [{ at: 2, columns: from - 3, text: name, paint }]),
    ...(isBeside ? [{ at: from, columns: edge - from, text: act }] : []),
    ...third(reason, screen),
  ])
  if (!isBeside) whole(at, act)
  if (!hasThird(screen)) whole(at, reason)
  whole(at, below, quiet)
  return blocks
}

/** The plain form of anything: each part a sentence, months in full. */
export function sentences(parts: readonly string[]): string {
  return parts
    .map((part) => safe(part).replace(/ {2,}/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ')
    .replace(shortMonth, (_, date: string, month: string) => `${date} ${months.get(month) ?? month}`)
}

/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The cell at 49, where there is room for it and something to say. */
function third(text: string, screen: Screen): readonly Cell[] {
  return text === '' || !hasThird(screen) ? [] : [{ at: 49, columns: columnsOf(screen) - 49, text }]
}

/** Where the cell before it ends. */
function edgeOf(text: string, screen: Screen): number {
  return text !== '' && hasThird(screen) ? 48 : columnsOf(screen)
}

/** Where a third column at 49 leaves room for a day and a few words. */
function hasThird(screen: Screen): boolean {
  return screen.width >= 72
}

const shortMonth = /\b(\d{1,2}) (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g
const months: ReadonlyMap<string, string> = new Map(
  ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December'].map((name) => [
    name.slice(0, 3),
    name,
  ]),
)
