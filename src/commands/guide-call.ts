import type { Outcome } from '../model/act.js'
import type { OpportunityRow } from '../model/store.js'
import type { Ask, Talk, World } from '../world.js'
import { askYes, choicesOf } from './ask-again.js'
import { askNamedDay, askTimeAhead } from './ask-days.js'
import { callCard } from './call-card.js'
import type { CallCard } from './call-card.js'
import type { CallPage } from './call.js'
import type { Answers, Guide } from './guide.js'
import { word } from './guide.js'
import { askNothingHeard } from './nothing-heard.js'
import { whichOpportunity } from './which-one.js'

/** What came of a call, in two steps: who answered, then what they said. */
export const callGuide: Guide = {
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const told = { ...args, opp: about.handle }
    if (args['outcome'] !== undefined || args['card'] === true || args['scripts'] === true) return { args: told, about }
    if (args['nothingHeard'] !== true && !(await askNothingHeard(world, about)))
      return { instead: { verb: 'heard', args: { opp: about.handle } } }
    const card = await callCard(world, {
      opp: about.handle,
      ...(word(args, 'with') === undefined ? {} : { with: word(args, 'with') ?? '' }),
    })
    await show(world, { page: 'card', card })
    const said = await askOutcome(world, about, card)
    if (said === null) {
      world.ask.note('Nothing was recorded. Looking is not a call.')
      return null
    }
    world.ask.say('\n')
    return { args: { ...told, ...said, ...args }, about }
  },
  after: async ({ ask }, { args }) => {
    const opp = word(args, 'opp') ?? ''
    if (args['outcome'] !== 'offer') return null
    ask.say('\n')
    return (await askYes(ask, 'The terms now, as far as you know them?')) ? { verb: 'offer', args: { opp } } : null
  },
}

type Answerer = 'nobody' | 'them' | 'other' | 'machine' | 'busy' | 'wrong' | 'missed' | 'none'

/** The pages of this conversation are those of `call`. */
function show({ talk }: World, page: CallPage): Promise<void> {
  return (talk as Talk<CallPage>).show(page)
}

/** Who answered; the words for every turn may be looked at first. Enter alone records nothing: the card may only have been looked at. */
async function askAnswerer(world: World, card: CallCard): Promise<Answerer> {
  for (;;) {
    const who = await world.ask.choice({
      ask: 'Who answered?',
      choices: choicesOf<Answerer | 'words'>({
        none: 'not now',
        nobody: 'nobody',
        them: card.person?.name ?? 'the one you wanted',
        other: 'someone else',
        machine: 'machine',
        busy: 'busy',
        wrong: 'wrong number',
        missed: 'I missed theirs',
        words: 'more words',
      }),
    })
    if (who !== 'words') return who
    await show(world, { page: 'words', card })
  }
}

async function askOutcome(world: World, row: OpportunityRow, card: CallCard): Promise<Answers | null> {
  const { ask } = world
  const who = await askAnswerer(world, card)
  switch (who) {
    case 'nobody':
      return { outcome: 'no-answer' }
    case 'busy':
      return { outcome: 'busy' }
    case 'wrong':
      return { outcome: 'wrong-number' }
    case 'missed':
      return { outcome: 'missed-callback' }
    case 'none':
      return null
    case 'machine':
      return { outcome: await askMachine(ask) }
    case 'other':
      return askAssistant(world, row)
    case 'them':
      return askTalk(world, row)
  }
}

function askMachine(ask: Ask): Promise<Outcome> {
  return ask.choice({
    ask: 'Did you leave the voicemail?',
    choices: choicesOf({ 'voicemail-left': 'yes', 'no-answer': 'no', 'mailbox-full': 'it was full' }),
  })
}

async function askAssistant(world: World, row: OpportunityRow): Promise<Answers> {
  const { ask } = world
  const outcome = await ask.choice({
    ask: 'What came of it?',
    choices: choicesOf({
      'assistant-message': 'they took a message',
      'assistant-time': 'they named a time to call',
      'assistant-will-call': 'they will call back',
      'no-answer': 'not there, nothing left',
    }),
  })
  const gatekeeper = await ask.line({ ask: 'Their name?' })
  return {
    outcome,
    ...given('gatekeeper', gatekeeper),
    ...(outcome === 'assistant-time' ? given('callback', await askTimeAhead(world, 'When?')) : {}),
    ...(outcome === 'assistant-message' ? given('promise', await askNamedDay(world, row, newsDay)) : {}),
  }
}

async function askTalk(world: World, row: OpportunityRow): Promise<Answers> {
  const outcome = await world.ask.choice({
    ask: 'What came of it?',
    choices: choicesOf({
      spoke: 'we spoke',
      'asks-something': 'they ask for something',
      booked: 'a meeting agreed',
      offer: 'an offer',
      no: 'a no',
      'bad-time': 'a bad time',
      'asked-not-to-call': 'no more calls, they said',
      dropped: 'the line dropped',
    }),
  })
  if (outcome === 'booked') return { outcome, ...given('callback', await askTimeAhead(world, 'When is it? Enter if that is not set.')) }
  if (outcome === 'bad-time')
    return { outcome, ...given('callback', await askTimeAhead(world, 'When may you call again? Enter if they did not say.')) }
  const dated = outcome === 'spoke' || outcome === 'asks-something'
  return { outcome, ...(dated ? given('promise', await askNamedDay(world, row, newsDay)) : {}) }
}

const newsDay = 'Did they name a day for news?'

function given(name: string, value: string): Answers {
  return value === '' ? {} : { [name]: value }
}
