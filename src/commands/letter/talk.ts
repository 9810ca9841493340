import { isProblem } from '../../problem.js'
import type { Choice } from '../../model/question.js'
import type { Talk, World } from '../../world.js'
import { phaseNow } from '../../rules/assess.js'
import { canWait } from '../../rules/put-off.js'
import { askYes } from '../asking/again.js'
import { askUntilWhen } from '../asking/days.js'
import { chooseOpportunity } from '../asking/choose.js'
import type { Asked, Line } from '../asking/guide.js'
import { waysFor } from './hand-over.js'
import { draftOf } from './draft.js'
import { editedBy, sentArgs } from '../letter.js'
import type { LetterPage } from '../letter.js'
import type { LetterArgs, LetterResult } from './result.js'
import { handIn, harmIn, readyToSend } from './send.js'

/** Shows a letter and asks what is to become of it, until it is out, put off or left for later (null): the line that is to follow. */
export async function talkLetter(world: World, args: LetterArgs, first: LetterResult): Promise<Asked> {
  const { ask } = world
  const about = chooseOpportunity(world.store, first.handle)
  const within: Within = { act: args.within === true, waits: canWait(phaseNow(about.outlook, world.clock).state) }
  let version = Number(args.another ?? 0)
  let result = first
  await show(world, result, args)
  if (args.send && (await attempt(world, () => sendNow(world, result, args.anyway)))) return isOut(result)
  for (;;) {
    const ways = await waysFor(world, result)
    const canSend = result.to.email !== null && (await world.mailOut()).route !== null
    const answer = await ask.choice<string>({ ask: 'What now?', choices: choicesOf(ways, canSend, within), help: helpOn(within) })
    if (answer === 'later') return left(world, result, args)
    if (answer === 'why') await world.talk.run('why', { opp: result.handle })
    else if (answer === 'help') ask.note(helpOn({ ...within, act: true }))
    else if (answer === 'not-this-one') {
      const day = await askUntilWhen(world)
      if (day !== null) return { instead: { verb: 'snooze', args: { opp: result.handle, day } }, about }
    } else if (answer === 'done') {
      if (await hasLeft(world, result)) return { instead: bySelf(result), about }
    } else if (answer === 'send') {
      if (await attempt(world, () => sendNow(world, result, args.anyway))) return isOut(result)
    } else if (answer === 'edit' || answer === 'another') {
      const next = await attempt(world, () =>
        answer === 'edit' ? editedBy(world, result) : draftOf(world, { ...args, another: String(++version) }),
      )
      if (next) await show(world, (result = next), args)
    } else {
      const way = ways.find((one) => one.value === answer)
      const said = await attempt(world, async () => (await way?.hand(world, result, null)) ?? '')
      if (said === null) continue
      ask.note(said)
      const out = await ask.choice({ ask: 'Did you send it?', choices: outNow })
      if (out === 'later') return left(world, result, args)
      if (out === 'yes') return { instead: bySelf(result), about }
    }
  }
}

/** Whether a letter that was handed over is out. */
const outNow = [
  { value: 'yes', words: 'yes' },
  { value: 'not-yet', words: 'not yet', also: ['no'] },
  { value: 'later', words: 'later', also: ['skip', 'quit', 'q', 'exit'] },
] as const

/** One of the acts of a day, and whether it can be put off. */
interface Within {
  readonly act: boolean
  readonly waits: boolean
}

function helpOn({ act, waits }: Within): string {
  const not = waits ? '"not this one" puts it off; ' : ''
  const more = act ? `"done" records that it is out; ${not}` : ''
  return `The first answers hand the letter over; you send it, and are asked whether you did. "edit" opens it in your editor; "another version" drafts it anew; ${more}"later" records nothing. The first letters of an answer will do. Ctrl-C leaves, and what is recorded stays.`
}

function left({ ask }: World, { handle, letter }: LetterResult, { within }: LetterArgs): null {
  if (!within) ask.note(`Nothing is recorded as sent; "followup letter ${handle} ${letter}" shows it again.`)
  return null
}

/** Says exactly what would go where, and sends it upon a yes that is typed; false without one. */
async function sendNow(world: World, result: LetterResult, anyway: string | undefined): Promise<boolean> {
  const { ask } = world
  const ready = await readyToSend(world, result, anyway)
  const { mailing, route } = ready
  ask.note(`From ${mailing.from} to ${mailing.to}, through ${route}, as shown above: "${result.subject}".`)
  if (!(await askYes(ask, 'Send it now?', 'no'))) return false
  await handIn(world, ready)
  ask.note(`Sent to ${mailing.to}.`)
  return true
}

/** Within the acts of a day a letter may also be out already, or put off. */
function choicesOf(
  ways: Awaited<ReturnType<typeof waysFor>>,
  canSend: boolean,
  { act, waits }: Within,
): readonly [Choice<string>, ...Choice<string>[]] {
  const rest = {
    ...(canSend ? { send: 'send' } : {}),
    ...{ edit: 'edit', another: 'another version' },
    ...(act ? { done: 'done' } : {}),
    ...{ later: 'later', ...(act && waits ? { 'not-this-one': 'not this one' } : {}), why: 'why' },
    ...(act ? { help: 'help' } : {}),
  }
  const all = [
    ...ways.filter((one) => !act || one.value !== 'eml'),
    ...Object.entries(rest).map(([value, words]) =>
      value === 'later' ? { value, words, also: act ? ['skip'] : leaving } : { value, words },
    ),
  ]
  const [first = { value: 'later', words: 'later' }, ...more] = all
  return [first, ...more]
}

/** Where "later" ends the conversation. */
const leaving = ['done', 'skip', 'quit', 'q', 'exit']

/** What an editor or a clipboard cannot do is said, and the question comes again. */
async function attempt<T>({ ask }: World, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!isProblem(error) || error.kind === 'interrupted') throw error
    ask.note([error.message, error.hint].filter((part) => part !== null).join(' '))
    return null
  }
}

/** What `sent` is told of a letter that the person says they sent; what that brings with it is asked there. */
function bySelf(result: LetterResult): Line {
  const { yes: _, ...told } = sentArgs(result)
  return { verb: 'sent', args: { ...told } }
}

/** It left from here, and is recorded whatever happened meanwhile. */
function isOut(result: LetterResult): Asked {
  return { instead: { verb: 'sent', args: { ...sentArgs(result) } } }
}

/** Whether a letter is out that the person says is; of one that would harm them they are told so, and asked once more. */
async function hasLeft({ ask }: World, result: LetterResult): Promise<boolean> {
  const harm = harmIn(result)
  if (harm === null) return true
  ask.note(harm)
  return askYes(ask, 'Did it leave like this?', 'no')
}

/** The pages of this conversation are those of `letter`. */
function show({ talk }: World, result: LetterResult, { within }: LetterArgs): Promise<void> {
  return (talk as Talk<LetterPage>).show({ page: 'letter', result, titled: within !== true })
}
