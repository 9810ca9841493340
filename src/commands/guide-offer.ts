import type { World } from '../world.js'
import { askYes } from './ask-again.js'
import { askTheirDay } from './ask-days.js'
import type { Guide } from './guide.js'
import { whichOpportunity } from './which-one.js'

/** An offer and its terms, each skippable; the paper fills in the rest. */
export const offerGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const { ask } = world
    ask.note(`An offer from ${about.company}. Chasing stops here. Enter skips; the paper fills in the rest.`)
    ask.say('\n')
    const told: Record<string, string | readonly string[] | true> = { ...args, opp: about.handle }
    const put = async (name: string, question: () => Promise<string>): Promise<void> => {
      const answer = told[name] === undefined ? await question() : ''
      if (answer !== '') told[name] = answer
    }
    if (!told['written'] && !told['byVoice']) told[(await askYes(ask, 'Is it on paper?', 'no')) ? 'written' : 'byVoice'] = true
    await put('base', () => ask.line({ ask: 'Base' }))
    await put('bonus', () => ask.line({ ask: 'Bonus, anything on top' }))
    await put('equity', () => ask.line({ ask: 'Equity' }))
    await put('start', () => askTheirDay(world, about, 'Start'))
    await put('respondBy', () => askTheirDay(world, about, 'When do they need your answer? Enter if they did not say.'))
    if (told['hoped'] === undefined && told['floor'] === undefined) Object.assign(told, await askPrivate(world))
    ask.say('\n')
    return { args: told, about }
  },
}

/** What is hoped for and where one walks away, in one answer: '150k; 138k'. */
async function askPrivate({ ask }: World): Promise<Readonly<Record<string, string>>> {
  const said = await ask.line({ ask: 'Yours alone, never in a letter: what you hope for; below what you walk away' })
  const parts = said
    .split(/\s*;\s*|,\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [hoped, ...more] = parts
  if (hoped === undefined) return {}
  const floor = more.at(-1)
  ask.understood([
    floor === undefined
      ? `you hope for ${hoped}; kept to yourself`
      : `you hope for ${hoped}, and walk away below ${floor}; kept to yourself`,
  ])
  return { hoped, ...(floor === undefined ? {} : { floor }) }
}
