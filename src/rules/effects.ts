import type { Calendar } from '../model/calendar.js'
import { epochMinutes } from '../model/day.js'
import type { Day } from '../model/day.js'
import type { Fact, FactOf } from '../model/fact.js'
import type { Contact, ContactId, OpportunityId } from '../model/opportunity.js'
import { actDay, addBusinessDays, rollForward } from './days.js'
import { waits } from './limits.js'
import type { Clock, Obligation, Situation } from './situation.js'
import type { Event } from './timeline.js'

/** What the fold knows beside the facts. `company` is the folded name, for stops. */
export interface Setting {
  readonly calendar: Calendar
  /** The contact's zone. */
  readonly zone: string
  readonly lead: Contact | null
  /** Facts of other opportunities say what holds for a person, and nothing else. */
  readonly here: OpportunityId
  /** Whom the role was about at first, and is now, had nobody left: for others no successor and no number is looked for. */
  readonly meant: readonly (ContactId | null)[]
  readonly company: string
  /** Interviews, when each was recorded and takes place (epoch ms): an invite is settled by one booked, or held, after it. */
  readonly interviews: readonly { readonly id: string; readonly recorded: number; readonly held: number; readonly booked: boolean }[]
  /** Interviews booked ahead, moved ones too, with their day of recording: somebody there has set a time. */
  readonly bookings: readonly { readonly id: string; readonly recorded: Day }[]
}
/** One fact with what is known when it is folded. */
export interface Fold<K extends Event['fact']['kind'] = Event['fact']['kind']> {
  readonly now: Situation
  readonly event: Event
  readonly fact: FactOf<K>
  readonly set: Setting
}

/** Whether a fact is of this opportunity, or of a person or a company as such. */
export function isToldHere({ opportunity }: Pick<Fact, 'opportunity'>, { here }: Pick<Setting, 'here'>): boolean {
  return opportunity === null || opportunity === here
}

/** A clock that runs out `plus` business days after `start`. */
export function clockFrom(anchor: Clock['anchor'], days: { readonly start: Day; readonly plus: number }, calendar: Calendar): Clock {
  return { anchor, ...days, due: actDay(addBusinessDays(days.start, days.plus, calendar), calendar), promisedUntil: null }
}

/** A word from a person: the count of unanswered touches starts afresh, a snooze and a retirement end, and so do a machine's no and the farewell that a wish for no calls asks for. */
export function humanWord(now: Situation, day: Day): void {
  if (now.closed?.by === 'machine') now.closed = null
  if (now.promise && now.clock?.promisedUntil && day >= now.clock.promisedUntil) {
    now.brokenPromises += 1
    now.promise = null
  }
  now.obligations = withoutFarewell(now)
  Object.assign(now, {
    touches: [],
    forced: null,
    snooze: null,
    retired: null,
    closing: null,
    paused: null,
    noShow: null,
    back: null,
    lastHuman: day,
    humanEver: true,
    lastInbound: day,
  })
}

/** What is owed, but for the closing letter after "please don't call": who goes on talking is not to be taken leave of. */
export function withoutFarewell({ obligations }: Situation): Obligation[] {
  return obligations.filter((one) => one.kind !== 'no-calls')
}

/** Takes an offer in, or changes its terms. */
export function offered(now: Situation, day: Day, terms: { readonly respondBy?: Day; readonly written?: boolean }): void {
  const known = now.offer
  humanWord(now, day)
  now.offer = {
    on: known?.on ?? day,
    respondBy: terms.respondBy ?? known?.respondBy ?? null,
    written: terms.written ?? known?.written ?? null,
    asked: known?.asked ?? false,
  }
}

/** Something is mine to do for them, on the next business day. */
export function owe({ now, event, fact, set }: Fold<'heard'> | Fold<'called'>, what: Pick<Obligation, 'kind' | 'step'>): void {
  const on = addBusinessDays(event.day, 1, set.calendar)
  now.obligations = [
    ...now.obligations,
    { ...what, since: event.day, on, fact: fact.id, contact: fact.data.contact ?? set.lead?.id ?? null },
  ]
}

/** They ask for a meeting: mine to confirm, unless one was put on record after it, though their word was told later. A talk that was over by then settles nothing. */
export function oweYes(asked: Fold<'heard'> | Fold<'called'>): void {
  const { fact, set } = asked
  const said = epochMinutes(fact.at) * 60_000
  const isSet = set.interviews.some(
    ({ id, recorded, held, booked }) => (booked || held > said) && (id > fact.id || recorded >= said + 60_000),
  )
  if (!isSet) owe(asked, { kind: 'invite', step: 'confirm' })
}

/** They are away until a first day back: silence and acts wait for it and two business days more; a promise keeps its state. */
export function pauseUntil(now: Situation, back: Day, calendar: Calendar): void {
  now.back = back
  postpone(now, { start: back, plus: waits.backFromLeave, away: 'until start' }, calendar)
}

/** That they are away is told: a call that was agreed for before is off, and comes when they are back like anything else. */
export function absent(now: Situation, back: Day, calendar: Calendar): void {
  pauseUntil(now, back, calendar)
  const due = addBusinessDays(back, waits.backFromLeave, calendar)
  if (now.forced && now.forced.on < due) now.forced = { ...now.forced, on: actDay(due, calendar), at: null }
}

/** Moves the day on which silence is true to the end of a wait, unless it is that late already. */
export function postpone(now: Situation, wait: NonNullable<Clock['moved']>, calendar: Calendar): void {
  const due = actDay(addBusinessDays(wait.start, wait.plus, calendar), calendar)
  if (!now.clock || now.clock.due >= due) return
  now.clock = { ...now.clock, due, promisedUntil: now.clock.promisedUntil && due, moved: wait }
}

/** From when a role on hold may be asked after, whatever I write until then: counted from the day they named for it, else from their word. */
export function pauseOver({ on, until }: NonNullable<Situation['paused']>, calendar: Calendar): Day {
  return until
    ? addBusinessDays(rollForward(until, calendar), waits.pausedUntil, calendar)
    : addBusinessDays(on, waits.pausedRole, calendar)
}

/** Sets a clock that counts from a word; a day they named that is still to come stays in force, and a later end moves its silence. */
export function runClock(now: Situation, day: Day, clock: Clock): void {
  const pending = now.clock?.promisedUntil && day < now.clock.promisedUntil ? now.clock : null
  const later = pending !== null && clock.due > pending.due ? { due: clock.due, moved: { start: clock.start, plus: clock.plus } } : {}
  now.clock = pending ? { ...pending, ...later } : clock
}
