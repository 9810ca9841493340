import type { Day } from '../../model/day.js'
import type { OpportunityRow } from '../../model/store.js'
import { dayToAct, phaseAt } from '../../rules/assess.js'
import { judge } from '../../rules/judge.js'
import type { Needs } from '../../world.js'
import { dayWords } from '../typed/moments.js'
import { groundOf } from './ground.js'
import { calendarOf } from './seen.js'

type World = Needs<'clock' | 'catalog' | 'settings' | 'store'>

/** What a person's no asks for, and how to keep the door open from when, if they wish to. */
export function kindReply(world: World, row: OpportunityRow): readonly string[] {
  const pity =
    'That is a pity, and it may say little about you. Chasing stops here; a few lines of thanks leave a friend behind, best after'
  const from = doorFrom(world, row)
  return [
    `${pity} a night's sleep. Nothing reminds you of them; when you are ready: followup letter ${row.handle} rejection-reply`,
    ...(from === null
      ? []
      : [
          `If you wish, a plan keeps the door open, these lines first, from ${from === world.clock.today ? 'today' : dayWords(from, world.clock.today)}: ${useLine(row.handle)}`,
        ]),
  ]
}

/** How to stay in touch after a no that needs no reply. */
export function doorOpen(handle: string): string {
  return `Chasing stops, nothing is deleted. If you wish, four lines keep the door open: ${useLine(handle)}`
}

const door = 'keep-the-door-open'

function useLine(handle: string): string {
  return `followup playbook use ${door} ${handle}`
}

/** The day on which that plan would begin; null where it holds already, or leaves nothing to do. */
function doorFrom(world: World, row: OpportunityRow): Day | null {
  const file = world.store.caseFile(row.id)
  if (!file || file.opportunity.playbook === door) return null
  const outlook = judge({ ...file, opportunity: { ...file.opportunity, playbook: door } }, groundOf(world))
  const at = world.clock.in(outlook.zone)
  const { next } = phaseAt(outlook, at)
  return next && dayToAct(next, at.slice(0, 10) as Day, calendarOf(row, world))
}
