import { amount } from '../../model/amount.js'
import { Problem } from '../../problem.js'
import { offerIn, preparationIn } from '../../rules/offers.js'
import type { World } from '../../world.js'
import { examples, payOf } from '../typed/amounts.js'
import { askAgain } from '../asking/again.js'
import type { Guide } from '../asking/guide.js'
import type { Understood } from '../typed/moments.js'
import { oddAsk, refuseFigure } from '../negotiate/prepared.js'
import { whichOpportunity } from '../asking/which-one.js'

/** What the talk about an offer needs, each skippable; nothing is asked where something is ready, nor before there is an offer. */
export const negotiateGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const told = { ...args, opp: about.handle }
    const facts = world.store.caseFile(about.id)?.facts ?? []
    const offer = offerIn(facts)
    const { figures, reasons, wishes = [], ask } = preparationIn(facts)
    const isReady = ask !== undefined || figures.length + reasons.length + wishes.length > 0
    if (about.closed || offer === null || isReady) return { args: told, about }
    world.ask.note(`The talk with ${about.company}, made ready in four answers. Enter skips; what is said here is said to nobody yet.`)
    world.ask.say('\n')
    const answers = {
      ask: await askSum(world, about.handle, offer.base),
      figure: await askSeveral(world, 'What do such posts pay, and where did you find it?', {
        mend: 'As in "72 to 80 (BLS)"; several with ";" between them.',
      }),
      because: await askSeveral(world, 'A reason, about the work?', { mend: 'As in "I cut unplanned stops by a third"; one is enough.' }),
      wish: await askSeveral(world, 'Wishes beside the base, the dearest first?', {
        mend: 'As in "a day at home; a fourth week of leave".',
        refuse: refuseFigure,
      }),
    }
    world.ask.say('\n')
    return { args: { ...told, ...Object.fromEntries(Object.entries(answers).filter(([, said]) => said.length > 0)) }, about }
  },
}

async function askSum({ ask }: World, handle: string, base: string | undefined): Promise<string> {
  const read = (text: string): Understood<string> => {
    const { value } = payOf(text, 'ask', base)
    const odd = oddAsk(handle, value, base)
    if (odd !== null) throw new Problem('usage', odd.message)
    return { value, lines: [amount(value)] }
  }
  return (await askAgain(ask, { ask: 'The figure you will say?', mend: `As in ${examples}.`, read })) ?? ''
}

interface Several {
  readonly mend: string
  /** Throws Problem('usage') for one that does not belong here. */
  readonly refuse?: (text: string) => void
}

async function askSeveral({ ask }: World, question: string, { mend, refuse }: Several): Promise<readonly string[]> {
  const read = (text: string): Understood<readonly string[]> => {
    const value = text.split(/\s*;\s*/).filter((one) => one.trim() !== '')
    for (const one of value) refuse?.(one)
    return { value, lines: [] }
  }
  return (await askAgain(ask, { ask: question, hint: mend, mend, read })) ?? []
}
