import type { Stats } from '../commands/stats.js'
import { fullDay } from './day-words.js'
import { figureNotes, figureSections } from './figure-lines.js'
import type { FigureLine, FigureSection } from './figure-lines.js'
import { capital, rows, sentences, title } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import { counted } from './phrases.js'
import type { Screen } from './screen.js'

/** What the records come to: counts, each with how many it is of. */
export function statsView(stats: Stats, screen: Screen): string {
  const { all, open } = stats.opportunities
  if (all === 0) return page(paragraph(nothing(stats), screen))
  const head = title(
    `${counted(all, 'opportunity', 'opportunities')}${sinceWords(stats)}`,
    [open > 0 ? `${String(open)} open` : '', all > open ? `${String(all - open)} ended` : ''].filter((part) => part !== '').join(', '),
    screen,
  )
  if (stats.reached.interviewed === 0)
    return page([...head, ...gap(screen), ...paragraph('No interview is over yet; the figures begin with the first.', screen)])
  const notes = figureNotes(stats).flatMap((note) => paragraph(note, screen))
  return page([...head, ...figureSections(stats).flatMap((one) => section(one, screen)), ...gap(screen), ...notes])
}

function nothing({ since }: Stats): string {
  return since === null
    ? 'Nothing to count yet; the figures begin with your first interview: followup log'
    : `Nothing began on ${fullDay(since)} or later; without --since all is counted.`
}

function sinceWords({ since, first }: Stats): string {
  if (since !== null) return ` since ${fullDay(since)}`
  return first === null ? '' : ` since ${fullDay(first)}`
}

function gap(screen: Screen): readonly string[] {
  return screen.plain ? [] : ['']
}

function section({ name, lines }: FigureSection, screen: Screen): readonly string[] {
  if (screen.plain) return lines.map((line) => spoken(name, line))
  const head = ['', screen.paint.strong(name)]
  if (isNarrow(screen)) return [...head, ...lines.flatMap((line) => stacked(line, screen))]
  const list = lines.map(([label, act, reason]) => ({ name: label, act, reason, plainName: true as const }))
  return [...head, ...rows(list, screen)]
}

/** A figure stays beside its label, and what belongs to it is below. */
function stacked([label, figure, aside]: FigureLine, screen: Screen): readonly string[] {
  const columns = columnsOf(screen) - figureAt
  const first = [
    { at: 2, columns: figureAt - 3, text: label },
    { at: figureAt, columns, text: figure },
  ]
  return [...beside(first, screen), ...beside([{ at: figureAt, columns, text: aside, paint: screen.paint.quiet }], screen)]
}
const figureAt = 20

function spoken(name: string, [label, figure, aside]: FigureLine): string {
  const said = name.endsWith(' of') ? [`${name} ${label}: ${figure}`] : [name, `${capital(label)}: ${figure}`]
  return sentences([...said, capital(aside)])
}
