import type { OpportunityId } from '../model/opportunity.js'
import { Problem } from '../problem.js'
import type { Store } from '../model/store.js'
import { waits } from '../rules/limits.js'
import { choosePerson } from './asking/choose.js'
import type { KnownPerson } from './asking/choose.js'
import { given } from './typed/given.js'
import { dayWords, myDay, pastMoment } from './typed/moments.js'
import { noteForEach, record } from './recording/record.js'
import type { Noted, RecordArgs, Scribe } from './recording/record.js'

export interface HoldArgs extends RecordArgs {
  /** A name or mail address. */
  readonly contact: string
  /** The first day they are back. */
  readonly until?: string
  readonly reason?: string
}

/** Keeps that a person is away until a first day back, for every opportunity they are in. Throws Problem('usage') without that day, or when it is over. */
export async function hold(world: Scribe, args: HoldArgs): Promise<Noted> {
  if (args.until === undefined)
    throw new Problem('usage', '--until is missing.', { hint: 'Write the day they are back, as in --until "mon 15 mar".', code: 'missing' })
  const person = choosePerson(world.store, args.contact)
  const until = myDay(world, args.until)
  const when = pastMoment(world, args.at)
  if (until.value < when.value.day)
    throw new Problem('usage', `${dayWords(until.value, world.clock.today)} is over.`, {
      hint: 'Write the first day on which they are back, as in --until "mon 15 mar".',
      code: 'bad-day',
    })
  const { id, name } = person.contact
  const opportunities = opportunitiesOf(world.store, person)
  const note = await noteForEach(world, args.note, { opportunities, at: when.value })
  const data = { contact: id, until: until.value, ...given({ reason: args.reason }) }
  const written = record(world, [{ opportunity: null, at: when.value, kind: 'held', data }, ...note], {
    about: onlyOne(opportunities),
    say: ({ touched }) => ({
      recorded: `${name} is away, back ${dayWords(until.value, world.clock.today)}`,
      understood: [...until.lines, ...when.lines],
      notes: touched.length > 1 ? [`It holds for ${touched.map((row) => row.handle).join(', ')}.`] : [],
    }),
  })
  return written.standing?.court === 'theirs' ? { ...written, wait: { from: 'back', plus: waits.backFromLeave } } : written
}

/** All opportunities that someone is in. */
export function opportunitiesOf(store: Pick<Store, 'match'>, { opportunities }: KnownPerson): readonly OpportunityId[] {
  return opportunities.flatMap((handle) => store.match(handle).find((row) => row.handle === handle)?.id ?? [])
}

/** The one opportunity, where it is only one; else null. */
export function onlyOne(opportunities: readonly OpportunityId[]): OpportunityId | null {
  return opportunities.length === 1 ? (opportunities[0] ?? null) : null
}
