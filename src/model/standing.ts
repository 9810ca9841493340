import type { Channel, StepName } from './act.js'
import type { Day } from './day.js'
import type { ContactId, ContactRole } from './opportunity.js'
import type { Hours } from './playbook.js'

/** The states of an opportunity; where several hold, the earlier in this list is the one said (src/rules/phases.ts). */
export const states = ['closed', 'offer', 'retired', 'answered', 'snoozed', 'promised', 'parked', 'waiting', 'silent'] as const
export type State = (typeof states)[number]
/** Whose move it is; null when nobody's (closed, retired). */
export type Court = 'mine' | 'theirs' | null

/** One reason behind an assessment; `code` is stable, `text` is for people, the rest is the arithmetic. Days are the contact's. */
export interface Reason {
  readonly code: string
  readonly text: string
  /** The day the reason speaks of. */
  readonly on?: Day
  /** `on` = `from` + `plus` business days. */
  readonly from?: Day
  readonly plus?: number
}

/** The next act. `since` is the contact's day on which it first falls due; `since` = the day of an interview or debrief. */
export interface Act {
  readonly step: StepName
  readonly channel: Channel | null
  readonly since: Day
  /** 'HH:MM' on the contact's clock of `since`, of an appointment (interview, call back); else null. It holds on that day only. */
  readonly at: string | null
  /** The n-th try … */
  readonly attempt: number
  /** … of so many. */
  readonly of: number
  readonly contact: ContactId | null
  /** Fair hours on the contact's clock, of an appointment those for the days after it; null when any hour will do. */
  readonly window: Hours | null
  /** 'HH:MM' of the last dial on the contact's clock, where there was one: those hours are not proposed again at once. */
  readonly dialled?: string
  /** The contact's last day on which it is proposed, where it has one: on that evening any hour will do. */
  readonly last?: Day
  /** A dial on which a message may be left on a machine. */
  readonly voicemail: boolean
  /** The playbook step's id, null for acts that no playbook orders. */
  readonly rule: string | null
}

/** A stretch of days on which the standing is the same, but for `next.on`. */
export interface Phase {
  /** First moment of the stretch on the contact's clock: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM', inclusive; '' = always was so. */
  readonly from: string
  readonly state: State
  readonly court: Court
  readonly silentSince: Day | null
  readonly next: Act | null
  readonly because: readonly Reason[]
}

/** The rules' verdict on one history, which never looks at today: what will be so from when. Cached by the store. */
export interface Outlook {
  /** In order of `from`; the first has from ''. */
  readonly phases: readonly Phase[]
  /** Zone and country whose days these are. */
  readonly zone: string
  readonly country: string
  readonly playbook: string
  readonly lead: ContactId | null
  /** The contact's days of the last word from them (an interview counts once it is over, see `coming`), of my last touch, and of the promise in force. */
  readonly lastInbound: Day | null
  readonly lastTouch: Day | null
  readonly promise: Day | null
  /** The contact's day by which they want my answer to an offer that is open; null without one. */
  readonly answerBy: Day | null
  /** Interviews booked ahead that nothing on record shows to be over: their day, and the moment on the contact's clock from which they are a word of theirs. */
  readonly coming: readonly { readonly day: Day; readonly over: string }[]
  /** What is used up of the budget since their last word. */
  readonly used: { readonly units: number; readonly dials: number; readonly voicemails: number }
}

/** The contact of a next act, as `--json` shows it. */
export interface ActContact {
  readonly name: string
  readonly role: ContactRole | null
  readonly email: string | null
  readonly phone: string | null
}

/** One standing on one day: exactly the JSON of `due` and `show`. Days are the contact's. */
export interface Standing {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  readonly state: State
  readonly silentSince: Day | null
  readonly silentBusinessDays: number | null
  readonly lastInbound: Day | null
  readonly lastTouch: Day | null
  readonly promise: Day | null
  readonly answerBy: Day | null
  readonly court: Court
  readonly next: NextAct | null
  readonly because: readonly { readonly code: string; readonly text: string }[]
}
/** `on` is the day to act, never before the contact's today; `since` the day it first fell due. */
export interface NextAct {
  readonly step: StepName
  readonly channel: Channel | null
  readonly on: Day
  readonly since: Day
  readonly at: string | null
  readonly attempt: number
  readonly of: number
  readonly contact: ActContact | null
  readonly window: (Hours & { readonly zone: string }) | null
}
