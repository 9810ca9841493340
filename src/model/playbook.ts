import type { LetterChannel, LetterKind } from './act.js'
import type { Stage } from './opportunity.js'

/** Hours of one day on the contact's clock, 'HH:MM', from inclusive, to exclusive. */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** Where a step's wait is counted from. */
export type Anchor = 'interview' | 'promise' | 'previous' | 'close' | 'no'

interface StepBase {
  readonly id: string
  /** Why a person does this now, one short clause for `plan` and `why`. */
  readonly goal: string
  readonly after: Anchor
  /** Business days of the contact's calendar after the anchor. */
  readonly wait: number
}
/** One letter; `to` narrows the reader when it is not the one who is chased. */
export type LetterStep = StepBase & {
  readonly act: 'letter'
  readonly letter: LetterKind
  readonly channel: LetterChannel
  readonly hours: Hours
  readonly to?: 'boss'
  /** Only if the person has something to say (value-add): proposed, never waited for twice. */
  readonly optional?: boolean
}
/** A round of dials, one a business day; `voicemail` lists the dials on which a message may be left, counted from 1. */
export type CallStep = StepBase & {
  readonly act: 'calls'
  readonly dials: number
  readonly voicemail: readonly number[]
  readonly hours: readonly Hours[]
  /** Only once they said when to call, or were talked with. */
  readonly leave?: boolean
}
/** Nothing more to do: at rest from the anchor + wait. */
export type ParkStep = StepBase & { readonly act: 'park' }
export type Step = LetterStep | CallStep | ParkStep

/** An ordered list of steps with waits: data in `data/playbooks/`, or a person's own file. */
export interface Playbook {
  readonly name: string
  readonly title: string
  readonly summary: string
  readonly steps: readonly Step[]
  /** Dials in all, at most 6. */
  readonly dials: number
}

/** Whether it begins after a no: nobody who is open follows such a one. */
export function isAfterNo({ steps }: Playbook): boolean {
  return steps[0]?.after === 'no'
}

/** Patience of one stage, in business days. */
export interface StagePatience {
  readonly wait: number
  readonly buffer: number
}
export type Patience = Readonly<Record<Stage, StagePatience>>

/** Limits no playbook can pass; docs/coaching.md names them. */
export interface Budget {
  readonly units: number
  readonly dials: number
  readonly mobileDials: number
  readonly voicemails: number
}
