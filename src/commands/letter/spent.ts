import type { Day } from '../../model/day.js'
import type { Fact, FactOf } from '../../model/fact.js'
import { isConnection, isUnasked } from '../../model/kinds.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { phaseAt } from '../../rules/assess.js'
import { addBusinessDays, longDay } from '../../rules/days.js'
import { afterClosing, budget } from '../../rules/limits.js'
import { plan } from '../../rules/plan.js'
import { spokenDay } from '../../rules/spoken-day.js'
import { withoutReturned } from '../../rules/timeline.js'
import type { Needs } from '../../world.js'
import { groundOf } from '../standing/ground.js'
import { calendarOf } from '../standing/seen.js'
import { nameIn } from '../telling/telling.js'
import { dayWords } from '../typed/moments.js'
import type { Writing } from './writing.js'

type Planned = Pick<Writing, 'row' | 'file' | 'letter' | 'to' | 'at'>
type PlanWorld = Needs<'catalog' | 'settings'>

/** Throws Problem('refused') for a letter that would be one too many for the person who is chased, and says from when news is welcome. */
export function refuseSpent(world: PlanWorld, planned: Planned): void {
  const { row, letter, to } = planned
  if (row.closed || !isUnasked(letter) || to !== row.outlook.lead || isDue(planned)) return
  const { units } = row.outlook.used
  const [name, rests] = [nameIn(row, to), isAtRest(row)]
  if (units >= budget.units)
    throw refused(world, planned, {
      says: `Four messages to ${name} are unanswered, and a fifth would cost you more than it could win.`,
      until: 'Nothing until',
    })
  if (letter === 'reconnect' && rests) return refuseNews(world, planned)
  if (units === budget.units - 1 && letter !== 'close-the-loop')
    throw refused(world, planned, {
      says: `Three messages to ${name} are unanswered, and the fourth is kept for the closing letter.`,
      until: rests ? 'Nothing until' : 'After that nothing until',
    })
}

/** At rest, lines of news wait for their day; a real event may bring the first of them sooner, but not at once. */
function refuseNews(world: PlanWorld, planned: Planned): void {
  const { row, file, to, at } = planned
  const last = withoutReturned(file.facts).findLast((fact): fact is FactOf<'sent'> => isLast(fact, to))
  if (!last) return
  const today = at.slice(0, 10) as Day
  const went = `to ${nameIn(row, to)} went ${spokenDay(last.at.day, today)}`
  if (last.data.letter === 'reconnect') {
    const says = `Lines of news ${went}, and ${newsDay(world, planned) ? 'are welcome where they are rare' : 'until an answer comes there are no more of them'}.`
    throw refused(world, planned, { says, until: 'Nothing until' })
  }
  const event = addBusinessDays(last.at.day, afterClosing.event, calendarOf(row, world))
  if (today >= event) return
  throw refused(world, planned, {
    says: `The closing letter ${went}, and now it is quiet for a while.`,
    until: `With real news from ${dayWords(event, today)}, else nothing until`,
  })
}

function isLast({ kind, data }: Fact, to: Planned['to']): boolean {
  return kind === 'sent' && data.contact === to && (data.letter === 'close-the-loop' || data.letter === 'reconnect')
}

/** That lines of news are for later, where the plan has them later; none for other letters. */
export function newsNote(world: PlanWorld, planned: Planned): readonly string[] {
  const { row, letter, to } = planned
  if (letter !== 'reconnect' || to !== row.outlook.lead || isDue(planned)) return []
  const day = newsDay(world, planned)
  return day === null ? [] : [`Lines of news are for later: the plan has them on ${longDay(day)}.`]
}

/** It is the plan's own letter, and its day has come. */
function isDue({ row, letter, at }: Planned): boolean {
  const { next } = phaseAt(row.outlook, at)
  return letter === 'reconnect' && next?.step === letter && next.since <= at.slice(0, 10)
}

/** The closing letter is out, and nothing comes any more but news. */
function isAtRest({ outlook }: OpportunityRow): boolean {
  const last = outlook.phases.at(-1)
  return last?.state === 'parked' && last.next?.step !== 'check-in'
}

/** The day on which the plan has lines of news, if nothing is heard; null where it has none. */
function newsDay(world: PlanWorld, { file, at }: Planned): Day | null {
  return plan(file, groundOf(world), at).find(({ act }) => act.step === 'reconnect' && !isConnection(act))?.day ?? null
}

function refused(world: PlanWorld, planned: Planned, { says, until }: { readonly says: string; readonly until: string }): Problem {
  const day = newsDay(world, planned)
  const open = day === null ? '' : `${until} ${dayWords(day, planned.at.slice(0, 10) as Day)}; `
  return new Problem('refused', says, { hint: `${open}"followup plan ${planned.row.handle}" shows what is left.`, code: 'budget' })
}
