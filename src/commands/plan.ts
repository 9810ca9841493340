import type { Calendar } from '../model/calendar.js'
import type { Day, LocalTime } from '../model/day.js'
import { isConnection } from '../model/kinds.js'
import type { Contact } from '../model/opportunity.js'
import type { Hours } from '../model/playbook.js'
import type { Act, ActContact } from '../model/standing.js'
import type { OpportunityRow } from '../model/store.js'
import { phaseAt } from '../rules/assess.js'
import type { Viewpoint } from '../rules/assess.js'
import { businessDaysBetween } from '../rules/days.js'
import { plan as planOf } from '../rules/plan.js'
import type { PlannedTouch } from '../rules/plan.js'
import { instantOf, localIn } from '../rules/zones.js'
import type { Needs } from '../world.js'
import { chooseOpportunity } from './asking/choose.js'
import { oneMessage } from './standing/one-message.js'
import { calendarOf, hoursFor, hoursHere, lookoutOn } from './standing/seen.js'
import type { DayHours, MyHours } from './standing/seen.js'
import { groundOf } from './standing/ground.js'
import { stopsFor } from './standing/stops.js'
import { caseOf, leftOf } from './why.js'

export interface PlanArgs {
  readonly opp: string
  readonly on?: string
}

/** One touch to come. `on` is the contact's day; `from` and `plus` say what its wait counts from, in business days. */
export interface PlanTouch {
  readonly on: Day
  readonly step: Act['step']
  readonly channel: Act['channel']
  readonly at: string | null
  readonly attempt: number
  readonly of: number
  readonly voicemail: boolean
  readonly contact: ActContact | null
  /** Its hours; those of the next day, where today's are over. */
  readonly window: (Hours & { readonly on: Day; readonly zone: string; readonly here: MyHours | null }) | null
  readonly from: string | null
  readonly plus: number | null
  /** Handles of other opportunities with whose next act it is one message; only of the first. */
  readonly together: readonly string[]
}

/** Every future touch if nothing is heard. */
export interface PlanResult {
  readonly handle: string
  readonly company: string
  readonly role: string | null
  /** The contact's day. */
  readonly asOf: Day
  readonly zone: string
  /** Minutes by which the contact's clock is ahead of mine on that day; negative when it is behind. */
  readonly ahead: number
  /** The same for the planned hours, from the first on; another for each of my days from which it differs, where one of us changes the clocks. */
  readonly clocks: readonly { readonly from: Day; readonly ahead: number }[]
  readonly silentSince: Day | null
  /** The contact's day by which they want an answer to their offer; null without one. */
  readonly answerBy: Day | null
  readonly touches: readonly PlanTouch[]
  /** Whether letters may go to the one who is chased: a voicemail has its mail then. */
  readonly letters: boolean
  readonly most: { readonly messages: number; readonly calls: number; readonly voicemails: number }
}

/** What will be proposed, day by day, if nobody answers. */
export async function plan(world: Needs<'clock' | 'catalog' | 'settings' | 'store'>, args: PlanArgs): Promise<PlanResult> {
  const row = chooseOpportunity(world.store, args.opp)
  const { zone } = row.outlook
  const from = await lookoutOn(world, args.on)
  const at = from.in(zone)
  const asOf = at.slice(0, 10) as Day
  const playbook = world.catalog.playbook(row.outlook.playbook)
  const left = leftOf(row, playbook)
  const mine = world.clock.zone
  const calendar = calendarOf(row, world)
  const viewOf = ({ day }: PlannedTouch) => ({ at: day > asOf ? (`${day}T00:00` as LocalTime) : at, calendar })
  const zones = { theirs: zone, mine }
  const hoursOf = (act: Act, view: Viewpoint) => hoursFor(act, view, { world, zone })
  const planned = planOf(caseOf(world.store, row.id), { ...groundOf(world), hoursOf }, at)
  const hours = planned.map((touch) => hoursOf(touch.act, viewOf(touch)))
  // What follows the first counts from the day on which it can be done.
  const done = planned.map((touch, index) => ({ ...touch, day: hours[index]?.on ?? touch.day }))
  const touches = planned.map((touch, index) => ({
    ...told(touch, { contacts: row.contacts, zones, hours: hours[index] ?? null }),
    attempt: attemptOf(planned, index, row),
    ...countedFrom(done, index, { calendar, attempt: attemptOf(planned, index - 1, row) }),
    together: index === 0 ? oneMessage(world, row, { from }).map(({ handle }) => handle) : [],
  }))
  return {
    handle: row.handle,
    company: row.company,
    role: row.role,
    asOf,
    zone,
    ahead: aheadAt(asOf, '12:00', zones),
    clocks: clocksOf(touches, zones),
    silentSince: row.outlook.phases.findLast((phase) => phase.from <= at)?.silentSince ?? null,
    answerBy: phaseAt(row.outlook, at).state === 'offer' ? row.outlook.answerBy : null,
    touches,
    letters: !(await stopsFor(world, row, null)).letters,
    most: { messages: left.messages.of, calls: left.calls.of, voicemails: left.voicemails.of },
  }
}

/** The contact's zone and my own. */
interface Zones {
  readonly theirs: string
  readonly mine: string
}

/** Minutes by which the contact's clock is ahead of mine when theirs shows that time. */
function aheadAt(on: Day, time: string, { theirs, mine }: Zones): number {
  if (theirs === mine) return 0
  const { epochMs, offset } = instantOf(on, time, theirs)
  return offset - localIn(mine, epochMs).offset
}

function clocksOf(touches: readonly Pick<PlanTouch, 'window'>[], zones: Zones): PlanResult['clocks'] {
  const clocks: { from: Day; ahead: number }[] = []
  for (const { window } of touches) {
    if (window === null) continue
    const ahead = aheadAt(window.on, window.from, zones)
    if (clocks.at(-1)?.ahead !== ahead) clocks.push({ from: window.here?.on ?? window.on, ahead })
  }
  return clocks
}

interface Telling {
  readonly contacts: readonly Contact[]
  readonly zones: Zones
  readonly hours: DayHours | null
}

/** Without a number a call cannot be made yet, but it is planned: the n-th call. */
function attemptOf(touches: readonly PlannedTouch[], index: number, { outlook }: Pick<OpportunityRow, 'outlook'>): number {
  const act = touches[index]?.act
  if (act?.step !== 'find-number') return act?.attempt ?? 1
  return outlook.used.dials + touches.slice(0, index + 1).filter((one) => one.act.step === 'find-number').length
}

/** What a wait counts from, by name: 'note + 3', 'call 1 + 1', 'close + 10'. */
function countedFrom(
  touches: readonly PlannedTouch[],
  index: number,
  { calendar, attempt }: { readonly calendar: Calendar; readonly attempt: number },
): Pick<PlanTouch, 'from' | 'plus'> {
  const touch = touches[index]
  const previous = touches[index - 1]
  const closing = touches.findLast((one, at) => at < index && one.act.step === 'close-the-loop')
  if (touch && closing) return { from: 'close', plus: businessDaysBetween(closing.day, touch.day, calendar) }
  if (touch && previous && touch.plus !== null && touch.from?.includes('your last'))
    return { from: nameOf(previous, attempt), plus: touch.plus }
  return { from: touch?.from?.replace(/^counted from (?:the )?/, '') ?? null, plus: touch?.plus ?? null }
}

function nameOf({ act }: PlannedTouch, attempt: number): string {
  if (act.step === 'find-number') return `call ${attempt}`
  if (act.step === 'call') return act.voicemail ? 'voicemail' : `call ${act.attempt}`
  if (isConnection(act)) return 'LinkedIn'
  return stepNames[act.step] ?? act.step
}

const stepNames: Readonly<Partial<Record<Act['step'], string>>> = {
  'love-letter': 'note',
  'value-add': 'useful lines',
  'rejection-reply': 'kind lines',
  reconnect: 'news',
}

function told({ day, act }: PlannedTouch, { contacts, zones, hours }: Telling): Omit<PlanTouch, 'from' | 'plus' | 'together'> {
  const { step, channel, at, attempt, of, voicemail } = act
  const person = contacts.find((one) => one.id === act.contact)
  return {
    on: day,
    step,
    channel,
    at,
    attempt,
    of,
    voicemail,
    contact: person ? { name: person.name, role: person.role, email: person.email, phone: person.phone } : null,
    window: hours && { ...hours, zone: zones.theirs, here: hoursHere(hours, hours.on, zones) },
  }
}
