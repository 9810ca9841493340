import type { Moment } from '../../model/day.js'
import type { Fact, FactDraft, FactOf } from '../../model/fact.js'
import { meetingForms, stages } from '../../model/opportunity.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import { phaseNow } from '../../rules/assess.js'
import type { Needs } from '../../world.js'
import type { DebriefArgs } from '../debrief/words.js'
import { bookedIn, sameBooking } from '../recording/bookings.js'
import type { Booked } from '../recording/bookings.js'
import type { MeetArgs, Met } from '../recording/meet.js'
import type { RecordArgs } from '../recording/record.js'
import { given, oneOf, refuseFlag } from '../typed/given.js'
import { isAhead, lastMeant, nextMeant } from '../typed/moments.js'
import type { Almanac, Understood } from '../typed/moments.js'
import type { Place } from './place.js'

/** The flags of `log` about the interview itself; those of a look back tell that it is over. */
export interface InterviewArgs extends Pick<RecordArgs, 'at'>, Pick<MeetArgs, 'with'>, Pick<DebriefArgs, 'landing' | 'hook' | 'promise'> {
  readonly kind?: string
  readonly by?: string
}

/** When an interview is, and which booking it takes the place of. */
export interface Interview {
  readonly when: Understood<Moment>
  /** When all else is said: at the interview, or now when that is still to come. */
  readonly toldAt: Moment
  readonly ahead: boolean
  /** 1 for the first interview there. */
  readonly round: number
  /** The booking of that day, which gives way to what came of it; of one to come, the same one told again. */
  readonly replaced: Booked | null
}

/** Reads when it is from the flags and from what is booked there. Throws Problem('usage') for a landing of one to come. */
export function interviewOf(
  world: Almanac,
  args: InterviewArgs,
  { place, facts }: { readonly place: Place; readonly facts: readonly Fact[] },
): Interview {
  const booked = bookedIn(facts)
  const when = momentOfLog(world, args, isAwaited(world, place) ? booked : [])
  const ahead = isAhead(when.value, world.clock)
  if (ahead)
    refuseFlag(args.landing, 'An interview that is still to come has not landed yet.', 'Leave --landing out; after it: followup debrief.')
  const replaced = ahead ? sameBooking(booked, when.value) : booked.find((one) => one.at.day === when.value.day)
  return { when, toldAt: ahead ? world.clock.moment : when.value, ahead, round: roundsIn(facts) + 1, replaced: replaced ?? null }
}

/** Whether a booked interview has passed, and what came of it is still to be told. */
function isAwaited({ clock }: Needs<'clock'>, place: Place): boolean {
  return place.kind === 'round' && phaseNow(place.row.outlook, clock).next?.step === 'debrief'
}

/** When it was: as said, else when it was booked for, else now. Weekdays look back where a look back is told, else ahead. */
function momentOfLog(world: Almanac, args: InterviewArgs, booked: readonly Booked[]): Understood<Moment> {
  if (args.at !== undefined)
    return args.landing || args.hook || args.promise !== undefined ? lastMeant(world, args.at) : nextMeant(world, args.at)
  const passed = booked.findLast((one) => !isAhead(one.at, world.clock))
  return { value: passed?.at ?? world.clock.moment, lines: [] }
}

/** Interviews that were held or are booked, but for those that are off or were told anew. */
function roundsIn(facts: readonly Fact[]): number {
  const gone = new Set(facts.flatMap((fact) => (fact.kind === 'rescheduled' && fact.data.to === null ? [fact.data.interview] : [])))
  return facts.filter((fact) => fact.kind === 'interviewed' && !gone.has(fact.id)).length
}

type Data = FactOf<'interviewed'>['data']

/** What is told of it; what is not said is as it was booked. Throws Problem('usage') for a kind or a form that is none. */
export function interviewData(interview: Interview, args: InterviewArgs, met: Met): Data {
  const before = interview.replaced?.fact.data
  const stage = args.kind === undefined ? (before?.stage ?? 'manager') : oneOf(args.kind, stages, '--kind')
  const by = args.by === undefined ? before?.by : oneOf(args.by, meetingForms, '--by')
  return { stage, ...given({ by }), contacts: contactsOf(interview, args, met), booked: interview.ahead }
}

/** Who was there: those named, else those it was booked with; to a booking that is told again they are added. */
function contactsOf({ ahead, replaced }: Interview, args: InterviewArgs, { contacts }: Met): readonly ContactId[] {
  if (!replaced) return contacts
  const before = replaced.fact.data.contacts
  return !args.with ? before : ahead ? [...new Set([...before, ...contacts])] : contacts
}

/** The interview on record; a booking that it takes the place of is taken off. */
export function interviewDrafts({ when, toldAt, replaced }: Interview, data: Data, opportunity: OpportunityId): readonly FactDraft[] {
  const gone: readonly FactDraft[] = replaced
    ? [{ opportunity, at: toldAt, kind: 'rescheduled', data: { interview: replaced.fact.id, to: null } }]
    : []
  return [...gone, { opportunity, at: when.value, kind: 'interviewed', data }]
}

/** What a booking that is told again did not have: who is added, and whether anything is new; null where it is no such booking. */
export function toldAgain(
  { ahead, replaced }: Interview,
  data: Data,
): { readonly added: readonly ContactId[]; readonly isMore: boolean } | null {
  if (!ahead || !replaced) return null
  const before = replaced.fact.data
  const added = data.contacts.filter((one) => !before.contacts.includes(one))
  return { added, isMore: data.stage !== before.stage || data.by !== before.by || added.length > 0 }
}
