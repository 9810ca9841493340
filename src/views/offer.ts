import type { Compared, Comparison } from '../commands/offer/compare.js'
import type { Noted } from '../commands/recording/record.js'
import type { Day } from '../model/day.js'
import { amount } from '../model/amount.js'
import { nearDay, shortDay } from './day-words.js'
import { fact, title } from './grids.js'
import { beside, columnsOf, isNarrow, page } from './layout.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** An offer that was recorded, or the open ones side by side. */
export function offerView(result: Noted | Comparison, screen: Screen): string {
  return 'offers' in result ? comparisonView(result, screen) : writtenView(result, screen)
}

function comparisonView({ offers, asOf }: Comparison, screen: Screen): string {
  if (screen.plain || isNarrow(screen))
    return page(offers.flatMap((one, index) => [...(index === 0 ? [] : ['']), ...alone(one, asOf, screen)]))
  const most = columnsOf(screen) < 78 ? 2 : 3
  const groups = Array.from({ length: Math.ceil(offers.length / most) }, (_, at) => offers.slice(at * most, (at + 1) * most))
  return page(groups.flatMap((group, index) => [...(index === 0 ? [] : ['']), ...together(group, asOf, screen)]))
}

/** What is compared: its label, and what one offer says of it; '' where it says nothing. */
type Line = readonly [label: string, of: (one: Compared, asOf: Day) => string]

const lines: readonly Line[] = [
  ['Role', ({ role }) => role ?? ''],
  ['Boss', ({ boss }) => boss ?? ''],
  ['Base', ({ terms }) => amount(terms.base ?? '')],
  ['Bonus', ({ terms }) => amount(terms.bonus ?? '')],
  ['Equity', ({ terms }) => amount(terms.equity ?? '')],
  ['Once', ({ terms }) => amount(terms.signOn ?? '')],
  ['Leave', ({ terms }) => terms.leave ?? ''],
  ['Hours', ({ terms }) => terms.hours ?? ''],
  ['Place', ({ terms }) => terms.location ?? ''],
  ['Start', ({ terms }, asOf) => (terms.start ? shortDay(terms.start, asOf) : '')],
  ['Hangs on', ({ terms }) => (terms.conditions ?? []).join('; ')],
  ['To ask', ({ terms }) => (terms.questions ?? []).join('; ')],
  ['On paper', ({ terms }) => (terms.written === undefined ? '' : terms.written ? 'yes' : 'not yet')],
  ['Answer by', ({ terms }, asOf) => (terms.respondBy ? nearDay(terms.respondBy, asOf) : '')],
  ['Decide', ({ decideOn }, asOf) => (decideOn ? nearDay(decideOn, asOf) : '')],
  ['Hoped for', (one) => amount(one.private?.hoped ?? '')],
  ['Fine', (one) => amount(one.private?.fine ?? '')],
  ['Walk away', (one) => amount(one.private?.floor ?? '')],
]

function together(offers: readonly Compared[], asOf: Day, screen: Screen): readonly string[] {
  const columns = Math.floor((columnsOf(screen) - 12) / offers.length)
  const across = (label: string, texts: readonly string[], paint?: (text: string) => string): readonly string[] =>
    beside(
      [
        { at: 0, columns: 11, text: label },
        ...texts.map((text, index) => ({ at: 12 + index * columns, columns: columns - 2, text, ...(paint ? { paint } : {}) })),
      ],
      screen,
    )
  const heads = across(
    '',
    offers.map((one) => one.company),
    screen.paint.strong,
  )
  return [
    ...heads,
    ...lines.flatMap(([label, of]) => {
      const texts = offers.map((one) => of(one, asOf))
      return texts.every((text) => text === '')
        ? []
        : across(
            label,
            texts.map((text) => text || '-'),
          )
    }),
  ]
}

function alone(one: Compared, asOf: Day, screen: Screen): readonly string[] {
  return [
    ...title(one.company, '', screen),
    ...lines.flatMap(([label, of]) => {
      const text = of(one, asOf)
      return text === '' ? [] : fact(label, text, screen)
    }),
  ]
}
