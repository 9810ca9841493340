import type { Day } from '../model/day.js'
import type { ReadLine } from '../outside/prompts.js'
import { beside, columnsOf, isNarrow, page, paragraph } from '../views/layout.js'
import { safe } from '../views/safe.js'
import type { Paint, Screen } from '../views/screen.js'
import { wideRuler } from '../views/wide.js'
import { understoodLines } from '../views/written.js'
import type { Ask, Choice } from '../world.js'

/** What a conversation is held with; `columns` may change while it lasts. */
export interface Means {
  readonly readLine: ReadLine
  readonly write: (text: string) => void
  readonly columns: () => number
  readonly plain: boolean
  readonly paint: Paint
  readonly today: Day
}

/** A person at a terminal: a question in a line or two, then '>' and what they type. */
export function conversation(means: Means): Ask {
  const screen = (): Screen => screenOf(means)
  const put = (lines: readonly string[]): void => means.write(page(lines))
  const read = (): Promise<string> => means.readLine(means.plain ? 'Answer: ' : '> ')
  const ask = (words: string, offer: string | undefined): void => put(questionLines(words, { offer, means }))
  return {
    able: true,
    line: async (question) => {
      ask(question.ask, question.offer)
      if (question.hint !== undefined) put(paragraph(question.hint, screen()).map(means.paint.quiet))
      return (await read()) || (question.offer ?? '')
    },
    choice: async ({ ask: words, choices }) => {
      put(choiceLines(words, { choices, means }))
      for (;;) {
        const answer = await read()
        const found = answer === '' ? choices[0] : chosen(answer, choices)
        if (found) return found.value
        put(paragraph(`That is none of the answers: ${choices.map((one) => one.words).join(', ')}.`, screen()))
      }
    },
    say: means.write,
    note: (text) => put(paragraph(text, screen())),
    understood: (lines) => put(understoodLines(lines, screen())),
    numbered: (rows) => put(rows.flatMap((row, index) => numberedLines(row, index + 1, screen()))),
  }
}

function screenOf({ columns, plain, paint, today }: Means): Screen {
  return { width: columns(), plain, paint, today, ruler: wideRuler, isolate: true }
}

function questionLines(words: string, { offer, means }: { readonly offer: string | undefined; readonly means: Means }): readonly string[] {
  if (offer === undefined || offer === '') return paragraph(words, screenOf(means))
  return means.plain
    ? paragraph(`${words} Enter takes: ${offer}.`, screenOf(means))
    : quietly(`[${safe(offer)}]`, paragraph(`${words}  [${offer}]`, screenOf(means)), means)
}

function choiceLines(
  words: string,
  { choices, means }: { readonly choices: readonly [Choice<string>, ...Choice<string>[]]; readonly means: Means },
): readonly string[] {
  const [first, ...others] = choices.map((one) => one.words)
  const rest = others.join(', ')
  if (means.plain) return paragraph(`${words} Enter takes: ${first ?? ''}. Or: ${rest}.`, screenOf(means))
  return quietly(`[${first ?? ''}]`, paragraph(`${words}  [${first ?? ''}] ${rest}`, screenOf(means)), means)
}

function quietly(offer: string, lines: readonly string[], { paint }: Means): readonly string[] {
  return lines.map((line) => line.replace(offer, () => paint.quiet(offer)))
}

function numberedLines(row: { readonly words: string; readonly aside: string }, number: number, screen: Screen): readonly string[] {
  if (screen.plain) return paragraph(`${String(number)}: ${row.words}${row.aside === '' ? '' : `; ${row.aside}`}.`, screen)
  const narrow = isNarrow(screen)
  const at = narrow ? 2 : 8
  const start = { at, columns: 3, text: String(number).padStart(2) }
  const columns = columnsOf(screen) - at - 4
  if (!narrow)
    return beside(
      [
        start,
        { at: at + 4, columns: 38, text: row.words },
        { at: 52, columns: columnsOf(screen) - 52, text: row.aside, paint: screen.paint.quiet },
      ],
      screen,
    )
  const aside = row.aside === '' ? [] : beside([{ at: at + 4, columns, text: row.aside, paint: screen.paint.quiet }], screen)
  return [...beside([start, { at: at + 4, columns, text: row.words }], screen), ...aside]
}

/** The answer that was typed: its words or value in full, else the only one that begins so. */
function chosen<T extends string>(typed: string, choices: readonly Choice<T>[]): Choice<T> | undefined {
  const wanted = typed.toLowerCase().replace(/[.\s]+$/, '')
  const named = choices.find((one) => one.words.toLowerCase() === wanted || one.value === wanted)
  const begun = choices.filter((one) => one.words.toLowerCase().startsWith(wanted) || one.value.startsWith(wanted))
  return named ?? (begun.length === 1 ? begun[0] : undefined)
}
