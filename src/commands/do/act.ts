import type { StepName } from '../../model/act.js'
import { isUnasked } from '../../model/kinds.js'
import { isProblem } from '../../problem.js'
import type { ProblemKind } from '../../problem.js'
import type { Choice } from '../../model/question.js'
import { askUntilWhen } from '../asking/days.js'
import { cardOf, markNow } from './card.js'
import type { Card } from './card.js'
import { answersFor, recordAnswer, writeLetter } from './answers.js'
import type { Answer, Settling } from './answers.js'
import { dayWords } from '../typed/moments.js'
import { askTicked } from './ticked.js'
import { askUnconfirmed, isUnconfirmed } from './unconfirmed.js'
import { askUnsettled, isUnsettled } from './unsettled.js'
import type { DoWorld, Place, Came } from './page.js'
import { canWait } from '../../rules/put-off.js'
import { caseOf } from '../why.js'

interface Taking {
  readonly handle: string
  readonly place: Place | null
  readonly nothingHeard: boolean
}

/** Goes through one act: is it still so, why now, what there is to say, and what came of it; begins anew when something changed meanwhile. */
export async function takeAct(world: DoWorld, { handle, place, nothingHeard }: Taking): Promise<Came> {
  let asked = nothingHeard
  let ticked = false
  for (;;) {
    const card = cardOf(world, handle)
    if (!card) return settled(world, handle)
    await world.talk.show({ page: 'act', card, place })
    if (isUnsettled(card)) return askUnsettled(world, card)
    if (isUnconfirmed(card)) return askUnconfirmed(world, card)
    if (!asked && !card.early && chases(card.next.step)) {
      if (await somethingCame(world, card)) {
        await world.talk.run('heard', { opp: handle })
        return markNow(world, card) === card.mark ? 'later' : 'done'
      }
      asked = true
      if (await changed(world, card)) continue
    }
    if (!ticked) await askTicked(world, card)
    ticked = true
    await world.talk.show({ page: 'facts', card })
    const came = await settle({ world, card })
    if (came !== 'again') return came
  }
}

/** Acts that ask for something: nobody who has answered is chased. */
function chases(step: StepName): boolean {
  return step === 'call' || isUnasked(step)
}

async function somethingCame({ ask, clock }: DoWorld, { row, person }: Card): Promise<boolean> {
  const people = [person, ...row.contacts.filter((one) => one.id !== person?.id)].flatMap((one) => one?.name ?? [])
  const who = people.length === 0 || people.length > 2 ? row.company : people.join(' or ')
  const { lastTouch, lastInbound } = row.outlook
  const since = [lastTouch, lastInbound].reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), null)
  const when = since === null ? '' : ` since ${since === clock.today ? 'today' : dayWords(since, clock.today)}`
  const answer = await ask.choice({
    ask: `Anything from ${who}${when}?`,
    choices: [
      { value: 'no', words: 'no' },
      { value: 'yes', words: 'yes' },
    ],
  })
  return answer === 'yes'
}

async function settle(scene: Settling): Promise<Came | 'again'> {
  const { world, card } = scene
  const { ask } = world
  if (card.letter !== null && !card.early && answersFor(card)[0]?.value === 'write') {
    const isDrafted = await kindly(world, () => writeLetter(scene))
    if (markNow(world, card) !== card.mark) return cameOf(scene)
    if (isDrafted) return later(scene)
  }
  for (;;) {
    const answer = await ask.choice<Answer | 'later' | 'not-this-one' | 'why' | 'help'>({ ask: 'What now?', choices: choicesFor(card) })
    if (answer === 'why') await world.talk.run('why', { opp: card.handle })
    else if (answer === 'help') ask.note(helpOn(card))
    else if (await changed(world, card)) return 'again'
    else if (answer === 'later') return later(scene)
    else if (answer === 'go-on') return 'done'
    else if (answer === 'not-this-one') {
      const came = await putOff(scene)
      if (came !== null) return came
    } else {
      await kindly(world, () => recordAnswer(answer, scene))
      if (markNow(world, card) === card.mark) continue
      return 'done'
    }
  }
}

/** What the letter's conversation left on record: nothing of it, where only somebody else recorded something meanwhile. */
function cameOf({ world, card }: Settling): Came | 'again' {
  const { facts } = caseOf(world.store, card.row.id)
  const fresh = facts.filter((fact) => fact.id > card.last)
  if (fresh.some((fact) => fact.kind === 'sent')) return 'done'
  return fresh.some((fact) => fact.kind === 'snoozed') ? 'put-off' : 'again'
}

/** What can be answered, the likeliest first. */
function choicesFor(
  card: Card,
): readonly [Choice<Answer | 'later' | 'not-this-one' | 'why' | 'help'>, ...Choice<Answer | 'later' | 'not-this-one' | 'why' | 'help'>[]] {
  const answers = answersFor(card)
  const wait = { value: 'later', words: 'later' } as const
  const not = mayPutOff(card) ? [{ value: 'not-this-one', words: 'not this one' } as const] : []
  const rest = [{ value: 'why', words: 'why' } as const, { value: 'help', words: 'help' } as const]
  const [first, ...more] = answers
  if (first?.value === 'go-on') return [first, ...rest]
  const eager = !card.early && card.next.step !== 'decide-offer' && card.call?.fair !== false
  if (first === undefined || !eager) return [wait, ...answers, ...not, ...rest]
  return [first, ...more, wait, ...not, ...rest]
}

function helpOn(card: Card): string {
  const words = answersFor(card).map((one) => `"${one.words}" ${one.help}`)
  const not = mayPutOff(card) ? ['"not this one" puts it off to a day you name'] : []
  return `${[...words, '"later" records nothing', ...not, '"why" shows the rule and the days'].join('; ')}. The first letters of an answer will do. Ctrl-C leaves, and what is recorded stays.`
}

function mayPutOff({ standing: { state }, early }: Card): boolean {
  return !early && canWait(state)
}

async function later({ world, card }: Settling): Promise<Came> {
  await world.talk.show({ page: 'kept', card })
  return 'later'
}

async function putOff({ world, card }: Settling): Promise<Came | null> {
  const day = await askUntilWhen(world)
  if (day === null) return null
  await kindly(world, () => world.talk.run('snooze', { opp: card.handle, day }))
  return markNow(world, card) === card.mark ? null : 'put-off'
}

/** A day or a name that is not understood is no reason to end the conversation: what is wrong is said, and the question comes again. False where that was so. */
async function kindly(world: DoWorld, record: () => Promise<void>): Promise<boolean> {
  try {
    await record()
    return true
  } catch (error) {
    if (!isProblem(error) || !mendable.has(error.kind)) throw error
    world.ask.note([error.message, error.hint].filter((part) => part !== null).join(' '))
    return false
  }
}
const mendable: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['usage', 'reference', 'refused', 'failed'])

async function changed(world: DoWorld, card: Card): Promise<boolean> {
  if (markNow(world, card) === card.mark) return false
  await world.talk.show({ page: 'changed', handle: card.handle })
  return true
}

async function settled({ talk }: DoWorld, handle: string): Promise<Came> {
  await talk.show({ page: 'settled', handle })
  return 'later'
}
