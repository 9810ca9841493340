import type { Day } from '../model/day.js'
import type { ReadLine } from '../outside/prompts.js'
import { beside, columnsOf, isNarrow, page, paragraph } from '../views/layout.js'
import { safe } from '../model/safe.js'
import type { Paint, Screen } from '../views/screen.js'
import { wideRuler } from '../views/wide.js'
import { understoodLines } from '../views/written.js'
import type { Choice, Lining } from '../model/question.js'
import type { Ask } from '../world.js'
import { answersInWords, asksForHelp, fitting, helpOnLine, isBack, notTaken } from './chosen.js'

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
  const read = (again: () => void): Promise<string> => means.readLine(means.plain ? 'Answer: ' : '> ', again)
  return {
    able: true,
    line: async (question) => {
      const ask = (): void => put(questionLines(question, means))
      ask()
      for (;;) {
        const answer = await read(ask)
        if (isBack(answer)) question.back?.()
        if (!/^\?+$/.test(answer)) return answer || (question.offer ?? '')
        put(paragraph(helpOnLine(question), screen()))
      }
    },
    choice: async ({ ask: words, choices, help, back }) => {
      const ask = (): void => put(choiceLines(words, { choices, means }))
      ask()
      for (;;) {
        const answer = await read(ask)
        if (answer === '') return choices[0].value
        if (isBack(answer)) back?.()
        const found = fitting(answer, choices)
        if (found[0] && found.length === 1) return found[0].value
        const helps = found.length === 0 && asksForHelp(answer)
        put(paragraph(helps ? (help ?? answersInWords(choices)) : notTaken(answer, choices), screen()))
      }
    },
    say: means.write,
    note: (text) => put(spaced(text, screen())),
    understood: (lines) => put(understoodLines(lines, screen())),
    numbered: (rows, first = 1) => put(rows.flatMap((row, index) => numberedLines(row, index + first, screen()))),
  }
}

function screenOf({ columns, plain, paint, today }: Means): Screen {
  return { width: columns(), plain, paint, today, ruler: wideRuler, isolate: true }
}

function questionLines({ ask, offer, hint }: Lining, means: Means): readonly string[] {
  const below = hint === undefined ? [] : paragraph(hint, screenOf(means)).map(means.paint.quiet)
  return [...offeringLines(ask, { offer, means }), ...below]
}

function offeringLines(words: string, { offer, means }: { readonly offer: string | undefined; readonly means: Means }): readonly string[] {
  if (offer === undefined || offer === '') return spaced(words, screenOf(means))
  if (means.plain) return spaced(`${words} Enter takes: ${offer}.`, screenOf(means))
  return whole(`${words} ${joined(` [${offer}]`)}`, means, `[${safe(offer)}]`)
}

function choiceLines(
  words: string,
  { choices, means }: { readonly choices: readonly [Choice<string>, ...Choice<string>[]]; readonly means: Means },
): readonly string[] {
  const [first, ...others] = choices.map((one) => one.words)
  if (means.plain) return spaced(`${words} Enter takes: ${first ?? ''}. Or: ${others.join(', ')}.`, screenOf(means))
  const offer = `[${first ?? ''}]`
  return whole(`${words} ${joined(` ${offer}`)} ${others.map(joined).join(', ')}`, means, offer)
}

/** Stands for a space that no line is broken at; of private use, one column wide, and no white space to anyone. */
const joint = '\ue000'

function joined(text: string): string {
  return text.replaceAll(' ', joint)
}

/** The lines of a question, no answer broken over two of them, and what Enter takes in the quiet paint. */
function whole(text: string, means: Means, offer: string): readonly string[] {
  return quietly(offer, spaced(text, screenOf(means)), means)
}

/** A text in lines, in which two spaces stay two where it is broken elsewhere: '1 of 7  When'. */
function spaced(text: string, screen: Screen): readonly string[] {
  const lines = paragraph(text.replace(/(?<=\S) {2,}(?=\S)/g, joined), screen)
  return lines.map((line) => line.replace(/^\ue000/, '').replaceAll(joint, ' '))
}

function quietly(offer: string, lines: readonly string[], { paint }: Means): readonly string[] {
  return lines.map((line) => line.replace(offer, () => paint.quiet(offer)))
}

function numberedLines(row: { readonly words: string; readonly aside: string }, number: number, screen: Screen): readonly string[] {
  if (screen.plain) return paragraph(`${String(number)}: ${row.words}${row.aside === '' ? '' : `; ${row.aside}`}.`, screen)
  const width = columnsOf(screen)
  const [at, room] = width < 76 ? [0, 37] : [2, 43]
  const start = { at, columns: 2, text: String(number).padStart(2) }
  const aside = { text: row.aside, paint: screen.paint.quiet }
  if (!isNarrow(screen))
    return beside(
      [start, { at: at + 3, columns: room, text: row.words }, { at: at + room + 4, columns: width - at - room - 4, ...aside }],
      screen,
    )
  const below = row.aside === '' ? [] : beside([{ at: 3, columns: width - 3, ...aside }], screen)
  return [...beside([start, { at: 3, columns: width - 3, text: row.words }], screen), ...below]
}
