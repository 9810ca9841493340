import type { HistoryFact, HistoryResult } from '../commands/history.js'
import type { Day } from '../model/day.js'
import { columnDay } from './day-words.js'
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
  return page([
    ...head,
    ...facts.filter((one) => !isSent(one, facts)).flatMap((one) => lineOf(one, { asOf, took, facts, alone: handle !== null }, screen)),
  ])
}

interface Page {
  readonly asOf: Day
  readonly took: HistoryResult['took']
  readonly facts: readonly HistoryFact[]
  /** All facts are of one opportunity. */
  readonly alone: boolean
}

function lineOf(one: HistoryFact, { asOf, took, facts, alone }: Page, screen: Screen): readonly string[] {
  const day = columnDay(dayOfFact(one), asOf)
  const words = `${took[one.id] ?? factWords(one, asOf)}${fateWords(one, facts, asOf)}${one.retracted ? ' (taken back)' : ''}`
  const reason = [alone ? '' : (one.handle ?? ''), one.people.join(', ')].filter((part) => part !== '').join(', ')
  if (screen.plain) return [sentences([day.replace('  ', ' '), capital(words), reason])]
  return row({ name: day, act: words, reason, plainName: true }, screen)
}
