import type { Day } from '../model/day.js'
import type { Fact, FactData, FactKind, FactOf } from '../model/fact.js'
import type { FactId, OpportunityId } from '../model/opportunity.js'
import type { CaseFile } from '../model/store.js'
import { bookedSpans } from './booked-spans.js'
import type { BookedSpan } from './booked-spans.js'
import { businessDaysListed } from './days.js'
import type { Ground } from './judge.js'
import { countryOf, prospectOf } from './judge.js'
import { budget } from './limits.js'
import type { Clock, Situation } from './situation.js'
import { countedThere, usedUp } from './used.js'
import type { CountedThere } from './used.js'

/** One line of the ledger behind an assessment, on the contact's day. `counted` are the business days of a wait, for the arithmetic. */
export interface TraceLine {
  readonly day: Day
  readonly what: string
  readonly effect: string
  readonly counted: readonly Day[]
}

/** The handle of another opportunity, for what was told there. */
export type HandleOf = (opportunity: OpportunityId) => string

/** What every fact did to the standing, in order, with what counts from other roles of the one chased, and the days on which a clock ran out, told on a day of theirs. */
export function trace(
  file: CaseFile,
  ground: Ground,
  { asOf, handleOf }: { readonly asOf: Day; readonly handleOf: HandleOf },
): readonly TraceLine[] {
  const lines: TraceLine[] = []
  let before = noted(null, 0)
  let last = '' as Day | ''
  const counting = { calendar: ground.calendar(countryOf(file, ground)), asOf, booked: bookedSpans(file.facts, file.opportunity.zone) }
  const place = ({ opportunity }: Fact): string =>
    opportunity === null || opportunity === file.opportunity.id ? '' : `in ${handleOf(opportunity)}: `
  const owed = new Set<FactId>()
  const { now, means } = prospectOf(file, ground, (event, now) => {
    const after = noted(now, unitsOf(now))
    const { clock } = before
    if (clock && event.day >= clock.due && clock.due !== after.clock?.due)
      lines.push(silenceLine(clock, { ...counting, word: before.lastInbound }))
    const what = event.fact.kind === 'offered' && before.offer ? 'the offer changed' : words(event.fact)
    const isOwed = now.obligations.some((one) => one.fact === event.fact.id)
    if (isOwed) owed.add(event.fact.id)
    if (what && (isOwed || isOwn(event.fact) || place(event.fact) === ''))
      lines.push({ day: event.day, what: `${place(event.fact)}${what}`, effect: effectOf(event, before, after), counted: [] })
    before = after
    last = event.day
  })
  if (before.clock && !(isOver(now) && last <= before.clock.due))
    lines.push(silenceLine(before.clock, { ...counting, word: before.lastInbound }))
  for (const { event, as } of countedThere(file, { lead: means.lead, zone: means.lead?.zone ?? file.opportunity.zone })) {
    const what = words(event.fact)
    if (what && !owed.has(event.fact.id))
      lines.push({ day: event.day, what: `${place(event.fact)}${what}`, effect: `the same person; ${thereWords[as]}`, counted: [] })
  }
  return lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.counted.length - a.counted.length))
}

/** Whether something in another role is told by what it does here; the rest of it is told with what counts from there. */
function isOwn({ kind, data }: Fact): boolean {
  return kind === 'held' || (kind === 'heard' && data.kind === 'left') || (kind === 'called' && data.outcome === 'wrong-number')
}

/** What something in another role does here. */
const thereWords: Readonly<Record<CountedThere['as'], string>> = {
  touch: 'counts here too',
  rest: 'rests here too',
  word: 'your messages count afresh',
}

/** Their time no longer runs: it has ended, an offer or a question of theirs is mine to answer, or I stopped chasing. */
function isOver(now: Situation): boolean {
  return now.closed !== null || now.offer !== null || now.retired !== null || now.paused !== null || now.obligations.length > 0
}

interface Counting {
  readonly calendar: ReturnType<Ground['calendar']>
  readonly asOf: Day
  readonly booked: readonly BookedSpan[]
  /** The day of their last word. */
  readonly word: Day | null
}

function silenceLine(clock: Clock, { calendar, asOf, booked, word }: Counting): TraceLine {
  const { start, plus } = clock.moved ?? clock
  const counted = businessDaysListed(start, clock.due, calendar)
  const over = word !== null && word > clock.start ? 'their time was up' : 'silent; nothing heard'
  const isBooked = booked.some(({ from, to }) => from <= clock.due && clock.due <= to)
  const isAgreed = clock.anchor === 'promise' && clock.plus === 0 && !clock.moved
  if (isAgreed) return { day: clock.due, what: 'the call you agreed on', effect: 'yours; they asked for it', counted: [] }
  const effect = isBooked ? 'an interview was booked by then' : clock.due <= asOf ? over : 'silent, if nothing is heard'
  return { day: clock.due, what: `${start} + ${plus}`, effect, counted }
}

function unitsOf(now: Situation): number {
  return usedUp(now.touches, { facts: [], elsewhere: [] }, { lead: null, zone: '' }).used.units
}

/** What of a situation an effect is told by; the situation itself changes with the next event. */
interface Noted extends Pick<Situation, 'clock' | 'closed' | 'offer' | 'obligations' | 'lastInbound' | 'snooze'> {
  readonly units: number
}

function noted(now: Situation | null, units: number): Noted {
  const { clock, closed, offer, obligations, lastInbound, snooze } = now ?? {
    clock: null,
    closed: null,
    offer: null,
    obligations: [],
    lastInbound: null,
    snooze: null,
  }
  return { clock, closed, offer, obligations, lastInbound, snooze, units }
}

function effectOf(event: { readonly fact: Fact; readonly day: Day }, before: Noted, now: Noted): string {
  const effect = plainEffect(event, before, now)
  if (now.closed || now.offer) return effect
  const more = [...(now.units < before.units ? [afresh] : []), ...(isCutShort(event, before, now) ? [cutShort] : [])]
  return [...(effect === nothingMoved && more.length > 0 ? [] : [effect]), ...more].join('; ')
}

/** Whether something of theirs ends a waiting of mine before its day. */
function isCutShort({ fact, day }: { readonly fact: Fact; readonly day: Day }, before: Noted, now: Noted): boolean {
  return before.snooze !== null && now.snooze === null && day < before.snooze.until && fact.kind !== 'resumed'
}

const nothingMoved = 'moves nothing'
const afresh = 'your messages count afresh'
const cutShort = 'your waiting ends'

function plainEffect({ fact, day }: { readonly fact: Fact; readonly day: Day }, before: Noted, now: Noted): string {
  if (fact.kind === 'sent' && fact.data.letter === 'thank-you') return nothingMoved
  if (fact.kind === 'sent' && fact.data.letter === 'after-voicemail' && now.units === before.units) return 'part of the voicemail'
  if (now.closed) return before.closed ? nothingMoved : 'it has ended'
  if (now.offer && !before.offer) return 'yours to answer; chasing stops'
  const asked = now.obligations.find((one) => one.fact === fact.id)
  if (asked) return `yours, from ${asked.on}`
  const isSilent = now.clock !== null && now.clock === before.clock && now.clock.due <= day
  if (now.units > before.units) return `${messageWords(now.units)}${isSilent ? '; still silent' : ''}`
  if (now.clock && now.clock !== before.clock) {
    const named = fact.kind === 'promised' ? fact.data.day : null
    return clockEffect(now.clock, { before: before.clock, named })
  }
  if (fact.kind === 'heard' && fact.data.kind === 'on-hold')
    return fact.data.until ? `at rest until ${fact.data.until}` : 'at rest from here'
  if (fact.kind === 'called') return 'a try; costs no message'
  return ownEffects[fact.kind] ?? nothingMoved
}

function messageWords(units: number): string {
  return units > budget.units ? `${units - budget.units} more than the ${budget.units} messages` : `message ${units} of ${budget.units}`
}

/** A day they named that is none of business counts as the next one that is. */
function clockEffect(clock: Clock, { before, named }: { readonly before: Clock | null; readonly named: Day | null }): string {
  if (clock.moved && clock.moved !== before?.moved) return `nothing falls due before ${clock.due}`
  if (clock.anchor !== 'promise') return clock.promisedUntil === null ? 'their clock starts' : `nothing falls due before ${clock.due}`
  if (clock.plus === 0) return `a call is agreed for ${clock.start}`
  if (before?.anchor === 'promise' && before.start === clock.start) return 'the day they named stands'
  return named !== null && named < clock.start ? `their day counts as ${clock.start}` : 'their day counts from here'
}

/** What an act of mine changes that is not a clock. */
const ownEffects: { readonly [K in FactKind]?: string } = {
  snoozed: 'nothing before that day',
  retired: 'nothing more from you',
  resumed: 'chasing goes on',
  stopped: 'leaves the plan',
  lifted: 'back in the plan',
  reopened: 'chasing goes on',
}

/** What happened, in a few words; null for facts that are about names only. */
function words<K extends FactKind>(fact: FactOf<K>): string | null {
  return wordsOf[fact.kind](fact.data)
}

const unspoken = (): null => null

const wordsOf: { readonly [K in FactKind]: (data: FactData[K]) => string | null } = {
  interviewed: ({ booked }) => (booked ? 'interview, booked ahead' : 'interview'),
  promised: ({ day }) => `they named ${day}`,
  sent: ({ letter }) => (letter === 'love-letter' ? 'your note' : `your ${letter}`),
  called: ({ outcome }) => (outcome === 'missed-callback' ? 'they rang and missed you' : `your call: ${outcome}`),
  heard: ({ kind }) => `heard: ${kind}`,
  arrived: ({ kind, unclear }) => (unclear ? 'a mail that is not clear' : `a mail, perhaps: ${kind}`),
  snoozed: ({ until }) => `you wait until ${until}`,
  held: ({ until }) => `they are away, back ${until}`,
  rescheduled: ({ to }) => (to ? 'the interview moved' : 'the interview was cancelled'),
  offered: () => 'an offer',
  debriefed: () => 'the look back',
  retired: ({ hired, imported }) => (hired ? 'you took a job elsewhere' : imported ? 'imported' : 'you stopped chasing'),
  resumed: () => 'you started again',
  closed: () => 'you closed it',
  reopened: () => 'you opened it again',
  stopped: () => 'on the stop list',
  lifted: () => 'off the stop list',
  opened: unspoken,
  described: unspoken,
  met: unspoken,
  sending: unspoken,
  prepared: unspoken,
  noted: unspoken,
  drafted: unspoken,
  retracted: unspoken,
}
