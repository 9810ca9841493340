import type { Day } from './day.js'

/** Somebody in an invite; `name` is '' and `email` null when it does not say. */
export interface Guest {
  readonly name: string
  /** Lower case. */
  readonly email: string | null
}

/** When something is, as an invite writes it, before anyone worked out which instant that is. */
export type WrittenTime =
  | { readonly kind: 'day'; readonly day: Day }
  /** 'HH:MM:SS' on some clock: `tzid` as written, null = a floating time; `shifts` where the invite brings the rules of that clock along. */
  | {
      readonly kind: 'wall'
      readonly day: Day
      readonly time: string
      readonly tzid: string | null
      readonly shifts: readonly Shift[] | null
      /** The IANA name that some programs add to those rules. */
      readonly location: string | null
    }
  /** `offset` is minutes east of UTC. */
  | { readonly kind: 'fixed'; readonly day: Day; readonly time: string; readonly offset: number }

/** A clock is put forward or back: from this instant on it is `to` minutes east of UTC, before it `from`. */
export interface Shift {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** How long, with whole days (which may have 23 hours) apart from seconds. */
export interface Length {
  readonly days: number
  readonly seconds: number
}

/** One event of a calendar object (RFC 5545, 5546) as written. */
export interface WrittenEvent {
  readonly uid: string | null
  /** RECURRENCE-ID as written: one of a series; null = the event itself. */
  readonly recurrence: string | null
  /** METHOD, upper case; 'PUBLISH' where none is named. */
  readonly method: string
  readonly sequence: number
  readonly stamp: string
  readonly cancelled: boolean
  /** Null only for a cancellation that names no time. */
  readonly start: WrittenTime | null
  readonly end: WrittenTime | Length | null
  /** Midnight to midnight, told as a whole day by Outlook. */
  readonly wholeDay: boolean
  /** It comes back; only the first time is told. */
  readonly repeats: boolean
  readonly summary: string
  readonly location: string
  readonly organizer: Guest | null
  readonly attendees: readonly Guest[]
}

/** An event that cannot be read, and why: half a sentence. */
export interface RefusedEvent {
  readonly uid: string | null
  readonly reason: string
}

/** What a file of events holds. `zone` is the calendar's own, for times that name none. */
export interface WrittenEvents {
  readonly events: readonly { readonly event: WrittenEvent; readonly zone: string | null }[]
  readonly refused: readonly RefusedEvent[]
}

/** One event with its times worked out: instants in UTC with Z, whole days as YYYY-MM-DD (the end exclusive). */
export interface Invite {
  readonly uid: string | null
  readonly start: string | null
  readonly end: string | null
  /** The IANA name where it is known, else the name the invite gives; null for whole days. */
  readonly zone: string | null
  readonly allDay: boolean
  readonly sequence: number
  readonly cancelled: boolean
  readonly summary: string
  readonly organizer: Guest | null
  readonly attendees: readonly Guest[]
  readonly location: string
  readonly method: string
  readonly recurrence: string | null
  readonly repeats: boolean
  readonly stamp: string
}
