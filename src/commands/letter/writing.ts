import type { CaseFile, OpportunityRow } from '../../model/store.js'
import type { ContactId } from '../../model/opportunity.js'
import type { LocalTime } from '../../model/day.js'
import type { LetterKind } from '../../model/act.js'

/** A letter that is about to be written: to whom, at which moment of the contact's clock. */
export interface Writing {
  readonly row: OpportunityRow
  readonly file: CaseFile
  readonly letter: LetterKind
  readonly to: ContactId | null
  readonly at: LocalTime
  /** Calls to the reader are stopped, or never made. */
  readonly noCalls: boolean
}
