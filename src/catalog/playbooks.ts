import type { LetterChannel, LetterKind } from '../model/act.js'
import type { Anchor, Hours, ParkStep, Playbook, Step } from '../model/playbook.js'

/** A playbook as its file has it, known to be valid; hours are texts like '08:00-11:00'. */
export interface PlaybookDocument {
  readonly name: string
  readonly title: string
  readonly summary: string
  readonly steps: readonly StepDocument[]
}
interface Timed {
  readonly id: string
  readonly goal: string
  readonly after: Anchor
  readonly wait: number
}
/** A letter in a playbook's file. */
export type LetterDocument = Timed & {
  readonly act: 'letter'
  readonly letter: LetterKind
  readonly channel: LetterChannel
  readonly hours: string
  readonly to?: 'boss'
  readonly optional?: boolean
}
/** A round of calls in a playbook's file. */
export type CallDocument = Timed & {
  readonly act: 'calls'
  readonly dials: number
  readonly voicemail: readonly number[]
  readonly hours: readonly string[]
}
export type StepDocument = LetterDocument | CallDocument | ParkStep

/** The document as a playbook; `dials` is the sum over its rounds. */
export function playbookOf(document: PlaybookDocument): Playbook {
  const steps = document.steps.map(stepOf)
  const dials = steps.reduce((sum, step) => sum + (step.act === 'calls' ? step.dials : 0), 0)
  return { name: document.name, title: document.title, summary: document.summary, steps, dials }
}

/** The text 'HH:MM-HH:MM' as hours, from inclusive, to exclusive. */
function hoursOf(text: string): Hours {
  return { from: text.slice(0, 5), to: text.slice(6) }
}

function stepOf(step: StepDocument): Step {
  switch (step.act) {
    case 'letter':
      return { ...step, hours: hoursOf(step.hours) }
    case 'calls':
      return { ...step, hours: step.hours.map(hoursOf) }
    case 'park':
      return step
  }
}
