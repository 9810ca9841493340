import type { LetterKind } from '../../model/act.js'
import { letterKinds } from '../../model/act.js'
import type { OpportunityRow } from '../../model/store.js'
import { phaseNow } from '../../rules/assess.js'
import type { World } from '../../world.js'
import { askYes, choicesOf } from '../asking/again.js'
import type { Answers, Guide } from '../asking/guide.js'
import { askNothingHeard } from '../asking/nothing-heard.js'
import { endingQuestion } from '../offer/answer.js'
import { beforeYes } from '../offer/paper.js'
import { toldOf } from '../asking/person-meant.js'
import { whichOpportunity } from '../asking/which-one.js'

/** Which letter left, and before that whether they have not answered meanwhile. */
export const sentGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const told = toldOf(args, about, 'to')
    const known = letterKinds.find((one) => one === args['kind'])
    if (args['kind'] !== undefined)
      return known && !(await agreed(world, known, { args, about })) ? null : { args: { ...told, ...yesTo(known, about) }, about }
    if (args['nothingHeard'] !== true && !(await askNothingHeard(world, about)))
      return { instead: { verb: 'heard', args: { opp: about.handle } } }
    const kind = await askLetter(world, about)
    if (!(await agreed(world, kind, { args, about }))) return null
    world.ask.say('\n')
    return { args: { ...told, kind, ...yesTo(kind, about) }, about }
  },
}

/** A letter that answers an offer ends it, and so is asked about first. */
async function agreed(
  world: World,
  kind: LetterKind,
  { args, about }: { readonly args: Answers; readonly about: OpportunityRow },
): Promise<boolean> {
  const question = args['yes'] === true ? null : endingQuestion(kind, about)
  const first = beforeYes(world, about, kind)
  if (question !== null && first !== null) world.ask.note(`${first.says} ${first.hint}`)
  if (question === null || (await askYes(world.ask, question, first === null ? 'yes' : 'no'))) return true
  world.ask.note('Nothing was recorded.')
  return false
}

function yesTo(kind: LetterKind | undefined, about: OpportunityRow): { readonly yes?: true } {
  return kind !== undefined && endingQuestion(kind, about) !== null ? { yes: true } : {}
}

async function askLetter({ ask, clock }: World, { outlook }: OpportunityRow): Promise<LetterKind> {
  const step = phaseNow(outlook, clock).next?.step
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
