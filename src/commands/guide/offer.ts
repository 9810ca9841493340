import { amount } from '../../model/amount.js'
import type { World } from '../../world.js'
import { examples, payOf } from '../amounts.js'
import { askAgain, askYes } from '../ask-again.js'
import { askTheirDay } from '../ask-days.js'
import type { Guide } from '../guide.js'
import type { Understood } from '../moments.js'
import { whichOpportunity } from '../which-one.js'

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
    await put('base', () => askBase(world))
    await put('bonus', () => ask.line({ ask: 'Bonus, anything on top' }))
    await put('equity', () => ask.line({ ask: 'Equity' }))
    await put('start', () => askTheirDay(world, about, 'Start'))
    await put('respondBy', () => askTheirDay(world, about, 'When do they need your answer? Enter if they did not say.'))
    if (told['hoped'] === undefined && told['floor'] === undefined) Object.assign(told, await askPrivate(world))
    ask.say('\n')
    return { args: told, about }
  },
}

async function askBase({ ask }: World): Promise<string> {
  const read = (text: string): Understood<string> => {
    const { value } = payOf(text, 'base')
    return { value, lines: [amount(value)] }
  }
  return (await askAgain(ask, { ask: 'Base', mend, read })) ?? ''
}

const mend = `Write it as in ${examples}; what is not settled yet can wait.`

/** What is hoped for and where one walks away, in one answer: '150k; 138k'. */
async function askPrivate({ ask }: World): Promise<Readonly<Record<string, string>>> {
  const said = await askAgain(ask, {
    ask: 'Yours alone, never in a letter: what you hope for; below what you walk away',
    hint: 'Two amounts, as in "150k; 138k".',
    mend: 'Two amounts, as in "150k; 138k".',
    read: (text) => {
      const value = privateIn(text)
      const { hoped, floor } = value
      const walks = floor === undefined ? '' : `, and walk away below ${amount(floor)}`
      return { value, lines: [`you hope for ${amount(hoped)}${walks}; kept to yourself`] }
    },
  })
  return { ...said }
}

function privateIn(text: string): { readonly hoped: string; readonly floor?: string } {
  const parts = text.split(/\s*;\s*|,\s+/).filter((part) => part.trim() !== '')
  const [hoped = text, ...more] = parts.map((part) => payOf(part, 'hoped').value)
  const floor = more.at(-1)
  return floor === undefined ? { hoped } : { hoped, floor }
}
