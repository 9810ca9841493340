import { letterKinds } from '../../model/act.js'
import type { Standing } from '../../model/standing.js'
import type { OpportunityRow } from '../../model/store.js'
import { letterWords } from '../../model/vocabulary.js'
import { isProblem, Problem } from '../../problem.js'
import type { World } from '../../world.js'
import { askAgain, choicesOf, leavesIt } from '../asking/again.js'
import { lastInterview } from '../debrief.js'
import type { Answers, Guide } from '../asking/guide.js'
import { askLandings } from './landings.js'
import { dayWords, namedDay } from '../typed/moments.js'
import type { Understood } from '../typed/moments.js'
import { numberWord } from '../../model/number-word.js'
import { inOneForm } from '../typed/phone.js'
import { readReach } from './reach.js'
import { remembering } from '../debrief/remembered-words.js'
import { whichOpportunity } from '../asking/which-one.js'

/** The look back: seven questions, each skippable; what was said when the person leaves is kept. */
export const debriefGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const asked = questions.filter((question) => !question.names.some((name) => name in args))
    const told: Record<string, string | readonly string[]> = {}
    const answers = (): Answers => ({ ...args, ...told, opp: about.handle })
    if (Object.keys(args).every((name) => name === 'opp'))
      world.ask.note('Enter skips, "<" goes back a question. Ctrl-C stops, and keeps what you said.')
    try {
      for (const [index, question] of asked.entries()) {
        world.ask.say('\n')
        Object.assign(told, await question.ask({ world, about, count: `${String(index + 1)} of ${String(asked.length)}  ` }))
      }
    } catch (error) {
      if (isProblem(error) && error.kind === 'interrupted' && Object.keys(told).length > 0) return { args: answers(), about, stopped: true }
      throw error
    }
    world.ask.say('\n')
    if (Object.keys(told).length > 0) return { args: answers(), about }
    world.ask.note(`Nothing was said, and nothing recorded. Whenever you like: followup debrief ${about.handle}`)
    return null
  },
  after: (world, { result }) => {
    world.ask.say('\n')
    world.ask.note(closing(world, result.standing))
    return Promise.resolve(null)
  },
}

/** What is left for today, which is nothing more unless an act of mine is due. */
function closing({ clock }: World, standing: Standing | null): string {
  const { next = null, court = null } = standing ?? {}
  if (next && court === 'mine' && next.since <= clock.today && next.on <= clock.today) {
    const letter = letterKinds.find((kind) => kind === next.step)
    return `${letter ? `The ${letterWords[letter].replace(/^the /, '')}` : 'What comes next'} is for today: followup do`
  }
  const evening = (clock.moment.time ?? '') >= '16:00'
  return evening ? 'Nothing more to do tonight. "followup do" in the morning takes it from here.' : 'Nothing more to do now.'
}

/** Where a question is asked. */
interface Place {
  readonly world: World
  readonly about: OpportunityRow
  /** '2 of 7', before the question. */
  readonly count: string
}

/** One question, and the arguments that answer it. */
interface Question {
  readonly names: readonly string[]
  readonly ask: (place: Place) => Promise<Readonly<Record<string, string | readonly string[]>>>
}

const questions: readonly Question[] = [
  { names: ['hook'], ask: askHooks },
  { names: ['cares'], ask: askCares },
  { names: ['promise'], ask: askPromise },
  { names: ['pay'], ask: askPay },
  { names: ['landing'], ask: async ({ world, count }) => named('landing', await askLandings(world, count)) },
  { names: ['reach', 'assistant', 'phone'], ask: askReach },
  { names: ['want'], ask: askWant },
]

async function askHooks({ world, about, count }: Place): ReturnType<Question['ask']> {
  const lines = (value: readonly string[]): readonly string[] => {
    const first = ['thank-you', 'note', 'call'].slice(0, value.length).join(', ')
    return [
      value.length === 1 ? `one hook, for the ${first}` : `${numberWord(value.length)} hooks, each used once: ${first}`,
      ...remembering({ hooks: value }, about),
    ]
  }
  return named('hook', await askParts(world, `${count}When did it click? Finish the sentence: we talked about`, lines))
}

async function askCares({ world, about, count }: Place): ReturnType<Question['ask']> {
  const lines = (value: readonly string[]): readonly string[] => remembering({ cares: value }, about)
  return named('cares', await askParts(world, `${count}What would they love to have? Finish the sentence: they want`, lines))
}

async function askPromise({ world, about, count }: Place): ReturnType<Question['ask']> {
  const at = lastInterview(world, about) ?? world.clock.moment
  const read = (text: string): Understood<string> => {
    const { value } = namedDay(world, text, { at, row: about })
    return {
      value: value.day === null ? '' : text,
      lines: [value.day ? promiseWords(dayWords(value.day, world.clock.today)) : noDay(world, about)],
    }
  }
  const day = await askAgain(world.ask, {
    ask: `${count}What happens next, and by when, in their words?`,
    mend: 'A day, as in "by Friday" or "end of next week"; or their words, as in "soon".',
    read,
  })
  return day === null || day === '' ? {} : { promise: day }
}

function promiseWords(day: string): string {
  return `${day}; no chasing before it`
}

function noDay({ clock }: World, { outlook }: OpportunityRow): string {
  const silent = outlook.phases.find((phase) => phase.state === 'silent')?.silentSince
  return `no day in that; usual patience${silent ? `, so silent from ${dayWords(silent, clock.today)}` : ''}`
}

async function askPay({ world, count }: Place): ReturnType<Question['ask']> {
  const help = 'What was said of pay, by whom, as in "they asked, I said 140 to 150"; "no" if it did not come up.'
  const pay = await world.ask.line({ ask: `${count}Did pay come up?`, offer: 'no', help })
  if (/^no?$/i.test(pay)) return { pay: 'no' }
  world.ask.understood(['kept for the offer'])
  return { pay }
}

async function askReach({ world, about, count }: Place): ReturnType<Question['ask']> {
  const inForm = await inOneForm(world, about.outlook)
  const read = (text: string): ReturnType<typeof readReach> => readReach(text, about.outlook.lead !== null, inForm)
  const mend =
    'A number, "mail only", "by phone", "mail or phone", "through the recruiter" or "no calls"; and who answers, as in "Lou answers".'
  return (await askAgain(world.ask, { ask: `${count}How do they like to be reached? A number, "mail only", "no calls"`, mend, read })) ?? {}
}

async function askWant({ world, count }: Place): ReturnType<Question['ask']> {
  return {
    want: await world.ask.choice({ ask: `${count}Do you want it?`, choices: choicesOf({ yes: 'yes', unsure: 'unsure', no: 'no' }) }),
  }
}

function named(name: string, value: readonly string[] | null): Readonly<Record<string, readonly string[]>> {
  return value === null || value.length === 0 ? {} : { [name]: value }
}

/** Asks for ends of a sentence; those that can be used are kept, and for one that says too little it is asked again. */
async function askParts(
  { ask }: World,
  question: string,
  linesOf: (parts: readonly string[]) => readonly string[],
): Promise<readonly string[]> {
  let kept: readonly string[] = []
  const read = (text: string): Understood<readonly string[]> => {
    const { good, poor } = leavesIt(text) ? { good: [], poor: null } : partsSaid(text)
    kept = [...kept, ...good]
    if (poor !== null)
      throw new Problem('usage', `"${poor}" says too little${kept.length > 0 ? '; the rest is kept' : ''}.`, { hint: ofParts })
    return { value: kept, lines: kept.length > 0 ? linesOf(kept) : [] }
  }
  const said = await askAgain(ask, { ask: question, hint: several, mend: ofParts, read })
  if (said === null && kept.length > 0) ask.understood(linesOf(kept))
  return said ?? kept
}

/** The parts of an answer, between semicolons, and one that is a single letter, a slip of the finger; the answer itself where it has none. */
function partsSaid(text: string): { readonly good: readonly string[]; readonly poor: string | null } {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const isGood = (part: string): boolean => [...part].length > 1
  return { good: parts.filter(isGood), poor: parts.find((part) => !isGood(part)) ?? (parts.length === 0 ? text : null) }
}

const several = 'Several with semicolons between them.'
const ofParts = 'A word or more, as the sentence would end; several with semicolons between them.'
