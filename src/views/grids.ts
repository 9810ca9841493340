import { beside, columnsOf, isNarrow, paragraph, widthOf } from './layout.js'
import type { Cell } from './layout.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** A fact: the label at column 0 (a long one on the line above), the value at 12, a second fact at 49 or, where there is no room, below the value. */
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
  // A long label has a line of its own, above.
  if (widthOf(safe(label), screen) > 11 && label !== '') return [...paragraph(label, screen), ...fact('', value, screen)]
  const name: Cell = { at: 0, columns: 11, text: label }
  if (second === '') return beside([name, { at: 12, columns: total - 12, text: first }], screen)
  if (hasThird(screen)) return beside([name, { at: 12, columns: 36, text: first }, { at: 49, columns: total - 49, text: second }], screen)
  return [
    ...beside([name, { at: 12, columns: total - 12, text: first }], screen),
    ...beside([{ at: 12, columns: total - 12, text: second }], screen),
  ]
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
  const wide = hasThird(screen) && second !== '' && widthOf(safe(text), screen) <= 48
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
  /** The name is a label, not what one would type: it is painted no stronger than the rest. */
  readonly plainName?: true
}

/** A row: the name at 2, the act at 18, the reason at 49; stacked on a narrow screen. Never cut, for what is printed can be typed back. */
export function row({ name, act, reason, below = '', plainName }: Row, screen: Screen): readonly string[] {
  const total = columnsOf(screen)
  const { quiet } = screen.paint
  const strong = plainName ? quiet : screen.paint.strong
  const whole = (at: number, text: string, paint?: Cell['paint']) =>
    beside([{ at, columns: total - at, text, ...(paint ? { paint } : {}) }], screen)
  if (isNarrow(screen)) return [...whole(2, name, strong), ...whole(4, act), ...whole(4, reason), ...whole(4, below, quiet)]
  const long = widthOf(safe(name), screen) > 15
  const first: readonly Cell[] = long ? [] : [{ at: 2, columns: 15, text: name, paint: strong }]
  const rest: readonly Cell[] = hasThird(screen)
    ? [
        { at: 18, columns: reason === '' ? total - 18 : 30, text: act },
        { at: 49, columns: total - 49, text: reason },
      ]
    : [{ at: 18, columns: total - 18, text: act }]
  const under = hasThird(screen) ? [] : whole(18, reason)
  return [...(long ? whole(2, name, strong) : []), ...beside([...first, ...rest], screen), ...under, ...whole(18, below, quiet)]
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
