import type { OpportunityRow } from '../../model/store.js'
import type { Needs } from '../../world.js'
import { askYes } from './again.js'
import { dayWords } from '../typed/moments.js'
import { nameIn } from '../telling/telling.js'

/**
 * Asks whether something came from them since the last touch or word: chasing someone who has answered is the worst that could be done.
 * True when nothing came, or when there is nothing to ask: nobody at a terminal, or no touch since their last word.
 */
export async function askNothingHeard(world: Needs<'ask' | 'clock'>, row: OpportunityRow): Promise<boolean> {
  const { lastTouch, lastInbound, lead } = row.outlook
  if (!world.ask.able || lastTouch === null || (lastInbound !== null && lastInbound > lastTouch)) return true
  const people = [nameIn(row, lead), ...row.contacts.filter((one) => one.id !== lead).map((one) => one.name)]
  const who = people.length > 2 ? row.company : people.join(' or ')
  return !(await askYes(world.ask, `Anything from ${who} since ${dayWords(lastTouch, world.clock.today)}?`, 'no'))
}
