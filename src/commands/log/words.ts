import type { OpportunityRow } from '../../model/store.js'
import type { Clock } from '../../world.js'
import type { Place } from './place.js'
import type { Told } from './told.js'
import { whenHere } from '../typed/moments.js'
import type { After, Said } from '../recording/record.js'

/** An interview as it was put on record. */
export interface Logged extends Pick<Told, 'interview' | 'added'> {
  readonly place: Place
  /** Other open ones that the name of a new company would also mean. */
  readonly alike: readonly OpportunityRow[]
  /** Something was said of how it went, or is asked next. */
  readonly lookedBack: boolean
}

/** What is said of a new interview; the handle is known only once it is on record. */
export function logged(
  what: Logged,
  {
    after,
    clock,
    understood,
    notes,
  }: {
    readonly after: After
    readonly clock: Pick<Clock, 'today' | 'zone'>
    readonly understood: readonly string[]
    readonly notes: (row: OpportunityRow) => readonly string[]
  },
): Said {
  const { row } = after
  const { when, ahead, round, replaced } = what.interview
  const company = row?.company ?? ''
  const at = whenHere(when.value, clock)
  const asBooked = replaced !== null && !ahead
  const which = asBooked || round === 1 ? 'interview' : `${ordinals[round] ?? 'another'} interview`
  const recorded = `${which}${ahead ? ' booked' : ''} at ${company}, ${at}${asBooked ? ', as booked' : ''}`
  if (!row) return { recorded, understood }
  if (what.added) {
    const names = row.contacts.filter(({ id }) => what.added?.includes(id)).map(({ name }) => name)
    const more = names.length === 0 ? '' : `; ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} added`
    return { recorded: `the booked interview at ${company}, ${at}, once more${more}`, understood, notes: notes(row) }
  }
  const fresh = what.place.kind === 'new' ? [`new, as ${row.handle}`] : []
  const like = alike(what.alike)
  const fair = ahead || what.lookedBack ? [] : [`While it is fresh, the look back: followup debrief ${row.handle}`]
  return { recorded, understood: [...fresh, ...understood], notes: [...like, ...notes(row), ...fair] }
}

/** `log` takes a company's whole name; a new one that fits another opportunity may have been meant for that. */
function alike([other]: readonly OpportunityRow[]): readonly string[] {
  if (!other) return []
  return [
    `There is also ${other.company} (${other.handle}), open. If you meant that: "followup undo", and then the same line with ${other.handle}: followup log ${other.handle}`,
  ]
}

const ordinals: Readonly<Record<number, string>> = { 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', 6: 'sixth' }
