import type { Moment } from '../../model/day.js'
import type { Debrief, Fact, FactDraft } from '../../model/fact.js'
import type { ContactId, OpportunityId } from '../../model/opportunity.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import type { Needs } from '../../world.js'
import { debriefOf, landingLines } from '../debrief/words.js'
import type { DebriefArgs } from '../debrief/words.js'
import { descriptionOf } from '../recording/description.js'
import type { Described, DescriptionArgs } from '../recording/description.js'
import { meet } from '../recording/meet.js'
import type { MeetArgs } from '../recording/meet.js'
import { numberTold, peopleNamed } from '../recording/people.js'
import { noteDrafts } from '../recording/record.js'
import type { RecordArgs, Scribe } from '../recording/record.js'
import { given } from '../typed/given.js'
import type { Homed } from '../typed/phone.js'
import { whenHere } from '../typed/moments.js'
import type { Almanac } from '../typed/moments.js'
import { zoneMeant } from '../typed/zone.js'
import { onBoth } from './clocks.js'
import { interviewData, interviewDrafts, interviewOf, toldAgain } from './interview.js'
import type { Interview, InterviewArgs } from './interview.js'
import type { Place } from './place.js'
import { promisedIn } from './promised.js'

/** Every flag of `log` with which something is told. */
export interface ToldArgs extends DebriefArgs, DescriptionArgs, InterviewArgs, MeetArgs, RecordArgs {}

/** All that is told of an interview: as facts, in their order, and how it was understood. */
export interface Told {
  readonly id: OpportunityId
  readonly interview: Interview
  /** Who is added to a booking that was told again; null where it is another. */
  readonly added: readonly ContactId[] | null
  readonly description: Described
  readonly look: Debrief | null
  readonly drafts: readonly FactDraft[]
  readonly lines: readonly string[]
}

/** Reads the flags into facts of that place. Throws Problem('failed') for a booking that is told again with nothing new. */
export async function toldOf(
  world: Scribe & Needs<'newId'>,
  args: ToldArgs,
  { place, facts }: { readonly place: Place; readonly facts: readonly Fact[] },
): Promise<Told> {
  const interview = interviewOf(world, args, { place, facts })
  const { when, toldAt: at, ahead } = interview
  const id = place.kind === 'new' ? (world.newId() as OpportunityId) : place.row.id
  const description = descriptionOf(world, args, { place, at, id })
  const there = (): Homed => homeOf(world, args, description)
  const number = await numberTold(world, args.phone, there)
  const said = await peopleNamed(world, args.with ?? [], there)
  const met = meet(world, { ...args, ...given({ phone: number.phone }) }, { said, place, at, id })
  const look = debriefOf(world, args)
  const promised = promisedIn(world, args.promise, { id, at: when.value, row: { outlook: description }, ahead })
  const data = interviewData(interview, args, met)
  const itself = interviewDrafts(interview, data, id)
  const drafts: readonly FactDraft[] = [
    ...description.drafts,
    ...met.drafts,
    ...itself,
    ...promised.drafts,
    ...(look ? [{ opportunity: id, at, kind: 'debriefed', data: look } as const] : []),
    ...(await noteDrafts(world, args.note, { opportunity: id, at })),
  ]
  const again = toldAgain(interview, data)
  if (place.kind === 'round' && again && !again.isMore && drafts.length === itself.length) throw bookedAlready(world, place.row, when.value)
  const whens = whenLines(world, args, { when, description })
  const lines = [...whens, ...description.lines, ...met.lines, ...number.lines, ...promised.lines, ...landingLines(world, look)]
  return { id, interview, added: again?.added ?? null, description, look, drafts, lines }
}

/** Where the first person sits, whose number it is: in the zone that was just said, else where the opportunity is. */
function homeOf(world: Needs<'catalog'>, { zone: said, country: named }: ToldArgs, { zone, country }: Described): Homed {
  return said === undefined ? { zone, country } : { zone: zoneMeant(world, said), country: named === undefined ? 'auto' : country }
}

/** The hour as it was understood, on both clocks: theirs is that of a zone that was just said, the first person's too. */
function whenLines(
  world: Almanac,
  args: ToldArgs,
  { when, description }: Pick<Interview, 'when'> & Pick<Told, 'description'>,
): readonly string[] {
  if (args.at === undefined) return when.lines
  const zone = args.zone === undefined ? description.zone : zoneMeant(world, args.zone)
  return onBoth(when, { zone, clock: world.clock })
}

function bookedAlready({ clock }: Needs<'clock'>, { company, handle }: OpportunityRow, at: Moment): Problem {
  return new Problem('failed', `You have that one: ${company}, ${whenHere(at, clock)}, is booked already.`, {
    hint: `To move it: followup log ${handle} --reschedule --at WHEN`,
    code: 'booked-already',
  })
}
