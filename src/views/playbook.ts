import type { PlaybookCheck, PlaybookChoice, PlaybookHead, PlaybookList, PlaybookPage, PlaybookResult } from '../commands/playbook.js'
import type { LetterKind } from '../model/act.js'
import { hoursText } from './day-words.js'
import { aligned, capital, fact, row, rows, sentences, title } from './grids.js'
import type { Row } from './grids.js'
import { beside, columnsOf, isNarrow, page, paragraph } from './layout.js'
import { safe } from '../model/safe.js'
import type { Screen } from './screen.js'
import { writtenView } from './written.js'

/** What `playbook` answers: the list, one page, a check, how to choose, or the block that closes a write. */
export function playbookView(result: PlaybookResult, screen: Screen): string {
  if ('recorded' in result) return writtenView(result, screen)
  if ('playbooks' in result) return page(listLines(result, screen))
  if ('steps' in result) return page(pageLines(result, screen))
  return page('faults' in result ? checkLines(result, screen) : choiceLines(result, screen))
}

function listLines({ playbooks }: PlaybookList, screen: Screen): readonly string[] {
  const parts = playbooks.map((entry) => ({ name: entry.name, act: entry.title, reason: marks(entry, entry.open) }))
  const lines = screen.plain ? parts.map(({ name, act, reason }) => sentences([name, act, capital(reason)])) : rows(parts, screen)
  return [...title('Playbooks', '', screen), '', ...lines, '', ...fact('Next', 'followup playbook show NAME', screen)]
}

function marks(entry: PlaybookHead, open: number): string {
  const words = [entry.default ? 'the default' : '', entry.own ? 'yours' : '', open > 0 ? `in use, ${open} open` : '']
  return words.filter((word) => word !== '').join(', ')
}

const LIMITS =
  'Waits are business days, and hours are on their clock. Never more than 4 messages, 6 calls, 2 voicemails. A word from them goes before all of it.'

function pageLines(playbook: PlaybookPage, screen: Screen): readonly string[] {
  const last = playbook.steps.length
  const { at: column } = aligned(playbook.steps.map(stepRow), screen)
  const steps = playbook.steps.flatMap((step, index) => stepLines(step, { place: `Step ${index + 1} of ${last}`, column }, screen))
  return [
    ...title(playbook.name, marks(playbook, 0), screen),
    ...paragraph(playbook.title, screen),
    '',
    ...paragraph(playbook.summary, screen),
    '',
    ...steps,
    '',
    ...paragraph(LIMITS, screen),
    '',
    ...fact('Next', `followup playbook use ${playbook.name} OPPORTUNITY`, screen),
  ]
}

type StepOnPage = PlaybookPage['steps'][number]

function stepRow(step: StepOnPage): Row {
  const wait = step.from === 'interview' && step.wait === 0 ? 'when silence begins' : `${FROM[step.from] ?? step.from} + ${step.wait}`
  return { name: step.id, act: actText(step), reason: wait }
}

/** A row, below it the hours and the goal, each on lines of its own. */
function stepLines(
  step: StepOnPage,
  { place, column }: { readonly place: string; readonly column: number },
  screen: Screen,
): readonly string[] {
  const parts = stepRow(step)
  if (screen.plain) return [sentences([place, step.id, ...[parts.act, parts.reason, hoursOf(step), step.goal].map(capital)])]
  const at = isNarrow(screen) ? 4 : column
  const below = [hoursOf(step), step.goal].flatMap((text) =>
    beside([{ at, columns: columnsOf(screen) - at, text, paint: screen.paint.quiet }], screen),
  )
  return [...row(parts, screen, column), ...below]
}

const FROM: Readonly<Record<string, string>> = { promise: 'their day', no: 'the no' }

const LETTERS: Readonly<Partial<Record<LetterKind, string>>> = {
  'love-letter': 'the note',
  'value-add': 'something useful',
  'check-in': 'a check-in',
  'close-the-loop': 'close the loop',
  'rejection-reply': 'an answer to the no',
  reconnect: 'a few lines of news',
}

function actText(step: StepOnPage): string {
  switch (step.act) {
    case 'park':
      return 'at rest'
    case 'calls':
      return `${step.dials} ${step.dials === 1 ? 'call' : 'calls'}${step.voicemail.length === 0 ? '' : `, message on ${step.voicemail.join(' and ')}`}${step.leave ? ', with their leave' : ''}`
    case 'letter':
      return `${LETTERS[step.letter] ?? step.letter}${step.to ? ' to the boss' : ''}${step.channel === 'email' ? '' : ` by ${step.channel}`}${step.optional ? ', if it fits' : ''}`
  }
}

function hoursOf(step: StepOnPage): string {
  if (step.act === 'park') return ''
  return step.act === 'letter' ? hoursText(step.hours) : step.hours.map(hoursText).join(', ')
}

function checkLines({ file, faults }: PlaybookCheck, screen: Screen): readonly string[] {
  return faults.length === 0 ? [`${safe(file)} can be used.`] : faults.flatMap((fault) => paragraph(fault, screen))
}

function choiceLines(choice: PlaybookChoice, screen: Screen): readonly string[] {
  return [
    ...title(choice.name, choice.title, screen),
    '',
    ...fact('For one', `followup playbook use ${choice.name} OPPORTUNITY`, screen),
    ...fact('For all', `${choice.variable}=${choice.name} in the environment`, screen),
  ]
}
