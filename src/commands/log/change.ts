import type { FactDraft } from '../../model/fact.js'
import { Problem } from '../../problem.js'
import { bookedIn } from '../recording/bookings.js'
import type { Booked } from '../recording/bookings.js'
import { onBoth } from './clocks.js'
import { descriptionOf } from '../recording/description.js'
import { refuseFlag } from '../typed/given.js'
import type { LogArgs, LogWorld } from './args.js'
import type { Place } from './place.js'
import { meet } from '../recording/meet.js'
import { anyMoment, isAhead, momentWords, pastMoment, stored, whenHere } from '../typed/moments.js'
import { noteDrafts, record } from '../recording/record.js'
import type { Noted } from '../recording/record.js'

/** Moves the next booked interview to `--at`, or takes it off. Throws Problem('usage') when none is booked, or it is not said when it will be. */
export async function changeBooking(world: LogWorld, args: LogArgs, place: Place): Promise<Noted> {
  if (args.reschedule && args.cancel)
    throw new Problem('usage', '--reschedule and --cancel do not go together.', { hint: 'Take one of them.', code: 'flags' })
  const booked = place.kind === 'round' ? nextBooked(world, bookedIn(world.store.caseFile(place.row.id)?.facts ?? [])) : null
  if (place.kind === 'new' || !booked) throw nothingBooked(place)
  for (const flag of ['landing', 'promise'] as const)
    refuseFlag(args[flag], `--${flag} goes with an interview that is over.`, 'Leave it out here.')
  const { stage } = booked.fact.data
  if (args.kind !== undefined && args.kind !== stage) {
    throw new Problem('usage', `The booked interview is of the kind ${stage}.`, {
      hint: 'Take it off with --cancel, and log the new one.',
      code: 'other-kind',
    })
  }
  return args.cancel ? cancel(world, args, { place, booked }) : move(world, args, { place, booked })
}

function nextBooked(world: LogWorld, booked: readonly Booked[]): Booked | null {
  return booked.find((one) => isAhead(one.at, world.clock)) ?? booked.at(-1) ?? null
}

function nothingBooked(place: Place): Problem {
  const company = place.kind === 'new' ? place.company : place.row.company
  return new Problem('usage', `No interview is booked at ${company}.`, {
    hint: 'To book one: followup log COMPANY --at WHEN',
    code: 'nothing-booked',
  })
}

interface Change {
  readonly place: Extract<Place, { readonly kind: 'round' }>
  readonly booked: Booked
}

async function cancel(world: LogWorld, args: LogArgs, { place: { row }, booked }: Change): Promise<Noted> {
  const { value: at, lines: understood } = pastMoment(world, args.at)
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  const off: FactDraft = { opportunity: row.id, at, kind: 'rescheduled', data: { interview: booked.fact.id, to: null } }
  return record(world, [off, ...note], {
    about: row.id,
    say: ({ standing }) => ({
      recorded: `the interview at ${row.company} on ${whenHere(booked.at, world.clock)} is off`,
      understood,
      notes: standing?.next ? [] : newDate(row.handle),
    }),
  })
}

function newDate(handle: string): readonly string[] {
  return [`Once there is a new date: followup log ${handle} --at WHEN`, `To be reminded to ask for one: followup snooze ${handle} DAY`]
}

async function move(world: LogWorld, args: LogArgs, { place, booked }: Change): Promise<Noted> {
  if (args.at === undefined)
    throw new Problem('usage', '--at is missing: when will it be?', { hint: 'For example: --reschedule --at "thu 10:00"', code: 'missing' })
  const { row } = place
  const to = anyMoment(world, args.at, 'future')
  const at = world.clock.moment
  const about = { place, id: row.id, at }
  const description = descriptionOf(world, args, about)
  const met = meet(world, args, about)
  const moved: FactDraft = { opportunity: row.id, at, kind: 'rescheduled', data: { interview: booked.fact.id, to: stored(to.value) } }
  const note = await noteDrafts(world, args.note, { opportunity: row.id, at })
  const { today } = world.clock
  return record(world, [...description.drafts, ...met.drafts, moved, ...note], {
    about: row.id,
    say: () => ({
      recorded: `the interview at ${row.company} moved from ${whenHere(booked.at, world.clock)} to ${momentWords(to.value, today)}`,
      understood: [...onBoth(to, { zone: description.zone, clock: world.clock }), ...description.lines, ...met.lines],
    }),
  })
}
