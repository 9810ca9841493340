import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import type { Needs } from '../../world.js'
import { askUntil } from './again.js'
import { chooseOpportunity } from './choose.js'
import { word } from './guide.js'
import type { Answers, Guide } from './guide.js'
import { lookout } from '../standing/lookout.js'

/** How many are offered by name; others can be typed all the same. */
const offered = 6

/**
 * The opportunity a line is about: the one it names, else asked for, those that are due offered first.
 * Throws Problem('usage') when nothing is open, Problem('reference') for a reference that fits none.
 */
export async function whichOpportunity(
  world: Needs<'clock' | 'catalog' | 'settings' | 'store' | 'ask'>,
  args: Answers,
): Promise<OpportunityRow> {
  const { store, ask } = world
  const named = word(args, 'opp')
  if (named !== undefined) return chooseOpportunity(store, named)
  const likely = likelyOnes(world)
  const [first] = likely
  if (!first)
    throw new Problem('usage', 'Nothing is open that this could be about.', {
      hint: 'An interview comes first: followup log',
      code: 'missing-word',
    })
  if (likely.length > 1) ask.note(`Open: ${likely.map((row) => row.handle).join(', ')}${likely.length >= offered ? ', ...' : ''}`)
  return askUntil(ask, {
    ask: 'Which one?',
    offer: first.handle,
    needed: 'Name one, or press Ctrl-C to leave.',
    read: (text) => {
      const row = chooseOpportunity(store, text)
      return { value: row, lines: row.handle === text ? [] : [`${row.company}, as ${row.handle}`] }
    },
  })
}

/** For verbs that need to know nothing but which opportunity. */
export const whichGuide: Guide = {
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    return { args: { ...args, opp: about.handle }, about }
  },
}

/** What is due, else what is open. */
function likelyOnes(world: Needs<'clock' | 'catalog' | 'settings' | 'store'>): readonly OpportunityRow[] {
  const from = lookout(world)
  const due = world.store.agenda({ at: from.in, lists: ['due'], limit: offered }).items.map((item) => item.row)
  return due.length > 0 ? due.slice(0, offered) : world.store.list({ closed: false, limit: offered })
}
