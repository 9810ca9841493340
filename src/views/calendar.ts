import type { CalendarResult } from '../commands/calendar.js'
import type { Pushed } from '../commands/calendar/settle.js'
import { fact } from './grids.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'
import { counted } from './phrases.js'

/** The calendar itself, or what was written where. */
export function calendarView(result: CalendarResult, screen: Screen): string {
  if ('text' in result) return result.text
  if ('file' in result) return page(fact('Written', `${counted(result.entries, 'thing')} to do, to ${result.file}`, screen))
  return page([...fact('Folder', result.folder, screen), ...pushedLines(result.pushed, screen)])
}

/** What became of the entries on a server. */
export function pushedLines({ created, updated, completed, deleted, ticked, passed }: Pushed, screen: Screen): readonly string[] {
  const parts = [
    [created, 'new'],
    [updated, 'changed'],
    [completed, 'done'],
    [deleted, 'taken away'],
  ] as const
  const words = parts.flatMap(([count, word]) => (count > 0 ? [`${String(count)} ${word}`] : []))
  return [
    ...fact('Calendar', words.length > 0 ? words.join(', ') : 'nothing to change', screen),
    ...ticked.flatMap(({ summary, handle }) =>
      paragraph(`Ticked in your calendar: "${summary}". Did this happen? followup do ${handle}`, screen),
    ),
    ...(passed === 0
      ? []
      : paragraph(`${counted(passed, 'entry', 'entries')} changed there at this moment; the next sync looks again.`, screen)),
  ]
}
