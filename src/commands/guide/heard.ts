import type { HeardKind } from '../../model/act.js'
import { mayNameDay, newsIs } from '../../model/kinds.js'
import type { OpportunityRow } from '../../model/store.js'
import type { Choice } from '../../model/question.js'
import type { Ask } from '../../world.js'
import { askYes, choicesOf } from '../asking/again.js'
import { askNamedDay, askTheirDay, askTimeAhead } from '../asking/days.js'
import { chooseOpportunity, nameAmong } from '../asking/choose.js'
import type { Answers, Guide } from '../asking/guide.js'
import { word } from '../asking/guide.js'
import { toldOf } from '../asking/person-meant.js'
import { whichOpportunity } from '../asking/which-one.js'
import { fromPerson } from '../asking/what-it-says.js'

/** What came in: from whom, what it says, and the day that goes with it. */
export const heardGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const told: Record<string, string | readonly string[] | true> = { ...toldOf(args, about, 'from') }
    const kind = (word(args, 'kind') as HeardKind | undefined) ?? (await askKind(world.ask, told))
    told['kind'] = kind
    if (told['from'] === undefined && (newsIs(kind, 'person') || newsIs(kind, 'notice')))
      Object.assign(told, await askFrom(world.ask, about))
    // Of an invitation it is the day of the meeting that is asked for, afterwards.
    if (kind === 'on-hold') {
      if (told['until'] === undefined && told['promise'] === undefined)
        put(told, 'until', await askNamedDay(world, about, 'Did they say until when?'))
    } else if (told['promise'] === undefined && kind !== 'invite' && mayNameDay(kind))
      put(told, 'promise', await askNamedDay(world, about, 'Did they name a day?'))
    if (told['until'] === undefined && kind === 'out-of-office')
      put(told, 'until', await askTheirDay(world, about, 'Their first day back? Enter if it does not say.'))
    if (told['note'] === undefined && kind === 'question') Object.assign(told, await askWhat(world.ask))
    world.ask.say('\n')
    return { args: told, about }
  },
  after: async (world, { args }) => {
    const { ask } = world
    const opp = word(args, 'opp') ?? ''
    const kind = args['kind']
    if (kind !== 'offer' && kind !== 'invite') return null
    ask.say('\n')
    if (kind === 'offer') return (await askYes(ask, 'The terms now, as far as you know them?')) ? { verb: 'offer', args: { opp } } : null
    const about = chooseOpportunity(world.store, opp)
    const at = await askTimeAhead(world, about, 'Is the day set? Day and hour on your clock, or Enter to skip.')
    return at === '' ? null : { verb: 'log', args: { company: opp, at } }
  },
}

function put(told: Record<string, string | readonly string[] | true>, name: string, value: string): void {
  if (value !== '') told[name] = value
}

type Source = 'person' | 'machine' | 'sign'

const fromMachine = {
  'out-of-office': 'out of office',
  bounce: 'a letter came back',
  rejection: 'a no',
  auto: 'thanks for writing, nothing more',
} satisfies Partial<Record<HeardKind, string>>

const signs = {
  reposted: 'advertised again',
  viewed: 'your profile was viewed',
  'no-show': 'they did not come',
  freeze: 'hiring is frozen',
  left: 'someone has left',
} satisfies Partial<Record<HeardKind, string>>

async function askKind(ask: Ask, told: Record<string, string | readonly string[] | true>): Promise<HeardKind> {
  const source = await ask.choice({
    ask: 'What came?',
    choices: choicesOf<Source>({ person: 'word from a person', machine: 'from a machine', sign: 'only a sign' }),
  })
  if (source === 'person') return ask.choice({ ask: 'What do they say?', choices: choicesOf(fromPerson) })
  if (source === 'sign') return ask.choice({ ask: 'Which?', choices: choicesOf(signs) })
  const kind = await ask.choice({ ask: 'Which?', choices: choicesOf(fromMachine) })
  if (kind === 'rejection') told['automated'] = true
  return kind
}

async function askFrom(ask: Ask, { contacts, outlook }: OpportunityRow): Promise<Answers> {
  const sorted = [...contacts].sort((a, b) => Number(b.id === outlook.lead) - Number(a.id === outlook.lead))
  const [first, ...more] = sorted.map((one): Choice<string> => {
    const namesakes = sorted.filter(({ name }) => name === one.name).map((contact) => ({ contact, opportunities: [] }))
    return { value: one.id, words: namesakes.length > 1 ? nameAmong({ contact: one, opportunities: [] }, namesakes) : one.name }
  })
  if (!first || more.length === 0) return {}
  const id = await ask.choice({ ask: 'From whom?', choices: [first, ...more] })
  return id === first.value ? {} : { from: id }
}

async function askWhat(ask: Ask): Promise<Answers> {
  const note = await ask.line({ ask: 'What do they ask for?' })
  return note === '' || note === '-' ? {} : { note }
}
