import type { Description } from '../../model/fact.js'
import type { ContactRole, Ending, Stage } from '../../model/opportunity.js'
import type { RefusedRow } from '../../model/sheet.js'
import type { DateOrder, SheetDay } from '../../reading/sheet-date.js'

/** Somebody whom a row names. */
export interface PersonTold {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly role: ContactRole | null
  readonly title: string | null
}

/** One opportunity as the rows of a table tell it: mostly one row, more where an application has a row for each interview. */
export interface Entry {
  readonly lines: readonly number[]
  /** Which opportunity it is, the same whenever the table is read. */
  readonly key: string
  /** What stood in its rows, in short: another when anything in them changed. */
  readonly print: string
  readonly company: string
  readonly role: string | null
  readonly began: SheetDay | null
  readonly interviews: readonly SheetDay[]
  /** What stands in the place of the day of an interview, has figures, and is no day. */
  readonly undated: readonly RefusedRow[]
  readonly stage: Stage | null
  readonly ending: Ending | null
  readonly endedOn: SheetDay | null
  readonly people: readonly PersonTold[]
  readonly described: Pick<Description, 'location' | 'source' | 'salary' | 'priority' | 'tags'>
  readonly handle: string | null
  /** What has no other place, a text for each row. */
  readonly notes: readonly string[]
}

/** A table understood. */
export interface Entries {
  /** Understood anew each time they are gone through, for all of them would not be held in memory. */
  readonly entries: Iterable<Entry>
  readonly refused: readonly RefusedRow[]
  /** Rows that say once more what another row says. */
  readonly twice: number
  /** The orders of figures that its dates are certainly in. */
  readonly orders: ReadonlySet<DateOrder>
}
