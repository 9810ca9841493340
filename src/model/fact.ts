import type { HeardKind, LetterChannel, LetterKind, Outcome } from './act.js'
import type { Day, Instant, Moment } from './day.js'
import type { ContactId, ContactRole, Ending, FactId, MeetingForm, OpportunityId, PhoneKind, Reach, Stage, Want } from './opportunity.js'

/** A moment as it lies in a fact's data: `text` is ISO with offset (or a bare day), `zone` an IANA name; read with `parseMoment`. */
export interface StoredMoment {
  readonly text: string
  readonly zone: string
}

/** What can be said of an opportunity beside its company; absent = not said, null = taken back. */
export interface Description {
  /** The company's right name, where it was written wrongly when the opportunity was opened; the handle stays. */
  readonly company?: string
  readonly role?: string | null
  readonly location?: string | null
  readonly source?: string | null
  readonly via?: string | null
  readonly salary?: string | null
  readonly priority?: number | null
  readonly tags?: readonly string[]
  readonly playbook?: string | null
  readonly zone?: string
  readonly country?: string
  readonly confidential?: boolean
}

/** What can be said of a person; absent = not said, null = taken back. */
export interface Introduction {
  readonly contact: ContactId
  readonly name?: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly phoneKind?: PhoneKind | null
  readonly role?: ContactRole | null
  readonly title?: string | null
  readonly zone?: string | null
  readonly assistant?: string | null
  /** How the name is said: 'DAY-na RAY-ess'. */
  readonly say?: string | null
  readonly lead?: boolean
}

/** The look back at an interview; every field may be missing, later debriefs add to earlier ones. */
export interface Debrief {
  readonly landings?: readonly string[]
  readonly hooks?: readonly string[]
  readonly cares?: readonly string[]
  readonly want?: Want
  readonly pay?: string
  readonly reach?: Reach
  readonly assistant?: string
}

/** The terms of an offer; base, hopes and floor as `readAmount` keeps them, other money as the person wrote it. `respondBy` is their day. */
export interface OfferTerms {
  readonly base?: string
  readonly bonus?: string
  readonly equity?: string
  /** Paid once: signing, moving. */
  readonly signOn?: string
  readonly leave?: string
  /** Hours, days at home, travel. */
  readonly hours?: string
  readonly start?: Day
  readonly location?: string
  readonly respondBy?: Day
  readonly written?: boolean
  /** Who made it, and how it reached me, in words. */
  readonly madeBy?: string
  readonly conditions?: readonly string[]
  readonly questions?: readonly string[]
  /** Private: hoped for, fine, and walk-away; never printed unless asked for by flag. */
  readonly hoped?: string
  readonly fine?: string
  readonly floor?: string
}

/** What of an offer may be read from a mail. */
export type OfferNamed = Pick<OfferTerms, 'base' | 'bonus' | 'respondBy'>

/** What is got ready for the talk about an offer; later facts add figures and reasons, and replace the rest. */
export interface Preparation {
  /** What such posts pay, each with where it was found. */
  readonly figures?: readonly string[]
  readonly reasons?: readonly string[]
  /** Ranked, the first the dearest. */
  readonly wishes?: readonly string[]
  /** The figure that will be said. */
  readonly ask?: string
  /** Why that is less than they offer, in the person's own words. */
  readonly anyway?: string
  /** Private, as in the terms. */
  readonly hoped?: string
  readonly fine?: string
  readonly floor?: string
}

/** The version of a calendar's invite that said so (RFC 5545 UID, SEQUENCE, DTSTAMP, RECURRENCE-ID); later versions move or cancel the interview. */
export interface InviteMark {
  readonly uid: string
  readonly sequence: number
  readonly stamp: string
  readonly recurrence?: string
}

/** The rows of a table that an opportunity came from: which one it is there, and a print of what stood in them; read again, they add nothing. */
export interface RowMark {
  readonly key: string
  readonly print: string
}

/** Whom a stop or its lifting concerns: one person, or everyone at one company (folded name). */
export interface StopScope {
  readonly contact?: ContactId
  readonly company?: string
  readonly calls: boolean
  readonly letters: boolean
  readonly reason?: string
}

/** What each kind of fact carries; the whole truth the program knows. */
export interface FactData {
  readonly opened: Description & { readonly company: string; readonly handle: string; readonly row?: RowMark }
  readonly described: Description
  /** A person met in an opportunity, or (with `opportunity` null) a person's own data changed. */
  readonly met: Introduction
  /** An interview, over or (`booked`) still to come; the fact's time is the interview's. */
  readonly interviewed: {
    readonly stage: Stage
    readonly by?: MeetingForm
    readonly contacts: readonly ContactId[]
    readonly booked: boolean
    readonly invite?: InviteMark
  }
  /** A booked interview moved (`to`) or cancelled (`to: null`). */
  readonly rescheduled: { readonly interview: FactId; readonly to: StoredMoment | null; readonly invite?: InviteMark }
  readonly debriefed: Debrief
  /** They named a day; `words` is how, `day` the named day before any rolling. */
  readonly promised: { readonly day: Day; readonly words: string; readonly via: 'interview' | 'reply' | 'call' | 'word' }
  /** A letter on its way out; until a `sent` follows, or it is taken back, nobody knows whether it left. */
  readonly sending: {
    readonly letter: LetterKind
    readonly channel: LetterChannel
    readonly contact: ContactId | null
    readonly messageId: string
    readonly subject: string
    /** Other opportunities with its reader that it speaks of. */
    readonly also?: readonly OpportunityId[]
    /** What it used, for when it turns out to have left. */
    readonly hook?: string
    readonly repair?: string
    readonly template?: string
    readonly anyway?: string
  }
  readonly sent: {
    readonly letter: LetterKind
    readonly channel: LetterChannel
    readonly contact: ContactId | null
    readonly messageId?: string
    readonly subject?: string
    readonly hook?: string
    /** The landing it mended, and the template it was made from. */
    readonly repair?: string
    readonly template?: string
    readonly sending?: FactId
    /** Other opportunities with its reader that it speaks of: the same command put it on record in each, and it counts once. */
    readonly also?: readonly OpportunityId[]
    /** Sent against a rule, in the person's own words. */
    readonly anyway?: string
  }
  /** A letter written in the person's own words, not sent; the latest of its kind to someone counts until that letter is sent. */
  readonly drafted: {
    readonly letter: LetterKind
    readonly contact: ContactId | null
    readonly subject: string
    readonly text: string
    readonly also?: readonly OpportunityId[]
    readonly hook?: string
    readonly repair?: string
    readonly template?: string
  }
  readonly called: {
    readonly outcome: Outcome
    readonly contact: ContactId | null
    readonly callback?: StoredMoment
    readonly gatekeeper?: string
    /** As of a letter. */
    readonly also?: readonly OpportunityId[]
    readonly anyway?: string
  }
  readonly heard: {
    readonly kind: HeardKind
    readonly automated?: boolean
    readonly contact: ContactId | null
    /** The first day back, of an out-of-office; until when the role rests, where it is on hold. */
    readonly until?: Day
    /** The kind of letter that bounced, and where it need not be the latest of that kind its fact. */
    readonly of?: LetterKind
    readonly letter?: FactId
    readonly messageId?: string
  }
  /** A mail that is probably an answer. A `heard` with its messageId says that it is one; a retraction, that it is none. */
  readonly arrived: {
    /** What it was taken for. */
    readonly kind: HeardKind
    /** Nothing in it was recognised: what it says is for the person to say. */
    readonly unclear?: boolean
    readonly automated?: boolean
    readonly contact: ContactId | null
    /** The sender's address. */
    readonly from: string | null
    /** With its angle brackets, or a mark of ours where it has none. */
    readonly messageId: string
    readonly sentence: string | null
    /** The day it names for news; the first day back, or until when the role rests. */
    readonly promise?: Day
    readonly until?: Day
    readonly of?: LetterKind
    /** What an offer names, to be kept with a yes. */
    readonly terms?: OfferNamed
  }
  readonly snoozed: { readonly until: Day; readonly reason?: string }
  readonly held: { readonly contact: ContactId; readonly until: Day; readonly reason?: string }
  /** `hired`: I took a job elsewhere (which one is not said here, so that it can be forgotten); what is left is to withdraw. `imported`: it came from a table, and was never chased. */
  readonly retired: { readonly reason?: string; readonly hired?: true; readonly imported?: true }
  readonly resumed: { readonly reason?: string }
  readonly closed: { readonly as: Ending; readonly reason?: string }
  readonly reopened: { readonly reason?: string }
  readonly stopped: StopScope
  readonly lifted: StopScope
  readonly offered: OfferTerms
  readonly prepared: Preparation
  readonly noted: { readonly text: string }
  /** Takes back other facts (an undo); retracting a retraction brings them back (a redo). */
  readonly retracted: { readonly facts: readonly FactId[] }
}
export type FactKind = keyof FactData

interface FactBase {
  readonly id: FactId
  /** The id of the first fact of the same command: what one `undo` takes back. */
  readonly command: FactId
  /** Null for facts about a person or a company as such, and for retractions. */
  readonly opportunity: OpportunityId | null
  /** When it happened. */
  readonly at: Moment
  /** When it was written down. */
  readonly recorded: Instant
}

/** One thing that happened; immutable. */
export type Fact = FactOf<FactKind>
/** A fact of one kind, or of several; as a mapped type it lets a table of functions by kind be called with a fact. */
export type FactOf<K extends FactKind> = { readonly [P in K]: FactBase & { readonly kind: P; readonly data: FactData[P] } }[K]
/** A fact as a command proposes it; the store adds id, command and time of recording. `id` may be chosen ahead with `World.newId`. */
export type FactDraft = {
  readonly [K in FactKind]: {
    readonly id?: FactId
    readonly opportunity: OpportunityId | null
    readonly at: Moment
    readonly kind: K
    readonly data: FactData[K]
  }
}[FactKind]
