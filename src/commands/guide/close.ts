import type { Ending } from '../../model/opportunity.js'
import { choicesOf } from '../asking/again.js'
import type { Guide } from '../asking/guide.js'
import { whichOpportunity } from '../asking/which-one.js'

/** How it ended, and why, when the person cares to say. */
export const closeGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const { ask } = world
    const as = args['as'] ?? (await ask.choice({ ask: 'How did it end?', choices: choicesOf(endings) }))
    const reason = args['reason'] ?? (await ask.line({ ask: 'Why, in your own words? Enter skips.' }))
    ask.say('\n')
    return { args: { ...args, opp: about.handle, as, ...(reason === '' ? {} : { reason }) }, about }
  },
}

const endings: Readonly<Record<Ending, string>> = {
  rejected: 'they said no',
  'no-response': 'nothing more is expected',
  withdrawn: 'you withdrew',
  declined: 'you said no to their offer',
  hired: 'you have the job',
}
