import type { Fact, FactKind } from '../model/fact.js'
import { rollForward } from './days.js'
import { absent, clockFrom, humanWord, isToldHere, offered, pauseUntil, withoutFarewell } from './effects.js'
import type { Fold, Setting } from './effects.js'
import { foldCalled } from './fold-called.js'
import { foldHeard, unmet } from './fold-heard.js'
import { foldSent } from './fold-sent.js'
import { patience, waits } from './limits.js'
import type { Obligation, Situation } from './situation.js'
import type { Event } from './timeline.js'
import { localIn } from './zones.js'

/** Adds one event to the situation, in place. Events come in order of happening; a booking with nothing after it is pending, see `phases`. */
export function fold(now: Situation, event: Event, set: Setting): void {
  const { back } = now
  if (isToldHere(event.fact, set)) lookBack(now, event)
  foldAs({ now, event, fact: event.fact, set })
  if (isOfAnother(event.fact, set)) now.another = event.fact.command
  if (back && now.another === event.fact.command) pauseUntil(now, back, set.calendar)
}

/** Whether somebody else than the one chased spoke, or was written to: that, and a day they name with it, is no end of an absence of theirs. */
function isOfAnother({ kind, data }: Fact, { lead }: Setting): boolean {
  if (!lead) return false
  if (kind === 'interviewed') return data.contacts.length > 0 && !data.contacts.includes(lead.id)
  return (kind === 'heard' || kind === 'called' || kind === 'sent') && data.contact !== null && data.contact !== lead.id
}

function foldAs<K extends FactKind>(fold: Fold<K>): void {
  folders[fold.fact.kind](fold)
}

const ignored = (): void => undefined

/** What each kind of fact does to the situation. */
const folders: { readonly [K in FactKind]: (fold: Fold<K>) => void } = {
  interviewed: foldInterview,
  promised: foldPromise,
  sent: foldSent,
  called: foldCalled,
  heard: foldHeard,
  offered: ({ now, event, fact }) => offered(now, event.day, fact.data),
  debriefed: foldDebrief,
  met: foldMet,
  snoozed: ({ now, fact }) => void (now.snooze = { until: fact.data.until, fact: fact.id }),
  held: foldHold,
  retired: foldRetired,
  resumed: ({ now }) => {
    now.snooze = null
    resume(now)
  },
  closed: ({ now, event }) => void (now.closed = { on: event.day, by: now.closed?.by === 'offer' ? 'offer' : 'hand' }),
  reopened: ({ now }) => {
    now.closed = null
    resume(now)
  },
  stopped: foldStop,
  lifted: foldLift,
  opened: ignored,
  described: ignored,
  rescheduled: foldCalledOff,
  sending: ({ now, event, fact: { id, data } }) =>
    void now.unsettled.push({ fact: id, letter: data.letter, contact: data.contact, day: event.day }),
  arrived: ({ now, event, fact: { id, data } }) =>
    void now.unconfirmed.push({ fact: id, messageId: data.messageId, contact: data.contact, day: event.day }),
  prepared: ignored,
  noted: ignored,
  drafted: ignored,
  retracted: ignored,
}

/** Anything on record after a booked interview shows that it is over and spoken of: no look back is asked for any more. */
function lookBack(now: Situation, { fact }: Event): void {
  const over = now.bookings.find((one) => one.command !== fact.command)
  if (!over || !speaksOfIt(fact)) return
  now.lastInbound = over.day
  if (fact.kind === 'heard' && fact.data.kind === 'no-show') unmet(now, over.day)
  now.bookings = now.bookings.filter((one) => one.command === fact.command)
}

/** Whether a fact that follows a booked interview shows that it is over. */
export function speaksOfIt(fact: Fact): boolean {
  return !passive.has(fact.kind) && !(fact.kind === 'interviewed' && fact.data.booked)
}
const passive: ReadonlySet<string> = new Set(['arrived', 'opened', 'met', 'described', 'rescheduled', 'retracted'])

function foldInterview({ now, event, fact, set }: Fold<'interviewed'>): void {
  const { stage, contacts, booked } = fact.data
  const people = contacts.length > 0 ? contacts : set.lead ? [set.lead.id] : []
  now.meetings.push({ day: event.day, contacts: people, stage })
  now.clock = clockFrom('interview', { start: event.day, plus: patience[stage].wait }, set.calendar)
  now.promise = null
  now.touches = []
  now.obligations = withoutFarewell(now)
  now.noteSent = false
  now.forced = null
  now.closing = null
  now.paused = null
  now.noShow = null
  now.back = null
  if (now.retired && fact.id > now.retired) now.retired = null
  if (now.snooze && fact.id > now.snooze.fact) now.snooze = null
  const heardOn = booked ? localIn(set.zone, Date.parse(fact.recorded)).day : event.day
  now.lastInbound = now.lastInbound && now.lastInbound > heardOn ? now.lastInbound : heardOn
  if (!booked) return
  if (!now.lastHuman || now.lastHuman < heardOn) now.lastHuman = heardOn
  now.bookings = [...now.bookings, { fact: fact.id, command: fact.command, day: event.day, time: event.time, contacts: people }]
}

/** Who had set a time is there still: called off after their time was up, they have some days more for another. */
function foldCalledOff({ now, event, fact, set }: Fold<'rescheduled'>): void {
  if (fact.data.to !== null || !now.clock || event.day < now.clock.due) return
  now.clock = clockFrom('called-off', { start: event.day, plus: waits.calledOff }, set.calendar)
}

function foldPromise({ now, event, fact, set }: Fold<'promised'>): void {
  const stage = now.meetings.at(-1)?.stage ?? 'manager'
  const named = rollForward(fact.data.day, set.calendar)
  if (fact.data.via !== 'interview') humanWord(now, event.day)
  const clock = clockFrom('promise', { start: named, plus: patience[stage].buffer }, set.calendar)
  now.clock = { ...clock, promisedUntil: clock.due }
  now.promise = fact.data.day
  // Who names a day goes on: whether the machine's no was meant need not be asked.
  if (fact.data.via !== 'interview') now.obligations = now.obligations.filter((one) => one.kind !== 'conflict')
}

/** Who does not want the job says so kindly, and soon. */
function foldDebrief({ now, event, fact, set }: Fold<'debriefed'>): void {
  now.want = fact.data.want ?? now.want
  now.obligations = now.obligations.filter((one) => one.kind !== 'unwanted')
  if (now.want === 'no') now.obligations = [...now.obligations, withdrawal('unwanted', { event, fact, set })]
  if (fact.data.reach) now.noCalls = fact.data.reach === 'no-calls'
}

function foldMet({ now, fact }: Fold<'met'>): void {
  const { contact, phone, email, name, lead } = fact.data
  const settles = (kind: string) =>
    (kind === 'left' && (!now.gone.includes(contact) || lead === true) && Boolean(name || email || lead)) ||
    (kind === 'wrong-number' && Boolean(phone))
  for (const one of now.obligations) {
    if (one.fact > fact.id || !settles(one.kind)) continue
    now.obligations = now.obligations.filter((other) => other !== one)
    if (one.kind === 'left') Object.assign(now, { touches: [], forced: null, noteSent: false })
  }
}

/** Chasing stops; where I took another job they are told so the same day. */
function foldRetired({ now, event, fact, set }: Fold<'retired'>): void {
  if (!fact.data.hired) return void Object.assign(now, { retired: fact.id, imported: fact.data.imported === true })
  now.obligations = [...now.obligations, withdrawal('hired', { event, fact, set })]
}

function withdrawal(kind: 'hired' | 'unwanted', { event, fact, set }: Pick<Fold, 'event' | 'fact' | 'set'>): Obligation {
  return { kind, step: 'withdraw', since: event.day, on: event.day, fact: fact.id, contact: set.lead?.id ?? null }
}

function foldHold({ now, fact, set }: Fold<'held'>): void {
  if (set.lead && fact.data.contact !== set.lead.id) return
  absent(now, fact.data.until, set.calendar)
}

function foldStop({ now, fact, set }: Fold<'stopped'>): void {
  const { contact, company, calls, letters } = fact.data
  if (company && company !== set.company) return
  now.stops = [...now.stops, { contact: contact ?? null, calls, letters }]
}

function foldLift({ now, fact, set }: Fold<'lifted'>): void {
  const { contact, company, calls, letters } = fact.data
  if (company && company !== set.company) return
  now.stops = now.stops.map((stop) =>
    stop.contact === (contact ?? null) ? { ...stop, calls: stop.calls && !calls, letters: stop.letters && !letters } : stop,
  )
}

/** Chasing starts again, out of retirement or from rest, with what is left of the budget: only a word of theirs fills that up. */
function resume(now: Situation): void {
  now.retired = null
  now.obligations = now.obligations.filter((one) => one.kind !== 'hired')
  // It still counts, but it is the end of nothing.
  now.touches = now.touches.map((one) => (one.letter === 'close-the-loop' ? { ...one, letter: null } : one))
  now.closing = null
  now.paused = null
}
