import type { Newest } from '../model/store.js'
import { isProblem } from '../problem.js'
import { alikeOf, nameMeant } from './log/alike.js'
import type { LogArgs, LogWorld } from './log/args.js'
import { notesOn } from './log/notes.js'
import { placeOf } from './log/place.js'
import type { Place } from './log/place.js'
import { toldOf } from './log/told.js'
import { logged } from './log/words.js'
import { newestOf, record } from './recording/record.js'
import type { Noted } from './recording/record.js'
import { refuseFlag } from './typed/given.js'

/** Keeps an interview, over or (with a future `--at`) booked, and all that is said of it; opens the opportunity when it is new. */
export async function log(world: LogWorld, args: LogArgs): Promise<Noted> {
  if (!args.correct) refuseFlag(args.name, '--name goes with --correct.', 'The name of a new company stands right after log.')
  if (args.correct) return (await import('./log/correct.js')).correctLog(world, args)
  const meant = { ...args, company: await nameMeant(world, args) }
  if (args.reschedule || args.cancel) return (await import('./log/change.js')).changeBooking(world, args, placeOf(world.store, meant))
  // What a pipe brings can be read once.
  const whole = args.note === '-' ? { ...meant, note: await world.readInput() } : meant
  for (let tries = MOST_TRIES; ; tries -= 1) {
    const seen = newestOf(world.store)
    try {
      return await keep(world, whole, { place: placeOf(world.store, whole), seen })
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
  const told = await toldOf(world, args, { place, facts })
  const { interview, added, look } = told
  const lookedBack = look !== null || args.asked === true
  const alike = place.kind === 'round' || args.new ? [] : alikeOf(world.store, place.company)
  const notes = await notesOn(world, args, { ...told, place, facts })
  // What it takes to put words into letters is large, and most interviews are told without.
  const remembering = look && (await import('./debrief/remembered-words.js')).remembering
  return record(world, told.drafts, {
    about: told.id,
    ...(place.kind === 'new' && !args.new ? { seen } : {}),
    say: (after) => {
      const understood = [...told.lines, ...(remembering?.(look, after.row) ?? [])]
      return logged({ interview, place, added, lookedBack, alike }, { after, clock: world.clock, understood, notes })
    },
  })
}
