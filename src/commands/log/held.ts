import { epochMinutes } from '../../model/day.js'
import type { Moment } from '../../model/day.js'
import type { Fact, FactDraft, FactOf } from '../../model/fact.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { timeline } from '../../rules/timeline.js'
import type { LogWorld } from './args.js'
import { isAhead, pastMoment, stored, whenHere } from '../typed/moments.js'

/** The last interview that is over on another day: the facts that put it there, and what to say of it. */
export interface Moved {
  readonly drafts: readonly FactDraft[]
  readonly says: string
  readonly lines: readonly string[]
}

/** Moves the last interview that is over to when it really was, with what was told along with it; null where it stands there already. Throws Problem('usage') where none is over. */
export function moveHeld(world: LogWorld, row: OpportunityRow, said: string): Moved | null {
  const facts = world.store.caseFile(row.id)?.facts ?? []
  const held = timeline(facts, row.outlook.zone)
    .map(({ fact }) => fact)
    .findLast((fact): fact is FactOf<'interviewed'> => fact.kind === 'interviewed' && !isAhead(fact.at, world.clock))
  if (!held) throw noneOver(row)
  const { value: to, lines } = pastMoment(world, said)
  if ((to.time === null) === (held.at.time === null) && epochMinutes(to) === epochMinutes(held.at)) return null
  const [before, after] = [held.at, to].map((one) => whenHere(one, world.clock)) as [string, string]
  const says = `the interview at ${row.company} was ${after}, not ${before}`
  return { drafts: held.data.booked ? [rebooked(world, held, to)] : toldAnew(world, { held, facts, to }), says, lines }
}

/** One that was booked keeps asking what came of it. */
function rebooked({ clock }: LogWorld, { id, opportunity }: FactOf<'interviewed'>, to: Moment): FactDraft {
  return { opportunity, at: clock.moment, kind: 'rescheduled', data: { interview: id, to: stored(to) } }
}

interface Retelling {
  readonly held: FactOf<'interviewed'>
  readonly facts: readonly Fact[]
  readonly to: Moment
}

/** What was told at it and of it goes with it; what came later stays where it is. */
function toldAnew({ clock }: LogWorld, { held, facts, to }: Retelling): readonly FactDraft[] {
  const told = facts.filter(
    ({ kind, command, at }) => along.has(kind) && command === held.command && epochMinutes(at) === epochMinutes(held.at),
  )
  return [
    { opportunity: null, at: clock.moment, kind: 'retracted', data: { facts: told.map(({ id }) => id) } },
    ...told.map(({ opportunity, kind, data }) => ({ opportunity, at: to, kind, data }) as FactDraft),
  ]
}

const along: ReadonlySet<string> = new Set(['interviewed', 'promised', 'debriefed', 'noted'])

function noneOver({ company, handle }: OpportunityRow): Problem {
  return new Problem('usage', `No interview at ${company} is over yet.`, {
    hint: `One that is booked moves with: followup log ${handle} --reschedule --at WHEN`,
    code: 'none-over',
  })
}
