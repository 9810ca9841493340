import { fact } from './grids.js'
import { beside, columnsOf, fitted, isNarrow, padded, widthOf } from './layout.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'

/** Words for someone else behind a bar, the label before them; `then`, what to do next, stands behind them where there is room, else below. */
export function said(
  label: string,
  { words, then }: { readonly words: string; readonly then: string | null },
  screen: Screen,
): readonly string[] {
  if (screen.plain) return [...fact(label, words, screen), ...(then === null ? [] : fact('Then', then, screen))]
  const at = isNarrow(screen) ? 4 : 14
  const total = columnsOf(screen)
  const lines = beside([{ at, columns: Math.min(66, total - at), text: words }], screen).map((line) => line.slice(at))
  const bars = lines.map((line) => `${' '.repeat(at - 2)}| ${line}`)
  const name = safe(label)
  const first = isNarrow(screen) ? [name] : []
  const joined = isNarrow(screen)
    ? bars
    : bars.map((line, index) => (index === 0 ? `${padded(fitted(name, 11, screen), 11, screen)}${line.slice(11)}` : line))
  return [...first, ...withNext(joined, then, screen)]
}

function withNext(lines: readonly string[], then: string | null, screen: Screen): readonly string[] {
  if (then === null) return lines
  const last = lines.at(-1) ?? ''
  const total = columnsOf(screen)
  const { quiet } = screen.paint
  const least = widthOf(last, screen) + 3
  const start = [Math.max(49, least), least].find((at) => at + widthOf(safe(then), screen) <= total)
  if (start !== undefined) return [...lines.slice(0, -1), `${last}${' '.repeat(start - widthOf(last, screen))}${quiet(safe(then))}`]
  const at = isNarrow(screen) ? 4 : 14
  return [...lines, ...beside([{ at, columns: total - at, text: then, paint: quiet }], screen)]
}
