import type { Instant } from './day.js'

/** An act as a calendar keeps it. `start` and `end` are UTC instants with Z, or whole days (the end exclusive for an event, the day itself for a to-do). */
export interface Entry {
  readonly uid: string
  readonly kind: 'todo' | 'event'
  readonly summary: string
  readonly description: string
  readonly start: string
  readonly end: string
  /** When to be reminded. */
  readonly alarm: Instant
  /** Grows with every change. */
  readonly sequence: number
  /** When it last changed. */
  readonly stamp: Instant
}

/** One file of a calendar: where it is, and the version of it that was read. */
export interface Kept {
  readonly place: string
  readonly etag: string | null
  readonly text: string
}

/** A place where calendars keep entries, each in a file of its own; only ours are read. Methods throw Problem('outside') or Problem('failed'). */
export interface Shelf {
  read(): Promise<readonly Kept[]>
  /** False when somebody made or changed it meanwhile: then nothing was written. */
  put(uid: string, text: string, over: Kept | null): Promise<boolean>
  remove(kept: Kept): Promise<boolean>
}

/** What the files of all our entries begin with. */
export const entryPrefix = 'followup-'
