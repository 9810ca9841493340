import type { Outgoing } from '../../model/letter.js'
import type { Gap } from './missing.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import type { LetterKind } from '../../model/act.js'
import type { Me } from '../asking/me.js'
import type { First } from '../offer/paper.js'
import type { Checkup } from '../../model/finding.js'
import type { Needs } from '../../world.js'
import type { Noted } from '../recording/record.js'

/** What is asked of a letter. */
export interface LetterArgs {
  readonly opp: string
  readonly kind?: string
  readonly to?: string
  readonly hook?: string
  readonly say?: string
  readonly day?: string
  readonly another?: string
  /** Other opportunities with the same reader that it is to speak of, by reference; `alone` leaves out those that are near. */
  readonly also?: readonly string[]
  readonly alone?: true
  readonly edit?: true
  readonly out?: string
  readonly copy?: true
  readonly mailto?: true
  readonly eml?: string
  readonly drafts?: true
  readonly send?: true
  readonly yes?: true
  readonly anyway?: string
  readonly nothingHeard?: true
  /** Just asked, and in no setting that this run has read. */
  readonly me?: Me
  /** One of the acts of a day, which may also be done otherwise, or put off. */
  readonly within?: true
}

/** What a letter can reach. */
export type LetterWorld = Needs<
  'clock' | 'catalog' | 'settings' | 'store' | 'letters' | 'tone' | 'copyText' | 'writeText' | 'editText' | 'ask' | 'mailOut' | 'readInput'
>

/** A letter as it would leave now, and what the composure check says of it. */
export interface LetterResult extends Outgoing {
  readonly to: Outgoing['to'] & { readonly id: ContactId | null }
  readonly handle: string
  readonly letter: LetterKind
  /** It is the person's own wording, written earlier and not sent. */
  readonly kept: boolean
  readonly hook: string | null
  readonly repair: string | null
  readonly template: string | null
  /** The other opportunities that it speaks of: one message for all of them. */
  readonly also: readonly { readonly id: OpportunityId; readonly handle: string }[]
  readonly checkup: Checkup
  /** What had better come before it; null where nothing does. */
  readonly first: First | null
  /** What is good to know before it leaves, a sentence each. */
  readonly notes: readonly string[]
  /** What would make it better and is not known. */
  readonly missing: readonly Gap[]
  /** What was done with it, a sentence or more; null when it was only looked at. */
  readonly done: string | null
  /** What was recorded of it once it left; null where it was not sent from here. */
  readonly noted: Noted | null
}
