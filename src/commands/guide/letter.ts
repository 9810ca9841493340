import type { LetterKind } from '../../model/act.js'
import type { OpportunityRow } from '../../model/store.js'
import { isUnasked } from '../../model/kinds.js'
import { letterWords } from '../../model/vocabulary.js'
import { Problem, isProblem } from '../../problem.js'
import type { World } from '../../world.js'
import { again, leavesIt } from '../asking/again.js'
import type { Guide } from '../asking/guide.js'
import { draftOf } from '../letter/draft.js'
import { dueKind, kindsFor } from '../letter/kinds.js'
import { editedBy } from '../letter.js'
import type { LetterArgs, LetterResult } from '../letter/result.js'
import { talkLetter } from '../letter/talk.js'
import { askMe } from '../asking/me.js'
import { askNothingHeard } from '../asking/nothing-heard.js'
import { toldOf } from '../asking/person-meant.js'
import { whichOpportunity } from '../asking/which-one.js'

/** Drafts a letter with the person: what is missing is asked, the draft shown with its findings, handed over, and recorded once it is out. */
export const letterGuide: Guide = {
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const kind = args['kind'] ?? (await askKind(world, about))
    const told = { ...toldOf(args, about, 'to'), ...(kind === null ? {} : { kind }) } as unknown as LetterArgs
    const first = await drafted(world, told)
    if (first === null) return null
    if (args['nothingHeard'] !== true && isUnasked(first.result.letter) && !(await askNothingHeard(world, about)))
      return { instead: { verb: 'heard', args: { opp: about.handle } } }
    const me = await askMe(world)
    await askAddress(world, first.result)
    const shown = await drafted(world, await askHook(world, { ...first.args, me }, first.result))
    if (shown === null) return null
    return talkLetter(world, shown.args, args['edit'] === true ? await editedBy(world, shown.result) : shown.result)
  },
}

/** Which letter, where none is due and several fit; null where that is clear, or nothing fits. */
async function askKind(world: World, about: OpportunityRow): Promise<LetterKind | null> {
  if (dueKind(world, about) !== null) return null
  const [first, ...more] = kindsFor(world, about).map((value) => ({ value, words: letterWords[value] }))
  if (first === undefined || more.length === 0) return first?.value ?? null
  return world.ask.choice({ ask: 'Which letter?', choices: [first, ...more] })
}

interface Drafted {
  readonly args: LetterArgs
  readonly result: LetterResult
}

/** A draft; words or a day that only the person knows are asked for until they can be used. Null where the person leaves it for later. */
async function drafted(world: World, args: LetterArgs): Promise<Drafted | null> {
  try {
    return { args, result: await draftOf(world, args) }
  } catch (error) {
    if (!isProblem(error) || error.code !== 'missing') throw error
    const [flag] = /--(?:say|day|hook)\b/.exec(error.hint ?? '') ?? []
    const name = flag?.slice(2) as 'say' | 'day' | 'hook' | undefined
    if (name === undefined || (name !== 'hook' && args[name] !== undefined)) throw error
    if (name === 'hook') world.ask.note(`${error.message} ${(error.hint ?? '').replace(/ Then: .*$|^Add (?:it|another): .*$/, '')}`.trim())
    const said = await world.ask.line(questions[name])
    if (!leavesIt(said)) return drafted(world, { ...args, [name]: said })
    if (name !== 'hook') throw error
    return unwritten(world, args)
  }
}

/** Without anything to name there is no letter yet; within the acts of a day one is asked what else is to become of it. */
function unwritten({ ask }: World, { opp, kind, within }: LetterArgs): null {
  const line = `"followup letter ${opp}${kind === undefined ? '' : ` ${kind}`}" asks again.`
  if (within) throw new Problem('usage', 'Then it waits until something comes to your mind.', { hint: line, code: 'unwritten' })
  ask.note(`Then it waits until something comes to your mind; ${line}`)
  return null
}

const questions = {
  say: { ask: 'What would you like to say, in a sentence of your own?', hint: 'It is put into the letter as you write it.' },
  day: { ask: 'Which day do you ask for?', hint: 'It is put into the letter.' },
  hook: { ask: 'What did you talk about? Finish the sentence: we talked about', hint: 'A noun or two will do. Enter: later.' },
} as const

/** A thank-you without anything the two talked about says little, so that is asked. */
async function askHook({ ask }: World, args: LetterArgs, { missing, to, kept }: LetterResult): Promise<LetterArgs> {
  if (kept || args.hook !== undefined || !missing.includes('hook')) return args
  const hook = await ask.line({
    ask: `What did you and ${to.name ?? 'they'} talk about? Finish the sentence: we talked about`,
    hint: 'Enter: leave it out.',
  })
  return leavesIt(hook) ? args : { ...args, hook }
}

/** A letter goes nowhere without an address; it is asked once, and kept with the person. */
async function askAddress(world: World, { to, letter }: LetterResult): Promise<void> {
  if (to.id === null || to.email !== null || letter === 'after-voicemail') return
  const first = { ask: `${to.name ?? 'Their'}'s mail address?`, hint: 'Kept with them. Enter: not known.' }
  for (let email = await world.ask.line(first); email !== ''; email = await world.ask.line(again)) {
    try {
      await world.talk.run('contact', { action: 'edit', person: to.id, email })
      return
    } catch (error) {
      if (!isProblem(error) || error.kind === 'interrupted') throw error
      world.ask.note([error.message, error.hint].filter((part) => part !== null).join(' '))
    }
  }
}
