import type { HistoryFact, HistoryResult } from '../commands/history.js'
import type { Day } from '../model/day.js'
import { columnOfDays } from './day-words.js'
import { dayOfFact, factWords, fateWords, isSent } from './fact-words.js'
import { capital, row, sentences } from './grids.js'
import { page, paragraph } from './layout.js'
import type { Screen } from './screen.js'

/** What was recorded, a fact a line, in the order in which it was written down. */
export function historyView({ asOf, handle, facts, took, earlier }: HistoryResult, screen: Screen): string {
  if (facts.length === 0) return page(paragraph('Nothing is recorded yet.', screen))
  const head = earlier
    ? [...paragraph('The latest records; "followup history OPPORTUNITY" shows all of one, --json everything.', screen), '']
    : []
  const shown = facts.filter((one) => !isSent(one, facts))
  const dayWords = columnOfDays(shown.map(dayOfFact), asOf)
  return page([...head, ...shown.flatMap((one) => lineOf(one, { dayWords, took, facts, alone: handle !== null }, screen))])
}

interface Page {
  readonly dayWords: (day: Day) => string
  readonly took: HistoryResult['took']
  readonly facts: readonly HistoryFact[]
  /** All facts are of one opportunity. */
  readonly alone: boolean
}

function lineOf(one: HistoryFact, { dayWords, took, facts, alone }: Page, screen: Screen): readonly string[] {
  const on = dayOfFact(one)
  const day = dayWords(on)
  const words = `${took[one.id] ?? factWords(one, on)}${fateWords(one, facts, on)}${one.retracted ? ' (taken back)' : ''}`
  const reason = [alone ? '' : (one.handle ?? ''), one.people.join(', ')].filter((part) => part !== '').join(', ')
  if (screen.plain) return [sentences([day.replace('  ', ' '), capital(words), reason])]
  return row({ name: day, act: words, reason, plainName: true }, screen)
}
