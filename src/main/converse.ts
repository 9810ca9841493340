import type { Asked, Guide, Line } from '../commands/asking/guide.js'
import type { Written } from '../model/result.js'
import type { OpportunityRow } from '../model/store.js'
import { Problem } from '../problem.js'
import { verbNamed } from '../program.js'
import type { Loaded } from '../program/table.js'
import type { Ask, World } from '../world.js'
import { goingBack } from './going-back.js'

/** How a conversation does what was agreed. */
export interface Hands {
  readonly world: World
  /** The same world, in which a page is drawn by the verb of the line, and `ask` asks. */
  readonly worldOf: (loaded: Loaded, ask?: Ask) => World
  /** Prints what came of a line. */
  readonly show: (loaded: Loaded, result: unknown) => Promise<void>
}

/** Asks what a line needs, runs it, and goes on to what may follow it. Throws Problem('interrupted') when the person leaves. */
export async function converse(first: Line, hands: Hands): Promise<void> {
  for (let line: Line | null = first; line;) line = await hold(line, hands)
}

async function hold({ verb: name, args }: Line, hands: Hands): Promise<Line | null> {
  const { world } = hands
  const verb = verbNamed(name)
  if (!verb) throw new Error(`no verb ${name}`)
  const guide = verb.guide?.when(args) ? await verb.guide.load() : null
  const loaded = await verb.load()
  const asked = guide ? await askedBy(guide, { args, loaded }, hands) : { args }
  if (asked === null) return null
  if (asked.about && !(await stillSo(world, asked.about))) return null
  if ('instead' in asked) return asked.instead
  const result = await loaded.run(world, asked.args as never)
  await hands.show(loaded, guide ? saidAlready(result) : result)
  if (asked.stopped) throw new Problem('interrupted', 'Stopped')
  return guide?.after ? guide.after(hands.worldOf(loaded), { result: result as Written, args: asked.args }) : null
}

function askedBy(guide: Guide, { args, loaded }: { readonly args: Line['args']; readonly loaded: Loaded }, hands: Hands): Promise<Asked> {
  if (!guide.goesBack) return guide.ask(hands.worldOf(loaded), args)
  return goingBack(hands.world.ask, (ask) => guide.ask(hands.worldOf(loaded, ask), args))
}

/** What was understood was shown after each answer. */
function saidAlready(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'understood' in result ? { ...result, understood: [] } : result
}

/** Whether an opportunity is as it was when the questions began; if not, whether the person wants to go on all the same. */
async function stillSo({ store, ask }: World, before: OpportunityRow): Promise<boolean> {
  const now = store.row(before.id)
  if (JSON.stringify(now) === JSON.stringify(before)) return true
  ask.note(`Meanwhile ${before.handle} changed elsewhere: something else was recorded while you answered.`)
  const answer = await ask.choice({
    ask: 'Record this all the same?',
    choices: [
      { value: 'yes', words: 'yes' },
      { value: 'no', words: 'no' },
    ],
  })
  if (answer === 'no') ask.note(`Nothing was recorded here. To look: followup show ${before.handle}`)
  return answer === 'yes'
}
