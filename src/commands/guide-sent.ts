import type { LetterKind } from '../model/act.js'
import { letterKinds } from '../model/act.js'
import type { OpportunityRow } from '../model/store.js'
import { phaseAt } from '../rules/assess.js'
import type { World } from '../world.js'
import { choicesOf } from './ask-again.js'
import type { Guide } from './guide.js'
import { askNothingHeard } from './nothing-heard.js'
import { whichOpportunity } from './which-one.js'

/** Which letter left, and before that whether they have not answered meanwhile. */
export const sentGuide: Guide = {
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const told = { ...args, opp: about.handle }
    if (args['kind'] !== undefined) return { args: told, about }
    if (args['nothingHeard'] !== true && !(await askNothingHeard(world, about)))
      return { instead: { verb: 'heard', args: { opp: about.handle } } }
    const kind = await askLetter(world, about)
    world.ask.say('\n')
    return { args: { ...told, kind }, about }
  },
}

async function askLetter({ ask, clock }: World, { outlook }: OpportunityRow): Promise<LetterKind> {
  const step = phaseAt(outlook, clock.in(outlook.zone)).next?.step
  const due = letterKinds.find((kind) => kind === step)
  const few = await ask.choice({
    ask: 'Which letter was it?',
    choices: choicesOf<keyof typeof usual>(usual, due && due in usual ? (due as keyof typeof usual) : undefined),
  })
  if (few !== 'other') return few
  return ask.choice({
    ask: 'Which?',
    choices: choicesOf<keyof typeof rare>(rare, due && due in rare ? (due as keyof typeof rare) : undefined),
  })
}

const usual = {
  'thank-you': 'thank-you',
  'love-letter': 'the note',
  'value-add': 'something useful',
  'check-in': 'check-in',
  'after-voicemail': 'mail after a voicemail',
  'close-the-loop': 'closing letter',
  answer: 'answer to theirs',
  confirm: 'confirmation',
  other: 'another',
} satisfies Partial<Record<LetterKind | 'other', string>>

const rare = {
  'rejection-reply': 'reply to their no',
  'offer-thanks': 'thanks for the offer',
  accept: 'yes to the offer',
  decline: 'no to the offer',
  'negotiation-opener': 'opening of the negotiation',
  extension: 'asking for more time',
  'competing-offer': 'word on another offer',
  withdraw: 'withdrawal',
  reconnect: 'lines of news',
  'recruiter-status': 'word to the recruiter',
  'referee-brief': 'word to a referee',
  'referrer-update': 'word to who referred you',
} satisfies Partial<Record<LetterKind, string>>
