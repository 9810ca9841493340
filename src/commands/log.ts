import { meetingForms, ownerTitle, stages } from '../model/opportunity.js'
import type { Moment } from '../model/day.js'
import type { Debrief, Fact, FactDraft } from '../model/fact.js'
import type { ContactId, OpportunityId } from '../model/opportunity.js'
import type { Newest, OpportunityRow } from '../model/store.js'
import { isProblem, Problem } from '../problem.js'
import { phaseNow } from '../rules/assess.js'
import type { Needs } from '../world.js'
import { twiceNotes } from './standing/told-twice.js'
import { bookedIn, sameBooking } from './recording/bookings.js'
import type { Booked } from './recording/bookings.js'
import { debriefNotes, debriefOf, landingLines } from './debrief/words.js'
import type { DebriefArgs } from './debrief/words.js'
import { descriptionOf } from './recording/description.js'
import type { Described, DescriptionArgs } from './recording/description.js'
import { given, oneOf, refuseFlag } from './typed/given.js'
import { onBoth } from './log/clocks.js'
import { alikeOf, companyMeant } from './log/alike.js'
import { placeOf } from './log/place.js'
import type { Place } from './log/place.js'
import { promisedIn } from './log/promised.js'
import { logged } from './log/words.js'
import { meet } from './recording/meet.js'
import type { Met } from './recording/meet.js'
import { isAhead, lastMeant, nextMeant, whenHere } from './typed/moments.js'
import type { Understood } from './typed/moments.js'
import type { PersonArgs } from './recording/people.js'
import { countingWords, zoneCity, zoneMeant } from './typed/zone.js'
import { newestOf, noteDrafts, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe } from './recording/record.js'

export interface LogArgs extends DebriefArgs, DescriptionArgs, PersonArgs, RecordArgs {
  readonly company: string
  readonly kind?: string
  readonly by?: string
  readonly with?: readonly string[]
  readonly new?: true
  readonly reschedule?: true
  readonly cancel?: true
  /** What is said of the opportunity was wrong before; no interview. */
  readonly correct?: true
  /** With `correct`: the company's right name. */
  readonly name?: string
  /** Told in a conversation, which offers the look back itself. */
  readonly asked?: true
}

/** What `log` needs beyond the other recording verbs: ids for new people and opportunities. */
export type LogWorld = Scribe & Needs<'newId' | 'ask'>

/** Keeps an interview, over or (with a future `--at`) booked, and all that is said of it; opens the opportunity when it is new. */
export async function log(world: LogWorld, args: LogArgs): Promise<Noted> {
  if (!args.correct) refuseFlag(args.name, '--name goes with --correct.', 'The name of a new company stands right after log.')
  if (args.correct) return (await import('./log/correct.js')).correctLog(world, args)
  const meant = { ...args, company: await nameMeant(world, args) }
  if (args.reschedule || args.cancel) return (await import('./log/change.js')).changeBooking(world, args, placeOf(world.store, meant))
  // What a pipe brings can be read once.
  const told = args.note === '-' ? { ...meant, note: await world.readInput() } : meant
  for (let tries = MOST_TRIES; ; tries -= 1) {
    const seen = newestOf(world.store)
    try {
      return await keep(world, told, { place: placeOf(world.store, told), seen })
    } catch (error) {
      if (!isProblem(error) || error.code !== 'changed' || tries === 0) throw error
    }
  }
}

// Where others record at the same time, one of them is done each time.
const MOST_TRIES = 50

/** An opportunity is only opened while nobody else has opened one since: the second of two who do it at once adds a round to the first's. */
async function keep(world: LogWorld, args: LogArgs, { place, seen }: { readonly place: Place; readonly seen: Newest }): Promise<Noted> {
  const facts = place.kind === 'round' ? (world.store.caseFile(place.row.id)?.facts ?? []) : []
  const scene = sceneOf(world, args, { place, booked: bookedIn(facts) })
  const { id, when, told, ahead, replaced } = scene
  const about = { place, at: told, id }
  const description = descriptionOf(world, args, about)
  const met = meet(world, args, about)
  const look = debriefOf(world, args)
  const promised = promisedIn(world, args.promise, { id, at: when.value, row: { outlook: description }, ahead })
  const drafts: readonly FactDraft[] = [
    ...description.drafts,
    ...met.drafts,
    ...interviewDrafts(scene, met),
    ...promised.drafts,
    ...(look ? [{ opportunity: id, at: told, kind: 'debriefed', data: look } as const] : []),
    ...(await noteDrafts(world, args.note, { opportunity: id, at: told })),
  ]
  const understood = [...whenLines(scene, description), ...description.lines, ...met.lines, ...promised.lines, ...landingLines(world, look)]
  const round = roundsIn(facts) + 1
  if (ahead && replaced && drafts.length === 2 && !isMore(args, replaced, met)) throw bookedAlready(world, place, when.value)
  const what = {
    place,
    at: when.value,
    ahead,
    round,
    asBooked: replaced !== null && !ahead,
    added: ahead && replaced ? (args.with ? met.contacts : []).filter((one) => !replaced.fact.data.contacts.includes(one)) : null,
    lookedBack: look !== null || args.asked === true,
    alike: place.kind === 'round' || args.new ? [] : alikeOf(world.store, place.company),
  }
  const notes = await notesOn(scene, { place, facts, look, description })
  // What it takes to put words into letters is large, and most interviews are told without.
  const remembering = look && (await import('./debrief/remembered-words.js')).remembering
  const all = (row: OpportunityRow | null): readonly string[] => [...understood, ...(remembering?.(look, row) ?? [])]
  return record(world, drafts, {
    about: id,
    ...(place.kind === 'new' && !args.new ? { seen } : {}),
    say: (after) => logged(what, { after, clock: world.clock, understood: all(after.row), notes }),
  })
}

interface Background {
  readonly place: Place
  readonly facts: readonly Fact[]
  readonly look: Debrief | null
  readonly description: Described
}

/** What to say beside the record, once it is made. */
async function notesOn(
  { world, args, when, ahead, replaced }: Scene,
  { place, facts, look, description }: Background,
): Promise<(row: OpportunityRow) => readonly string[]> {
  const twice = ahead || replaced ? [] : twiceNotes(facts, when.value)
  const abroad = await numberNotes(world, args, { place, description })
  return (row) => [
    ...twice,
    ...confirmNotes(world, place, ahead),
    ...debriefNotes(look, row),
    ...ownerNotes(row, place, args),
    ...abroad(row),
  ]
}

/** Nobody said whose days count: a number that may be foreign is looked at, and what takes long is loaded only then. */
async function numberNotes(
  world: LogWorld,
  { phone, zone, country }: LogArgs,
  { place, description }: Pick<Background, 'place' | 'description'>,
): Promise<(row: OpportunityRow) => readonly string[]> {
  const isSaid = place.kind === 'round' || zone !== undefined || country !== undefined
  if (isSaid || phone === undefined || !/^\s*(?:\+|00)/.test(phone)) return () => []
  const taken = `${zoneCity(description.zone, undefined)}'s days and hours are taken; ${countingWords(description.country)}`
  return (await import('./log/abroad.js')).abroadNotes(phone, world.catalog.countryOf(description.zone), taken)
}

/** A booking settles an invitation, and so the list no longer asks for the yes to it. */
function confirmNotes({ clock }: LogWorld, place: Place, ahead: boolean): readonly string[] {
  if (place.kind === 'new' || !ahead) return []
  const { handle, outlook } = place.row
  const isInvited = phaseNow(outlook, clock).next?.step === 'confirm'
  return isInvited ? [`If they do not know yet that you will come: followup letter ${handle} confirm`] : []
}

/** Another verb's reference will do where an interview is on record already; else the company's full name, or on a terminal what is said to be meant. */
async function nameMeant(world: LogWorld, args: LogArgs): Promise<string> {
  if (args.new || args.asked) return args.company
  const [only, other] = args.reschedule || args.cancel ? alikeOf(world.store, args.company) : []
  const isNew = !world.store.atCompany(args.company).some((row) => !row.closed)
  return only && !other && isNew ? only.handle : await companyMeant(world, args.company)
}

/** An owner decides alone and often answers the phone: there is a playbook for that, and it is proposed once, when the opportunity is new. */
function ownerNotes({ handle, contacts, outlook }: OpportunityRow, place: Place, { playbook }: LogArgs): readonly string[] {
  const owner = contacts.find((one) => one.id === outlook.lead && ownerTitle.test(one.title ?? ''))
  if (!owner || place.kind === 'round' || playbook !== undefined) return []
  return [`${owner.name} owns the place, and may answer the phone: followup playbook use owner-operator ${handle}`]
}

interface Scene {
  readonly world: LogWorld
  readonly args: LogArgs
  readonly id: OpportunityId
  /** When the interview is, and when all else is said: at the interview, or now when that is still to come. */
  readonly when: Understood<Moment>
  readonly told: Moment
  readonly ahead: boolean
  /** The booking of that day, which gives way to what came of it; of one to come, the same one told again. */
  readonly replaced: Booked | null
}

function sceneOf(world: LogWorld, args: LogArgs, { place, booked }: { readonly place: Place; readonly booked: readonly Booked[] }): Scene {
  const when = momentOfLog(world, args, awaited(world, place) ? booked : [])
  const ahead = isAhead(when.value, world.clock)
  if (ahead)
    refuseFlag(args.landing, 'An interview that is still to come has not landed yet.', 'Leave --landing out; after it: followup debrief.')
  const id = place.kind === 'new' ? (world.newId() as OpportunityId) : place.row.id
  const replaced = ahead ? sameBooking(booked, when.value) : booked.find((one) => one.at.day === when.value.day)
  return { world, args, id, when, told: ahead ? world.clock.moment : when.value, ahead, replaced: replaced ?? null }
}

function whenLines({ world, args, when }: Scene, description: Described): readonly string[] {
  if (args.at === undefined) return when.lines
  const zone = args.zone === undefined ? description.zone : zoneMeant(world, args.zone)
  return onBoth(when, { zone, clock: world.clock })
}

/** Whether a booked interview has passed, and what came of it is still to be told. */
function awaited(world: LogWorld, place: Place): boolean {
  if (place.kind === 'new') return false
  const { outlook } = place.row
  return phaseNow(outlook, world.clock).next?.step === 'debrief'
}

/** When it was: as said, else when it was booked for, else now. Weekdays look back where a look back is told, else ahead. */
function momentOfLog(world: LogWorld, args: LogArgs, booked: readonly Booked[]): Understood<Moment> {
  if (args.at !== undefined)
    return args.landing || args.hook || args.promise !== undefined ? lastMeant(world, args.at) : nextMeant(world, args.at)
  const passed = booked.findLast((one) => !isAhead(one.at, world.clock))
  return { value: passed?.at ?? world.clock.moment, lines: [] }
}

/** The interview; one that was booked for that day gives way to what came of it. */
function interviewDrafts({ args, id, when, told, ahead, replaced }: Scene, met: Met): readonly FactDraft[] {
  const before = replaced?.fact.data
  const stage = args.kind === undefined ? (before?.stage ?? 'manager') : oneOf(args.kind, stages, '--kind')
  const by = args.by === undefined ? before?.by : oneOf(args.by, meetingForms, '--by')
  const contacts = !before
    ? met.contacts
    : ahead
      ? everyone(before.contacts, args.with ? met.contacts : [])
      : args.with
        ? met.contacts
        : before.contacts
  const gone: readonly FactDraft[] = replaced
    ? [{ opportunity: id, at: ahead ? told : when.value, kind: 'rescheduled', data: { interview: replaced.fact.id, to: null } }]
    : []
  return [...gone, { opportunity: id, at: when.value, kind: 'interviewed', data: { stage, ...given({ by }), contacts, booked: ahead } }]
}

function everyone(before: readonly ContactId[], more: readonly ContactId[]): readonly ContactId[] {
  return [...new Set([...before, ...more])]
}

/** Whether something is said of a booking that it did not have. */
function isMore({ with: named, kind, by }: LogArgs, { fact: { data } }: Booked, { contacts }: Met): boolean {
  const isOther = (kind !== undefined && kind !== data.stage) || (by !== undefined && by !== data.by)
  return isOther || (named !== undefined && contacts.some((one) => !data.contacts.includes(one)))
}

/** Interviews that were held or are booked, but for those that are off or were told anew. */
function roundsIn(facts: readonly Fact[]): number {
  const gone = new Set(facts.flatMap((fact) => (fact.kind === 'rescheduled' && fact.data.to === null ? [fact.data.interview] : [])))
  return facts.filter((fact) => fact.kind === 'interviewed' && !gone.has(fact.id)).length
}

function bookedAlready({ clock }: LogWorld, place: Place, at: Moment): Problem {
  const [company, handle] = place.kind === 'round' ? [place.row.company, place.row.handle] : [place.company, place.company]
  return new Problem('failed', `You have that one: ${company}, ${whenHere(at, clock)}, is booked already.`, {
    hint: `To move it: followup log ${handle} --reschedule --at WHEN`,
    code: 'booked-already',
  })
}
