import { amount } from '../../model/amount.js'
import type { Day } from '../../model/day.js'
import type { OfferTerms } from '../../model/fact.js'
import { numberWord } from '../../model/number-word.js'
import { Problem } from '../../problem.js'
import { offerIn } from '../../rules/offers.js'
import type { World } from '../../world.js'
import { baseOf, examples, ownOf } from '../typed/amounts.js'
import { askAgain, askYes } from '../asking/again.js'
import { askTheirDay } from '../asking/days.js'
import type { KnownDay } from '../asking/days.js'
import { word } from '../asking/guide.js'
import type { Guide } from '../asking/guide.js'
import type { Understood } from '../typed/moments.js'
import { whichOpportunity } from '../asking/which-one.js'

/** An offer and its terms, each skippable; the paper fills in the rest. What is on record is offered, and Enter keeps it. */
export const offerGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const { ask } = world
    const known = offerIn(world.store.caseFile(about.id)?.facts ?? []) ?? {}
    const isKnown = Object.keys(known).length > 0
    ask.note(
      isKnown
        ? `The offer from ${about.company} is on record. Enter keeps what is there, or skips.`
        : `An offer from ${about.company}. Chasing stops here. Enter skips; the paper fills in the rest.`,
    )
    ask.say('\n')
    const told: Record<string, string | readonly string[] | true> = { ...args, opp: about.handle }
    const put = async (name: string, question: () => Promise<string>): Promise<void> => {
      const answer = told[name] === undefined ? await question() : ''
      if (answer !== '') told[name] = answer
    }
    if (!told['written'] && !told['byVoice']) Object.assign(told, await askPaper(world, known))
    await put('base', () => askBase(world, known))
    await put('bonus', () => askWords(world, 'Bonus, anything on top', known.bonus))
    await put('equity', () => askWords(world, 'Equity', known.equity))
    await put('start', () => askTheirDay(world, about, dayQuestion('Start', known.start)))
    await put('respondBy', () => askTheirDay(world, about, dayQuestion('When do they need your answer?', known.respondBy, notSaid)))
    if (told['hoped'] === undefined && told['fine'] === undefined && told['floor'] === undefined)
      Object.assign(told, await askPrivate(world, word(told, 'base') ?? known.base))
    ask.say('\n')
    if (Object.keys(told).some((name) => name !== 'opp')) return { args: told, about }
    ask.note(`Nothing is new; the offer stays as it is on record. To look: followup show ${about.handle}`)
    return null
  },
}

const notSaid = 'Enter if they did not say.'

function dayQuestion(ask: string, known: Day | undefined, skip?: string): string | KnownDay {
  if (known !== undefined) return { ask, known }
  return skip === undefined ? ask : `${ask} ${skip}`
}

async function askPaper({ ask }: World, { written }: OfferTerms): Promise<{ readonly written?: true; readonly byVoice?: true }> {
  const isWritten = await askYes(ask, 'Is it on paper?', written ? 'yes' : 'no')
  return isWritten === written ? {} : isWritten ? { written: true } : { byVoice: true }
}

async function askWords({ ask }: World, question: string, known: string | undefined): Promise<string> {
  const answer = await ask.line({ ask: question, ...(known === undefined ? {} : { offer: known }) })
  return answer === known ? '' : answer
}

async function askBase({ ask }: World, { base }: OfferTerms): Promise<string> {
  const known = base === undefined ? {} : { offer: amount(base) }
  const read = (text: string): Understood<string> => {
    if (text === known.offer) return { value: '', lines: [] }
    const { value, lines } = baseOf(text, base)
    return { value, lines: lines.length > 0 ? lines : [amount(value)] }
  }
  return (await askAgain(ask, { ask: 'Base', ...known, mend, read })) ?? ''
}

const mend = `Write it as in ${examples}; what is not settled yet can wait.`

/** What is hoped for, what would be fine and where one walks away, in one answer: '150k; 145k; 138k'. */
async function askPrivate({ ask }: World, base: string | undefined): Promise<Readonly<Record<string, string>>> {
  const said = await askAgain(ask, {
    ask: 'Yours alone, never in a letter: hoped for, fine, walk away',
    hint: figures,
    mend: figures,
    read: (text) => {
      const value = privateIn(text, base)
      const { hoped, fine, floor } = value
      const parts = [`you hope for ${amount(hoped)}`, ...(fine === undefined ? [] : [`${amount(fine)} would be fine`])]
      const walks = floor === undefined ? '' : `, and walk away below ${amount(floor)}`
      return { value, lines: [`${parts.join(', ')}${walks}; kept to yourself`] }
    },
  })
  return { ...said }
}

const figures = 'Three amounts, as in "150k; 145k; 138k"; of two the second is where you walk away.'

function privateIn(text: string, base: string | undefined): { readonly hoped: string; readonly fine?: string; readonly floor?: string } {
  const parts = text.split(/\s*;\s*|,\s+/).filter((part) => part.trim() !== '')
  if (parts.length > 3) throw new Problem('usage', `Those are ${numberWord(parts.length)} figures.`)
  const [hoped = text, second, third] = parts.map((part) => ownOf(part, 'hoped', base).value)
  if (second === undefined) return { hoped }
  return third === undefined ? { hoped, floor: second } : { hoped, fine: second, floor: third }
}
