import type { Day } from '../model/day.js'
import type { Fact, FactData, FactKind } from '../model/fact.js'
import type { CaseFile } from '../model/store.js'
import { businessDaysListed } from './days.js'
import type { Ground } from './judge.js'
import { prospectOf } from './judge.js'
import { budget } from './limits.js'
import type { Clock, Situation } from './situation.js'
import { usedUp } from './used.js'

/** One line of the ledger behind an assessment, on the contact's day. `counted` are the business days of a wait, for the arithmetic. */
export interface TraceLine {
  readonly day: Day
  readonly what: string
  readonly effect: string
  readonly counted: readonly Day[]
}

/** What every fact did to the standing, in order, and the days on which a clock ran out. */
export function trace(file: CaseFile, ground: Ground): readonly TraceLine[] {
  const lines: TraceLine[] = []
  let before: { clock: Clock | null; units: number } = { clock: null, units: 0 }
  const calendar = ground.calendar(file.opportunity.country)
  prospectOf(file, ground, (event, now) => {
    const units = unitsOf(now)
    const clockRan = before.clock && event.day >= before.clock.due && before.clock.due !== now.clock?.due
    if (clockRan && before.clock) lines.push(silenceLine(before.clock, calendar))
    const what = words(event.fact)
    if (what) lines.push({ day: event.day, what, effect: effectOf(event.fact, { before, now, units }), counted: [] })
    before = { clock: now.clock, units }
  })
  if (before.clock) lines.push(silenceLine(before.clock, calendar))
  return lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function silenceLine(clock: Clock, calendar: ReturnType<Ground['calendar']>): TraceLine {
  const counted = businessDaysListed(clock.start, clock.due, calendar)
  return { day: clock.due, what: `${clock.start} + ${clock.plus}`, effect: 'silent from here, if nothing is heard', counted }
}

function unitsOf(now: Situation): number {
  return usedUp(now.touches, [], { lead: null, zone: '' }).used.units
}

interface Change {
  readonly before: { readonly clock: Clock | null; readonly units: number }
  readonly now: Situation
  readonly units: number
}

function effectOf(fact: Fact, { before, now, units }: Change): string {
  if (fact.kind === 'sent' && fact.data.letter === 'thank-you') return 'moves nothing'
  if (fact.kind === 'sent' && fact.data.letter === 'after-voicemail') return 'goes with the voicemail; costs nothing'
  if (now.closed) return 'it has ended'
  if (units > before.units) return `message ${units} of ${budget.units}`
  if (now.clock && now.clock !== before.clock) return now.clock.promisedUntil ? 'their day counts from here' : 'their clock starts'
  if (fact.kind === 'called') return 'a try; only a message left would count'
  return 'moves nothing'
}

/** What happened, in a few words; null for facts that are about names only. */
function words(fact: Fact): string | null {
  return (wordsOf[fact.kind] as (data: never) => string | null)(fact.data as never)
}

const unspoken = (): null => null

const wordsOf: { readonly [K in FactKind]: (data: FactData[K]) => string | null } = {
  interviewed: ({ booked }) => (booked ? 'interview, booked ahead' : 'interview'),
  promised: ({ day }) => `they named ${day}`,
  sent: ({ letter }) => (letter === 'love-letter' ? 'your note' : `your ${letter}`),
  called: ({ outcome }) => `your call: ${outcome}`,
  heard: ({ kind }) => `heard: ${kind}`,
  snoozed: ({ until }) => `you wait until ${until}`,
  held: ({ until }) => `they are away until ${until}`,
  rescheduled: ({ to }) => (to ? 'the interview moved' : 'the interview was cancelled'),
  offered: () => 'an offer',
  debriefed: () => 'the look back',
  retired: () => 'you stopped chasing',
  resumed: () => 'you started again',
  closed: () => 'you closed it',
  reopened: () => 'you opened it again',
  stopped: () => 'on the stop list',
  lifted: () => 'off the stop list',
  opened: unspoken,
  described: unspoken,
  met: unspoken,
  sending: unspoken,
  noted: unspoken,
  retracted: unspoken,
}
