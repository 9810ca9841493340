import type { Day } from '../model/day.js'
import type { LetterKind, Outcome, StepName } from '../model/act.js'
import type { ContactId, FactId, Stage, Want } from '../model/opportunity.js'

/** Business days counted after a day. */
export interface Wait {
  readonly start: Day
  readonly plus: number
}

/** Their clock: from which day it counts, and the first day on which silence is true. Days are the contact's. */
export interface Clock {
  readonly anchor: 'interview' | 'promise' | 'reply' | 'answer' | 'talk' | 'courtesy' | 'called-off' | 'pause'
  readonly start: Day
  readonly plus: number
  readonly due: Day
  /** While today is before it the state is `promised`. */
  readonly promisedUntil: Day | null
  /** The wait that moved `due` to a later day than its own, when one did: an absence, or a touch of mine before silence. */
  readonly moved?: Wait & { readonly away?: 'until start' | 'no day' }
}

/** Something that is mine to do because they asked, or because contact broke. */
export interface Obligation {
  readonly kind: 'question' | 'invite' | 'left' | 'wrong-number' | 'conflict' | 'call-back' | 'no-calls' | 'hired' | 'unwanted'
  readonly step: StepName
  readonly since: Day
  readonly on: Day
  readonly fact: FactId
  readonly contact: ContactId | null
}

/** A touch of mine since their last word. */
export interface Touch {
  readonly act: 'letter' | 'dial'
  /** Null for a dial, and for a closing letter after which chasing began again. */
  readonly letter: LetterKind | null
  readonly outcome: Outcome | null
  readonly day: Day
  readonly time: string | null
  /** A voicemail whose mail is out. */
  readonly paired?: true
}

/** An interview that is over, for the thank-yous. */
export interface Meeting {
  readonly day: Day
  readonly contacts: readonly ContactId[]
  readonly stage: Stage
}

/** An interview booked ahead with nothing later on record: it may still come, or have passed without a look back. */
export interface Booking {
  readonly fact: FactId
  readonly command: FactId
  readonly day: Day
  readonly time: string | null
  readonly contacts: readonly ContactId[]
}

/** Everything the facts say that matters for what comes next; the fold's accumulator, changed only inside `fold`. */
export interface Situation {
  clock: Clock | null
  meetings: Meeting[]
  thankedOn: { contact: ContactId | null; day: Day }[]
  obligations: Obligation[]
  bookings: Booking[]
  touches: Touch[]
  /** A letter or dial that must come next: a letter after a full mailbox, a retry after a dropped line, a time the assistant named. */
  forced: { step: 'check-in' | 'call'; on: Day; at: string | null } | null
  /** The day they named; their clock counts from it rolled to a business day. */
  promise: Day | null
  brokenPromises: number
  snooze: { until: Day; fact: FactId } | null
  /** The role is on hold, until a day where they named one. */
  paused: { on: Day; until: Day | null; times: number } | null
  /** How often they have put the role on hold. */
  pauses: number
  /** Their first day back from the absence told of last; a word of theirs ends it. */
  back: Day | null
  /** The day on which they did not come to a meeting, until I wrote or rang, or they did. */
  noShow: Day | null
  /** They talked with me on the phone, or said when to ring. */
  leave: boolean
  /** The last command that told of somebody else than the one chased. */
  another: FactId | null
  closing: { on: Day } | null
  reconnects: Day[]
  retired: FactId | null
  /** It is not chased because it came from a table, not because I stopped. */
  imported: boolean
  closed: { on: Day; by: 'hand' | 'person' | 'machine' | 'offer' } | null
  /** The days of letters sent since it ended. */
  afterNo: Day[]
  offer: { on: Day; respondBy: Day | null; written: boolean | null; asked: boolean } | null
  stops: { contact: ContactId | null; calls: boolean; letters: boolean }[]
  gone: ContactId[]
  noteSent: boolean
  dialTimes: string[]
  lastHuman: Day | null
  humanEver: boolean
  lastInbound: Day | null
  lastTouch: Day | null
  want: Want | null
  /** Letters that were handed over when the program or the line stopped: nobody knows yet whether they left. */
  unsettled: { fact: FactId; letter: LetterKind; contact: ContactId | null; day: Day }[]
  /** Mails that are probably theirs; nobody has said yet whether they are. */
  unconfirmed: { fact: FactId; messageId: string; contact: ContactId | null; day: Day }[]
  noCalls: boolean
}

/** The situation before anything happened. */
export function atFirst(): Situation {
  return {
    clock: null,
    meetings: [],
    thankedOn: [],
    obligations: [],
    bookings: [],
    touches: [],
    forced: null,
    promise: null,
    brokenPromises: 0,
    snooze: null,
    paused: null,
    pauses: 0,
    back: null,
    noShow: null,
    leave: false,
    another: null,
    closing: null,
    reconnects: [],
    retired: null,
    imported: false,
    closed: null,
    afterNo: [],
    offer: null,
    stops: [],
    gone: [],
    noteSent: false,
    dialTimes: [],
    lastHuman: null,
    humanEver: false,
    lastInbound: null,
    lastTouch: null,
    want: null,
    unsettled: [],
    unconfirmed: [],
    noCalls: false,
  }
}

/** Whether calls or letters to someone are on the stop list, for the person or all of the company. */
export function isStopped({ stops }: Situation, contact: ContactId | null, what: 'calls' | 'letters'): boolean {
  return stops.some((stop) => stop[what] && (stop.contact === null || stop.contact === contact))
}
