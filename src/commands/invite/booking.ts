import type { Day, Moment } from '../../model/day.js'
import { inARow } from '../../model/in-a-row.js'
import { epochMinutes } from '../../model/day.js'
import type { FactDraft, InviteMark } from '../../model/fact.js'
import type { Invite } from '../../model/invite.js'
import { stages } from '../../model/opportunity.js'
import type { MeetingForm, OpportunityId, Stage } from '../../model/opportunity.js'
import { momentAt, momentOn } from '../../rules/zones.js'
import { clockOfZone } from '../../rules/invite-times.js'
import { onClockOf } from '../../rules/timeline.js'
import { bookedIn } from '../recording/bookings.js'
import type { Booked } from '../recording/bookings.js'
import { descriptionOf } from '../recording/description.js'
import { given, oneOf } from '../typed/given.js'
import type { InviteArgs, InviteWorld } from './people.js'
import { isNewer } from './known.js'
import type { KnownInvite } from './known.js'
import { peopleToMeet } from './people.js'
import type { InvitePlace } from './place.js'
import { meet } from '../recording/meet.js'
import { bothClocks, dayWords, isAhead, stored, whenHere } from '../typed/moments.js'
import { record } from '../recording/record.js'
import type { Noted } from '../recording/record.js'

/** What came of one invite: a record, or a sentence on why there is none. */
export interface Settled {
  readonly uid: string | null
  readonly handle: string | null
  /** 'unclear': it is left out until somebody says where it belongs. */
  readonly done: 'booked' | 'moved' | 'cancelled' | 'proposed' | 'nothing' | 'unclear'
  readonly says: string | null
  readonly written: Noted | null
}

/** Takes in a later version of an invite that is on record: it moves the interview, calls it off, or says nothing new. */
export function changeInvite(world: InviteWorld, { invite, known }: { readonly invite: Invite; readonly known: KnownInvite }): Settled {
  const { row, interview, mark, stands } = known
  const nothing = (says: string): Settled => ({ uid: invite.uid, handle: row.handle, done: 'nothing', says, written: null })
  const booked = bookedIn(world.store.caseFile(row.id)?.facts ?? []).find((one) => one.fact.id === interview.id)
  const to = invite.start === null ? null : momentOfInvite(world, invite)
  if (isNewer(mark, invite)) return nothing(`This invite from ${row.company} is older than the one on record.`)
  if (invite.method === 'COUNTER' && to) return propose(world, { invite, known, to })
  if (!stands && invite.cancelled) return nothing(`The interview at ${row.company} was called off already.`)
  if (stands && !booked) return nothing(`What came of that interview at ${row.company} is on record already.`)
  const same = stands && booked && to && !invite.cancelled && isSame(booked.at, to)
  if (same) return nothing(`The interview at ${row.company}, ${here(world, to)}, is on record already.`)
  if (!stands && !isNewer(invite, mark)) return nothing(`The interview at ${row.company} was called off.`)
  const change: FactDraft = {
    opportunity: row.id,
    at: world.clock.moment,
    kind: 'rescheduled',
    data: { interview: interview.id, to: invite.cancelled || !to ? null : stored(to), ...marked(invite) },
  }
  const before = booked ? here(world, booked.at) : null
  const say = (): { recorded: string } => ({
    recorded:
      invite.cancelled || !to
        ? `the interview at ${row.company}${before === null ? '' : ` on ${before}`} is off`
        : `the interview at ${row.company} moved ${before === null ? '' : `from ${before} `}to ${onBothClocks(world, to)}`,
  })
  const written = record(world, [change], { about: row.id, say })
  return { uid: invite.uid, handle: row.handle, done: invite.cancelled ? 'cancelled' : 'moved', says: null, written }
}

/** Books the interview of an invite that is new, with its people; one that was booked by hand for that day is the same, and takes the invite's time. */
export async function bookInvite(
  world: InviteWorld,
  { invite, place: { place, because }, args }: { readonly invite: Invite; readonly place: InvitePlace; readonly args: InviteArgs },
): Promise<Settled> {
  const id = place.kind === 'new' ? (world.newId() as OpportunityId) : place.row.id
  const at = momentOfInvite(world, invite)
  const { found: people, left } = await peopleToMeet(world, invite, { place, args })
  const about = { place, id, at: world.clock.moment }
  const zone =
    place.kind === 'new' && invite.zone !== null && invite.zone !== 'UTC' && clockOfZone(invite.zone) ? { zone: invite.zone } : {}
  const description = descriptionOf(world, zone, about)
  const met = meet(world, people.length > 0 ? { with: people } : {}, about)
  const same = place.kind === 'round' ? bookedByHand(world, place.row.id, at) : null
  const told = { stage: stageOf(invite, args), ...given({ by: formOf(invite) }), ...marked(invite) }
  const data = { ...told, contacts: met.contacts, booked: true as const }
  const interview: FactDraft = same
    ? { opportunity: id, at: about.at, kind: 'rescheduled', data: { interview: same.fact.id, to: stored(at), ...marked(invite) } }
    : { opportunity: id, at, kind: 'interviewed', data }
  const company = place.kind === 'new' ? place.company : place.row.company
  const understood = [
    ...(place.kind === 'new' ? ['a new opportunity'] : because === null ? [] : [`${place.row.handle}, by ${because}`]),
    ...(invite.repeats ? ['it repeats; only the first time is booked'] : []),
    ...description.lines,
    ...people,
    ...met.lines,
  ]
  const written: Noted = record(world, [...description.drafts, ...met.drafts, interview], {
    about: id,
    say: ({ row }) => ({
      recorded: `interview at ${company}, ${isAhead(at, world.clock) ? 'booked for ' : ''}${onBothClocks(world, at)}`,
      understood,
      notes: leftNotes(row?.handle ?? '', onClockOf(world.clock.zone, at), left),
    }),
  })
  return { uid: invite.uid, handle: written.standing?.handle ?? null, done: same ? 'moved' : 'booked', says: null, written }
}

/** Whom the invite names and nobody said yes to, and the line that keeps them with the interview. */
function leftNotes(handle: string, { day, time }: Pick<Moment, 'day' | 'time'>, left: readonly string[]): readonly string[] {
  if (left.length === 0) return []
  const when = time === null ? day : `${day}T${time}`
  return [
    `The invite names ${inARow(left)}, not put on record without your yes. To add ${left.length === 1 ? 'that person' : 'them'}: followup log ${handle} --at ${when} ${left.map((one) => `--with "${one}"`).join(' ')}`,
  ]
}

/** When an invite is, on my clock first: 'Wed 31 Mar 8:00 to 9:00 on your clock, 14:00 in Berlin'; null where it names no time. */
export function inviteWhen(world: InviteWorld, invite: Invite): string | null {
  if (invite.start === null) return null
  const at = momentOfInvite(world, invite)
  if (invite.allDay) return `${dayWords(at.day, world.clock.today)}, all day`
  const end = invite.end === null ? null : here(world, momentOfInvite(world, { ...invite, start: invite.end }))
  const day = `${dayWords(onClockOf(world.clock.zone, at).day, world.clock.today)} `
  const until = end === null ? '' : ` to ${end.startsWith(day) ? end.slice(day.length) : end}`
  return onBothClocks(world, at).replace(/(?= on your clock)|$/, until)
}

/** They would like another time: that is theirs to confirm with me, and moves nothing yet. */
function propose(
  world: InviteWorld,
  { invite, known: { row }, to }: { readonly invite: Invite; readonly known: KnownInvite; readonly to: Moment },
): Settled {
  const at = world.clock.moment
  const drafts: readonly FactDraft[] = [
    { opportunity: row.id, at, kind: 'heard', data: { kind: 'question', contact: row.outlook.lead } },
    { opportunity: row.id, at, kind: 'noted', data: { text: `They would rather meet on ${here(world, to)}.` } },
  ]
  const written = record(world, drafts, {
    about: row.id,
    say: () => ({
      recorded: `${row.company} would rather meet on ${here(world, to)}`,
      notes: [
        `The interview stands as it was. Once you agreed: followup log ${row.handle} --reschedule --at "${to.day} ${to.time ?? ''}"`.trim(),
      ],
    }),
  })
  return { uid: invite.uid, handle: row.handle, done: 'proposed', says: null, written }
}

function marked({ uid, sequence, stamp, recurrence }: Invite): { readonly invite?: InviteMark } {
  return uid === null ? {} : { invite: { uid, sequence, stamp, ...(recurrence === null ? {} : { recurrence }) } }
}

/** Its beginning in its own zone where that is known, else in mine. */
function momentOfInvite({ clock }: InviteWorld, { start, zone, allDay }: Invite): Moment {
  if (start === null) throw new Error('an invite without a time is never booked')
  if (allDay) return momentOn(start as Day, null, clock.zone)
  return momentAt(start, zone !== null && zone !== 'UTC' && clockOfZone(zone) ? zone : clock.zone)
}

function isSame(a: Moment, b: Moment): boolean {
  return a.time === null || b.time === null ? a.day === b.day && a.time === b.time : epochMinutes(a) === epochMinutes(b)
}

function bookedByHand(world: InviteWorld, id: OpportunityId, at: Moment): Booked | null {
  const { zone } = world.clock
  const booked = bookedIn(world.store.caseFile(id)?.facts ?? [])
  return booked.find((one) => one.fact.data.invite === undefined && onClockOf(zone, one.at).day === onClockOf(zone, at).day) ?? null
}

/** A moment on my clock, and on its own where that shows another hour. */
function onBothClocks({ clock }: InviteWorld, moment: Moment): string {
  return bothClocks({ ...moment, ...onClockOf(clock.zone, moment), zone: clock.zone }, { zone: moment.zone, today: clock.today })
}

/** A moment on my clock, in words. */
function here({ clock }: InviteWorld, moment: Moment): string {
  return whenHere(moment, clock)
}

function stageOf({ summary }: Invite, { kind }: InviteArgs): Stage {
  if (kind !== undefined) return oneOf(kind, stages, '--kind')
  return stageWords.find(([words]) => words.test(summary))?.[1] ?? 'manager'
}

const stageWords: readonly (readonly [RegExp, Stage])[] = [
  [/\bfinal\b/i, 'final'],
  [/\bpanel\b/i, 'panel'],
  [/\bon-?site\b/i, 'onsite'],
  [/\b(?:screen|screening|intro(?:ductory)?|recruiter)\b/i, 'screen'],
]

function formOf({ summary, location }: Invite): MeetingForm | undefined {
  const text = `${summary} ${location}`
  if (/zoom\.us|\bzoom\b|meet\.google|google meet|teams|webex|whereby|video/i.test(text)) return 'video'
  return /\b(?:phone|telephone|call)\b|^\+?[\d ().-]{7,}$/i.test(text) ? 'phone' : undefined
}
