import type { Outcome } from '../../model/act.js'
import type { Written } from '../../model/result.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Ask, Talk, World } from '../../world.js'
import { askAgain, askYes, choicesOf } from '../asking/again.js'
import { askNamedDay, askTimeAhead } from '../asking/days.js'
import { askNumber } from '../asking/number.js'
import { inARow } from '../../model/in-a-row.js'
import { callIs } from '../../model/kinds.js'
import { callCard } from '../call/card.js'
import type { CallCard, CallCardArgs, Callee } from '../call/card.js'
import { mayBeShared } from '../call/drafts.js'
import type { CallPage } from '../call.js'
import type { Answers, Guide, Line } from '../asking/guide.js'
import { word } from '../asking/guide.js'
import { askMe } from '../asking/me.js'
import { askNothingHeard } from '../asking/nothing-heard.js'
import { nameSaid } from '../recording/people.js'
import { toldOf } from '../asking/person-meant.js'
import { stopsFor } from '../standing/stops.js'
import { whichOpportunity } from '../asking/which-one.js'

/** What came of a call, in two steps: who answered, then what they said. */
export const callGuide: Guide = {
  ask: async (world, args) => {
    const found = await whichOpportunity(world, args)
    const told = toldOf(args, found, 'with')
    if (args['outcome'] !== undefined || args['card'] === true || args['scripts'] === true) return { args: told, about: found }
    if (args['nothingHeard'] !== true && !(await askNothingHeard(world, found)))
      return { instead: { verb: 'heard', args: { opp: found.handle } } }
    const me = await askMe(world)
    const card = await callCard(world, { ...whomOf(told), me })
    await show(world, { page: 'card', card })
    const talked = await askAnswerer(world, { card, about: found, whom: { ...whomOf(told), me } })
    const said = await outcomeOf(world, talked)
    if (said === null) {
      world.ask.note('Nothing was recorded. Looking is not a call.')
      return null
    }
    const also = await alsoAbout(world.ask, talked.card, said['outcome'] as Outcome)
    world.ask.say('\n')
    return { args: { ...said, ...told, ...also }, about: talked.about }
  },
  after: async (world, { result, args }) => {
    const opp = word(args, 'opp') ?? ''
    if (args['outcome'] === 'voicemail-left') return mailToo(world, { opp, result })
    if (args['outcome'] !== 'offer') return null
    world.ask.say('\n')
    return (await askYes(world.ask, 'The terms now, as far as you know them?')) ? { verb: 'offer', args: { opp } } : null
  },
}

/** One dial is for all that were due; what was talked about is asked. */
async function alsoAbout(ask: Ask, { also }: CallCard, outcome: Outcome): Promise<Answers> {
  if (also.length === 0 || !mayBeShared(outcome)) return {}
  return callIs(outcome, 'vain') || (await askYes(ask, `Was it about ${inARow(also)} too?`)) ? { also } : {}
}

/** The first voicemail goes with a mail, offered at once to the one who was rung, unless letters are stopped; together they are one message. */
async function mailToo(world: World, { opp, result }: { readonly opp: string; readonly result: Written }): Promise<Line | null> {
  const call = result.facts.find((one) => one.kind === 'called')
  const row = call?.opportunity ? world.store.row(call.opportunity) : null
  const person = row?.contacts.find((one) => one.id === call?.data.contact)
  if (row && row.outlook.used.voicemails > 1) return null
  if (row && (await stopsFor(world, row, person?.id ?? null)).letters) return null
  return {
    verb: 'letter',
    args: { opp, kind: 'after-voicemail', nothingHeard: true, ...(person ? { to: person.id } : {}) },
  }
}

function whomOf(args: Answers): { readonly opp: string; readonly with?: string } {
  const person = word(args, 'with')
  return { opp: word(args, 'opp') ?? '', ...(person === undefined ? {} : { with: person }) }
}

type Answerer = 'nobody' | 'them' | 'other' | 'machine' | 'busy' | 'wrong' | 'missed' | 'none'

/** The pages of this conversation are those of `call`. */
function show({ talk }: World, page: CallPage): Promise<void> {
  return (talk as Talk<CallPage>).show(page)
}

/** A call on the way: its card, and the opportunity as it was when the question was asked. */
interface OnTheWay {
  readonly card: CallCard
  readonly about: OpportunityRow
}

/** Who answered; more words may be looked at first, and a number found. Enter alone records nothing: the card may only have been looked at. */
async function askAnswerer(
  world: World,
  begun: OnTheWay & { readonly whom: CallCardArgs },
): Promise<OnTheWay & { readonly who: Answerer }> {
  let { card, about } = begun
  for (let turn = 0; ;) {
    const who = await world.ask.choice({ ask: 'Who answered?', choices: answerers(card) })
    if (who !== 'words' && who !== 'number') return { card, about, who }
    if (who === 'words') await show(world, { page: 'words', card, turn: turn++ })
    else if (card.person && (await numberFound(world, card.person))) {
      card = await callCard(world, begun.whom)
      about = world.store.row(about.id) ?? about
      await show(world, { page: 'card', card })
    }
  }
}

function answerers({ person, unasked }: CallCard): ReturnType<typeof choicesOf<Answerer | 'words' | 'number'>> {
  const number = unasked === 'no-number' && person ? { number: 'I have the number' } : {}
  return choicesOf<Answerer | 'words' | 'number'>({
    none: 'not now',
    ...number,
    nobody: 'nobody',
    them: person?.name ?? 'the one you wanted',
    other: 'someone else',
    machine: 'machine',
    busy: 'busy',
    wrong: 'wrong number',
    missed: 'I missed theirs',
    words: 'more words',
  } as Record<Answerer | 'words' | 'number', string>)
}

async function numberFound(world: World, { id, name }: Callee): Promise<boolean> {
  const found = await askNumber(world, name)
  if (found) await world.talk.run('contact', { action: 'edit', person: id, ...found })
  return found !== null
}

async function outcomeOf(world: World, { who, about, card }: OnTheWay & { readonly who: Answerer }): Promise<Answers | null> {
  const { ask } = world
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
      return { outcome: await askMachine(ask, card) }
    case 'other':
      return askAssistant(world, about)
    case 'them':
      return askTalk(world, about)
  }
}

function askMachine(ask: Ask, { voicemail }: CallCard): Promise<Outcome> {
  const words = { 'voicemail-left': 'yes', 'no-answer': 'no', 'mailbox-full': 'it was full' }
  return ask.choice({ ask: 'Did you leave a message?', choices: choicesOf(words, voicemail ? 'voicemail-left' : 'no-answer') })
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
  const when = outcome === 'assistant-time' ? await askTimeAhead(world, row, 'When, on your clock?') : ''
  const gatekeeper = await askAgain(ask, { ask: 'Their name?', read: (text) => ({ value: nameSaid(text), lines: [] }) })
  return {
    outcome,
    ...given('gatekeeper', gatekeeper ?? ''),
    ...given('callback', when),
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
      'asked-not-to-call': 'they want no calls',
      dropped: 'the line dropped',
    }),
  })
  if (outcome === 'booked')
    return { outcome, ...given('callback', await askTimeAhead(world, row, 'When is it, on your clock? Enter if that is not set.')) }
  if (outcome === 'bad-time')
    return {
      outcome,
      ...given('callback', await askTimeAhead(world, row, 'When may you call again, on your clock? Enter if they did not say.')),
    }
  const dated = outcome === 'spoke' || outcome === 'asks-something'
  return { outcome, ...(dated ? given('promise', await askNamedDay(world, row, newsDay)) : {}) }
}

const newsDay = 'Did they name a day for news?'

function given(name: string, value: string): Answers {
  return value === '' ? {} : { [name]: value }
}
