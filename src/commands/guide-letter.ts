import { isProblem } from '../problem.js'
import type { Talk, World } from '../world.js'
import { askYes } from './ask-again.js'
import type { Answers, Guide } from './guide.js'
import { waysFor } from './hand-over.js'
import { draftOf, editedBy, sentArgs } from './letter.js'
import type { LetterArgs, LetterPage, LetterResult } from './letter.js'
import { chasingLetters } from './letter-rules.js'
import { handIn, readyToSend } from './letter-send.js'
import { askMe } from './me.js'
import { askNothingHeard } from './nothing-heard.js'
import { whichOpportunity } from './which-one.js'

/** Drafts a letter with the person: what is missing is asked, the draft shown with its findings, handed over, and recorded once it is out. */
export const letterGuide: Guide = {
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const told = { ...args, opp: about.handle } as unknown as LetterArgs
    const first = await drafted(world, told)
    if (args['nothingHeard'] !== true && chasingLetters.has(first.result.letter) && !(await askNothingHeard(world, about)))
      return { instead: { verb: 'heard', args: { opp: about.handle } } }
    const me = await askMe(world)
    const asked = await askHook(world, { ...first.args, me }, first.result)
    const shown = await draftOf(world, asked)
    const left = await settle(world, asked, args['edit'] === true ? await editedBy(world, shown) : shown)
    return left && { instead: { verb: 'sent', args: left } }
  },
}

interface Drafted {
  readonly args: LetterArgs
  readonly result: LetterResult
}

/** A draft; words or a day that only the person knows are asked for. */
async function drafted(world: World, args: LetterArgs): Promise<Drafted> {
  try {
    return { args, result: await draftOf(world, args) }
  } catch (error) {
    if (!isProblem(error) || error.code !== 'missing' || error.hint === null) throw error
    const needsDay = error.hint.includes('--day') && args.day === undefined
    if (!needsDay && (args.say !== undefined || !error.hint.includes('--say TEXT'))) throw error
    const said = await world.ask.line({
      ask: needsDay ? 'Which day do you ask for?' : 'What would you like to say, in a sentence of your own?',
      hint: 'It is put into the letter as you write it.',
    })
    if (said === '') throw error
    return drafted(world, { ...args, ...(needsDay ? { day: said } : { say: said }) })
  }
}

/** A thank-you without anything the two talked about says little, so that is asked. */
async function askHook({ ask }: World, args: LetterArgs, { missing, to, kept }: LetterResult): Promise<LetterArgs> {
  if (kept || args.hook !== undefined || !missing.includes('hook')) return args
  const hook = await ask.line({
    ask: `What did you and ${to.name ?? 'they'} talk about? Finish the sentence: we talked about`,
    hint: 'Enter: leave it out.',
  })
  return hook === '' ? args : { ...args, hook }
}

/** Until the letter is out, or left for later: what `sent` is to be told, or null. */
async function settle(world: World, args: LetterArgs, first: LetterResult): Promise<Answers | null> {
  const { ask } = world
  let version = Number(args.another ?? 0) || 0
  await show(world, first)
  if (args.send && (await attempt(world, () => sendNow(world, first, args.anyway)))) return { ...sentArgs(first) }
  for (let result = first; ;) {
    const ways = await waysFor(world, result)
    const canSend = result.to.email !== null && (await world.mailOut()).route !== null
    const answer = await ask.choice<string>({ ask: 'What now?', choices: choicesOf(ways, canSend) })
    if (answer === 'later') {
      ask.note(`Nothing is recorded as sent; "followup letter ${result.handle} ${result.letter}" shows it again.`)
      return null
    }
    if (answer === 'why') await world.talk.run('why', { opp: result.handle })
    else if (answer === 'send') {
      if (await attempt(world, () => sendNow(world, result, args.anyway))) return { ...sentArgs(result) }
    } else if (answer === 'edit' || answer === 'another') {
      const next = await attempt(world, () =>
        answer === 'edit' ? editedBy(world, result) : draftOf(world, { ...args, another: String(++version) }),
      )
      if (next) await show(world, (result = next))
    } else {
      const way = ways.find((one) => one.value === answer)
      const said = await attempt(world, async () => (await way?.hand(world, result, null)) ?? '')
      if (said === null) continue
      ask.note(said)
      if (await askYes(ask, 'Did you send it?')) return bySelf(result)
    }
  }
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

function choicesOf(
  ways: Awaited<ReturnType<typeof waysFor>>,
  canSend: boolean,
): readonly [{ value: string; words: string }, ...{ value: string; words: string }[]] {
  const [first = { value: 'later', words: 'later' }, ...more] = ways.map(({ value, words }) => ({ value, words }))
  const rest = { ...(canSend ? { send: 'send' } : {}), edit: 'edit', another: 'another version', later: 'later', why: 'why' }
  return [first, ...more, ...Object.entries(rest).map(([value, words]) => ({ value, words }))]
}

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
function bySelf(result: LetterResult): Answers {
  const { yes: _, ...told } = sentArgs(result)
  return { ...told }
}

/** The pages of this conversation are those of `letter`. */
function show({ talk }: World, result: LetterResult): Promise<void> {
  return (talk as Talk<LetterPage>).show({ page: 'letter', result })
}
