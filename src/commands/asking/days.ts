import type { Day } from '../../model/day.js'
import type { OpportunityRow } from '../../model/store.js'
import { Problem } from '../../problem.js'
import { addBusinessDays } from '../../rules/days.js'
import type { Needs, World } from '../../world.js'
import { askAgain } from './again.js'
import { anyMoment, bothClocks, dayWords, isAhead, momentWords, myCalendar, myDay, namedDay, theirDay } from '../typed/moments.js'
import type { Understood } from '../typed/moments.js'

/** The day they named, in their words; '' when they named none. */
export async function askNamedDay(world: World, row: OpportunityRow, question: string): Promise<string> {
  const read = (text: string): Understood<string> => {
    if (/^no?$/i.test(text)) return { value: '', lines: [] }
    const { day } = namedDay(world, text, { at: world.clock.moment, row }).value
    return { value: day === null ? '' : text, lines: [day === null ? 'no day in that; usual patience' : dayWords(day, world.clock.today)] }
  }
  const mend = 'As in "fri", "end of next week" or "12 mar"; "no" if they named none.'
  return (await askAgain(world.ask, { ask: question, offer: 'no', mend, read })) ?? ''
}

/** A time to come on my clock, as typed, shown on theirs too where that differs; '' when it was skipped. */
export async function askTimeAhead(world: World, { outlook: { zone } }: OpportunityRow, question: string): Promise<string> {
  const read = (text: string): Understood<string> => {
    const moment = anyMoment(world, text, 'future').value
    if (!isAhead(moment, world.clock)) throw past(momentWords(moment, world.clock.today))
    return { value: text, lines: [bothClocks(moment, { zone, today: world.clock.today })] }
  }
  return (await askAgain(world.ask, { ask: question, mend: 'Day and hour, as in "thu 10:00" or "tomorrow 9:30".', read })) ?? ''
}

/** A day of theirs from today on, as typed; '' when it was skipped, or when the one that is `known` was kept. */
export async function askTheirDay(world: World, row: OpportunityRow, question: string | KnownDay): Promise<string> {
  return askDay(world, question, (text) => theirDay(world, text, { at: world.clock.moment, row }).value)
}

/** A day of mine after today, as typed; '' when it was skipped. */
export async function askMyDay(world: World, question: string): Promise<string> {
  return askDay(world, question, (text) => {
    const { value } = myDay(world, text)
    if (value === world.clock.today) throw past(dayWords(value, world.clock.today))
    return value
  })
}

/** A question for a day that is on record: it is offered, and Enter keeps it. */
export interface KnownDay {
  readonly ask: string
  readonly known: Day
}

async function askDay(world: World, question: string | KnownDay, read: (text: string) => Day): Promise<string> {
  const { today } = world.clock
  const words = typeof question === 'string' ? { ask: question } : { ask: question.ask, offer: dayWords(question.known, today) }
  const reading = (text: string): Understood<string> => {
    if (text === words.offer) return { value: '', lines: [] }
    const day = read(text)
    if (day < today) throw past(dayWords(day, today))
    return { value: text, lines: [dayWords(day, today)] }
  }
  return (await askAgain(world.ask, { ...words, mend: 'A day to come, as in "next mon", "12 mar" or "+3bd".', read: reading })) ?? ''
}

function past(words: string): Problem {
  return new Problem('usage', `${words} is not ahead.`, { code: 'bad-day' })
}

/** Until when an act is put off, in the person's words; the next business day is offered. Null when they go back to what was asked before. */
export async function askUntilWhen(world: Needs<'ask' | 'clock' | 'catalog' | 'settings'>): Promise<string | null> {
  const next = addBusinessDays(world.clock.today, 1, myCalendar(world))
  const wentBack = new Error('went back')
  const back = (): never => {
    throw wentBack
  }
  try {
    return await world.ask.line({ ask: 'Until when?', offer: dayWords(next, world.clock.today), back })
  } catch (error) {
    if (error === wentBack) return null
    throw error
  }
}
