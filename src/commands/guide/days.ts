import { Problem } from '../../problem.js'
import type { World } from '../../world.js'
import { askUntil } from '../asking/again.js'
import { askMyDay, askNamedDay } from '../asking/days.js'
import { choosePerson } from '../asking/choose.js'
import type { Answers, Guide } from '../asking/guide.js'
import { word } from '../asking/guide.js'
import { whichOpportunity } from '../asking/which-one.js'

/** Which opportunity, and the day they named. */
export const promiseGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = await whichOpportunity(world, args)
    const day = await needed(world, args, { name: 'day', ask: () => askNamedDay(world, about, 'Which day did they name?') })
    return day === null ? null : { args: { ...args, opp: about.handle, day }, about }
  },
}

/** Which opportunity (none with `all`), and until when. */
export const snoozeGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const about = args['all'] ? undefined : await whichOpportunity(world, args)
    const day = await needed(world, args, { name: 'day', ask: () => askMyDay(world, 'Until when?') })
    if (day === null) return null
    return about ? { args: { ...args, opp: about.handle, day }, about } : { args: { ...args, day } }
  },
}

/** Who is away, and their first day back. */
export const holdGuide: Guide = {
  goesBack: true,
  ask: async (world, args) => {
    const contact = word(args, 'contact') ?? (await askPerson(world))
    const until = await needed(world, args, { name: 'until', ask: () => askMyDay(world, 'Their first day back?') })
    return until === null ? null : { args: { ...args, contact, until } }
  },
}

/** The day that was given, or asked for; null, and said so, when there is none. */
async function needed(
  { ask }: World,
  args: Answers,
  day: { readonly name: string; readonly ask: () => Promise<string> },
): Promise<string | null> {
  const answer = word(args, day.name) ?? (await day.ask())
  if (answer === '') ask.note('Without a day there is nothing to record.')
  ask.say('\n')
  return answer === '' ? null : answer
}

function askPerson({ ask, store }: World): Promise<string> {
  const people = store.contacts().map(({ contact }) => contact.name)
  const [first] = people
  if (first === undefined)
    throw new Problem('usage', 'Nobody is known yet.', { hint: 'People come with an interview: followup log', code: 'missing-word' })
  return askUntil(ask, {
    ask: 'Who is away?',
    ...(people.length === 1 ? { offer: first } : {}),
    needed: 'A name, or Ctrl-C to leave.',
    read: (text) => {
      const { contact } = choosePerson(store, text)
      return { value: contact.id, lines: contact.name === text ? [] : [contact.name] }
    },
  })
}
