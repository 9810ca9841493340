import type { Day, Instant } from './day.js'
import type { OpportunityId } from './opportunity.js'

/** An act a reminder may speak of; the mark changes when the act does. */
export interface Reminder {
  readonly opportunity: OpportunityId
  readonly mark: string
  /** The acts that are said along with it. */
  readonly along: readonly Omit<Reminder, 'along'>[]
}

/** What one run of the reminders may say; nobody else says it meanwhile. */
export interface ReminderClaim {
  readonly run: number
  readonly fresh: readonly Reminder[]
}

/** A run of the reminders; `ended` is false while it goes on, or when it was cut off; `fault` says why nothing was delivered. */
export interface ReminderRun {
  readonly at: Instant
  readonly said: number
  readonly ended: boolean
  readonly fault: string | null
}

/** An entry of a calendar that somebody ticked, though nothing here says that it happened; `denied`: the person said that it did not. */
export interface Tick {
  readonly opportunity: string
  readonly uid: string
  readonly denied: boolean
}

/** What reminders have said and may say. Runs at the same time share nothing: what one has claimed, another does not get. */
export interface Reminders {
  /** Claims of these what nobody said, with what is said along: on this day of mine, or with `ever` on any day. What a run that was cut off had claimed is free again after ten minutes. */
  claim(wanted: readonly Reminder[], on: { readonly day: Day; readonly ever: boolean }): ReminderClaim
  /** Ends a run that had so many things to say; with a fault all it claimed may be said again. */
  settle(run: number, how: { readonly said: number; readonly fault: string | null; readonly day: Day }): void
  /** Of these those that no look was given before; they are known to the next, and reminders know nothing of it. Throws Problem('store') where they cannot be kept. */
  look<One extends Omit<Reminder, 'along'>>(wanted: readonly One[], day: Day): readonly One[]
  /** The latest run but those that go on; null before the first. */
  last(): ReminderRun | null
  /** What was ticked in a calendar and is not on record here. */
  ticks(): readonly Tick[]
  /** Keeps these ticks and no others; nothing is written when it is the same. */
  keepTicks(ticks: readonly Tick[], day: Day): void
}
