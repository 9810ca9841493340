import type { DemoAct, DemoResult } from '../commands/demo.js'
import { title } from './grids.js'
import { columnsOf, page, paragraph } from './layout.js'
import type { Screen } from './screen.js'

/** The story as a terminal session with a narrator, an act a page: the hour, what happens, the command, what it printed. */
export function demoPages(result: DemoResult, screen: Screen): readonly string[] {
  const opening = [...title(result.title, '', screen), '', ...paragraph(result.opening, screen)]
  const last = result.acts.length - 1
  return result.acts.map((act, index) =>
    page([
      ...(index === 0 ? opening : []),
      ...actLines(act, screen),
      ...(index === last ? ['', ...paragraph(result.closing, screen)] : []),
    ]),
  )
}

function actLines(act: DemoAct, screen: Screen): readonly string[] {
  const command = commandLines(act.argv, columnsOf(screen)).map((line) => screen.paint.strong(line))
  return ['', '', screen.paint.quiet(act.when), ...paragraph(act.says, screen), '', ...command, act.output.trimEnd()]
}

/** The command as it would be typed, broken before a word with a backslash where it is longer than the screen. */
function commandLines(argv: readonly string[], width: number): readonly string[] {
  const rows: string[] = []
  let row = '$ followup'
  for (const word of argv.map(quoted)) {
    if (row.length + word.length + 3 > width) {
      rows.push(`${row} \\`)
      row = `    ${word}`
    } else row += ` ${word}`
  }
  return [...rows, row]
}

function quoted(word: string): string {
  return /^[\w.,:=%+@-]+$/.test(word) ? word : `"${word}"`
}
